//! The playground: what is chosen is what one sees, and the lines to copy make the same. Chromium only.

use e2e::{Browser, Page, Window, serve, site};
use serde_json::json;

const URL: &str = "playground.html";

#[track_caller]
fn open<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    let page = browser.open(url);
    page.wait("document.querySelector('#stage referred-pain-explorer')?.ready");
    page.ready();
    page
}

/// Sets a field of the form, as typing or choosing does.
fn set(page: Page<'_>, name: &str, value: &str) {
    page.run(&format!(
        "const field = [...document.querySelectorAll('[name={name}]')]
            .find((one) => one.type !== 'checkbox' || one.value === {value:?});
        if (field.type === 'checkbox') field.click();
        else {{ field.value = {value:?}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
    ));
}

fn snippet(page: Page<'_>, way: &str) -> String {
    page.run(&format!("document.querySelector('.ways [value={way}]').click()"));
    page.run("return document.getElementById('snippet').textContent").as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_chosen_is_shown_at_once() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    set(page, "lang", "nl");
    page.explorer().wait(".rpe[lang=nl]");
    set(page, "region", "heel");
    page.explorer().wait(".rpe-result");
    page.run("window.first = document.querySelector('#stage referred-pain-explorer')");
    set(page, "features", "diary");
    assert_eq!(page.run("return first.isConnected"), false, "what is read when it is made needs a new one");
    page.ready();
    page.explorer().wait(".rpe[lang=nl] .rpe-result");
    assert_eq!(page.explorer().count(".rpe-tab"), 2, "the diary is not on offer");
    page.wait("document.querySelectorAll('#heard li').length > 0");
    assert_eq!(
        page.run("return Object.keys(localStorage).filter((key) => !key.startsWith('rpe-playground:'))"),
        json!([])
    );
    browser.assert_only_asked(&server.origin());
    page.assert_clean();
}

#[test]
fn the_lines_make_what_was_chosen() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    for (name, value) in [
        ("lang", "de"),
        ("region", "heel"),
        ("region", "sole"),
        ("hold", "60"),
        ("hold", "200"),
        ("storage-key", "a\"<b"),
    ] {
        set(page, name, value);
    }
    // 200 seconds cannot be: that is left out.
    assert!(!snippet(page, "script").contains("hold="));
    set(page, "hold", "60");
    let wanted = json!({ "lang": "de", "region": "heel sole", "hold": "60", "storage-key": "a\"<b" });
    let lines = snippet(page, "script");
    assert!(lines.contains(&format!("src=\"{}/referred-pain-explorer.js\"", server.origin())), "{lines}");
    let read =
        "const parsed = new DOMParser().parseFromString(document.getElementById('snippet').textContent, 'text/html');
        const element = parsed.querySelector('referred-pain-explorer');
        return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))";
    assert_eq!(page.run(read), wanted);
    assert!(snippet(page, "npm").contains("import \"referred-pain-explorer/inline\";"));
    assert_eq!(page.run(read), wanted);
    assert!(
        snippet(page, "wordpress").starts_with("[referred_pain_explorer region=\"heel sole\""),
        "{}",
        snippet(page, "wordpress")
    );
    let frame = snippet(page, "frame");
    let options = page.run(
        "const parsed = new DOMParser().parseFromString(document.getElementById('snippet').textContent, 'text/html');
        return Object.fromEntries(new URL(parsed.querySelector('iframe').src).searchParams)",
    );
    assert_eq!(options["region"], "heel sole", "{frame}");
    assert_eq!(options["origin"], "https://clinic.example");
    page.assert_clean();
}

#[test]
fn colours_go_into_the_lines_and_too_little_contrast_is_said() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    let verdict = || page.run("return document.getElementById('verdict').textContent");
    assert_eq!(verdict(), "All of it has enough contrast.");
    assert!(!snippet(page, "script").contains("--rpe-"));
    page.run(
        "const field = document.querySelectorAll('[data-token=accent]')[1];
        field.value = '#C0A0D0';
        field.dispatchEvent(new Event('input', { bubbles: true }))",
    );
    assert_eq!(verdict(), "2 of 26 have too little contrast: see the table.");
    assert!(snippet(page, "script").contains("--rpe-accent: light-dark(#C0A0D0, #5CC7BE);"));
    assert_eq!(page.explorer().style(".rpe-tab[aria-current]", "color"), "rgb(192, 160, 208)");
    page.document().click(".theme summary");
    page.document().click("#plain");
    assert_eq!(verdict(), "All of it has enough contrast.");
    assert_eq!(page.explorer().style(".rpe-tab[aria-current]", "color"), "rgb(11, 110, 105)");
    // Black on white is the most there is, and a colour on itself the least.
    let pairs = page.run_async(
        "const done = arguments[arguments.length - 1];
        import('/playground/contrast.js').then(({ contrast }) => done([contrast('#000000', '#FFFFFF'), contrast('#C0A0D0', '#C0A0D0'), contrast('#767676', '#ffffff')]))",
    );
    assert_eq!((&pairs[0], &pairs[1]), (&json!(21), &json!(1)));
    assert!((pairs[2].as_f64().unwrap_or_default() - 4.54).abs() < 0.01, "{pairs}");
    page.assert_clean();
}

#[test]
fn it_fits_a_narrow_phone() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 320, height: 800 });
    let page = open(&browser, &server.url(URL));
    page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    assert_eq!(page.run("return document.documentElement.scrollWidth"), 320);
    page.assert_clean();
}

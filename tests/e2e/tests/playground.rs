//! The playground: what is chosen is what one sees, the lines to copy make the same, and colours that cannot be read are
//! named. Chromium only: the page is for those who build pages. Of accessibility, `axe` holds the page as it opens; here it
//! is held with all unfolded.

use e2e::{Browser, Page, Window, serve, site};
use serde_json::{Value, json};

const URL: &str = "playground.html";

/// The page with its explorer, and with the names of places and muscles in its form.
#[track_caller]
fn open<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    let page = browser.open(url);
    page.wait("document.querySelector('#stage referred-pain-explorer')?.ready");
    page.ready();
    page.wait("document.querySelectorAll('[name=muscle] option').length > 40");
    page
}

/// Sets a field of the form, as typing or choosing does; a box is pressed.
fn set(page: Page<'_>, name: &str, value: &str) {
    page.run(&format!(
        "const field = [...document.querySelectorAll('[name={name}]')]
            .find((one) => one.type !== 'checkbox' || one.value === {value:?});
        if (field.type === 'checkbox') field.click();
        else {{ field.value = {value:?}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
    ));
}

/// Types a colour for one scheme of a property.
fn colour(page: Page<'_>, token: &str, scheme: usize, value: &str) {
    page.run(&format!(
        "const field = document.querySelector('[type=text][data-token=\"--rpe-{token}\"][data-scheme=\"{scheme}\"]');
        field.value = {value:?};
        field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    ));
}

/// The blocks of lines of one way, each as (where it goes, its text).
fn blocks(page: Page<'_>, way: &str) -> Vec<(String, String)> {
    page.run(&format!("document.querySelector('.ways [value={way}]').click()"));
    let list = page.run(
        "return [...document.querySelectorAll('#snippet .block')]
            .map((block) => [block.querySelector('h3').textContent, block.querySelector('code').textContent])",
    );
    serde_json::from_value(list).expect("pairs of texts")
}

/// The attributes of an element in lines of HTML, as a browser reads them.
fn parsed(page: Page<'_>, html: &str, element: &str) -> Value {
    page.run(&format!(
        "const element = new DOMParser().parseFromString({}, 'text/html').querySelector({element:?});
        return Object.fromEntries([...element.attributes].map(({{ name, value }}) => [name, value]))",
        json!(html)
    ))
}

/// What the element on the page was given, without what keeps the playground's own diary apart.
fn given(page: Page<'_>) -> Value {
    page.run(
        "return Object.fromEntries([...document.querySelector('#stage referred-pain-explorer').attributes]
            .map(({ name, value }) => [name, value]).filter(([name]) => !['style', 'loading', 'storage-key'].includes(name)))",
    )
}

fn text(page: Page<'_>, id: &str) -> String {
    page.run(&format!("return document.getElementById({id:?}).textContent")).as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_chosen_is_shown_at_once() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    page.run("window.first = document.querySelector('#stage referred-pain-explorer')");
    set(page, "lang", "nl");
    page.explorer().wait(".rpe[lang=nl]");
    set(page, "region", "heel");
    page.explorer().wait(".rpe-result");
    set(page, "hold", "60");
    assert_eq!(page.explorer().call_host("return element.capture().hold"), 60);
    set(page, "hold", "");
    assert_eq!(page.explorer().call_host("return element.capture().hold"), 45, "the lines no longer say 60");
    set(page, "muscle", "soleus");
    assert_eq!(page.explorer().call_host("return element.capture().muscle"), "soleus");
    set(page, "region", "sole");
    assert_eq!(page.explorer().call_host("return element.capture().muscle"), "soleus", "as the lines make it");
    assert_eq!(page.run("return first.isConnected"), true, "all of these may change at any time");
    set(page, "muscle", "");
    set(page, "features", "diary");
    assert_eq!(page.run("return first.isConnected"), false, "what is read when it is made needs a new one");
    page.ready();
    page.explorer().wait(".rpe[lang=nl] .rpe-result");
    assert_eq!(page.explorer().count(".rpe-tab"), 2, "the diary is not on offer");
    page.wait("document.querySelectorAll('#heard li').length > 0");
    assert!(page.run("return document.getElementById('heard').textContent").to_string().contains("rpe-ready"));
    for _ in 0..5 {
        set(page, "region", "knee");
        set(page, "region", "knee");
    }
    assert_eq!(page.run("return document.querySelectorAll('#heard li').length"), 8);
    assert_eq!(
        page.run("return Object.keys(localStorage).filter((key) => !key.startsWith('rpe-playground:'))"),
        json!([])
    );
    browser.assert_only_asked(&server.origin());
    page.assert_clean();
}

#[test]
fn every_option_is_there_and_a_whole_part_holds_its_places() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    let missing = page.run_async(
        "const done = arguments[arguments.length - 1];
        fetch('custom-elements.json').then((answer) => answer.json()).then((manifest) => {
            const { attributes, cssProperties } = manifest.modules[0].declarations[0];
            done([
                ...attributes.filter(({ name }) => !document.querySelector(`#options [name=\"${name}\"]`)),
                ...cssProperties.filter(({ name }) => document.querySelectorAll(`[data-token=\"${name}\"]:not(button)`).length !== 4),
            ].map(({ name }) => name));
        })",
    );
    assert_eq!(missing, json!([]));
    assert_eq!(page.run("return document.querySelectorAll('#options :is(select, input):not([name])').length"), 0);
    set(page, "region", "heel_plantar");
    assert_eq!(given(page)["region"], "heel_plantar");
    set(page, "region", "heel");
    assert_eq!(given(page)["region"], "heel");
    assert_eq!(page.run("return document.querySelector('[value=heel_plantar]').disabled"), true);
    // Without a room the element offers all, so that the attribute would say nothing.
    for room in ["explore", "massage", "diary"] {
        set(page, "features", room);
    }
    assert_eq!(given(page).get("features"), None);
    page.assert_clean();
}

#[test]
fn the_lines_make_what_was_chosen() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    let plain = blocks(page, "script");
    assert_eq!(parsed(page, &plain[0].1, "referred-pain-explorer"), json!({}), "nothing was chosen");
    for (name, value) in [
        ("lang", "de"),
        ("region", "heel"),
        ("region", "sole"),
        ("hold", "200"),
        ("per-day", "4"),
        ("storage", "none"),
        ("storage-key", "a\"<b"),
    ] {
        set(page, name, value);
    }
    // 200 seconds cannot be, nor can this name: they are left out.
    let lines = &blocks(page, "script")[0].1;
    assert!(!lines.contains("hold=") && !lines.contains("storage-key"), "{lines}");
    set(page, "hold", "60");
    set(page, "storage-key", "clinic-1");
    let seen = json!({ "region": "heel sole", "lang": "de", "hold": "60", "per-day": "4", "storage": "none" });
    assert_eq!(given(page), seen);
    let mut wanted = seen;
    wanted["storage-key"] = json!("clinic-1");
    let key = page.run("return document.querySelector('#stage referred-pain-explorer').getAttribute('storage-key')");
    assert_eq!(key, "rpe-playground", "a diary of the visitor's own is left alone, whatever the lines say");

    let script = blocks(page, "script");
    assert_eq!(script.len(), 1, "no colour was changed");
    let [(place, lines)] = &script[..] else { panic!("{script:?}") };
    assert_eq!(place, "In your page");
    assert_eq!(parsed(page, lines, "referred-pain-explorer"), wanted);
    let tag = json!({ "type": "module", "src": server.url("referred-pain-explorer.js") });
    assert_eq!(parsed(page, lines, "script"), tag);
    assert!(lines.contains("fallback-de.html"), "{lines}");

    let npm = blocks(page, "npm");
    let places: Vec<_> = npm.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["In a terminal", "In your script", "In your page"]);
    assert_eq!(npm[1].1, "import \"referred-pain-explorer/inline\";");
    assert_eq!(parsed(page, &npm[2].1, "referred-pain-explorer"), wanted);

    let frame = &blocks(page, "frame")[0].1;
    let source = parsed(page, frame, "iframe")["src"].as_str().unwrap_or_default().to_owned();
    assert!(source.starts_with(&server.url("embed.html?")), "{source}");
    let options = page.run(&format!("return Object.fromEntries(new URL({source:?}).searchParams)"));
    let mut framed = wanted;
    framed["origin"] = json!("https://clinic.example");
    assert_eq!(options, framed);

    let short = "[referred_pain_explorer region=\"heel sole\" lang=\"de\" hold=\"60\" per_day=\"4\" storage=\"none\" storage_key=\"clinic-1\"]";
    assert_eq!(blocks(page, "wordpress"), [("In a post or page".to_owned(), short.to_owned())]);
    page.assert_clean();
}

#[test]
fn lines_are_copied_or_else_selected_and_it_says_which() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    for (works, says) in [("true", "Copied."), ("false", "Selected")] {
        page.run(&format!(
            "navigator.clipboard.writeText = async (text) => {{ if (!{works}) throw new Error('no'); window.taken = text; }}"
        ));
        page.document().click("#snippet button");
        page.document().wait_text("#snippet [role=status]", says);
        let kept = if works == "true" { "window.taken" } else { "String(getSelection())" };
        let lines = blocks(page, "script")[0].1.clone();
        assert_eq!(page.run(&format!("return {kept}.trim()")), lines.trim());
    }
    page.assert_clean();
}

#[test]
fn colours_go_into_the_lines_and_too_little_contrast_is_said() {
    const GOOD: &str = "All 66 checks pass: 33 pairs of colours, in light and in dark.";
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url(URL));
    let current = || page.explorer().style(".rpe-tab[aria-current]", "color");
    assert_eq!(text(page, "verdict"), GOOD);
    colour(page, "accent", 0, "#C0A0D0");
    colour(page, "ink", 1, "#ffffff");
    colour(page, "ink", 0, "#12");
    assert_eq!(text(page, "verdict"), "6 of 66 checks show too little contrast.");
    let faint = page.document().texts("#faint li");
    assert_eq!(faint[0], "accent on surface, light: 2.19 to 1, and it needs 4.5 (links and the current choice)");
    let low = page.run(
        "return [...document.querySelectorAll('td.low')].every((cell) => cell.textContent.endsWith('too little'))",
    );
    assert_eq!((page.document().count("td.low"), low), (6, json!(true)));
    let css = "referred-pain-explorer {\n  --rpe-accent: light-dark(#C0A0D0, #5CC7BE);\n  --rpe-ink: light-dark(#1F2A30, #FFFFFF);\n}";
    assert_eq!(blocks(page, "script")[1], ("In your style sheet".to_owned(), css.to_owned()));
    assert_eq!(blocks(page, "npm")[3].1, css);
    assert_eq!(blocks(page, "wordpress")[1].1, css);
    assert_eq!(blocks(page, "frame").len(), 1, "colours do not reach into a frame");
    assert_eq!(current(), "rgb(192, 160, 208)");

    // One property back, then all. The button that goes away leaves the keyboard where it was.
    page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    page.document().click(".back[data-token='--rpe-accent']");
    assert_eq!(page.run("return document.activeElement.dataset.token"), "--rpe-accent");
    assert_eq!((text(page, "verdict"), current()), (GOOD.to_owned(), "rgb(11, 110, 105)".to_owned()));
    assert!(blocks(page, "script")[1].1.contains("--rpe-ink"));
    page.document().click("#plain");
    assert_eq!(blocks(page, "script").len(), 1);
    page.assert_clean();
}

/// Our own colours are held to the same pairs by the root package's `colours`; both do the same sum.
#[test]
fn contrast_is_what_the_standard_says() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url(URL));
    // Black on white is the most there is, and a colour on itself the least.
    let pairs = page.run_async(
        "const done = arguments[arguments.length - 1];
        import('/playground/contrast.js').then(({ contrast, parts }) => done([
            contrast('#000000', '#FFFFFF'), contrast('#C0A0D0', '#C0A0D0'), contrast('#767676', '#ffffff'), parts('#12345'),
        ]))",
    );
    assert_eq!((&pairs[0], &pairs[1], &pairs[3]), (&json!(21), &json!(1), &json!(null)));
    assert!((pairs[2].as_f64().unwrap_or_default() - 4.54).abs() < 0.01, "{pairs}");
}

#[test]
fn unfolded_it_fits_a_narrow_phone_and_breaks_no_rule_of_accessibility() {
    let server = serve(site());
    for (width, scheme) in [(320, "light"), (1200, "dark")] {
        let browser = Browser::with_window(Window { width, height: 800 });
        browser.open("about:blank").emulate(&[("prefers-color-scheme", scheme)]);
        let page = open(&browser, &server.url(URL));
        page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        colour(page, "edge", 0, "#EEEEEE");
        for way in ["npm", "frame", "wordpress", "script"] {
            blocks(page, way);
            assert_eq!(page.run("return document.documentElement.scrollWidth"), width, "{way}");
        }
        // Buttons and fields for a thumb, and none too small for a finger.
        let small = page.run(
            "const size = (one) => Math.round(one.getBoundingClientRect().height);
            return [...document.querySelectorAll('main :is(button, select, input, summary)')]
                .filter((one) => one.offsetParent && size(one) < (one.className === 'back' ? 24 : 36)).map((one) => one.outerHTML)",
        );
        assert_eq!(small, json!([]));
        page.run("document.querySelector('#stage referred-pain-explorer').remove()");
        let broken: Vec<_> = page.axe().into_iter().filter(|found| found.broken).collect();
        assert!(broken.is_empty(), "{scheme}: {broken:#?}");
        page.assert_clean();
    }
}

#[test]
fn without_its_lists_it_says_so() {
    let server = serve(site());
    let browser = Browser::start();
    browser.open("about:blank");
    browser.cdp("Network.enable", &json!({}));
    browser.cdp("Network.setBlockedURLs", &json!({ "urls": ["*atlas.json"] }));
    let page = browser.open(&server.url(URL));
    page.document().wait_text("#options [role=alert]", "Something could not be loaded");
    page.ready();
    set(page, "lang", "nl");
    page.explorer().wait(".rpe[lang=nl]");
}

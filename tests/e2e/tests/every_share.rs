//! What is handed on comes back, in every engine: a link opens as the same places, points and numbers in another
//! language; a damaged one gives one line; the sheet is in the page while it is printed and not a moment longer.

use e2e::{Browser, Page, serve, site};
use serde_json::{Value, json};

/// What a link stands for.
const SHOWN: &str = "const { regions, plan, hold, rounds, perDay, side, view, mode } = element.capture();
    return { regions, plan, hold, rounds, perDay, side, view, mode };";

fn make(page: Page<'_>, attributes: &Value) {
    page.wait("window.make");
    page.run(&format!("make({attributes})"));
    page.ready();
}

/// Opens an address that may differ from the one before in its fragment only, which alone would load nothing.
fn open_anew<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    browser.open("about:blank");
    browser.open(url)
}

#[test]
fn a_link_opens_in_another_language_as_what_was_shown() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    make(page, &json!({ "lang": "en", "storage-key": "one" }));
    let widget = page.explorer();
    widget.mark_heel();
    widget.click("[data-screen=massage]");
    widget.click("[data-act=remove]");
    widget.click(".rpe-plan-legs [data-key=left]");
    widget.click("[data-name=hold] [data-act=more]");
    widget.click(".rpe-views [data-key=plantar]");
    widget.wait(".rpe-svg[data-view=plantar]");
    let shown = widget.call_host(SHOWN);
    assert_eq!(shown["plan"].as_array().map(Vec::len), Some(2), "{shown}");
    assert_eq!((&shown["hold"], &shown["side"], &shown["view"]), (&json!(50), &json!("left"), &json!("plantar")));
    let url = widget.call_host("return element.shareUrl()").as_str().unwrap_or_default().to_string();
    assert!(url.starts_with(&server.url("pages/element.html#rpe=1&")) && !url.contains("diary"), "{url}");
    let elsewhere = widget.call_host("return element.shareUrl('https://example.org/heel?a=b#old')");
    assert_eq!(elsewhere.as_str().map(|u| u.split('#').collect::<Vec<_>>().len()), Some(2));
    assert!(elsewhere.as_str().is_some_and(|u| u.starts_with("https://example.org/heel?a=b#rpe=1&")));
    page.assert_clean();

    // The page's own attributes give way.
    let page = open_anew(&browser, &url);
    make(page, &json!({ "lang": "nl", "storage-key": "two", "region": "knee", "hold": "20", "mode": "day" }));
    let widget = page.explorer();
    widget.wait(".rpe[lang=nl] .rpe-plan-line");
    assert_eq!(widget.call_host(SHOWN), shown);
    assert_eq!(widget.count(".rpe-plan-line"), 2);
    widget.wait(".rpe-svg[data-view=plantar]");
    // Nothing of it is kept, and the next element of the page does not take it as well.
    assert!(page.kept().keys().all(|key| !key.starts_with("two")), "{:?}", page.kept());
    page.run("make({ id: 'second' })");
    page.ready_at("#second");
    assert_eq!(page.explorer_at("#second").call_host("return element.capture().regions"), json!([]));
    page.assert_clean();
}

#[test]
fn a_damaged_link_gives_one_line_and_the_default() {
    let server = serve(site());
    let browser = Browser::start();
    let long = format!("#rpe=1&m={}", "heel,".repeat(1000));
    let cases = [
        ("#rpe=zzz%&&m", "damaged"),
        (long.as_str(), "damaged"),
        ("#rpe=7&m=heel", "newer version"),
        ("#rpe=1&m=nose.5&p=soleus.99", "2 parts"),
    ];
    for (fragment, line) in cases {
        let page = open_anew(&browser, &format!("{}{fragment}", server.url("pages/element.html")));
        make(page, &json!({ "lang": "en" }));
        let widget = page.explorer();
        widget.wait_text(".rpe-notice", line);
        assert_eq!(widget.count(".rpe-notice p"), 1);
        assert_eq!(widget.call_host("return element.capture().regions"), json!([]), "{fragment}");
        page.assert_clean();
    }
    // A fragment that is not ours, and a page that offers no links.
    for (fragment, features) in [("#chapter-2", ""), ("#rpe=1&m=heel", "explore massage")] {
        let page = open_anew(&browser, &format!("{}{fragment}", server.url("pages/element.html")));
        make(page, &json!({ "lang": "en", "features": features }));
        assert!(!page.explorer().has(".rpe-notice p"), "{fragment}");
        assert_eq!(page.explorer().call_host("return element.capture().regions"), json!([]), "{fragment}");
    }
}

#[test]
fn what_is_captured_is_restored_and_the_rest_is_refused() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    make(page, &json!({ "lang": "en", "region": "heel", "side": "right", "muscle": "soleus", "per-day": "5" }));
    let widget = page.explorer();
    let captured = widget.call_host("return element.capture()");
    assert_eq!((&captured["version"], &captured["muscle"]), (&json!(1), &json!("soleus")), "{captured}");
    page.run("window.kept = JSON.stringify(document.querySelector('referred-pain-explorer').capture())");
    widget.call_host("element.select({ regions: ['knee'], side: 'left' }); element.mode = 'day'");
    assert_ne!(widget.call_host("return element.capture()"), captured);
    widget.call_host("element.restore(JSON.parse(window.kept))");
    assert_eq!(widget.call_host("return element.capture()"), captured);
    widget.wait_text(".rpe-card h2", "Soleus");
    let refused = widget.call_host("try { element.restore({ version: 1, hold: 5 }) } catch (e) { return e.message }");
    assert!(refused.as_str().is_some_and(|m| m.starts_with("hold") && m.contains("10 to 120")), "{refused}");
    assert_eq!(widget.call_host("return element.capture()"), captured, "a refused state changed something");
    page.assert_clean();
}

/// A page in which sharing, copying and printing are the test's. As a script of the page itself: Firefox keeps what a
/// test puts on `navigator` apart from it.
fn with_hands(page: Page<'_>, share: &str, clipboard: &str) {
    let script = format!(
        "for (const [name, value] of [['share', {share}], ['clipboard', {clipboard}]])
           Object.defineProperty(navigator, name, {{ value, configurable: true }});
         window.given = []; window.prints = 0; window.print = () => {{ window.prints++; }};"
    );
    page.run(&format!(
        "document.head.append(Object.assign(document.createElement('script'), {{ textContent: {} }}))",
        json!(script)
    ));
}

#[test]
fn the_share_button_shares_or_copies_or_shows_the_link() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    make(page, &json!({ "lang": "en", "region": "heel", "mode": "massage" }));
    let widget = page.explorer();
    let refuse = "() => Promise.reject(new DOMException('no', 'NotAllowedError'))";
    let copy = "{ writeText: async (text) => { window.given.push(text) } }";
    let expected = widget.call_host("return element.shareUrl()");

    with_hands(page, "async (data) => { window.given.push(data.url) }", copy);
    widget.click("[data-act=share]");
    page.wait("window.given.length === 1");
    assert_eq!(page.run("return window.given[0]"), expected);
    assert!(!widget.has(".rpe-share [role=status] span"), "sharing was told as copying");

    with_hands(page, refuse, copy);
    widget.click("[data-act=share]");
    widget.wait_text(".rpe-share [role=status]", "Link copied");
    assert_eq!(page.run("return window.given[0]"), expected);
    // It is the link of what was shown then.
    widget.click("[data-name=rounds] [data-act=more]");
    widget.wait_gone(".rpe-share [role=status] span");

    with_hands(page, "undefined", "undefined");
    widget.click("[data-act=share]");
    widget.wait(".rpe-share [data-act=link]");
    page.wait("document.activeElement.shadowRoot.activeElement?.dataset.act === 'link'");
    let selected =
        widget.query("[data-act=link]", "return all[0].value.slice(all[0].selectionStart, all[0].selectionEnd)");
    assert_eq!(selected, widget.call_host("return element.shareUrl()"));
    page.assert_clean();
}

#[test]
fn the_sheet_is_in_the_page_while_it_is_printed() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    make(page, &json!({ "lang": "en", "region": "heel", "mode": "massage" }));
    let widget = page.explorer();
    with_hands(page, "undefined", "undefined");
    widget.click("[data-act=print]");
    page.wait("window.prints === 1");
    assert_eq!(widget.count(".rpe-paper-points section"), 3);
    assert_eq!(widget.style(".rpe-paper", "display"), "none", "the screen shows the sheet");
    assert!(page.run("return document.adoptedStyleSheets.length") == 1);
    page.run("dispatchEvent(new Event('afterprint'))");
    widget.wait_gone(".rpe-paper");
    assert_eq!(page.run("return document.adoptedStyleSheets.length"), 0);
    assert_eq!(widget.call_host("return element.hasAttribute('data-rpe-printed')"), false);
    // And once more.
    widget.click("[data-act=print]");
    page.wait("window.prints === 2");
    page.run("dispatchEvent(new Event('afterprint'))");
    widget.wait_gone(".rpe-paper");
    page.assert_clean();
}

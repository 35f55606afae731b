//! The program comes in two halves. Before the second is there, the map and the list answer; what needs it happens as
//! soon as it has come.

use e2e::{Browser, Page, serve, site};

/// The second half waits until the test lets it through.
const HELD: &str = "const own = window.fetch;
    let open;
    const gate = new Promise((resolve) => { open = resolve; });
    window.letThrough = () => open();
    window.fetch = async (...args) => {
        if (String(args[0]).includes('/rest-')) await gate;
        return own(...args);
    };";

fn open<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    browser.before_load(HELD);
    let page = browser.open(url);
    page.explorer().wait(".rpe-svg [role=option]");
    page
}

#[test]
fn the_map_answers_before_the_second_half_is_there_and_the_rest_follows() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url("index.html"));
    let widget = page.explorer();
    widget.mark_heel();
    widget.wait(".rpe-result");
    let first = widget.text(".rpe-result .rpe-row");
    widget.click(".rpe-result .rpe-row");
    assert!(!widget.has(".rpe-card"), "the card is in the second half");
    assert_eq!(page.run("return window.__e2e.readyAt"), serde_json::Value::Null, "ready is who answers everything");
    page.run("letThrough()");
    page.ready();
    widget.wait(".rpe-card");
    assert!(first.contains(&widget.text(".rpe-card h2")), "what was tapped before is what opens");
    page.assert_clean();
}

#[test]
fn a_second_half_that_does_not_come_is_told_and_asked_for_again() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(
        "const own = window.fetch;
        window.refuse = true;
        window.told = [];
        addEventListener('rpe-error', (event) => window.told.push(event.detail.type), true);
        window.fetch = async (...args) => {
            if (window.refuse && String(args[0]).includes('/rest-')) throw new TypeError('Failed to fetch');
            return own(...args);
        };",
    );
    let page = browser.open(&server.url("index.html"));
    let widget = page.explorer();
    widget.wait(".rpe-svg [role=option]");
    page.wait("window.told.includes('wasm-fetch')");
    page.run("window.refuse = false");
    widget.mark_heel();
    page.ready();
    widget.start_first_massage();
    page.assert_clean();
}

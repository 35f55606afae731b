//! The program comes in two halves. Before the second is there, the map and the list answer; what needs it happens as
//! soon as it has come.

use e2e::{Browser, Page, SECOND_HALF, serve, site};
use serde_json::Value;

fn open<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    browser.hold_back(SECOND_HALF);
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
    assert!(page.run("return window.__e2e.standsAt").is_number(), "the widget stands");
    assert_eq!(page.run("return window.__e2e.readyAt"), Value::Null, "ready is who answers everything");
    page.let_through(SECOND_HALF);
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

/// What the page's own script says when the widget stands: it does not wait for more.
const HASTY: &str = "addEventListener('rpe-ready', ({ target }) => {
        window.hasty = {
            session: target.session,
            rank: target.rank(['heel']),
            diary: JSON.parse(target.exportDiary('json')),
            stood: window.__e2e.readyAt === null,
        };
        target.select({ muscle: 'soleus' });
    }, { capture: true, once: true });";

#[test]
fn a_method_called_before_the_second_half_is_there_answers_all_the_same() {
    let server = serve(site());
    let browser = Browser::start();
    // What was kept on an earlier visit is known, too.
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    widget.finish_massage();
    browser.before_load(HASTY);
    let page = open(&browser, &server.url("index.html"));
    page.wait("window.hasty");
    let said = page.run("return window.hasty");
    assert_eq!((&said["stood"], &said["session"]), (&Value::Bool(true), &Value::Null));
    let best = &said["rank"][0];
    assert!(best["reasons"][0].as_str().is_some_and(|reason| reason.len() > 10), "a reason in words: {best}");
    assert_eq!(said["diary"]["records"].as_array().map(Vec::len), Some(1), "{}", said["diary"]);
    page.explorer().wait(".rpe-card");
    // Ready is ready, though the second half that was on its way is still held.
    page.ready();
    page.let_through(SECOND_HALF);
    page.explorer().click("[data-screen=day]");
    page.explorer().wait(".rpe-log li");
}

#[test]
fn a_method_that_cannot_be_answered_yet_says_so_and_the_widget_lives() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(
        "const ask = XMLHttpRequest.prototype.open;
        XMLHttpRequest.prototype.open = function (method, url, ...more) {
            return ask.call(this, method, '/nothing.wasm', ...more);
        };",
    );
    let page = open(&browser, &server.url("index.html"));
    page.wait("window.__e2e.standsAt");
    let why = page.run(
        "try { document.querySelector('referred-pain-explorer').rank(['heel']); return 'answered'; }
        catch (error) { return error.name + ': ' + error.message; }",
    );
    assert_eq!(why, "TypeError: not ready: await element.ready first");
    page.let_through(SECOND_HALF);
    page.ready();
    let best = page.run("return document.querySelector('referred-pain-explorer').rank(['heel'])[0].point");
    assert_eq!(best, "soleus.1");
}

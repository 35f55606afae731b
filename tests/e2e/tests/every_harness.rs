//! The harness itself, on a page of its own, in every engine: if this fails, no other end-to-end test means anything.

use std::time::Duration;

use e2e::{Browser, serve, site};

#[test]
fn it_finds_clicks_and_types_inside_a_shadow_root() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    page.ready();
    let element = page.explorer();
    assert_eq!(element.text("output"), "0");
    element.click("button");
    element.wait_text("output", "1");
    element.click_text("button", "Start");
    element.wait_text("output", "2");

    // The middle of this shape belongs to another one.
    element.click(".bent");
    element.wait_text("output", "bent");

    element.focus("input");
    page.type_text("knot");
    assert_eq!(element.query("input", "return all[0].value"), "knot");
    assert_eq!(page.focused(), "input \"Note\"");
    page.tab_to(".bent");
    page.press("ArrowDown");
    element.wait_text("output", "ArrowDown");

    assert_eq!(element.property("session")["phase"], "hold");
    assert_eq!(page.document().text("h1"), "Not the product");
    assert_eq!(browser.clicks(), 3);
    page.assert_clean();
}

#[test]
fn its_clock_jumps() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    page.ready();
    let before = page.run("return window.Date.now()").as_f64().unwrap();
    page.skip(Duration::from_secs(3600));
    let after = page.run("return new window.Date().getTime()").as_f64().unwrap();
    assert!((3_600_000.0..3_630_000.0).contains(&(after - before)), "{before} {after}");
    let shown = page.run("return Date.parse(document.querySelector('referred-pain-explorer').shadowRoot.querySelector('time').textContent)");
    assert!(shown.as_f64().unwrap() >= before + 3_600_000.0, "the page was not woken");
}

#[test]
fn its_server_goes_away_and_comes_back() {
    let mut server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    page.ready();
    assert!(server.requests().iter().any(|request| request.path == "/pages/harness.js" && request.status == 200));
    let asks = "const done = arguments[arguments.length - 1]; fetch('harness.css').then(() => done('here'), () => done('gone'))";
    let ask = || page.run_async(asks);
    assert_eq!(ask(), "here");
    server.stop();
    assert_eq!(ask(), "gone");
    server.restart().unwrap();
    assert_eq!(ask(), "here");
}

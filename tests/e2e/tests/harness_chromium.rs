//! What the harness can do in Chromium only: emulate, look at the network, see policy violations, take pictures.

use std::time::Duration;

use e2e::{Browser, Window, project, serve, site};

#[test]
fn it_emulates_and_takes_pictures() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 320, height: 640 });
    let page = browser.open(&server.url("pages/harness.html"));
    page.ready();
    assert_eq!(page.run("return innerWidth"), 320);
    let background = || page.document().style("body", "background-color");
    assert_eq!(background(), "rgb(255, 255, 255)");
    page.dark();
    assert_eq!(background(), "rgb(0, 0, 0)");
    page.forced_colours();
    assert_eq!(page.run("return matchMedia('(forced-colors: active)').matches"), true);
    let file = project::root().join("tests/e2e/shots/harness.png");
    page.picture(&file, None);
    page.explorer().click("button");
    page.wait("__e2e.paints.length > 0");
    assert!(page.paints().iter().all(|time| *time > 0.0), "{:?}", page.paints());
    assert!(std::fs::read(&file).unwrap().starts_with(b"\x89PNG"));
    page.screenshot(&file);
}

#[test]
fn it_sees_what_leaves_the_origin_and_what_a_policy_refuses() {
    let server = serve(site().policy("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"));
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    page.ready();
    page.assert_clean();
    browser.assert_only_asked(&server.origin());

    page.run("document.body.setAttribute('style', 'color: red')");
    page.wait("__e2e.violations.length > 0");
    assert!(page.violations()[0].starts_with("style-src"), "{:?}", page.violations());
    page.run("const image = new Image(); image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(image)");
    page.run("const image = new Image(); image.src = 'http://elsewhere.invalid/x.png'; document.body.append(image)");
    page.wait("__e2e.violations.length > 1");
    assert!(!page.problems().is_empty());
}

#[test]
fn its_clock_outlives_a_reload() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    let before = page.run("return Date.now()").as_f64().unwrap();
    page.skip(Duration::from_secs(60));
    page.skip(Duration::from_secs(60));
    page.reload();
    let after = page.run("return Date.now()").as_f64().unwrap();
    assert!(after - before >= 120_000.0, "{before} {after}");
}

#[test]
#[should_panic(expected = "cannot be clicked")]
fn it_refuses_to_click_what_cannot_be_hit() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    page.ready();
    page.run("document.querySelector('referred-pain-explorer').shadowRoot.querySelector('button').disabled = true");
    page.run("document.querySelector('referred-pain-explorer').style.pointerEvents = 'none'");
    page.explorer().click("button");
}

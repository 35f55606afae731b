//! Our own pages open without a network after the first visit. Chromium only: that is where we can see it.

use e2e::{Browser, serve, site};

#[test]
fn the_page_opens_offline_after_the_first_visit() {
    let mut server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.run("navigator.serviceWorker.register('sw.js')");
    page.wait("navigator.serviceWorker.controller");
    server.stop();

    page.reload();
    page.ready();
    // The folder is the page, and a shared link has a query.
    for address in ["", "index.html?utm=x"] {
        let page = browser.open(&server.url(address));
        page.ready();
    }
    assert!(server.requests().iter().any(|request| request.path == "/sw.js"));
}

#[test]
fn a_new_build_takes_over_when_no_page_uses_the_old_one() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.run("navigator.serviceWorker.register('sw.js')");
    page.wait("navigator.serviceWorker.controller");
    // What an older build of these pages, and what another program on this origin, left behind.
    page.run("return caches.open(`rpe ${location.origin}/ 0000000000`)");
    page.run("return caches.open('somebody else')");
    page.run("return navigator.serviceWorker.getRegistration().then((registration) => registration.unregister())");
    browser.open("about:blank");

    let page = browser.open(&server.url("index.html"));
    page.run("navigator.serviceWorker.register('sw.js')");
    page.wait("navigator.serviceWorker.controller");
    let names = page.run("return caches.keys()");
    let names: Vec<_> = names.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert!(names.contains(&"somebody else"), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("0000000000")), "{names:?}");
    assert_eq!(names.len(), 2, "{names:?}");
}

//! Our own pages open without a network after the first visit, and go over to a new version all at once, when they are asked
//! to. Offline is a server that has stopped.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{Browser, Page, Site, project, serve, site};

/// The page is served by its service worker.
#[track_caller]
fn kept(page: Page<'_>) {
    page.ready();
    page.wait("navigator.serviceWorker.controller");
}

#[test]
fn the_page_walks_the_main_way_offline_after_the_first_visit() {
    let mut server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    kept(page);
    server.stop();

    // The folder is the page, and a shared link has a query.
    for address in ["index.html", "", "index.html?utm=x"] {
        let page = browser.open(&server.url(address));
        page.ready();
        let widget = page.explorer();
        widget.mark_heel();
        widget.click(".rpe-result .rpe-row");
        widget.wait(".rpe-card h2");
        widget.click(".rpe-card .rpe-back");
    }
    let widget = page.explorer();
    widget.start_first_massage();
    widget.assert_falls();
    assert!(server.requests().iter().any(|request| request.path == "/sw.js"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for a copy");
    for entry in fs::read_dir(from).expect("dist/").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).expect("a copy");
        }
    }
}

/// A copy of dist/ that a test may change.
fn copied(name: &str) -> PathBuf {
    let folder = project::target().join("offline").join(name);
    if folder.is_dir() {
        fs::remove_dir_all(&folder).expect("an old copy goes");
    }
    copy(&project::dist(), &folder);
    // A development build asks the server first.
    let worker = folder.join("sw.js");
    let text = fs::read_to_string(&worker).expect("sw.js");
    fs::write(worker, text.replace("NETWORK_FIRST = true", "NETWORK_FIRST = false")).expect("a changed sw.js");
    folder
}

/// Turns a copy into the next version: another build id, and another page.
fn renew(folder: &Path) {
    let change = |file: &str, change: &dyn Fn(String) -> String| {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).expect("a file of dist/");
        let changed = change(text.clone());
        assert_ne!(changed, text, "{file}");
        fs::write(path, changed).expect("a changed file");
    };
    change("index.html", &|text| text.replace("<h1>", "<h1 id=\"next\">"));
    // The id is the last text of ten letters that the name of the cache is made of.
    change("sw.js", &|text| {
        let at = text.find("self.registration.scope").expect("the name of the cache");
        let id = text[at..].char_indices().find_map(|(from, _)| {
            let word = text.get(at + from..at + from + 10)?;
            word.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| word.to_owned())
        });
        text.replace(&id.expect("the build's id"), "0123456789")
    });
}

#[test]
fn a_new_version_waits_until_it_is_asked_for_and_then_comes_whole() {
    let folder = copied(&format!("{:?}", std::thread::current().id()));
    let mut server = serve(Site::new(&folder));
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    kept(page);
    assert_eq!(page.run("return document.querySelector('.fresh').hidden"), true);
    renew(&folder);
    // Opened anew instead of reloaded: a driver's reload goes past the service worker in Firefox.
    let page = browser.open(&server.url("index.html"));
    kept(page);
    page.run("navigator.serviceWorker.getRegistration().then((registration) => registration.update())");
    page.wait("!document.querySelector('.fresh').hidden");
    assert_eq!(
        page.run("return document.querySelector('#next')"),
        serde_json::Value::Null,
        "the old one is still in use"
    );
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.wait("!document.querySelector('.fresh').hidden");
    page.document().click(".fresh button");
    page.wait("document.querySelector('#next')");
    kept(page);
    page.run("caches.keys().then((names) => { window.names = names; })");
    page.wait("window.names");
    assert_eq!(page.run("return names.length"), 1, "{}", page.run("return names"));
    server.stop();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.wait("document.querySelector('#next')");
}

#[test]
fn what_others_keep_on_the_same_origin_is_left_alone() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    kept(page);
    // What an older build of these pages, and what another program, left behind.
    page.run("Promise.all([caches.open(`rpe ${location.origin}/ 0000000000`), caches.open('somebody else')]).then(() => navigator.serviceWorker.getRegistration()).then((registration) => registration.unregister()).then(() => { window.left = true; })");
    page.wait("window.left");
    browser.open("about:blank");

    let page = browser.open(&server.url("index.html"));
    kept(page);
    page.run("caches.keys().then((names) => { window.names = names; })");
    page.wait("window.names");
    let names = page.run("return names");
    let names: Vec<_> = names.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert!(names.contains(&"somebody else"), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("0000000000")), "{names:?}");
    assert_eq!(names.len(), 2, "{names:?}");
}

//! A device that keeps nothing, or keeps garbage: the widget works, says so quietly, and destroys nothing.
//! Chromium only: there a script can come before the page's own.

use e2e::{Browser, Page, serve, site};

/// A massage to its end, however the storage is; then the day counts it in memory.
#[track_caller]
fn assert_counts_in_memory(page: Page<'_>) {
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    widget.assert_falls();
    widget.finish_massage();
    widget.wait_text(".rpe-done .rpe-count", "1 of 3");
    widget.assert_day(1, 3);
    page.assert_clean();
}

const NOT_KEPT: &str = "Nothing can be kept on this device now";

#[test]
fn storage_that_throws_on_access() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(
        "Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
        });",
    );
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.explorer().wait_text(".rpe-notice[role=status]", NOT_KEPT);
    assert_counts_in_memory(page);
}

#[test]
fn storage_that_is_not_there() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load("Object.defineProperty(window, 'localStorage', { value: null });");
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.explorer().wait_text(".rpe-notice[role=status]", NOT_KEPT);
    assert_counts_in_memory(page);
}

#[test]
fn storage_that_is_full() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(
        "Storage.prototype.setItem = function () {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };",
    );
    let page = browser.open(&server.url("index.html"));
    page.ready();
    assert!(!page.explorer().has(".rpe-notice p"), "nothing was refused so far");
    assert_counts_in_memory(page);
    page.explorer().wait_text(".rpe-notice[role=status]", NOT_KEPT);
    assert!(page.kept().is_empty(), "{:?}", page.kept());
}

/// What another program, another version or a broken disk may have left.
const LEFT: [(&str, &str); 7] = [
    ("rpe:entry:x", "{\"v\":1,"),
    ("rpe:entry:", ""),
    ("rpe:entry:newer", "{\"v\":99,\"id\":\"newer\",\"mood\":\"good\"}"),
    ("rpe:entry:number", "5"),
    ("rpe:prefs", "\u{0}not json"),
    ("rpe", "mine"),
    ("somebody else", "theirs"),
];

#[test]
fn garbage_in_the_storage_stays_as_it_is() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/harness.html"));
    for (key, value) in LEFT {
        page.run(&format!("localStorage.setItem({}, {})", serde_json::json!(key), serde_json::json!(value)));
    }
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.wait_text(".rpe-notice[role=status]", "4 diary records could not be read");
    assert_counts_in_memory(page);

    // What was done now is kept beside it, the passed check too.
    page.reload();
    page.ready();
    widget.assert_day(1, 3);
    widget.click("[data-screen=find]");
    widget.mark_heel();
    widget.click("[data-act=start]");
    widget.wait(".rpe-digits[data-left]");
    let kept = page.kept();
    for (key, value) in LEFT {
        // Settings that cannot be read may move aside to make room; they are not thrown away.
        let aside = key == "rpe:prefs" && kept.values().any(|other| other == value);
        assert!(aside || kept.get(key).is_some_and(|other| other == value), "{key} was changed: {kept:#?}");
    }
    page.assert_clean();
}

#[test]
fn an_entry_that_another_tab_wrote_is_not_overwritten() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.run("localStorage.setItem('rpe:entry:other tab', '{\"written\":\"meanwhile\"}')");
    assert_counts_in_memory(page);
    let kept = page.kept();
    assert_eq!(kept.get("rpe:entry:other tab").map(String::as_str), Some("{\"written\":\"meanwhile\"}"));
    assert_eq!(kept.keys().filter(|key| key.starts_with("rpe:entry:")).count(), 2, "{kept:#?}");
}

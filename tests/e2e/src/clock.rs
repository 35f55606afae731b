//! A clock that jumps: to the page, hours pass in a moment, as they do when a phone sleeps.
//! A test that reads the time asks `window.Date`: in Firefox the scripts of a test have a `Date` of their own.

use std::time::Duration;

use serde_json::json;

use crate::engine::Engine;
use crate::page::Page;

impl Page<'_> {
    /// Lets time pass at once, and tells the page that it was away, as a browser does when the phone wakes.
    /// In Chromium the jump outlives a reload; elsewhere a reload falls back to the real time.
    #[track_caller]
    pub fn skip(self, time: Duration) {
        self.pass(time);
        self.wake();
    }

    /// Lets time pass at once in a page that is looked at all the while, so that nothing tells it.
    #[track_caller]
    pub fn pass(self, time: Duration) {
        let browser = self.browser;
        let skew = browser.skew.get() + i64::try_from(time.as_millis()).expect("a jump that fits");
        browser.skew.set(skew);
        if browser.engine == Engine::Chromium {
            if let Some(identifier) = browser.skew_script.take() {
                browser.cdp("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": identifier }));
            }
            let source = format!("window.__skew = {skew};");
            let added = browser.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }));
            *browser.skew_script.borrow_mut() = added["identifier"].as_str().map(String::from);
        }
        self.run(&format!("window.__skew = {skew};"));
    }

    /// Lets the page's clock stand still until the next page, for a long look at what else would pass. It can still
    /// be made to jump.
    pub fn stop_clock(self) {
        self.run("window.__stopClock()");
    }

    /// Tells the page that it is looked at again, without any time passing.
    pub fn wake(self) {
        self.run("document.dispatchEvent(new Event('visibilitychange')); window.dispatchEvent(new Event('focus'));");
    }
}

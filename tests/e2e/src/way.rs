//! The steps of the main way, from a sore heel to a massage in the diary. Several tests walk it, each under other
//! circumstances.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use crate::browser::Browser;
use crate::page::Page;
use crate::scope::Scope;

/// Longer than any massage in the tests.
pub const WHOLE_MASSAGE: Duration = Duration::from_secs(20 * 60);

/// Longer than the red flags take no answer.
const READING: Duration = Duration::from_millis(900);

impl Scope<'_> {
    /// Marks the heel, which is the first part of the leg in the list, and waits for what may cause it.
    #[track_caller]
    pub fn mark_heel(&self) {
        self.click("[data-group]");
        self.wait(".rpe-result .rpe-row");
    }

    /// Asks for the massage as suggested, and says that no red flag applies.
    #[track_caller]
    pub fn start_first_massage(&self) {
        self.click("[data-act=start]");
        self.read_red_flags();
        self.click("[data-act=safe]");
        self.wait(".rpe-digits[data-left]");
    }

    /// Waits for the red flags and as long as a person needs for them: a hasty press does not answer them.
    #[track_caller]
    pub fn read_red_flags(&self) {
        self.wait("[data-act=safe]");
        std::thread::sleep(READING);
    }

    /// The milliseconds that the face of the timer shows.
    #[track_caller]
    pub fn left(&self) -> i64 {
        self.attribute(".rpe-digits", "data-left").and_then(|left| left.parse().ok()).expect("digits with data-left")
    }

    /// Fails unless the remaining time falls. Where the next phase begins meanwhile, that of the next.
    #[track_caller]
    pub fn assert_falls(&self) {
        let before = Cell::new(self.left());
        let falls = || {
            let now = self.left();
            now < before.replace(now)
        };
        self.page().until(falls, || format!("the remaining time stays at {} ms", before.get()));
    }

    /// Fails unless the remaining time stays as it is for a while.
    #[track_caller]
    pub fn assert_stands(&self) {
        let before = self.left();
        std::thread::sleep(Duration::from_millis(900));
        assert_eq!(self.left(), before, "the remaining time changed in a pause");
    }

    /// Lets all the time of the massage pass, and waits for its end.
    #[track_caller]
    pub fn finish_massage(&self) {
        self.page().skip(WHOLE_MASSAGE);
        // It ran out unseen, so it is asked whether it was pressed.
        self.click(".rpe-aside [data-act=pressed]");
        self.wait(".rpe-done");
    }

    /// Opens the day, and waits until it counts so many massages of so many.
    #[track_caller]
    pub fn assert_day(&self, done: usize, of: usize) {
        self.click("[data-screen=day]");
        self.wait(&format!(".rpe-daypanel .rpe-count[data-count='{done}']"));
        self.wait_text(".rpe-daypanel .rpe-count", &format!("{done} of {of}"));
    }
}

impl Page<'_> {
    /// What the page has kept on the device, by key.
    #[track_caller]
    pub fn kept(self) -> BTreeMap<String, String> {
        let kept = self.run("return Object.fromEntries(Object.entries(localStorage))");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        kept.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), text(value))).collect()
    }

    /// Fails if the page asked for anything of another origin, as far as it knows itself.
    #[track_caller]
    pub fn assert_own_resources(self) {
        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)
            .filter((name) => !name.startsWith(location.origin + '/') && !/^(data|blob):/.test(name))";
        assert_eq!(self.run(script), serde_json::json!([]), "the page asked for these elsewhere");
    }
}

impl Browser {
    /// Runs a script in every page that is opened from now on, before the page's own. Chromium only.
    #[track_caller]
    pub fn before_load(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", &serde_json::json!({ "source": script }));
    }
}

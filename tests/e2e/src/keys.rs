//! The keyboard: real key presses, by the names that scripts see.

use std::time::Duration;

use serde_json::{Value, json};

use crate::page::Page;

/// Names of keys that are no letters, and what WebDriver calls them.
const NAMED: [(&str, char); 17] = [
    ("Enter", '\u{e006}'),
    ("Tab", '\u{e004}'),
    ("Escape", '\u{e00c}'),
    ("Space", ' '),
    ("Backspace", '\u{e003}'),
    ("Delete", '\u{e017}'),
    ("ArrowLeft", '\u{e012}'),
    ("ArrowUp", '\u{e013}'),
    ("ArrowRight", '\u{e014}'),
    ("ArrowDown", '\u{e015}'),
    ("Home", '\u{e011}'),
    ("End", '\u{e010}'),
    ("PageUp", '\u{e00e}'),
    ("PageDown", '\u{e00f}'),
    ("Shift", '\u{e008}'),
    ("Control", '\u{e009}'),
    ("Alt", '\u{e00a}'),
];

impl Page<'_> {
    /// Presses a key where the focus is: `Enter`, `a`, or with others held down, `Shift+Tab`.
    #[track_caller]
    pub fn press(self, key: &str) {
        let codes: Vec<char> = key.split('+').map(code).collect();
        let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code.to_string() }));
        let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code.to_string() }));
        self.act_keys(&down.chain(up).collect::<Vec<_>>());
    }

    /// Presses a key several times.
    #[track_caller]
    pub fn press_times(self, key: &str, times: usize) {
        for _ in 0..times {
            self.press(key);
        }
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn type_text(self, text: &str) {
        let strokes =
            text.chars().flat_map(|c| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": c.to_string() })));
        self.act_keys(&strokes.collect::<Vec<_>>());
    }

    /// Brings the focus to the heading of an article, from where Tab goes to the first thing after it.
    #[track_caller]
    pub fn begin_tabbing(self) {
        self.run("scrollTo(0, 0); const h1 = document.querySelector('h1'); h1.tabIndex = -1; h1.focus()");
    }

    /// Presses Tab until what has the focus fits a selector, as one does without a mouse.
    #[track_caller]
    pub fn tab_to(self, css: &str) {
        let mut passed = Vec::new();
        for _ in 0..80 {
            if self.focus_is(css) {
                return;
            }
            passed.push(self.focused());
            self.press("Tab");
        }
        panic!("80 times Tab did not reach `{css}`; it went by {passed:#?}");
    }

    /// Whether the focus has fallen out of the widget, onto the page or its body.
    pub fn focus_lost(self) -> bool {
        // The new picture may take the focus in its own time.
        std::thread::sleep(Duration::from_millis(120));
        self.focused().is_empty() || self.focus_is("referred-pain-explorer")
    }

    /// Fails unless what has the focus is inside of the widget.
    #[track_caller]
    pub fn assert_focus_inside(self, after: &str) {
        assert!(!self.focus_lost(), "after {after} the focus is on the page's body");
    }

    #[track_caller]
    fn act_keys(self, actions: &[Value]) {
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.browser.post("/actions", &body);
    }
}

#[track_caller]
fn code(name: &str) -> char {
    let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, code)| *code);
    let mut letters = name.chars();
    match (named, letters.next(), letters.next()) {
        (Some(code), _, _) => code,
        (None, Some(letter), None) => letter,
        _ => panic!("there is no key `{name}`"),
    }
}

//! The pointer: real presses at a point that is inside the shape, be it bent or half covered.

use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;
use crate::scope::{FIND, Scope};

/// How long a place must be the same to be pressed.
const SETTLED: Duration = Duration::from_millis(80);

const INNER: &str = include_str!("inner.js");

impl Scope<'_> {
    /// Clicks the first element that fits, with a mouse. Waits until it is there and can be hit.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.click_nth(css, 0);
    }

    /// Clicks one of the elements that fit, counted from 0.
    #[track_caller]
    pub fn click_nth(&self, css: &str, nth: usize) {
        let (x, y) = self.point(css, nth, None);
        self.page.press_at(x, y, "mouse");
    }

    /// Clicks the first element that fits and shows this text.
    #[track_caller]
    pub fn click_text(&self, css: &str, text: &str) {
        let (x, y) = self.point(css, 0, Some(text));
        self.page.press_at(x, y, "mouse");
    }

    /// Taps the first element that fits, with a finger where the engine has one.
    #[track_caller]
    pub fn tap(&self, css: &str) {
        let (x, y) = self.point(css, 0, None);
        let kind = if self.page.browser.engine == Engine::WebKit { "mouse" } else { "touch" };
        self.page.press_at(x, y, kind);
    }

    /// Moves the mouse over the first element that fits.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        let (x, y) = self.point(css, 0, None);
        self.page
            .pointer("mouse", &[json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" })]);
    }

    /// A point of the window at which this element is what gets hit.
    #[track_caller]
    pub fn point(&self, css: &str, nth: usize, text: Option<&str>) -> (i64, i64) {
        let script = format!(
            "{FIND}{INNER}
            const [host, css, nth, text] = arguments;
            const all = find(host, css).filter((element) => text === null || element.textContent.includes(text));
            return all[nth] ? innerPoint(all[nth]) : {{ why: `${{all.length}} elements fit` }};"
        );
        let args = json!([self.host, css, nth, text]);
        let mut seen = Value::Null;
        self.page.until(
            || {
                seen = self.page.browser.run(&script, &args);
                // WebKitGTK scrolls in its own time: a place that still moves is hit beside.
                if self.page.browser.engine == Engine::WebKit && seen["x"].is_i64() {
                    std::thread::sleep(SETTLED);
                    let before = std::mem::replace(&mut seen, self.page.browser.run(&script, &args));
                    return seen == before;
                }
                seen["x"].is_i64()
            },
            || {
                format!(
                    "`{css}`{} cannot be clicked",
                    text.map(|text| format!(" with the text `{text}`")).unwrap_or_default()
                )
            },
        );
        (seen["x"].as_i64().unwrap_or_default(), seen["y"].as_i64().unwrap_or_default())
    }
}

impl Scope<'_> {
    /// A way to and fro over the first element that fits, from its upper edge to its lower one, in the window.
    #[track_caller]
    pub fn way_over(&self, css: &str, rows: i64) -> Vec<(i64, i64)> {
        self.wait(css);
        let script = "all[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            const b = all[0].getBoundingClientRect(); return [b.x, b.y, b.width, b.height]";
        let found = self.query(css, script);
        let [x, y, w, h] = std::array::from_fn(|at| found[at].as_f64().unwrap_or_default() as i64);
        let row = |row: i64| {
            let y = y + h * row / rows.max(1);
            if row % 2 == 0 { [(x + w / 10, y), (x + w * 9 / 10, y)] } else { [(x + w * 9 / 10, y), (x + w / 10, y)] }
        };
        (0..=rows).flat_map(row).collect()
    }
}

impl Page<'_> {
    /// Presses and lets go at a point of the window.
    #[track_caller]
    pub fn press_at(self, x: i64, y: i64, kind: &str) {
        self.browser.clicks.set(self.browser.clicks.get() + 1);
        self.pointer(
            kind,
            &[
                json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" }),
                json!({ "type": "pointerDown", "button": 0 }),
                json!({ "type": "pointerUp", "button": 0 }),
            ],
        );
    }

    /// Moves fingers over the screen, all at once: each goes down at its first place, through the others, and up.
    #[track_caller]
    pub fn fingers(self, ways: &[&[(i64, i64)]]) {
        let place = |(x, y): &(i64, i64), ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": x, "y": y, "origin": "viewport" });
        let finger = |(id, way): (usize, &&[(i64, i64)])| {
            let mut actions: Vec<Value> = way.iter().take(1).map(|at| place(at, 0)).collect();
            actions.push(json!({ "type": "pointerDown", "button": 0 }));
            actions.extend(way.iter().skip(1).map(|at| place(at, 60)));
            actions.push(json!({ "type": "pointerUp", "button": 0 }));
            let id = format!("finger{id}");
            json!({ "type": "pointer", "id": id, "parameters": { "pointerType": "touch" }, "actions": actions })
        };
        let fingers: Vec<Value> = ways.iter().enumerate().map(finger).collect();
        self.browser.post("/actions", &json!({ "actions": fingers }));
    }

    /// Draws one line through places of the window, with a finger where the engine has one. `ms` is from one to the next.
    #[track_caller]
    pub fn stroke(self, way: &[(i64, i64)], ms: u32) {
        let place = |(x, y): &(i64, i64), ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": x, "y": y, "origin": "viewport" });
        let mut actions: Vec<Value> = way.iter().take(1).map(|at| place(at, 0)).collect();
        actions.push(json!({ "type": "pointerDown", "button": 0 }));
        actions.extend(way.iter().skip(1).map(|at| place(at, ms)));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let kind = if self.browser.engine == Engine::WebKit { "mouse" } else { "touch" };
        self.pointer(kind, &actions);
    }

    /// Clicks twice at a point of the window, with a pause of so many milliseconds. Asked for in one go, so that a busy
    /// machine does not make it longer.
    #[track_caller]
    pub fn press_twice(self, (x, y): (i64, i64), ms: u32) {
        let pause = json!({ "type": "pause", "duration": ms });
        let (down, up) = (json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 }));
        let place = json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" });
        self.pointer("mouse", &[place, down.clone(), up.clone(), pause, down, up]);
    }

    /// Drags the mouse, its button down, from one place to another.
    #[track_caller]
    pub fn drag(self, (x, y): (i64, i64), to: (i64, i64)) {
        let place = |x: i64, y: i64, ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": x, "y": y, "origin": "viewport" });
        let (down, up) = (json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 }));
        self.pointer("mouse", &[place(x, y, 0), down, place(to.0, to.1, 100), up]);
    }

    /// Turns the wheel over a place, perhaps with the control key down.
    #[track_caller]
    pub fn wheel(self, (x, y): (i64, i64), pixels: i64, control: bool) {
        let turn = json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": pixels, "duration": 0, "origin": "viewport" });
        let wait = json!({ "type": "pause" });
        let keys = if control {
            json!([{ "type": "keyDown", "value": "\u{E009}" }, wait, { "type": "keyUp", "value": "\u{E009}" }])
        } else {
            json!([wait, wait, wait])
        };
        let wheel = json!({ "type": "wheel", "id": "wheel", "actions": [wait, turn, wait] });
        let keys = json!({ "type": "key", "id": "keys", "actions": keys });
        self.browser.post("/actions", &json!({ "actions": [keys, wheel] }));
    }

    #[track_caller]
    fn pointer(self, kind: &str, actions: &[Value]) {
        let pointer =
            json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions });
        self.browser.post("/actions", &json!({ "actions": [pointer] }));
    }
}

//! One browser with one window, for one test. Knows what it logged; the page in it is in `page`.

use std::cell::{Cell, RefCell};

use serde_json::{Value, json};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::wire::{Refusal, Wire};

/// The size of a window's inside, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl Default for Window {
    /// A laptop.
    fn default() -> Self {
        Self { width: 1200, height: 900 }
    }
}

/// A browser. Dropping it ends it.
#[derive(Debug)]
pub struct Browser {
    pub(crate) engine: Engine,
    pub(crate) wire: Wire,
    driver: Driver,
    /// Network events that were read from the log, which forgets what is read.
    seen: RefCell<Vec<String>>,
    /// Console messages likewise.
    console: RefCell<Vec<(String, String)>>,
    pub(crate) clicks: Cell<usize>,
    pub(crate) skew: Cell<i64>,
    pub(crate) skew_script: RefCell<Option<String>>,
}

impl Browser {
    /// The engine of this run in a window of the usual size.
    #[track_caller]
    pub fn start() -> Self {
        Self::with_window(Window::default())
    }

    /// The engine of this run in a window of this size.
    #[track_caller]
    pub fn with_window(window: Window) -> Self {
        let engine = Engine::of_this_run();
        let driver = Driver::start(engine);
        let mut wire = Wire::new(driver.port);
        if let Err(Refusal(why)) = wire.open_session(&engine.capabilities(window.width, window.height)) {
            panic!("{engine:?} gives no session: {why}\n{}", driver.last_words());
        }
        let browser = Self {
            engine,
            wire,
            driver,
            seen: RefCell::default(),
            console: RefCell::default(),
            clicks: Cell::default(),
            skew: Cell::default(),
            skew_script: RefCell::default(),
        };
        browser.post("/timeouts", &json!({ "script": 20_000, "pageLoad": 30_000, "implicit": 0 }));
        if engine == Engine::Chromium {
            let source = crate::page::PRELOAD;
            browser.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }));
        }
        browser.set_viewport(window);
        browser
    }

    /// Which engine this is, for what only one of them can do.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens an address and waits for its `load`.
    #[track_caller]
    pub fn open(&self, url: &str) -> Page<'_> {
        self.post("/url", &json!({ "url": url }));
        let page = Page::new(self);
        page.preload();
        page
    }

    /// How often something was clicked or tapped so far.
    pub fn clicks(&self) -> usize {
        self.clicks.get()
    }

    /// Makes the inside of the window this large.
    pub fn set_viewport(&self, window: Window) {
        let Window { width, height } = window;
        if self.engine == Engine::Chromium {
            // A real window cannot be as narrow as a phone.
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", &metrics);
            return;
        }
        self.post("/window/rect", &json!({ "width": width, "height": height }));
        let inside = self.run("return [innerWidth, innerHeight]", &json!([]));
        let (dx, dy) =
            (i64::from(width) - inside[0].as_i64().unwrap_or(0), i64::from(height) - inside[1].as_i64().unwrap_or(0));
        if (dx, dy) != (0, 0) {
            self.post("/window/rect", &json!({ "width": i64::from(width) + dx, "height": i64::from(height) + dy }));
        }
    }

    /// Every address that the page asked for. Chromium only; elsewhere it is empty.
    pub fn requested(&self) -> Vec<String> {
        for entry in self.log("performance") {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default()).unwrap_or_default();
            let message = &event["message"];
            if message["method"] == "Network.requestWillBeSent"
                && let Some(url) = message["params"]["request"]["url"].as_str()
            {
                self.seen.borrow_mut().push(url.to_string());
            }
        }
        self.seen.borrow().clone()
    }

    /// Fails if anything was asked of another origin than this one. Chromium only.
    #[track_caller]
    pub fn assert_only_asked(&self, origin: &str) {
        let own = format!("{origin}/");
        let inline = ["data:", "blob:", "about:"];
        let foreign = |url: &String| !url.starts_with(&own) && !inline.iter().any(|scheme| url.starts_with(scheme));
        let foreign: Vec<_> = self.requested().into_iter().filter(foreign).collect();
        assert!(foreign.is_empty(), "these requests left {origin}: {foreign:#?}");
    }

    /// Console messages as (level, text). Chromium only; elsewhere it is empty.
    pub fn console(&self) -> Vec<(String, String)> {
        for entry in self.log("browser") {
            let text = |key: &str| entry[key].as_str().unwrap_or_default().to_string();
            self.console.borrow_mut().push((text("level"), text("message")));
        }
        self.console.borrow().clone()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        self.post("/se/log", &json!({ "type": kind })).as_array().cloned().unwrap_or_default()
    }

    /// A command of the Chrome DevTools protocol. Chromium only.
    #[track_caller]
    pub fn cdp(&self, command: &str, params: &Value) -> Value {
        assert_eq!(
            self.engine,
            Engine::Chromium,
            "{command} needs Chromium: put the test into a file that is not every_*"
        );
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// Runs a script in the page and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str, args: &Value) -> Value {
        match self.try_run(script, args) {
            Ok(value) => value,
            Err(Refusal(why)) => panic!("a script failed in the page: {why}"),
        }
    }

    pub(crate) fn try_run(&self, script: &str, args: &Value) -> Result<Value, Refusal> {
        self.wire.post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    #[track_caller]
    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        match self.wire.post(path, body) {
            Ok(value) => value,
            Err(Refusal(why)) => panic!("{path}: {why}\n{}", self.driver.last_words()),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Politely first; the driver's own end takes the rest along.
        let _ = self.wire.delete("");
    }
}

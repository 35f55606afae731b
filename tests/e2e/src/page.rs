//! The page that is open: loading, waiting, what went wrong in it, pictures of it. Its elements are in `scope`.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::scope::Scope;

/// How long we wait for what should come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(8);

/// Between two looks.
pub(crate) const PAUSE: Duration = Duration::from_millis(25);

/// Collects errors and policy violations and lends us the clock. Before the page's own scripts in Chromium, after them
/// in the other engines, which have no way to come first.
pub(crate) const PRELOAD: &str = include_str!("preload.js");

/// The tag of the element under test.
pub(crate) const TAG: &str = "referred-pain-explorer";

/// A page in a browser.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    pub(crate) browser: &'a Browser,
}

impl<'a> Page<'a> {
    pub(crate) fn new(browser: &'a Browser) -> Self {
        Self { browser }
    }

    pub(crate) fn preload(self) {
        self.browser.run(PRELOAD, &json!([]));
    }

    /// The first `<referred-pain-explorer>` of the page.
    pub fn explorer(self) -> Scope<'a> {
        self.explorer_at(TAG)
    }

    /// The element with this selector; what is asked of it is looked for inside its shadow root.
    pub fn explorer_at(self, host: &str) -> Scope<'a> {
        Scope::new(self, Some(host.to_string()))
    }

    /// The page outside of all shadow roots.
    pub fn document(self) -> Scope<'a> {
        Scope::new(self, None)
    }

    /// Waits until the first explorer is ready, and says after how many milliseconds it was (0 where we cannot know).
    #[track_caller]
    pub fn ready(self) -> f64 {
        self.ready_at(TAG)
    }

    /// Waits until the explorer with this selector is ready.
    #[track_caller]
    pub fn ready_at(self, host: &str) -> f64 {
        let script = "const [host, tag] = arguments, done = arguments[arguments.length - 1];
            customElements.whenDefined(tag).then(async () => {
                const element = document.querySelector(host);
                element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
                await element.ready;
                done(null);
            }).catch((error) => done(String(error)));";
        let body = json!({ "script": script, "args": [host, TAG] });
        let answer = self.browser.wire.post("/execute/async", &body);
        match answer {
            Ok(Value::Null) => {}
            other => panic!("`{host}` did not become ready: {other:?}; problems: {:#?}", self.problems()),
        }
        self.run("return window.__e2e?.readyAt ?? 0").as_f64().unwrap_or(0.0)
    }

    /// Runs a script in the page and gives what it returns.
    #[track_caller]
    pub fn run(self, script: &str) -> Value {
        self.browser.run(script, &json!([]))
    }

    /// Runs a script that calls its last argument when it is done, and gives what it is called with.
    #[track_caller]
    pub fn run_async(self, script: &str) -> Value {
        self.browser.post("/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// Waits until an expression is true in the page.
    #[track_caller]
    pub fn wait(self, expression: &str) {
        let script = format!("return Boolean({expression})");
        self.until(|| self.run(&script) == true, || format!("`{expression}` did not become true"));
    }

    /// Waits until this holds, or fails with what it was that did not.
    #[track_caller]
    pub fn until(self, mut holds: impl FnMut() -> bool, what: impl FnOnce() -> String) {
        let start = Instant::now();
        while !holds() {
            assert!(start.elapsed() < PATIENCE, "{} within {PATIENCE:?}; problems: {:#?}", what(), self.problems());
            std::thread::sleep(PAUSE);
        }
    }

    /// Waits until an attribute of the first element that fits is another than this.
    #[track_caller]
    pub fn until_other(self, scope: &Scope<'_>, css: &str, name: &str, than: Option<&str>) {
        self.until(|| scope.attribute(css, name).as_deref() != than, || format!("{name} of `{css}` stays {than:?}"));
    }

    /// Loads the page anew.
    #[track_caller]
    pub fn reload(self) {
        self.browser.post("/refresh", &json!({}));
        self.preload();
    }

    /// Goes back in the history.
    #[track_caller]
    pub fn back(self) {
        self.browser.post("/back", &json!({}));
        self.preload();
    }

    /// The address.
    pub fn url(self) -> String {
        self.run("return location.href").as_str().unwrap_or_default().to_string()
    }

    /// What went wrong so far: errors on the console (Chromium), uncaught errors, policy violations.
    pub fn problems(self) -> Vec<String> {
        let console = self.browser.console();
        let mut problems: Vec<_> =
            console.into_iter().filter(|(level, _)| level == "SEVERE").map(|(_, text)| text).collect();
        for key in ["errors", "violations"] {
            let list = self.browser.try_run(&format!("return window.__e2e?.{key} ?? []"), &json!([]));
            let list = list.ok().and_then(|list| list.as_array().cloned()).unwrap_or_default();
            problems.extend(list.iter().map(|entry| entry.as_str().unwrap_or_default().to_string()));
        }
        problems
    }

    /// Violations of the Content-Security-Policy, as the page was told of them. All of them only in Chromium.
    pub fn violations(self) -> Vec<String> {
        let list = self.run("return window.__e2e?.violations ?? []");
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from).collect()
    }

    /// Fails if anything went wrong.
    #[track_caller]
    pub fn assert_clean(self) {
        let problems = self.problems();
        assert!(problems.is_empty(), "the page has problems: {problems:#?}");
        // Every server of a test is on this machine: nothing that was asked for went beyond.
        let own = ["http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:", "file:", "chrome"];
        let foreign = |url: &String| !own.iter().any(|start| url.starts_with(start));
        let foreign: Vec<_> = self.browser.requested().into_iter().filter(foreign).collect();
        assert!(foreign.is_empty(), "these requests left the machine: {foreign:#?}");
        let cookie = self.browser.try_run("return document.cookie", &json!([]));
        assert!(cookie.is_err() || cookie.is_ok_and(|cookie| cookie == ""), "the page has a cookie");
    }

    /// What has the focus, through all shadow roots: `tag "name"`, or an empty text for the page itself.
    pub fn focused(self) -> String {
        let script = "let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            if (!at || at === document.body) return '';
            const name = at.getAttribute('aria-label') ?? at.textContent;
            return `${at.localName} \"${(name ?? '').trim().replace(/\\s+/g, ' ').slice(0, 80)}\"`;";
        self.run(script).as_str().unwrap_or_default().to_string()
    }

    /// Whether what has the focus, through all shadow roots, fits a selector.
    pub fn focus_is(self, css: &str) -> bool {
        let script = "let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            return Boolean(at?.matches(arguments[0]));";
        self.browser.run(script, &json!([css])) == true
    }

    /// A picture of what the window shows, as PNG, into a file.
    #[track_caller]
    pub fn screenshot(self, file: &Path) {
        let picture = self.browser.wire.get("/screenshot");
        write_png(file, picture.as_ref().ok().and_then(Value::as_str).expect("a screenshot"));
    }

    /// A picture of the whole page, or of one box `[x, y, width, height]` of it, as PNG, into a file. Chromium only.
    #[track_caller]
    pub fn picture(self, file: &Path, clip: Option<[f64; 4]>) {
        let mut params = json!({ "format": "png", "captureBeyondViewport": true });
        let whole = || {
            let size = self.run("const d = document.documentElement; return [d.clientWidth, d.scrollHeight]");
            [0.0, 0.0, size[0].as_f64().unwrap_or(1.0), size[1].as_f64().unwrap_or(1.0)]
        };
        let [x, y, width, height] = clip.unwrap_or_else(whole);
        params["clip"] = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let answer = self.browser.cdp("Page.captureScreenshot", &params);
        write_png(file, answer["data"].as_str().expect("a picture"));
    }

    /// For each click since the page was opened, the milliseconds until the picture that answered it.
    pub fn paints(self) -> Vec<f64> {
        let list = self.run("return window.__e2e?.paints ?? []");
        list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    }

    /// Whether this engine can emulate; where not, a test that needs it belongs into a Chromium-only file.
    pub fn is_chromium(self) -> bool {
        self.browser.engine == Engine::Chromium
    }
}

#[track_caller]
fn write_png(file: &Path, base64: &str) {
    let bytes = base64::engine::general_purpose::STANDARD.decode(base64).expect("base64 from the browser");
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).expect("a folder for screenshots");
    }
    std::fs::write(file, bytes).unwrap_or_else(|error| panic!("writing {}: {error}", file.display()));
}

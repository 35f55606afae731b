//! Where elements are looked for: the page, or the inside of one custom element. Looks and waits; `pointer` clicks.

use serde_json::{Value, json};

use crate::page::Page;

/// Finds elements by host and selector. A host without a shadow root has nothing inside.
pub(crate) const FIND: &str = "
    function find(host, css) {
        const root = host === null ? document : document.querySelector(host)?.shadowRoot;
        return root ? [...root.querySelectorAll(css)] : [];
    }
";

/// The page, or the shadow root of an element in it.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    pub(crate) page: Page<'a>,
    pub(crate) host: Option<String>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(page: Page<'a>, host: Option<String>) -> Self {
        Self { page, host }
    }

    /// The page this is in.
    pub fn page(&self) -> Page<'a> {
        self.page
    }

    /// Gives all elements that fit to the body of a function of `all`, and returns what it returns.
    #[track_caller]
    pub fn query(&self, css: &str, body: &str) -> Value {
        let script = format!("{FIND} const all = find(arguments[0], arguments[1]); {body}");
        self.page.browser.run(&script, &json!([self.host, css]))
    }

    /// How many elements fit.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        usize::try_from(self.query(css, "return all.length").as_u64().unwrap_or_default()).unwrap_or_default()
    }

    /// Whether an element that fits is there.
    #[track_caller]
    pub fn has(&self, css: &str) -> bool {
        self.count(css) > 0
    }

    /// What the elements that fit show, as a person reads it; drawn text included.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let list =
            self.query(css, "return all.map((element) => (element.innerText ?? element.textContent ?? '').trim())");
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from).collect()
    }

    /// What the first element that fits shows. Waits until there is one.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.wait(css);
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// An attribute of the first element that fits. Waits until there is one.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.wait(css);
        let value = self.query(css, &format!("return all[0]?.getAttribute({name:?}) ?? null"));
        value.as_str().map(String::from)
    }

    /// A computed style of the first element that fits.
    #[track_caller]
    pub fn style(&self, css: &str, property: &str) -> String {
        self.wait(css);
        let value = self.query(css, &format!("return getComputedStyle(all[0]).getPropertyValue({property:?})"));
        value.as_str().unwrap_or_default().to_string()
    }

    /// The box of the first element that fits, in the page: `[x, y, width, height]`.
    #[track_caller]
    pub fn bounds(&self, css: &str) -> [f64; 4] {
        self.wait(css);
        let body = "const b = all[0].getBoundingClientRect(); return [b.x + scrollX, b.y + scrollY, b.width, b.height]";
        let value = self.query(css, body);
        std::array::from_fn(|at| value[at].as_f64().unwrap_or_default())
    }

    /// Gives the focus to the first element that fits.
    #[track_caller]
    pub fn focus(&self, css: &str) {
        self.wait(css);
        self.query(css, "all[0].focus()");
    }

    /// Waits until an element that fits is there.
    #[track_caller]
    pub fn wait(&self, css: &str) {
        self.page.until(|| self.has(css), || format!("there is no `{css}` in {}", self.outline()));
    }

    /// Waits until no element fits any more.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        self.page.until(|| !self.has(css), || format!("`{css}` is still in {}", self.outline()));
    }

    /// Waits until one of the elements that fit shows this text.
    #[track_caller]
    pub fn wait_text(&self, css: &str, text: &str) {
        let shown = || self.texts(css);
        self.page.until(
            || shown().iter().any(|seen| seen.contains(text)),
            || format!("no `{css}` shows `{text}`, they show {:?}", shown()),
        );
    }

    /// A property of the element itself, such as `session`. Only of an explorer.
    #[track_caller]
    pub fn property(&self, name: &str) -> Value {
        self.call_host(&format!("return element.{name} ?? null"))
    }

    /// Runs the body of a function of the `element` itself, and returns what it returns; a promise is waited for.
    #[track_caller]
    pub fn call_host(&self, body: &str) -> Value {
        let host = self.host.as_deref().expect("an explorer, not the document");
        let script = format!("const element = document.querySelector(arguments[0]); {body}");
        self.page.browser.run(&script, &json!([host]))
    }

    /// What is inside, cut short, for a message.
    fn outline(&self) -> String {
        let root = "(arguments[0] === null ? document.body : document.querySelector(arguments[0])?.shadowRoot)";
        let script =
            format!("return {root}?.innerHTML?.replace(/ d=\"[^\"]*\"/g, '')?.slice(0, 1500) ?? 'no shadow root'");
        let value = self.page.browser.try_run(&script, &json!([self.host])).unwrap_or_default();
        value.as_str().unwrap_or_default().to_string()
    }
}

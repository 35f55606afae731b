//! Elements on the tests' own page `pages/element.html`: put there with attributes, heard by the page, and what they
//! fetched.

use serde_json::Value;

use crate::browser::Browser;
use crate::page::{Page, TAG};

/// When a page of the tests can be told to make elements.
const CAN_MAKE: &str = "window.make && customElements.get('referred-pain-explorer')";

/// To be run before a page loads: keeps the memories of its WebAssembly modules in `memories`, to measure or to break them.
/// Chromium only, as all that comes before a page's own scripts.
pub const MEMORIES: &str = "window.memories = [];
    {
        const own = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...given) => {
            const made = await own(...given);
            const { exports } = made.instance ?? made;
            memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
            return made;
        };
    }";

/// A page of the tests, once elements can be made in it. None is there yet.
#[track_caller]
pub fn before_embed<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    let page = browser.open(url);
    page.wait(CAN_MAKE);
    page
}

/// A page of the tests with one element with these attributes in it, ready.
#[track_caller]
pub fn embed<'a>(browser: &'a Browser, url: &str, attributes: &Value) -> Page<'a> {
    let page = before_embed(browser, url);
    page.run(&format!("make({attributes})"));
    page.ready();
    page
}

/// A page of the tests with several elements in it, each ready before the next one comes. Each needs an `id`.
#[track_caller]
pub fn embed_all<'a>(browser: &'a Browser, url: &str, elements: &[Value]) -> Page<'a> {
    let page = before_embed(browser, url);
    for attributes in elements {
        page.run(&format!("make({attributes})"));
        page.ready_at(&format!("#{}", attributes["id"].as_str().expect("an id")));
    }
    page
}

/// Sets an attribute of the page's first element; none removes it.
#[track_caller]
pub fn set(page: Page<'_>, name: &str, value: Option<&str>) {
    page.explorer().call_host(&match value {
        Some(value) => format!("element.setAttribute({name:?}, {value:?})"),
        None => format!("element.removeAttribute({name:?})"),
    });
}

/// Opens this address in a frame of the page, which is to the storage what another tab of the same site is. Its element is
/// then `__other()` to the page's scripts, and ready.
#[track_caller]
pub fn beside(page: Page<'_>, address: &str) {
    page.run(&format!(
        "const frame = document.createElement('iframe');
        frame.src = '{address}';
        frame.width = frame.height = 400;
        document.body.prepend(frame);
        scrollTo(0, 0);
        window.__other = () => frame.contentDocument?.querySelector('{TAG}');"
    ));
    page.wait("__other()?.shadowRoot && __other().ready");
    page.run("__other().scrollIntoView(); __other().ready.then(() => { window.__there = true; })");
    page.wait("window.__there");
}

/// The details of the events of a kind that were heard at the document, oldest first.
#[track_caller]
pub fn heard(page: Page<'_>, kind: &str) -> Vec<Value> {
    let list =
        page.run(&format!("return heard.filter((event) => event.type === {kind:?}).map((event) => event.detail)"));
    list.as_array().cloned().unwrap_or_default()
}

/// The names of the parts of the data that were fetched so far, such as `data-atlas`, without their hashes.
#[track_caller]
pub fn data(page: Page<'_>) -> Vec<String> {
    let script = "return performance.getEntriesByType('resource').map((e) => e.name.split('/').pop())
        .filter((name) => name.startsWith('data-'))";
    let list = page.run(script);
    let name = |value: &Value| value.as_str().unwrap_or_default().rsplit_once('-').map(|(name, _)| name.to_owned());
    let mut names: Vec<String> = list.as_array().into_iter().flatten().filter_map(name).collect();
    names.sort();
    names.dedup();
    names
}

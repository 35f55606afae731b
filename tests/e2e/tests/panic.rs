//! A program that breaks while it runs: the page gets its words back and is told, and what was kept is there on the next
//! visit. Chromium only: there a script can come before the page's own.

use e2e::{Browser, MEMORIES, before_embed, heard, serve, site};
use serde_json::json;

/// No pointer leads anywhere any more.
const BREAK: &str = "memories.forEach((memory) => new Uint8Array(memory.buffer).fill(255))";

#[test]
fn a_panic_gives_the_words_back_and_keeps_the_diary() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(MEMORIES);
    let page = before_embed(&browser, &server.url("pages/element.html"));
    for id in ["one", "other"] {
        page.run(&format!(
            "make({{ id: '{id}', lang: 'en', loading: 'eager' }}).append(Object.assign(document.createElement('p'), {{ textContent: 'Read this' }}))"
        ));
        page.ready_at(&format!("#{id}"));
    }
    let widget = page.explorer_at("#one");
    widget.mark_heel();
    widget.start_first_massage();
    widget.finish_massage();
    let entries = "Object.keys(localStorage).filter((key) => key.startsWith('rpe:entry:')).length";
    assert_eq!(page.run(&format!("return {entries}")), 1);

    page.run(BREAK);
    widget.click(".rpe-tab");
    page.wait("heard.some((event) => event.type === 'rpe-error')");
    let told = heard(page, "rpe-error");
    assert_eq!(told.iter().map(|one| one["type"].clone()).collect::<Vec<_>>(), ["panic", "panic"], "{told:?}");
    for id in ["one", "other"] {
        let seen = page.run(&format!(
            "const element = document.getElementById('{id}');
            return [element.querySelector('p').getClientRects().length, element.shadowRoot.querySelector('.rpe'), element.session]"
        ));
        assert_eq!(seen, json!([1, null, null]), "{id}");
    }
    // Nothing of ours goes on in the background, and the page can be left and come back to.
    assert_eq!(page.run(&format!("return {entries}")), 1);
    page.run("document.getElementById('other').remove()");
    let page = before_embed(&browser, &server.url("pages/element.html"));
    page.run("make({ lang: 'en', mode: 'day' })");
    page.ready();
    page.explorer().assert_day(1, 3);
}

#[test]
fn a_trap_of_somebody_elses_module_is_none_of_ours() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url("pages/element.html"));
    page.run("make({ lang: 'en' })");
    page.ready();
    page.run("setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); })");
    page.run_async("const done = arguments[arguments.length - 1]; setTimeout(done, 100)");
    page.explorer().mark_heel();
    assert_eq!(heard(page, "rpe-error").len(), 0);
}

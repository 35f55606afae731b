//! Content before code: the page can be read before the program is there and if it never comes, and nothing that is in
//! sight moves when the widget takes the fallback's place. Chromium only: it alone tells of layout shifts.

use e2e::{Browser, FIRST_HALF, Page, SECOND_HALF, Site, Window, serve, site};
use serde_json::{Value, json};

/// Tells of every layout shift that no one asked for.
const WATCH: &str = "window.shifts = [];
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) {
            if (!one.hadRecentInput) shifts.push([one.value, one.sources.map(({ node, previousRect, currentRect }) => [node?.className ?? node?.nodeName, previousRect.toJSON(), currentRect.toJSON()])]);
        }
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('rpe-ready', () => { window.isReady = true; });";

/// Whether the map and the words of the fallback are seen.
const READABLE: &str = "(() => {
    const still = document.querySelector('referred-pain-explorer section');
    const map = still.querySelector('svg').getBoundingClientRect();
    return map.width > 200 && map.height > 200 && still.querySelector('li').getClientRects().length > 0;
})()";

/// Watches, and holds the program back until it is let through.
fn watch(browser: &Browser) {
    browser.before_load(WATCH);
    browser.hold_back(FIRST_HALF);
}

fn settled(page: Page<'_>) -> Value {
    page.run_async("const done = arguments[arguments.length - 1]; setTimeout(() => done(shifts), 600)")
}

#[test]
fn nothing_in_sight_moves_when_the_widget_takes_its_place() {
    let server = serve(site());
    // Our own pages; and one that marks the heel by an attribute, which makes a list of results.
    let pages =
        [(320, "index.html", false), (320, "nl.html", true), (768, "nl.html", true), (1200, "index.html", true)];
    for (width, page, marked) in pages {
        // At the top, in the middle of the fallback, and where it ends.
        for part in [0.0, 0.5, 1.0] {
            let browser = Browser::with_window(Window { width, height: 900 });
            watch(&browser);
            let page = browser.open(&server.url(page));
            page.wait(READABLE);
            let host = "document.querySelector('referred-pain-explorer').getBoundingClientRect()";
            page.run(&format!("scrollTo(0, {host}.bottom * {part} - innerHeight * {part} / 2)"));
            let top = page.run(&format!("shifts.length = 0; return {host}.top"));
            if marked {
                page.run("document.querySelector('referred-pain-explorer').setAttribute('region', 'heel')");
            }
            page.let_through(FIRST_HALF);
            page.wait("window.isReady");
            assert_eq!(settled(page), json!([]), "{width} px, {part} of the way down");
            assert_eq!(page.run(&format!("return {host}.top")), top, "{width} px, {part} of the way down");
            page.assert_clean();
        }
    }
}

#[test]
fn with_a_place_asked_for_it_stands_early_where_its_list_is_out_of_sight() {
    let server = serve(site());
    for (width, early) in [(320, true), (1200, false)] {
        let browser = Browser::with_window(Window { width, height: 900 });
        watch(&browser);
        browser.hold_back(SECOND_HALF);
        let page = browser.open(&server.url("index.html"));
        page.wait(READABLE);
        page.run("document.querySelector('referred-pain-explorer').setAttribute('region', 'heel')");
        page.let_through(FIRST_HALF);
        // What makes it stand, or would, has been fetched; the second half has not.
        page.wait("performance.getEntriesByType('resource').some(({ name }) => /rpe-.*wasm/.test(name))");
        let stands = || page.run("return !!window.isReady");
        if early {
            page.wait("window.isReady");
            page.explorer().wait(".rpe-result .rpe-row");
        } else {
            std::thread::sleep(std::time::Duration::from_millis(1500));
            assert_eq!(stands(), false, "the list would grow under somebody's eyes");
            assert_eq!(page.run(&format!("return {READABLE}")), true, "the fallback is back as if nothing had been");
        }
        page.let_through(SECOND_HALF);
        page.ready();
        assert_eq!((settled(page), stands()), (json!([]), json!(true)), "{width} px");
        page.explorer().wait("[data-act=start]");
        page.assert_clean();
    }
}

#[test]
fn what_was_kept_free_is_given_back_with_the_first_press() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 1200, height: 2400 });
    watch(&browser);
    let page = browser.open(&server.url("index.html"));
    page.let_through(FIRST_HALF);
    page.ready();
    let place = "document.querySelector('referred-pain-explorer').shadowRoot.querySelector('[data-theme]')";
    // The window is higher than the widget.
    page.wait(&format!("{place}.style.minBlockSize !== ''"));
    page.explorer().mark_heel();
    assert_eq!(page.run(&format!("return {place}.style.minBlockSize")), "");
}

/// What the fetch of the module gives, and what the page is then told.
#[track_caller]
fn fails(answer: &str, site: Site, kind: &str) {
    let server = serve(site);
    let browser = Browser::start();
    browser.before_load(&format!(
        "window.errors = [];
        addEventListener('rpe-error', ({{ detail }}) => errors.push(detail), true);
        const own = window.fetch;
        window.fetch = (...args) => {{
            const file = String(args[0]);
            {answer}
            return own(...args);
        }};"
    ));
    let page = browser.open(&server.url("index.html"));
    page.wait("errors.length > 0");
    assert_eq!(page.run("return errors[0].type"), kind, "{}", page.run("return errors"));
    assert_ne!(page.run("return errors[0].message"), "");
    assert_eq!(page.run(&format!("return {READABLE}")), true, "the fallback can still be read");
    assert_eq!(page.run("return document.querySelector('referred-pain-explorer').session"), Value::Null);
}

#[test]
fn a_program_that_does_not_arrive_leaves_the_words_and_says_why() {
    fails(
        "if (/rpe-.*wasm/.test(file)) return Promise.resolve(new Response('', { status: 404 }));",
        site(),
        "wasm-fetch",
    );
    fails("if (/rpe-.*wasm/.test(file)) return Promise.reject(new TypeError('offline'));", site(), "wasm-fetch");
}

#[test]
fn a_file_that_is_cut_off_on_its_way_is_told() {
    let cut = "new Response(new ReadableStream({ start(part) { part.error(new TypeError('network error')); } }),
        { headers: { 'content-type': file.includes('.wasm') ? 'application/wasm' : 'text/plain' } })";
    for file in ["rpe-.*wasm", "rpe-.*css", "data-atlas"] {
        fails(&format!("if (/{file}/.test(file)) return Promise.resolve({cut});"), site(), "wasm-fetch");
    }
}

#[test]
fn a_server_that_answers_with_its_start_page_is_told() {
    let page = "new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })";
    fails(&format!("if (/rpe-.*wasm/.test(file)) return Promise.resolve({page});"), site(), "wasm-mime");
}

#[test]
fn a_policy_without_webassembly_is_told() {
    fails("", site().policy("script-src 'self'"), "wasm-blocked");
}

#[test]
fn a_module_of_another_build_is_told() {
    // A module that wants a function that the glue does not have: the smallest there is, written out byte by byte. What the
    // glue calls itself depends on the build.
    let other = "(async () => {
        const files = await (await own('/integrity.json')).json();
        const glue = await (await own('/' + Object.keys(files).find((name) => /^rpe-.*js$/.test(name)))).text();
        const name = [...new TextEncoder().encode(glue.includes('./rpe_bg.js') ? './rpe_bg.js' : 'a')];
        const wanted = [1, name.length, ...name, 1, 98, 0, 0];
        const module = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, wanted.length, ...wanted];
        return new Response(new Uint8Array(module), { headers: { 'content-type': 'application/wasm' } });
    })()";
    fails(&format!("if (/rpe-.*wasm/.test(file)) return {other};"), site(), "version-mismatch");
}

#[test]
fn data_that_cannot_be_read_is_told() {
    fails("if (/data-atlas/.test(file)) return Promise.resolve(new Response(new Uint8Array(9)));", site(), "panic");
}

#[test]
fn without_scripts_the_page_is_whole() {
    let server = serve(site().policy("script-src 'none'"));
    let browser = Browser::start();
    for page in ["index.html", "nl.html"] {
        let page = browser.open(&server.url(page));
        page.wait(READABLE);
        let words = page.run("return document.querySelector('referred-pain-explorer').innerText.length");
        assert!(words.as_f64().unwrap_or_default() > 3000.0, "{words}");
    }
}

//! The program comes in two halves. Before the second is there, the map and the list answer; what needs it happens as
//! soon as it has come.

use e2e::{Browser, Page, SECOND_HALF, before_embed, serve, site};
use serde_json::{Value, json};

fn open<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    browser.hold_back(SECOND_HALF);
    let page = browser.open(url);
    page.explorer().wait(".rpe-svg [role=option]");
    page
}

#[test]
fn the_map_answers_before_the_second_half_is_there_and_the_rest_follows() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url("index.html"));
    let widget = page.explorer();
    widget.mark_heel();
    widget.wait(".rpe-result");
    let first = widget.text(".rpe-result .rpe-row");
    widget.click(".rpe-result .rpe-row");
    assert!(!widget.has(".rpe-card"), "the card is in the second half");
    assert!(page.run("return window.__e2e.standsAt").is_number(), "the widget stands");
    assert_eq!(page.run("return window.__e2e.readyAt"), Value::Null, "ready is who answers everything");
    page.let_through(SECOND_HALF);
    page.ready();
    widget.wait(".rpe-card");
    assert!(first.contains(&widget.text(".rpe-card h2")), "what was tapped before is what opens");
    page.assert_clean();
}

#[test]
fn a_fold_that_was_opened_early_fills_when_the_second_half_comes() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url("index.html"));
    let widget = page.explorer();
    widget.click(".rpe-where summary");
    assert!(!widget.has(".rpe-places"), "it is a third of the widget, and nobody waits for it");
    page.let_through(SECOND_HALF);
    page.ready();
    widget.wait(".rpe-where details[open] > .rpe-places [type=checkbox]");
    widget.click(".rpe-places [type=checkbox]");
    widget.wait(".rpe-result");
    page.assert_clean();
}

#[test]
fn a_second_half_that_does_not_come_is_told_and_asked_for_again() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(
        "const own = window.fetch;
        window.refuse = true;
        window.told = [];
        addEventListener('rpe-error', (event) => window.told.push(event.detail.type), true);
        window.fetch = async (...args) => {
            if (window.refuse && String(args[0]).includes('/rest-')) throw new TypeError('Failed to fetch');
            return own(...args);
        };",
    );
    let page = browser.open(&server.url("index.html"));
    let widget = page.explorer();
    widget.wait(".rpe-svg [role=option]");
    page.wait("window.told.includes('wasm-fetch')");
    page.run("window.refuse = false");
    widget.mark_heel();
    page.ready();
    widget.start_first_massage();
    page.assert_clean();
}

/// What the page's own script says when the widget stands: it does not wait for more.
const HASTY: &str = "addEventListener('rpe-ready', ({ target }) => {
        window.hasty = {
            session: target.session,
            rank: target.rank(['heel']),
            diary: JSON.parse(target.exportDiary('json')),
            stood: window.__e2e.readyAt === null,
        };
        target.select({ muscle: 'soleus' });
    }, { capture: true, once: true });";

#[test]
fn a_method_called_before_the_second_half_is_there_answers_all_the_same() {
    let server = serve(site());
    let browser = Browser::start();
    // What was kept on an earlier visit is known, too.
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    widget.finish_massage();
    browser.before_load(HASTY);
    let page = open(&browser, &server.url("index.html"));
    page.wait("window.hasty");
    let said = page.run("return window.hasty");
    assert_eq!((&said["stood"], &said["session"]), (&Value::Bool(true), &Value::Null));
    let best = &said["rank"][0];
    assert!(best["reasons"][0].as_str().is_some_and(|reason| reason.len() > 10), "a reason in words: {best}");
    assert_eq!(said["diary"]["records"].as_array().map(Vec::len), Some(1), "{}", said["diary"]);
    page.explorer().wait(".rpe-card");
    // Ready is ready, though the second half that was on its way is still held.
    page.ready();
    page.let_through(SECOND_HALF);
    page.explorer().click("[data-screen=day]");
    page.explorer().wait(".rpe-log li");
}

#[test]
fn a_method_that_cannot_be_answered_yet_says_so_and_the_widget_lives() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(
        "const ask = XMLHttpRequest.prototype.open;
        XMLHttpRequest.prototype.open = function (method, url, ...more) {
            return ask.call(this, method, '/nothing.wasm', ...more);
        };",
    );
    let page = open(&browser, &server.url("index.html"));
    page.wait("window.__e2e.standsAt");
    let why = page.run(
        "try { document.querySelector('referred-pain-explorer').rank(['heel']); return 'answered'; }
        catch (error) { return error.name + ': ' + error.message; }",
    );
    assert_eq!(why, "TypeError: not ready: await element.ready first");
    page.let_through(SECOND_HALF);
    page.ready();
    let best = page.run("return document.querySelector('referred-pain-explorer').rank(['heel'])[0].point");
    assert_eq!(best, "soleus.1");
}

#[test]
fn taking_out_the_rubbish_needs_nothing_of_the_second_half() {
    let server = serve(site());
    let browser = Browser::start();
    browser.hold_back(SECOND_HALF);
    browser.before_load(
        "window.asked = [];
        const ask = XMLHttpRequest.prototype.open;
        XMLHttpRequest.prototype.open = function (method, url, ...more) {
            asked.push(String(url));
            return ask.call(this, method, url, ...more);
        };",
    );
    let page = before_embed(&browser, &server.url("pages/element.html"));
    // Several at the same time: what they share is there once, so that nothing of it is rubbish.
    page.run("for (let n = 0; n < 8; n += 1) make({ id: `n${n}`, lang: 'en', loading: 'eager', storage: 'none' })");
    page.wait(
        "[...document.querySelectorAll('referred-pain-explorer')].every((one) => one.shadowRoot.querySelector('.rpe-svg'))",
    );
    browser.cdp("HeapProfiler.enable", &json!({}));
    for _ in 0..3 {
        browser.cdp("HeapProfiler.collectGarbage", &json!({}));
        // What was taken out is told in a task of its own.
        page.run_async("setTimeout(arguments[arguments.length - 1], 50)");
    }
    assert_eq!(page.run("return window.asked"), json!([]), "the page stood still for the second half");
    page.let_through(SECOND_HALF);
    page.ready_at("#n7");
    page.assert_clean();
}

/// Writes down which bytes the second half brings along; in the next page, puts rubbish there until it comes.
const RUBBISH: &str = "(() => {
        const { instantiate } = WebAssembly;
        const bytes = (things) => new Uint8Array(things.find((one) => one instanceof WebAssembly.Memory).buffer);
        const first = async (module, imports) => {
            const instance = await instantiate(module, imports);
            const brought = JSON.parse(sessionStorage.brought ?? '[]');
            const memory = bytes(Object.values(instance.exports));
            for (const place of brought) memory[place] ^= 0xaa;
            window.spoiled = brought.length;
            return instance;
        };
        // At once, so that nothing but the second half itself is seen to write.
        const second = async (code, imports) => {
            const module = new WebAssembly.Module(code);
            const memory = bytes(Object.values(imports).flatMap((from) => Object.values(from)));
            const before = memory.slice();
            const instance = new WebAssembly.Instance(module, imports);
            const brought = [...memory.keys()].filter((place) => memory[place] !== before[place]);
            sessionStorage.brought = JSON.stringify(brought);
            return { module, instance };
        };
        WebAssembly.instantiate = (what, ...more) => (what instanceof WebAssembly.Module ? first : second)(what, ...more);
    })();";

/// Presses all there is before the second half has come, and tells what is read meanwhile.
const PRESS_ALL: &str = "const done = arguments[arguments.length - 1];
    const host = document.querySelector('referred-pain-explorer'), root = host.shadowRoot;
    const some = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const until = async (holds) => { while (!holds()) await some(10); };
    (async () => {
        const read = [];
        const all = (css) => [...root.querySelectorAll(css)];
        for (const css of ['[data-group]', '[data-view]', '.rpe-svg [role=option]', '.rpe-map button']) {
            for (let at = 0; at < all(css).length; at += 1) {
                const one = all(css)[at];
                one.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
                one.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
                await some(5);
            }
        }
        for (const lang of ['nl', 'de', 'fr', 'es', 'en']) {
            host.setAttribute('lang', lang);
            await until(() => root.querySelector(`.rpe[lang=${lang}]`));
            await some(50);
            read.push(root.querySelector('.rpe').textContent);
        }
        done(read);
    })();";

#[test]
fn nobody_reads_what_is_for_later_before_it_is_there() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(RUBBISH);
    let page = open(&browser, &server.url("index.html"));
    let read = page.run_async(PRESS_ALL);
    assert!(read[1].as_str().is_some_and(|text| text.contains("Ferse")), "{read}");
    page.let_through(SECOND_HALF);
    page.ready();
    page.reload();
    page.explorer().wait(".rpe-svg [role=option]");
    let spoiled = page.run("return window.spoiled").as_u64().unwrap_or_default();
    assert!(spoiled > 1000, "{spoiled} bytes are for later");
    assert_eq!(page.run_async(PRESS_ALL), read);
    page.let_through(SECOND_HALF);
    page.ready();
    page.assert_clean();
}

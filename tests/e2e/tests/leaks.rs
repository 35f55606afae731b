//! A page that makes and removes the element a thousand times has, in the end, what it had after the first hundred.
//! Chromium only: it alone counts what is alive.

use std::io::Write;

use e2e::{Browser, MEMORIES, Page, before_embed, serve, site};
use serde_json::{Value, json};

/// What is alive after the rubbish was taken out: bytes of JavaScript, bytes of WebAssembly, listeners, nodes.
fn alive(browser: &Browser, page: Page<'_>) -> [f64; 4] {
    // Of a tree that hangs together across JavaScript and the page one round takes a part.
    let nodes = || browser.cdp("Memory.getDOMCounters", &json!({}))["nodes"].as_f64().unwrap_or(f64::NAN);
    let mut quiet = 0;
    while quiet < 3 {
        let before = nodes();
        browser.cdp("HeapProfiler.collectGarbage", &json!({}));
        std::thread::sleep(std::time::Duration::from_millis(100));
        quiet = if nodes() < before { 0 } else { quiet + 1 };
    }
    let heap = browser.cdp("Runtime.getHeapUsage", &json!({}));
    let counters = browser.cdp("Memory.getDOMCounters", &json!({}));
    let wasm = page.run("return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)");
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    [&heap["usedSize"], &wasm, &counters["jsEventListeners"], &counters["nodes"]].map(number)
}

/// Makes and removes the element, with a muscle looked at in between: so many times.
fn cycles(page: Page<'_>, count: usize) {
    page.run("window.over = false");
    page.run(&format!(
        "(async () => {{
            for (let n = 0; n < {count}; n += 1) {{
                const element = make({{ lang: 'en', region: 'heel', loading: 'eager', storage: 'none' }});
                await element.ready;
                element.select({{ muscle: 'soleus' }});
                element.remove();
                await new Promise((go) => setTimeout(go));
            }}
            heard.length = 0;
            window.over = true;
        }})()"
    ));
    while page.run("return window.over") != true {
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
}

#[test]
fn a_thousand_of_them_leave_nothing_behind() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(MEMORIES);
    let page = before_embed(&browser, &server.url("pages/element.html"));
    browser.cdp("HeapProfiler.enable", &json!({}));
    cycles(page, 100);
    let before = alive(&browser, page);
    cycles(page, 900);
    let after = alive(&browser, page);
    let [heap, wasm, listeners, nodes] = [0, 1, 2, 3].map(|at| after[at] - before[at]);
    let line = format!(
        "    900 more: heap {:+.0} kB of {:.0}, wasm {:+.0} kB of {:.0}, listeners {listeners:+} of {}, nodes {nodes:+} of {}",
        heap / 1e3,
        after[0] / 1e3,
        wasm / 1e3,
        after[1] / 1e3,
        after[2],
        after[3]
    );
    let _ = writeln!(std::io::stderr(), "{line}");
    assert!(heap < 1e6 && wasm < 1e6 && heap + wasm < 1e6, "{line}");
    assert!(after[1] > 0.0, "the memory of the module was not seen: {line}");
    assert!(listeners < 50.0, "{line}");
    // Chromium lets go of some trees late, above all on a busy machine; a widget has about a thousand nodes.
    assert!(nodes < 0.05 * 900.0 * 1000.0, "{line}");
    page.assert_clean();
}

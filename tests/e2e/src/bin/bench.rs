//! `cargo xtask bench`: what the explorer costs a page, beside two published body maps, in one run of Chromium. Prints;
//! asserts nothing, because a time depends on what else the machine does. What holds anywhere are the ratios.

use std::path::Path;

use e2e::{Browser, MEMORIES, Page, project, serve, site};
use serde_json::{Value, json};

/// How often each page is opened; of each figure the median counts.
const RUNS: usize = 7;

/// Notes when a drawn map is first painted, wherever it stands, and when the page says that it is ready.
const WATCH: &str = "
    const drawn = (root) => [...root.querySelectorAll('svg')].some((svg) =>
        svg.querySelectorAll('path, polygon').length > 9 && svg.getBoundingClientRect().width > 50);
    const look = () => {
        const host = document.querySelector('referred-pain-explorer');
        if (drawn(document) || (host?.shadowRoot && drawn(host.shadowRoot))) {
            // The frame in which it is found is about to be painted.
            const after = new MessageChannel();
            after.port1.onmessage = () => { window.mapAt = performance.now(); };
            after.port2.postMessage(0);
        } else requestAnimationFrame(look);
    };
    const listen = () => {
        const host = document.querySelector('referred-pain-explorer');
        if (host ? host.shadowRoot?.querySelector('.rpe-svg [role=option]') : window.isReady) window.hearsAt = performance.now();
        else requestAnimationFrame(listen);
    };
    requestAnimationFrame(listen);
    requestAnimationFrame(look);
    addEventListener('rpe-ready', async ({ target }) => {
        window.isReady = performance.now();
        await target.ready;
        window.isWhole = performance.now();
    }, true);";

/// What is clicked, and how long until the frame after it is painted, in milliseconds.
const CLICK: &str = "const done = arguments[arguments.length - 1];
    const host = document.querySelector('referred-pain-explorer');
    const all = (host?.shadowRoot ?? document).querySelectorAll('CSS');
    const target = all[Math.floor(all.length / 2)];
    const start = performance.now();
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => done(performance.now() - start);
        after.port2.postMessage(0);
    });";

/// A page that is measured: what it is called, where it is, what is clicked on it.
const PAGES: [(&str, &str, &str); 4] = [
    ("the explorer, as we advise", "guests/bench/explorer.html", ".rpe-svg [role=option]"),
    ("the explorer alone", "guests/bench/bare.html", ".rpe-svg [role=option]"),
    ("body-muscles", "guests/bench/body-muscles.html", "svg path"),
    ("react-body-highlighter with React", "guests/bench/highlighter.html", "svg polygon"),
];

/// A connection and a machine, slower than this one.
#[derive(Clone, Copy)]
struct Slow {
    bits_per_second: f64,
    latency_ms: f64,
    /// How many times slower the machine is.
    cpu: u32,
}

/// As fast as it goes, and a phone on the road.
const SURROUNDINGS: [(&str, Option<Slow>); 2] = [
    ("full speed", None),
    ("1.6 Mbit/s, 150 ms, CPU / 4", Some(Slow { bits_per_second: 1.6e6, latency_ms: 150.0, cpu: 4 })),
];

/// What is measured of a page: bytes until all is there, the map painted, the first click heard, ready as the page is told,
/// all of the program there, a click until its paint, memory.
const FIGURES: [&str; 7] = ["kB", "map ms", "hears ms", "ready ms", "whole ms", "click ms", "heap kB"];

fn page(name: &str, preload: &str, fallback: &str) {
    let text = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{name}</title>\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">\
        <script type=\"module\" src=\"/referred-pain-explorer.js\"></script>{preload}</head>\
        <body><referred-pain-explorer lang=\"en\" loading=\"eager\" storage=\"none\">{fallback}</referred-pain-explorer></body></html>"
    );
    let path = project::target().join("guests/bench").join(name);
    std::fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn measure(browser: &Browser, page: Page<'_>, click: &str) -> [f64; 7] {
    // The others are whole as soon as they are ready.
    page.wait(
        "window.mapAt && window.hearsAt && window.isReady
            && (window.isWhole ??= document.querySelector('referred-pain-explorer') ? null : window.isReady)",
    );
    let bytes = page.run(
        "return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
            .reduce((sum, entry) => sum + entry.encodedBodySize, 0)",
    );
    let [map, hears, ready, whole] =
        ["mapAt", "hearsAt", "isReady", "isWhole"].map(|name| page.run(&format!("return window.{name}")));
    let click = page.run_async(&CLICK.replace("CSS", click));
    browser.cdp("HeapProfiler.collectGarbage", &json!({}));
    let heap = browser.cdp("Runtime.getHeapUsage", &json!({}));
    let wasm = page.run("return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)");
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let heap = number(&heap["usedSize"]) + number(&wasm);
    [number(&bytes) / 1e3, number(&map), number(&hears), number(&ready), number(&whole), number(&click), heap / 1e3]
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

fn once(url: &str, click: &str, slow: Option<Slow>) -> [f64; 7] {
    let browser = Browser::start();
    browser.before_load(MEMORIES);
    browser.before_load(WATCH);
    browser.cdp("HeapProfiler.enable", &json!({}));
    if let Some(Slow { bits_per_second, latency_ms, cpu }) = slow {
        let bytes = bits_per_second / 8.0;
        browser.cdp("Network.enable", &json!({}));
        browser.cdp(
            "Network.emulateNetworkConditions",
            &json!({ "offline": false, "latency": latency_ms, "downloadThroughput": bytes, "uploadThroughput": bytes }),
        );
        browser.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": cpu }));
    }
    measure(&browser, browser.open(url), click)
}

fn main() {
    let piece = |name: &str| {
        std::fs::read_to_string(project::dist().join(format!("{name}-en.html")))
            .expect("cargo xtask build")
            .replace("href=\"", "href=\"/")
    };
    assert!(
        Path::new(&project::target().join("guests/bench/highlighter.html")).is_file(),
        "node build.mjs comes first"
    );
    page("explorer.html", &piece("preload"), &piece("fallback"));
    page("bare.html", "", "");
    let server = serve(site().packed());
    for (name, slow) in SURROUNDINGS {
        println!(
            "\n{name}; kB as sent, with brotli\n{:40} {}",
            "",
            FIGURES.map(|figure| format!("{figure:>10}")).concat()
        );
        let rows = PAGES.map(|(page, path, click)| {
            let runs: Vec<_> = (0..RUNS).map(|_| once(&server.url(path), click, slow)).collect();
            let row = [0, 1, 2, 3, 4, 5, 6].map(|at| median(runs.iter().map(|run| run[at]).collect()));
            println!("{page:40} {}", row.map(|figure| format!("{figure:>10.1}")).concat());
            row
        });
        if let [ours, .., other] = &rows[..] {
            let ratio = |at: usize| format!("{:.2}", ours[at] / other[at]);
            println!("the first beside the last: map {} x, ready {} x, whole {} x", ratio(1), ratio(3), ratio(4));
        }
    }
}

//! A widget that waits does nothing at all: no timer, no animation frame, no wake. A running one does little.
//! Chromium only: there a script can come before the page's own.

use std::io::Write;
use std::time::Duration;

use e2e::{Browser, Page, Scope, serve, site};
use serde_json::json;

/// Counts what is pending: intervals, timeouts, animation frames, and what runs in animations.
const COUNT: &str = "
    const live = window.__live = { intervals: new Set(), timeouts: new Set(), frames: 0 };
    const wrap = (name, set) => {
        const [make, clear] = [window['set' + name], window['clear' + name]];
        window['set' + name] = (call, ms, ...more) => {
            const id = make(() => { if (name === 'Timeout') set.delete(id); call(...more); }, ms);
            set.add(id);
            return id;
        };
        window['clear' + name] = (id) => { set.delete(id); clear(id); };
    };
    wrap('Interval', live.intervals);
    wrap('Timeout', live.timeouts);
    const frame = window.requestAnimationFrame;
    window.requestAnimationFrame = (call) => { live.frames += 1; return frame.call(window, call); };
";

/// What is pending after a while in which nothing happened.
#[track_caller]
fn pending(page: Page<'_>) -> [u64; 4] {
    page.run("__live.frames = 0");
    std::thread::sleep(Duration::from_millis(1_500));
    let counts = page.run(
        "const root = document.querySelector('referred-pain-explorer').shadowRoot;
        const moving = root.getAnimations().filter((one) => one.playState === 'running').length;
        return [__live.intervals.size, __live.timeouts.size, __live.frames, moving]",
    );
    let mut all = counts.as_array().into_iter().flatten().filter_map(|n| n.as_u64());
    [(); 4].map(|()| all.next().unwrap_or(u64::MAX))
}

/// The share of one processor that the page takes while nobody touches it.
#[track_caller]
fn share(browser: &Browser, wall: Duration) -> f64 {
    let busy = || {
        let metrics = browser.cdp("Performance.getMetrics", &json!({}));
        let all = metrics["metrics"].as_array().cloned().unwrap_or_default();
        all.iter().find(|m| m["name"] == "TaskDuration").and_then(|m| m["value"].as_f64()).unwrap_or(f64::NAN)
    };
    browser.cdp("Performance.enable", &json!({}));
    let before = busy();
    std::thread::sleep(wall);
    (busy() - before) / wall.as_secs_f64()
}

#[track_caller]
fn start(widget: &Scope<'_>) {
    widget.mark_heel();
    widget.start_first_massage();
    widget.click("[data-act=next]");
    widget.wait(".rpe-pressing");
}

#[test]
fn who_waits_does_nothing() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(COUNT);
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    assert_eq!(pending(page), [0; 4], "nobody did anything yet");
    widget.mark_heel();
    assert_eq!(pending(page), [0; 4], "with results");
    widget.start_first_massage();
    widget.click("[data-act=next]");
    let [intervals, timeouts, ..] = pending(page);
    assert_eq!([intervals, timeouts], [1, 2], "running: the page's title; the face, and the alarm of the next cue");
    let title = || page.run("return document.title");
    assert!(title().as_str().is_some_and(|t| t.starts_with("0:")), "{}", title());
    widget.click("[data-act=pause]");
    assert_eq!(pending(page), [0; 4], "paused");
    widget.click("[data-act=resume]");
    widget.click("[data-screen=find]");
    let [intervals, timeouts, ..] = pending(page);
    assert_eq!([intervals, timeouts], [1, 1], "running out of sight: the title, and the alarm");
    widget.click("[data-screen=massage]");
    widget.click("[data-act=stop]");
    assert_eq!(pending(page), [0; 4], "stopped");
    assert!(title().as_str().is_some_and(|t| !t.contains(':')), "{}", title());
    page.assert_clean();
}

#[test]
fn it_tells_what_a_running_massage_costs() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    let idle = share(&browser, Duration::from_secs(4));
    start(&widget);
    std::thread::sleep(Duration::from_secs(1));
    let running = share(&browser, Duration::from_secs(8));
    let _ = writeln!(
        std::io::stderr(),
        "    speed: a running massage takes {:.2} % of a processor, a waiting widget {:.2} %",
        running * 100.0,
        idle * 100.0
    );
    page.assert_clean();
}

//! Painting where it hurts: two views, the eraser, two fingers, the numbers beside it, and how it keeps up.

use std::io::Write;

use e2e::{Browser, Page, Scope, Server, Window, serve, site};
use serde_json::json;

/// The sole on the map, ready to be painted on.
#[track_caller]
fn at_the_sole<'a>(browser: &'a Browser, server: &Server) -> Page<'a> {
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.click("[data-key=plantar]");
    widget.wait(".rpe-stage[aria-busy=false] [data-region=heel_plantar]");
    widget.click("[data-key=paint]");
    widget.wait(".rpe-painting");
    page
}

#[track_caller]
fn paint(widget: &Scope<'_>, region: &str) {
    let way = widget.way_over(&format!("[data-region={region}]"), 4);
    widget.page().stroke(&way, 30);
}

#[track_caller]
fn wait_marked(widget: &Scope<'_>, region: &str, on: bool) {
    widget.wait(&format!("[data-region={region}][aria-selected={on}]"));
}

/// Opens the list of the marked places with how much each hurts.
const STRENGTHS: &str = ".rpe-strengths > summary";

#[test]
fn several_views_make_one_painting_and_the_map_stays_where_one_paints() {
    let server = serve(site());
    let browser = Browser::start();
    let page = at_the_sole(&browser, &server);
    let widget = page.explorer();
    paint(&widget, "ball_middle");
    wait_marked(&widget, "ball_middle", true);
    widget.click("[data-key=posterior]");
    widget.wait(".rpe-svg[data-view=posterior]");
    paint(&widget, "leg_posterior_upper");
    wait_marked(&widget, "leg_posterior_upper", true);
    assert_eq!(widget.attribute(".rpe-svg", "data-view").as_deref(), Some("posterior"));
    widget.click(STRENGTHS);
    let names = widget.texts(".rpe-sore-name").join(", ");
    assert!(names.contains("Ball of foot") && names.to_lowercase().contains("calf"), "{names}");
    widget.click("[data-key=undo]");
    wait_marked(&widget, "leg_posterior_upper", false);
    widget.click("[data-key=undo]");
    widget.wait_gone(".rpe-sore");
    assert_eq!(widget.attribute("[data-key=undo]", "aria-disabled").as_deref(), Some("true"));
    page.assert_clean();
}

#[test]
fn the_eraser_takes_paint_away_and_more_strokes_make_it_stronger() {
    let server = serve(site());
    let browser = Browser::start();
    let page = at_the_sole(&browser, &server);
    let widget = page.explorer();
    let number = |n: &str| widget.wait_text(".rpe-sore li:first-child .rpe-sore-number", n);
    paint(&widget, "heel_plantar");
    widget.click(STRENGTHS);
    number("5");
    paint(&widget, "heel_plantar");
    number("8");
    widget.click("[data-key=eraser]");
    widget.click("[data-key=broad]");
    // A brush lays the eraser aside.
    assert_eq!(widget.attribute("[data-key=eraser]", "aria-pressed").as_deref(), Some("false"));
    widget.click("[data-key=eraser]");
    let way = widget.way_over("[data-region=heel_plantar]", 12);
    page.stroke(&way, 20);
    wait_marked(&widget, "heel_plantar", false);
    widget.click("[data-key=undo]");
    // The list went with its last place, and comes back folded.
    widget.click(STRENGTHS);
    number("8");
    page.assert_clean();
}

#[test]
fn tapping_a_painted_place_takes_its_mark_and_its_paint() {
    let server = serve(site());
    let browser = Browser::start();
    let page = at_the_sole(&browser, &server);
    let widget = page.explorer();
    paint(&widget, "heel_plantar");
    wait_marked(&widget, "heel_plantar", true);
    page.press("Escape");
    widget.wait_gone(".rpe-painting");
    widget.tap("[data-region=heel_plantar]");
    wait_marked(&widget, "heel_plantar", false);
    // It does not come back with the next stroke elsewhere.
    widget.click("[data-key=paint]");
    paint(&widget, "ball_middle");
    wait_marked(&widget, "ball_middle", true);
    assert!(widget.has("[data-region=heel_plantar][aria-selected=false]"));
    page.assert_clean();
}

#[test]
fn two_fingers_come_closer_while_painting_and_paint_nothing() {
    let server = serve(site());
    let browser = Browser::start();
    let page = at_the_sole(&browser, &server);
    let widget = page.explorer();
    let before = widget.attribute(".rpe-svg", "viewBox");
    let way = widget.way_over(".rpe-svg", 2);
    let (x, y) = ((way[2].0 + way[3].0) / 2, way[2].1);
    page.fingers(&[&[(x - 60, y), (x - 20, y), (x - 140, y)], &[(x + 60, y), (x + 20, y), (x + 140, y)]]);
    page.until_other(&widget, ".rpe-svg", "viewBox", before.as_deref());
    let close = widget.attribute(".rpe-svg", "viewBox");
    assert_eq!(widget.attribute(".rpe-paint", "viewBox"), close);
    assert!(!widget.has(".rpe-stroke") && !widget.has(".rpe-sore"));
    // One finger paints, also when one has come closer, and the map stays.
    page.stroke(&[(x, y), (x + 60, y + 40), (x - 60, y + 80)], 40);
    widget.wait(".rpe-stroke");
    assert_eq!(widget.attribute(".rpe-svg", "viewBox"), close);
    page.assert_clean();
}

#[test]
fn how_much_it_hurts_is_said_with_keys_and_shown_on_the_map() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 320, height: 700 });
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.tap("[data-region=achilles]");
    widget.wait_text(".rpe-number", "5");
    widget.click(STRENGTHS);
    widget.focus(".rpe-sore input");
    page.press("ArrowRight");
    page.press("ArrowRight");
    widget.wait_text(".rpe-sore-number", "7");
    widget.wait_text(".rpe-number", "7");
    assert!(widget.attribute("[data-region=achilles]", "aria-label").is_some_and(|name| name.contains("7 of 10")));
    widget.click(".rpe-sore button");
    widget.wait_gone(".rpe-sore");
    // All tools are in reach at this width, and large enough.
    widget.click("[data-key=paint]");
    let tools = widget.query(".rpe-tool", "return all.every((e) => { const b = e.getBoundingClientRect(); return b.width >= 44 && b.height >= 44 && b.left >= 0 && b.right <= innerWidth; })");
    assert_eq!(tools, true);
    page.assert_clean();
}

/// Past the runner, which keeps what a passing test prints to itself.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "    speed: {line}");
}

#[test]
fn it_tells_how_painting_keeps_up_on_a_slow_machine() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 390, height: 800 });
    let page = at_the_sole(&browser, &server);
    let widget = page.explorer();
    // All that is fetched at the first touch has come before it is measured.
    paint(&widget, "heel_plantar");
    page.wait("performance.getEntriesByType('resource').filter((e) => e.name.includes('/data-')).length >= 17");
    widget.click("[data-key=clear]");
    browser.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
    let [x, y, w, h] = widget.bounds(".rpe-svg").map(|n| n as i64);
    let scrolled = page.run("return scrollY").as_f64().unwrap_or_default() as i64;
    let place = |at: i64| {
        let turn = at as f64 * 0.9;
        let (across, down) = ((turn * 1.3).sin(), (turn * 0.21).sin());
        (x + w / 2 + (across * w as f64 * 0.2) as i64, y - scrolled + h / 2 + (down * h as f64 * 0.4) as i64)
    };
    let way: Vec<(i64, i64)> = (0..100).map(place).collect();
    page.run(
        "const notes = window.__frames = { frames: [], events: [], tasks: [] };
        let last = performance.now();
        const frame = (now) => { notes.frames.push(now - last); last = now; if (!notes.over) requestAnimationFrame(frame); };
        requestAnimationFrame(frame);
        new PerformanceObserver((list) => notes.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask' });
        let began = 0;
        addEventListener('pointermove', () => { began = performance.now(); }, { capture: true });
        addEventListener('pointermove', () => notes.events.push(performance.now() - began));",
    );
    page.stroke(&way, 100);
    let notes = page.run("const notes = window.__frames; notes.over = true; return notes");
    let times = |key: &str| -> Vec<f64> {
        let mut all: Vec<f64> = notes[key].as_array().into_iter().flatten().filter_map(|n| n.as_f64()).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let (frames, events, tasks) = (times("frames"), times("events"), times("tasks"));
    let all: f64 = frames.iter().sum();
    let rank = |of: &[f64], share: f64| of.get((of.len() as f64 * share) as usize).copied().unwrap_or(f64::NAN);
    let longest = |of: &[f64]| of.last().copied().unwrap_or_default();
    tell(&format!(
        "painting for {:.1} s at a quarter of the speed: {:.1} frames a second, longest frame {:.0} ms (99 % under {:.0})",
        all / 1000.0,
        frames.len() as f64 / all * 1000.0,
        longest(&frames),
        rank(&frames, 0.99),
    ));
    tell(&format!(
        "{} events of a moving finger, {:.2} ms each in the middle, {:.2} at most; {} tasks over 50 ms, longest {:.0} ms",
        events.len(),
        rank(&events, 0.5),
        longest(&events),
        tasks.len(),
        longest(&tasks),
    ));
    assert!(widget.has(".rpe-sore"));
    page.assert_clean();
}

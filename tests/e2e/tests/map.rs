//! The map under fingers, mouse and keys: views, closeness, names, and what is fetched for it when.

use e2e::{Browser, Scope, Window, data, embed, serve, site};
use serde_json::{Value, json};

/// x, y, width and height of what the map shows, in limb units.
#[track_caller]
fn seen(widget: &Scope<'_>) -> [f64; 4] {
    let text = widget.attribute(".rpe-svg", "viewBox").expect("the map has a viewBox");
    let numbers: Vec<f64> = text.split(' ').map(|n| n.parse().expect("a number")).collect();
    numbers.try_into().expect("four numbers")
}

/// Waits until what the map shows fits.
#[track_caller]
fn wait_seen(widget: &Scope<'_>, what: &str, fits: impl Fn([f64; 4]) -> bool) -> [f64; 4] {
    for _ in 0..80 {
        let now = seen(widget);
        if fits(now) {
            return now;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("{what}: the map shows {:?}", seen(widget));
}

/// The middle of the map on the screen.
fn middle(widget: &Scope<'_>) -> (i64, i64) {
    let [x, y, w, h] = widget.bounds(".rpe-svg");
    ((x + w / 2.0) as i64, (y + h / 2.0) as i64)
}

fn marked(widget: &Scope<'_>) -> usize {
    widget.count(".rpe-region[aria-selected=true]")
}

#[test]
fn every_view_has_its_outline_in_the_switcher_and_is_drawn_when_chosen() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    assert_eq!(widget.count(".rpe-views .rpe-thumb path"), 8);
    for view in ["anterior", "medial", "lateral", "plantar", "dorsal", "foot_medial", "foot_lateral", "posterior"] {
        widget.click(&format!("[data-key={view}]"));
        widget.wait(&format!(".rpe-svg[data-view={view}]"));
        widget.wait(".rpe-stage[aria-busy=false] .rpe-region");
        assert!(widget.count(".rpe-muscle") > 3, "{view}");
    }
    page.assert_clean();
}

#[test]
fn one_comes_closer_by_buttons_keys_and_wheel_and_back_by_two_taps() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    let first = seen(&widget);
    widget.click(".rpe-zoom button:first-child");
    let closer = wait_seen(&widget, "plus", |now| now[2] < first[2]);
    widget.click(".rpe-zoom button:last-child");
    widget.click(".rpe-zoom button:last-child");
    wait_seen(&widget, "minus", |now| now[3] > closer[3]);
    for _ in 0..6 {
        widget.click(".rpe-zoom button:last-child");
    }
    assert_eq!(widget.attribute(".rpe-zoom button:last-child", "aria-disabled").as_deref(), Some("true"));
    assert_eq!(seen(&widget)[3], 1195.0, "the whole leg");

    widget.focus(".rpe-svg");
    page.press("0");
    wait_seen(&widget, "0", |now| now == first);
    page.press("=");
    wait_seen(&widget, "=", |now| now[2] < first[2]);
    page.press("-");
    wait_seen(&widget, "-", |now| (now[2] - first[2]).abs() < 1.0);
    page.press("0");

    page.wheel(middle(&widget), -200, true);
    wait_seen(&widget, "wheel with Ctrl", |now| now[2] < first[2]);
    let [x, y, w, h] = widget.bounds(".rpe-svg");
    let corner = ((x + w * 0.06) as i64, (y + h * 0.9) as i64);
    page.press_twice(corner, 0);
    wait_seen(&widget, "two taps", |now| now == first);

    page.run("document.body.style.paddingBottom = '3000px'; scrollTo(0, 0)");
    page.wheel(middle(&widget), 200, false);
    page.wait("scrollY > 0");
    assert_eq!(seen(&widget), first, "the wheel alone scrolls the page");
    page.assert_clean();
}

#[test]
fn fingers_spread_to_come_closer_and_a_drag_is_no_tap() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    let first = seen(&widget);
    let (x, y) = middle(&widget);
    page.fingers(&[&[(x - 20, y), (x - 60, y), (x - 100, y)], &[(x + 20, y), (x + 60, y), (x + 100, y)]]);
    let close = wait_seen(&widget, "two fingers", |now| now[2] < first[2] / 2.0);
    assert_eq!(marked(&widget), 0, "spreading fingers marked a place");

    page.drag((x, y), (x + 10, y + 80));
    let moved = wait_seen(&widget, "a drag", |now| now[1] < close[1] - 5.0);
    assert!((moved[2] - close[2]).abs() < 0.2, "a drag does not zoom");
    assert_eq!(marked(&widget), 0, "a drag marked a place");
    // A tap still marks: Chromium makes no click of the first one after two fingers.
    page.press_at(x, y, "touch");
    widget.wait(".rpe-region[aria-selected=true]");
    page.assert_clean();
}

#[test]
fn marking_a_place_keeps_how_close_one_has_come() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    let first = seen(&widget);
    for _ in 0..4 {
        widget.click(".rpe-zoom button:first-child");
    }
    wait_seen(&widget, "plus", |now| now[2] < first[2] / 4.0);
    let (x, y) = middle(&widget);
    page.drag((x, y), (x, y - 150));
    let close = wait_seen(&widget, "a drag", |now| now[1] > first[1]);
    for times in 0..2 {
        page.press_at(x, y, if times == 0 { "touch" } else { "mouse" });
        page.wait(&format!("document.querySelector('referred-pain-explorer').shadowRoot.querySelectorAll('.rpe-region[aria-selected=true]').length === {}", 1 - times));
        assert_eq!(seen(&widget), close);
        assert_eq!(widget.attribute(".rpe-svg", "data-view").as_deref(), Some("posterior"));
    }
    // Another view, and a muscle, are seen anew.
    widget.click("[data-key=plantar]");
    widget.wait(".rpe-svg[data-view=plantar]");
    let sole = seen(&widget);
    widget.click(".rpe-zoom button:first-child");
    wait_seen(&widget, "plus on the sole", |now| now[2] < sole[2]);
    widget.click("[data-group]");
    widget.click(".rpe-result .rpe-row");
    widget.wait(".rpe-card");
    let card = seen(&widget);
    assert!(card[2] >= sole[2] - 0.1, "{card:?}");
    page.assert_clean();
}

#[test]
fn from_a_pen_in_a_hurry_nothing_is_marked_twice() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    widget.tap("[data-region=achilles]");
    widget.wait("[data-region=achilles][aria-selected=true]");
    // What marks the place brings the view that shows it best: the tap after that is on what is there now.
    widget.tap("[data-region=achilles]");
    widget.wait("[data-region=achilles][aria-selected=false]");
}

/// Boxes of the names on the map, with their words.
fn names(widget: &Scope<'_>) -> Vec<(String, [f64; 4])> {
    let found = widget.query(
        ".rpe-label",
        "return all.map((e) => { const b = e.getBoundingClientRect(); return [e.textContent, b.left, b.top, b.right, b.bottom]; })",
    );
    let one = |row: &Value| {
        let n = |at: usize| row[at].as_f64().unwrap_or(f64::NAN);
        (row[0].as_str().unwrap_or_default().to_owned(), [n(1), n(2), n(3), n(4)])
    };
    found.as_array().into_iter().flatten().map(one).collect()
}

#[test]
fn names_on_the_map_do_not_collide_at_any_width() {
    let server = serve(site());
    let browser = Browser::start();
    let mut shown = 0;
    for (width, height) in [(320, 700), (768, 1000), (1200, 900)] {
        browser.set_viewport(Window { width, height });
        for muscle in ["soleus", "gastrocnemius", "vastus_lateralis", "tibialis_posterior", "gluteus_maximus"] {
            let page = embed(&browser, &server.url("pages/element.html"), &json!({ "muscle": muscle, "lang": "nl" }));
            let widget = page.explorer();
            widget.wait(".rpe-stage[aria-busy=false] .rpe-point");
            let names = names(&widget);
            shown += names.len();
            for (i, (name, a)) in names.iter().enumerate() {
                assert!(a[0] > -1.0 && a[2] < f64::from(width) + 1.0, "{name} leaves the screen at {width}: {a:?}");
                for (other, b) in names.iter().skip(i + 1) {
                    let apart = a[2] <= b[0] + 1.0 || b[2] <= a[0] + 1.0 || a[3] <= b[1] + 2.0 || b[3] <= a[1] + 2.0;
                    assert!(apart, "at {width} px {name} {a:?} and {other} {b:?}");
                }
            }
        }
    }
    assert!(shown > 20, "only {shown} names were shown at all");
}

#[test]
fn what_the_pointer_is_over_is_named() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    assert_eq!(names(&widget).len(), 0);
    widget.hover("[data-region=achilles]");
    widget.wait_text(".rpe-labels", "Achilles");
}

#[test]
fn the_first_load_is_small_and_the_rest_comes_when_somebody_begins() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "region": "heel" }));
    let first = data(page);
    assert!(first.len() <= 5, "{first:?}");
    assert!(!first.iter().any(|n| n.starts_with("data-prose") || n == "data-library"), "{first:?}");
    page.explorer().click("[data-group]");
    page.wait("performance.getEntriesByType('resource').filter((e) => e.name.includes('/data-')).length >= 17");
    let all = data(page);
    assert!(all.contains(&"data-prose-en".to_owned()) && all.contains(&"data-library".to_owned()), "{all:?}");
}

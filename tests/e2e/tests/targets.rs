//! Everything one taps is large enough for a finger, at 320 pixels: 24 by 24 (WCAG 2.5.8), the main controls 44 high. axe
//! does not look into an SVG, so the map is measured here.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use e2e::{Browser, Page, VIEWS, Window, dressed, embed, serve, site, walk};
use serde_json::{Value, json};

/// A narrow phone, so high that nothing has to be scrolled to be hit.
const PHONE: Window = Window { width: 320, height: 2600 };

const MEASURE: &str = include_str!("../pages/targets.js");

const ROOT: &str = "document.querySelector('referred-pain-explorer').shadowRoot";

/// Something on the map, as a finger finds it.
#[derive(Debug)]
struct Target {
    name: String,
    /// Of the largest circle that fits into it.
    diameter: f64,
    /// Whether nothing else lies within a circle of 24 px around its middle.
    alone: bool,
}

fn targets(page: Page<'_>, kind: &str) -> Vec<Target> {
    let found = page.run(&format!("{MEASURE} return mapTargets({ROOT}, {kind:?})"));
    let one = |target: &Value| Target {
        name: target["name"].as_str().unwrap_or_default().to_owned(),
        diameter: target["diameter"].as_f64().unwrap_or_default(),
        alone: target["alone"] == true,
    };
    found.as_array().into_iter().flatten().map(one).collect()
}

/// How many are large enough, how many far enough from others, and which need their twin in the list.
#[derive(Default)]
struct Count {
    large: usize,
    apart: usize,
    twins: Vec<String>,
}

impl Count {
    fn add(&mut self, found: &[Target]) {
        for target in found {
            match (target.diameter >= 24.0, target.alone) {
                (true, _) => self.large += 1,
                (false, true) => self.apart += 1,
                (false, false) => self.twins.push(format!("{} ({:.0} px)", target.name, target.diameter)),
            }
        }
    }
    fn tell(&self, what: &str) {
        let Self { large, apart, twins } = self;
        // Past the runner, which keeps what a passing test prints to itself.
        let line = format!("    {what}: {large} of 24 px and more, {apart} by spacing, {} by the list", twins.len());
        let _ = writeln!(std::io::stderr(), "{line}{}{}", if twins.is_empty() { "" } else { ": " }, twins.join(", "));
    }
}

/// Half a leg on a phone has places of a few pixels. Such a place is right where nothing else lies within 12 px of its
/// middle (the standard's exception "spacing"), or where a row of 44 px in the list beside the map does the same
/// ("equivalent"). Which of them needs what is printed. And one can come eight times as close.
#[test]
fn places_on_the_map_can_be_hit_in_every_view_or_have_their_twin_in_the_list() {
    let server = serve(site());
    let browser = Browser::with_window(PHONE);
    let page = embed(&browser, &server.url("pages/article.html"), &json!({ "lang": "en" }));
    let widget = page.explorer();
    widget.open_details();
    let list = widget.query(
        ".rpe-where .rpe-check",
        "return all.filter((row) => row.getBoundingClientRect().height >= 44).map((row) => row.textContent)",
    );
    let twins: BTreeSet<&str> = list.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let (mut lost, mut best) = (Vec::new(), BTreeMap::<String, f64>::new());
    for view in VIEWS {
        widget.click(&format!("[data-key={view}]"));
        widget.wait(&format!(".rpe-svg[data-view={view}]"));
        widget.wait(".rpe-stage[aria-busy=false] .rpe-region");
        let found = targets(page, "region");
        assert!(!found.is_empty(), "nothing can be hit in {view}");
        let mut count = Count::default();
        count.add(&found);
        count.tell(view);
        for target in found {
            if target.diameter < 24.0 && !target.alone && !twins.contains(target.name.as_str()) {
                lost.push(format!("{view}: {target:?}"));
            }
            let most = best.entry(target.name).or_default();
            *most = most.max(target.diameter);
        }
    }
    assert!(lost.is_empty(), "too small, and not in the list: {lost:#?}");
    let small: Vec<_> = best.iter().filter(|(_, most)| **most < 24.0).collect();
    let line = format!(
        "    {} of {} places are 24 px in some view as it opens; not: {small:?}",
        best.len() - small.len(),
        best.len()
    );
    let _ = writeln!(std::io::stderr(), "{line}");
    assert!(small.len() * 3 < best.len(), "{line}");
    page.assert_clean();
}

#[test]
fn points_on_the_map_can_be_hit_in_every_view_or_have_their_row_beside_it() {
    let server = serve(site());
    let browser = Browser::with_window(PHONE);
    let page = embed(&browser, &server.url("pages/article.html"), &json!({ "lang": "en" }));
    let widget = page.explorer();
    let atlas = page.run_async(
        "const done = arguments[arguments.length - 1]; fetch('/atlas.json').then((r) => r.json()).then(
        (atlas) => done(atlas.muscles.map((m) => m.id)))",
    );
    let muscles: Vec<&str> = atlas.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(muscles.len() > 40, "{atlas}");
    let (mut sum, mut without) = (Count::default(), Vec::new());
    for muscle in muscles {
        widget.call_host(&format!("element.select({{ muscle: '{muscle}' }})"));
        widget.wait(".rpe-card[aria-busy=false]");
        let rows = widget.texts(".rpe-point-card .rpe-row-text b");
        for view in VIEWS {
            widget.call_host(&format!("element.setAttribute('view', '{view}')"));
            page.run_async("const done = arguments[arguments.length - 1]; requestAnimationFrame(() => done())");
            if !widget.has(".rpe-point") {
                continue;
            }
            let found = targets(page, "point");
            sum.add(&found);
            // The card has a row for each point, of 56 px, with the place that the point is called by.
            let listed =
                |target: &&Target| rows.iter().any(|row| target.name.to_lowercase().contains(&row.to_lowercase()));
            let lost = found.iter().filter(|target| target.diameter < 24.0 && !target.alone && !listed(target));
            without.extend(lost.map(|target| format!("{muscle}, {view}: {target:?}, rows {rows:?}")));
        }
    }
    sum.tell("points of all muscles in all views");
    assert!(without.is_empty(), "{without:#?}");
    assert!(sum.large + sum.apart > 100, "only {} points were measured", sum.large + sum.apart);
    page.assert_clean();
}

/// What one presses most, or with full hands.
const MAIN: &str = ".rpe-first, .rpe-second, .rpe-stop, .rpe-tab, .rpe-chip, .rpe-row, .rpe-pick, .rpe-round, .rpe-back, .rpe-link, .rpe-tool, .rpe-quick, summary";

/// The smallest words, in CSS pixels, where the page and the person asked for nothing else.
const WORDS: &str = "13.5";

/// German on a page on which `rem` is 10 px, as many old themes have it: nothing may shrink with it.
#[test]
fn controls_can_be_hit_and_words_be_read_in_every_state() {
    let server = serve(site());
    let browser = Browser::with_window(PHONE);
    let mut small = BTreeSet::new();
    for (lang, rem) in [("en", "100%"), ("de", "62.5%")] {
        walk(&browser, &server, &dressed(lang, "light"), |page, state| {
            page.run(&format!("document.documentElement.style.fontSize = '{rem}'"));
            let (controls, words) =
                (format!("smallControls({ROOT}, {MAIN:?})"), format!("smallWords({ROOT}, {WORDS})"));
            let found = page.run(&format!("{MEASURE} return [...{controls}, ...{words}]"));
            small.extend(found.as_array().into_iter().flatten().map(|one| format!("{lang}, {state}: {one}")));
        });
    }
    assert!(small.is_empty(), "{small:#?}");
}

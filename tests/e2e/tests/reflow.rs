//! At 320 pixels, which is also a screen of 1280 at 400 %, nothing has to be scrolled sideways and nothing is cut off: in
//! any state and language (WCAG 1.4.10), also with the spacing of text that a person may set (1.4.12). And what has the
//! focus is not hidden behind what sticks to the edge (2.4.11).

use std::collections::BTreeMap;

use e2e::{Browser, LANGUAGES, Window, dressed, embed, serve, site, walk};
use serde_json::Value;

/// So high that nothing sticks to an edge over something else.
const NARROW: Window = Window { width: 320, height: 16_000 };

/// 1280 by 1024 pixels at 400 %; and a small phone.
const LOW: [Window; 2] = [Window { width: 320, height: 256 }, Window { width: 320, height: 568 }];

const MEASURE: &str = include_str!("../pages/reflow.js");

const HOST: &str = "document.querySelector('referred-pain-explorer')";

#[track_caller]
fn all_states(lang: &str) {
    let server = serve(site());
    let browser = Browser::with_window(NARROW);
    let mut wrong = BTreeMap::<String, String>::new();
    walk(&browser, &server, &dressed(lang, "light"), |page, state| {
        for (spaced, how) in [(false, ""), (true, ", with spaced text")] {
            let whole = if spaced { "[]" } else { "brokenWords(host.shadowRoot)" };
            let check = format!("spaced(host, {spaced}); return [...overflowing(host), ...{whole}]");
            let found = page.run(&format!("{MEASURE} const host = {HOST}; {check}"));
            for one in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
                wrong.entry(one.to_owned()).or_insert(format!("{state}{how}"));
            }
        }
        page.run(&format!("{MEASURE} spaced({HOST}, false)"));
    });
    let wrong: Vec<_> = wrong.into_iter().map(|(what, state)| format!("{lang}, {state}: {what}")).collect();
    assert!(wrong.is_empty(), "{} faults: {wrong:#?}", wrong.len());
}

#[test]
fn nothing_leaves_320_pixels_in_english() {
    all_states("en");
}

#[test]
fn nothing_leaves_320_pixels_in_dutch() {
    all_states("nl");
}

#[test]
fn nothing_leaves_320_pixels_in_german() {
    all_states("de");
}

#[test]
fn nothing_leaves_320_pixels_in_french() {
    all_states("fr");
}

#[test]
fn nothing_leaves_320_pixels_in_spanish() {
    all_states("es");
}

/// Columns of a page are of all widths: the words of the controls fit whole into each.
#[test]
fn words_of_controls_are_whole_at_every_width_and_in_every_language() {
    let server = serve(site());
    let browser = Browser::start();
    let mut wrong = Vec::new();
    for lang in LANGUAGES {
        let page = embed(&browser, &server.url("pages/article.html"), &dressed(lang, "light"));
        let widget = page.explorer();
        widget.click("[data-group]");
        widget.wait(".rpe-result");
        for width in [320, 360, 400, 480, 640, 768, 900, 1024, 1200, 1400] {
            browser.set_viewport(Window { width, ..NARROW });
            for screen in ["massage", "find"] {
                widget.query(&format!("[data-screen={screen}]"), "all[0].click()");
                widget.wait(&format!("[data-screen={screen}][aria-current]"));
                let check = "return [...overflowing(host), ...brokenWords(host.shadowRoot)]";
                let found = page.run(&format!("{MEASURE} const host = {HOST}; {check}"));
                let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
                wrong.extend(found.map(|one| format!("{lang}, {width}, {screen}: {one}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Of what Tab leads to something is seen: it does not lie behind the button that sticks to the lower edge. Everything
/// is reached in this way, state by state.
#[track_caller]
fn nothing_hidden(window: Window) {
    let server = serve(site());
    let browser = Browser::with_window(window);
    let mut hidden = Vec::new();
    walk(&browser, &server, &dressed("de", "light"), |page, state| {
        page.begin_tabbing();
        let count = page.explorer().count("button, summary, input, textarea, a[href], [tabindex='0']");
        for _ in 0..count.min(50) {
            page.press("Tab");
            let seen = page.run(&format!("{MEASURE} return focusSeen({HOST})"));
            if let Some(what) = seen.as_str() {
                hidden.push(format!("{state}: {what}"));
            }
        }
    });
    assert!(hidden.is_empty(), "{hidden:#?}");
}

#[test]
fn what_has_the_focus_is_not_hidden_at_400_percent() {
    nothing_hidden(LOW[0]);
}

#[test]
fn what_has_the_focus_is_not_hidden_on_a_small_phone() {
    nothing_hidden(LOW[1]);
}

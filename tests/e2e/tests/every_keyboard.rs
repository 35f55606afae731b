//! The keyboard alone, in every engine: the main way from page to diary, and the map. `keyboard` looks further into where
//! the focus goes and shows.

use e2e::{Browser, Scope, serve, site};

/// The option of the map that the keyboard is on: its id, which is there, and whether it is marked.
#[track_caller]
fn active(widget: &Scope<'_>) -> (String, bool) {
    let id = widget.attribute(".rpe-svg", "aria-activedescendant").expect("aria-activedescendant");
    let option = format!("[role=option][id='{id}']");
    assert_eq!(widget.count(&option), 1, "{option}");
    let marked = widget.attribute(&option, "aria-selected").as_deref() == Some("true");
    (id, marked)
}

#[test]
fn the_main_way_by_keys_alone() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();

    page.tab_to("[data-group]");
    assert!(page.focused().contains("Heel"), "{}", page.focused());
    page.press("Space");
    widget.wait(".rpe-result .rpe-row");
    assert!(page.focus_is("[data-group]"), "pressing a chip moved the focus to {}", page.focused());

    page.tab_to(".rpe-result .rpe-row");
    page.press("Enter");
    widget.wait(".rpe-card");
    page.assert_focus_inside("opening a card");
    page.press("Escape");
    widget.wait_gone(".rpe-card");
    page.assert_focus_inside("leaving the card by Escape");
    assert!(page.focus_is(".rpe-result .rpe-row"), "not back on the row, but on {}", page.focused());

    page.tab_to("[data-act=start]");
    page.press("Enter");
    widget.wait("[data-act=safe]");
    page.assert_focus_inside("starting");
    widget.read_red_flags();
    page.tab_to("[data-act=safe]");
    page.press("Space");
    widget.assert_falls();
    page.assert_focus_inside("saying that nothing applies");

    page.tab_to("[data-act=pause]");
    page.press("Enter");
    widget.wait("[data-act=resume]");
    page.assert_focus_inside("pausing");
    widget.assert_stands();
    page.tab_to("[data-act=resume]");
    page.press("Space");
    widget.wait("[data-act=pause]");
    widget.assert_falls();
    // The dial is a target for the pointer only: before the pause comes the stop.
    page.press("Shift+Tab");
    assert!(page.focus_is("[data-act=stop]"), "before the pause comes {}", page.focused());

    page.tab_to("[data-act=next]");
    for _ in 0..40 {
        if widget.has(".rpe-done") {
            break;
        }
        page.press("Enter");
        page.assert_focus_inside("going on to the next point");
    }
    widget.wait(".rpe-done");
    page.tab_to("[data-act=to-day]");
    page.press("Enter");
    widget.wait(".rpe-daypanel");
    page.assert_focus_inside("going to the day");
    assert_eq!(browser.clicks(), 0);
    page.assert_clean();
}

#[test]
fn arrows_move_over_the_map_and_space_marks() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    page.tab_to(".rpe-svg");
    let scrolled = page.run("return scrollY");
    let (first, _) = active(&widget);
    let mut seen = vec![first.clone()];
    for key in ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"] {
        page.press(key);
        seen.push(active(&widget).0);
    }
    seen.sort();
    seen.dedup();
    assert!(seen.len() >= 3, "six arrows reached only {seen:?}");
    assert_eq!(page.run("return scrollY"), scrolled, "the arrows scroll the page too");

    assert!(!active(&widget).1);
    page.press("Space");
    widget.wait_text(".rpe-marked", "1 place marked");
    let (marked, on) = active(&widget);
    assert!(on, "{marked} is not marked");
    assert!(page.focus_is(".rpe-svg"), "marking moved the focus to {}", page.focused());
    assert_eq!(page.run("return scrollY"), scrolled, "Space scrolls the page too");
    page.press("Space");
    widget.wait_gone(".rpe-results");
    assert_eq!(active(&widget), (marked, false));

    // The one tab stop of the map: the next one is outside of it, and back leads to it again.
    page.press("Tab");
    assert!(!page.focus_is("svg, svg *"), "{}", page.focused());
    page.press("Shift+Tab");
    assert!(page.focus_is(".rpe-svg"), "{}", page.focused());
    page.assert_clean();
}

#[test]
fn the_heel_can_be_marked_on_the_map() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    page.tab_to(".rpe-views [data-key=plantar]");
    page.press("Enter");
    widget.wait(".rpe-svg[data-view=plantar]");
    page.tab_to(".rpe-svg");
    let on_heel = || {
        let (id, _) = active(&widget);
        widget.attribute(&format!("[id='{id}']"), "data-region").as_deref() == Some("heel_plantar")
    };
    // The heel is the lowest place of the sole.
    for _ in 0..12 {
        if on_heel() {
            break;
        }
        page.press("ArrowDown");
    }
    assert!(on_heel(), "the arrow down ends on {:?}", active(&widget));
    page.press("Space");
    widget.wait("[data-region=heel_plantar][aria-selected=true]");
    widget.wait_text(".rpe-result .rpe-row", "Quadratus plantae");
    page.assert_clean();
}

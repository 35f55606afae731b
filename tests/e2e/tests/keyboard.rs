//! The main way without a mouse. Chromium only: it is the engine whose focus we can follow without surprises.

use std::time::Duration;

use e2e::{Browser, Page, Scope, dressed, serve, site, walk};

/// What has the focus is inside of the element, and shows it.
#[track_caller]
fn assert_focus_inside(page: Page<'_>, after: &str) {
    let lost = focus_lost(page);
    assert!(!lost, "after {after} the focus is on the page's body");
}

fn focus_lost(page: Page<'_>) -> bool {
    // The new picture may take the focus in its own time.
    std::thread::sleep(std::time::Duration::from_millis(120));
    page.focused().is_empty() || page.focus_is("referred-pain-explorer")
}

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
    assert_focus_inside(page, "opening a card");
    page.press("Escape");
    widget.wait_gone(".rpe-card");
    assert_focus_inside(page, "leaving the card by Escape");
    assert!(page.focus_is(".rpe-result .rpe-row"), "not back on the row, but on {}", page.focused());

    page.tab_to("[data-act=start]");
    page.press("Enter");
    widget.wait("[data-act=safe]");
    assert_focus_inside(page, "starting");
    widget.read_red_flags();
    page.tab_to("[data-act=safe]");
    page.press("Space");
    widget.assert_falls();
    assert_focus_inside(page, "saying that nothing applies");

    page.tab_to("[data-act=pause]");
    page.press("Enter");
    widget.wait("[data-act=resume]");
    assert_focus_inside(page, "pausing");
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
        assert_focus_inside(page, "going on to the next point");
    }
    widget.wait(".rpe-done");
    page.tab_to("[data-act=to-day]");
    page.press("Enter");
    widget.wait(".rpe-daypanel");
    assert_focus_inside(page, "going to the day");
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

/// Presses each of these where it stands, and says after which the focus was lost, and after which it stood on a
/// control that must not be pressed by a second, hasty press.
fn losing(page: Page<'_>, steps: &[&str]) -> Vec<String> {
    let widget = page.explorer();
    let mut wrong = Vec::new();
    for css in steps {
        if *css == "[data-act=safe]" {
            widget.read_red_flags();
        }
        widget.focus(css);
        page.press("Enter");
        if focus_lost(page) {
            wrong.push(format!("{css}: lost"));
        } else if *css == "[data-act=start]" && page.focus_is("[data-act=safe]") {
            wrong.push(format!("{css}: a second press would say that no red flag applies"));
        }
    }
    wrong
}

#[test]
fn no_press_loses_the_focus() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let steps = [
        "[data-group]",
        ".rpe-result .rpe-pick",
        ".rpe-results > .rpe-link",
        ".rpe-zoom",
        ".rpe-layers [data-key=deep]",
        ".rpe-legs [data-key=left]",
        ".rpe-views [data-key=plantar]",
        ".rpe-marked .rpe-link",
        ".rpe-listing [data-key=muscles]",
        ".rpe-list .rpe-row",
        ".rpe-card .rpe-point-card .rpe-row",
        ".rpe-card [data-act=pick]",
        // From the point to the muscle, and from there to the list.
        ".rpe-card .rpe-back",
        ".rpe-card .rpe-back",
        ".rpe-listing [data-key=pain]",
        "[data-group]",
        "[data-screen=massage]",
        "[data-act=down]:not(:disabled)",
        ".rpe-plan-line:nth-child(2) [data-act=up]:not(:disabled)",
        ".rpe-plan-line [data-act=remove]",
        "[data-name=hold] [data-act=more]",
        ".rpe-numbers [data-name=rounds] [data-act=less]",
        ".rpe-plan-legs [data-key=both]",
        ".rpe-link",
        "[data-act=start]",
        ".rpe-safety [data-flag]",
        "[data-act=leave]",
        "[data-act=start]",
        ".rpe-safety .rpe-back",
        "[data-act=start]",
        "[data-act=safe]",
        "[data-act=pause]",
        "[data-act=resume]",
        "[data-act=next]",
        "[data-act=previous]",
        "[data-act=stop]",
        "[data-act=again]",
        "[data-act=start]",
        "[data-act=stop]",
        "[data-act=to-day]",
        "[data-screen=find]",
        "[data-screen=day]",
        ".rpe-daypanel .rpe-button",
    ];
    let wrong = losing(page, &steps);
    assert!(wrong.is_empty(), "where the focus goes after these presses: {wrong:#?}");
    page.assert_clean();
}

#[test]
fn the_end_of_the_time_and_its_question_leave_the_focus_inside() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    widget.focus("[data-act=pause]");
    // The time runs out by itself: what had the focus goes away without a press.
    page.skip(Duration::from_secs(3_600));
    widget.wait(".rpe-aside [data-act=pressed]");
    assert_focus_inside(page, "the end of the time");
    page.tab_to(".rpe-aside [data-act=pressed]");
    page.press("Enter");
    widget.wait(".rpe-done");
    assert_focus_inside(page, "saying that it was pressed");

    // A page around that has the focus keeps it.
    page.document().focus("header a");
    widget.call_host("element.setAttribute('mode', 'day')");
    widget.wait(".rpe-daypanel");
    assert!(page.focus_is("header a"), "the element took the focus from the page: {}", page.focused());
    page.assert_clean();
}

/// What Tab leads to in the widget, as the page lays it out: each with a mark of its own that the steps below read.
const REACHABLE: &str = "
    const root = document.querySelector('referred-pain-explorer').shadowRoot;
    const all = [...root.querySelectorAll('button, summary, input, a[href], [tabindex=\"0\"]')].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    all.forEach((element, at) => { element.__at = at; });
    return all.map((element) => `${element.className.baseVal ?? element.className} ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)}`);
";

/// Which of them has the focus, and whether that shows: a ring of 2 px and more, in a colour that is not see-through.
const FOCUSED: &str = "
    const at = document.querySelector('referred-pain-explorer').shadowRoot.activeElement;
    if (!at) return null;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
    const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\\)|transparent/.test(outlineColor);
    return [at.__at, ring];
";

#[test]
fn tab_leads_to_everything_in_every_state_and_the_focus_shows() {
    let server = serve(site());
    let browser = Browser::start();
    let mut wrong = Vec::new();
    walk(&browser, &server, &dressed("en", "light"), |page, state| {
        let all = page.run(REACHABLE);
        let all = all.as_array().cloned().unwrap_or_default();
        let mut reached = vec![false; all.len()];
        page.begin_tabbing();
        for _ in 0..=all.len() {
            page.press("Tab");
            let focused = page.run(FOCUSED);
            let Some(at) = focused[0].as_u64().and_then(|at| usize::try_from(at).ok()) else { break };
            if let Some(one) = reached.get_mut(at) {
                *one = true;
            }
            if focused[1] != true {
                wrong.push(format!("{state}: no ring around {}", all[at]));
            }
        }
        let missed = all.iter().zip(&reached).filter(|(_, reached)| !**reached);
        wrong.extend(missed.map(|(one, _)| format!("{state}: Tab does not lead to {one}")));
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

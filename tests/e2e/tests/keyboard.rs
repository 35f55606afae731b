//! Where the focus goes, and whether it shows, in every state. Chromium only, which can be led anywhere quickly;
//! `every_keyboard` walks the main way in all engines.

use std::time::Duration;

use e2e::{Browser, Page, dressed, serve, site, walk};

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
        if page.focus_lost() {
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
    page.assert_focus_inside("the end of the time");
    page.tab_to(".rpe-aside [data-act=pressed]");
    page.press("Enter");
    widget.wait(".rpe-done");
    page.assert_focus_inside("saying that it was pressed");

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
    const all = [...root.querySelectorAll('button, summary, input, textarea, a[href], [tabindex=\"0\"]')].filter((element) => element.checkVisibility({ visibilityProperty: true }));
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
        // The parts of a date are a stop each.
        for _ in 0..=all.len() + 8 {
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

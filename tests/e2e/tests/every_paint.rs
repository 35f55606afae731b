//! Painting where it hurts, in every engine: the heel is painted, what may cause it is told, and taken back.

use e2e::{Browser, Window, serve, site};

#[test]
fn painting_the_heel_marks_it_and_taking_back_unmarks_it() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 700, height: 900 });
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.click("[data-key=plantar]");
    widget.wait(".rpe-stage[aria-busy=false] [data-region=heel_plantar]");
    widget.click("[data-key=paint]");
    widget.wait(".rpe-painting");

    let way = widget.way_over("[data-region=heel_plantar]", 4);
    page.stroke(&way, 40);
    widget.wait("[data-region=heel_plantar][aria-selected=true]");
    widget.wait(".rpe-result .rpe-row");
    widget.wait(".rpe-paint .rpe-stroke");
    assert!(widget.attribute("[data-region=heel_plantar]", "aria-label").is_some_and(|name| name.contains("5 of 10")));

    widget.click("[data-key=undo]");
    widget.wait("[data-region=heel_plantar][aria-selected=false]");
    widget.wait_gone(".rpe-result");
    widget.wait_gone(".rpe-paint .rpe-stroke");
    widget.click("[data-key=redo]");
    widget.wait("[data-region=heel_plantar][aria-selected=true]");
    widget.click("[data-key=clear]");
    widget.wait("[data-region=heel_plantar][aria-selected=false]");

    // Painting leaves tapping as it was.
    widget.click("[data-key=tap]");
    widget.wait_gone(".rpe-painting");
    widget.tap("[data-region=heel_plantar]");
    widget.wait("[data-region=heel_plantar][aria-selected=true]");
    page.assert_clean();
}

//! Putting a massage together, in every engine: from one that is ready made, changed line by line, moved with the mouse
//! and with keys, and what was removed comes back.

use e2e::{Browser, Page, Scope, Server, embed, serve, site};
use serde_json::{Value, json};

/// The points of the plan, in order.
fn points(widget: &Scope<'_>) -> Vec<String> {
    let plan = widget.call_host("return element.capture().plan.map((line) => line.point)");
    plan.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A page whose element shows the massage room.
#[track_caller]
fn massage_room<'a>(browser: &'a Browser, server: &Server) -> Page<'a> {
    embed(browser, &server.url("pages/element.html"), &json!({ "lang": "en", "mode": "massage" }))
}

#[test]
fn a_ready_made_massage_is_changed_moved_and_brought_back() {
    let server = serve(site());
    let browser = Browser::start();
    let page = massage_room(&browser, &server);
    let widget = page.explorer();
    widget.wait("[data-act=begin]");
    widget.click("[data-act=begin]");
    widget.wait(".rpe-plan-line");
    let begun = points(&widget);
    assert_eq!(begun, ["soleus.1", "gastrocnemius.1", "quadratus_plantae.1"]);

    // By keys: picked up, one down, put down; then picked up, moved and put back.
    widget.focus("[data-act=grip]");
    page.type_text(" ");
    widget.wait(".rpe-carried");
    page.press("ArrowDown");
    widget.wait(".rpe-plan-line:nth-child(2).rpe-carried");
    page.type_text(" ");
    widget.wait(".rpe-plan:not(:has(.rpe-carried))");
    assert_eq!(points(&widget), ["gastrocnemius.1", "soleus.1", "quadratus_plantae.1"]);

    // With the mouse: from the first place to the last, and back again.
    let grip = |nth| widget.point("[data-act=grip]", nth, None);
    page.drag(grip(0), grip(2));
    widget.wait(".rpe-plan:not(:has(.rpe-carried))");
    assert_eq!(points(&widget)[0], "soleus.1");
    page.drag(grip(1), grip(0));
    widget.wait(".rpe-plan:not(:has(.rpe-carried))");
    let moved = points(&widget);

    // Removed, and back where it was.
    widget.click(".rpe-plan-line:nth-child(2) [data-act=remove]");
    widget.wait("[data-act=put-back]");
    assert_eq!(points(&widget).len(), 2);
    widget.click("[data-act=put-back]");
    widget.wait(".rpe-plan-line:nth-child(3)");
    assert_eq!(points(&widget), moved);
    page.assert_clean();
}

#[test]
fn a_plan_is_kept_under_a_name_and_opened_after_a_reload() {
    let server = serve(site());
    let browser = Browser::start();
    let page = massage_room(&browser, &server);
    let widget = page.explorer();
    widget.click("[data-act=begin]");
    widget.wait(".rpe-plan-line");
    widget.click(".rpe-plan-line:nth-child(3) [data-act=remove]");
    widget.click("[data-name=rest] [data-act=more]");
    let shown =
        widget.call_host("const { plan, rest, hold, rounds } = element.capture(); return [plan, rest, hold, rounds]");
    widget.click(".rpe-keep summary");
    widget.focus("[data-field=plan-name]");
    page.type_text("<b>Mornings</b>");
    widget.click("[data-act=keep-plan]");
    widget.wait_text(".rpe-shelf b", "<b>Mornings</b>");
    assert_eq!(page.kept().keys().filter(|key| key.starts_with("rpe:plan:")).count(), 1);

    let page = massage_room(&browser, &server);
    let widget = page.explorer();
    assert!(points(&widget).is_empty());
    widget.click("[data-act=open-kept]");
    widget.wait(".rpe-plan-line");
    let again =
        widget.call_host("const { plan, rest, hold, rounds } = element.capture(); return [plan, rest, hold, rounds]");
    assert_eq!(again, shown);
    widget.click("[data-act=forget]");
    widget.wait_gone("[data-act=forget]");
    assert!(!page.kept().keys().any(|key| key.starts_with("rpe:plan:")), "{:?}", page.kept());
    widget.click("[data-act=put-back]");
    widget.wait_text(".rpe-shelf b", "<b>Mornings</b>");
    assert_eq!(page.kept().keys().filter(|key| key.starts_with("rpe:plan:")).count(), 1);
    page.assert_clean();
}

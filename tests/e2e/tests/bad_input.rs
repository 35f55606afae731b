//! Garbage from the page's author: each is refused with words that help, and the person loses nothing by it.
//! Chromium only, for its console. Garbage in the storage is in `bad_storage`.

use e2e::{Browser, Page, before_embed, serve, site};
use serde_json::{Value, json};

/// Each attribute with garbage in it, and one of the allowed values that the warning must name.
const GARBAGE: [(&str, &str, &[&str]); 13] = [
    ("region", "nose", &["heel", "heel_plantar"]),
    ("muscle", "soul", &["soleus", "quadratus_plantae"]),
    ("side", "up", &["left", "right", "both"]),
    ("view", "inside", &["posterior", "plantar"]),
    ("mode", "party", &["explore", "massage", "day"]),
    ("lang", "xx", &["en", "nl"]),
    ("theme", "pink", &["auto", "light", "dark"]),
    ("hold", "NaN", &["10", "120"]),
    ("rounds", "1e9", &["1", "5"]),
    ("per-day", "-3", &["1", "12"]),
    ("features", "everything", &["explore", "massage", "diary"]),
    ("storage", "cloud", &["local", "none"]),
    ("loading", "never", &["lazy", "eager"]),
];

/// The warnings that name an attribute.
fn warnings(browser: &Browser, name: &str) -> Vec<String> {
    let about = format!("referred-pain-explorer {name}=");
    browser.console().into_iter().map(|(_, text)| text).filter(|text| text.contains(&about)).collect()
}

#[track_caller]
fn assert_warned_once_each(browser: &Browser) {
    for (name, _, allowed) in GARBAGE {
        let said = warnings(browser, name);
        assert_eq!(said.len(), 1, "{name}: one warning, not {said:?}");
        for value in allowed {
            assert!(said[0].contains(value), "{name}: `{value}` is allowed, but not named in {said:?}");
        }
    }
}

/// The widget is whole: its three rooms, in English, and the way to a timer.
#[track_caller]
fn assert_whole(page: Page<'_>) {
    let widget = page.explorer();
    assert_eq!(widget.count("[data-screen]"), 3, "the rooms");
    widget.wait(".rpe[lang=en]");
    widget.mark_heel();
    widget.start_first_massage();
    widget.assert_falls();
    page.assert_clean();
}

#[test]
fn attributes_with_garbage_are_ignored_with_one_warning_each() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    page.wait("window.make");
    let attributes: serde_json::Map<String, Value> =
        GARBAGE.iter().map(|(name, value, _)| (name.to_string(), json!(value))).collect();
    page.run(&format!("make({})", Value::Object(attributes)));
    page.ready();
    assert_warned_once_each(&browser);
    // Said once is enough.
    page.explorer().call_host("element.side = 'left'; element.side = 'up'");
    assert_warned_once_each(&browser);
    assert_whole(page);
}

#[test]
fn garbage_set_later_changes_nothing() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    page.wait("window.make");
    page.run("make({ region: 'heel', side: 'left', mode: 'explore', view: 'plantar' })");
    page.ready();
    let widget = page.explorer();
    widget.wait_text(".rpe-marked", "4 places marked");
    for (name, value, _) in GARBAGE {
        widget.call_host(&format!("element.setAttribute({name:?}, {value:?})"));
    }
    assert_warned_once_each(&browser);
    widget.wait_text(".rpe-marked", "4 places marked");
    assert!(widget.has(".rpe-legs [data-key=left][aria-pressed=true]"), "the leg was lost");
    assert!(widget.has(".rpe-svg[data-view=plantar]"), "the view was lost");
    assert!(widget.has("[data-screen=find][aria-current=page]"), "the room was lost");
    page.assert_clean();
}

/// What a call throws: its kind and its message; null if it throws nothing.
fn thrown(page: Page<'_>, call: &str) -> Value {
    let body =
        format!("try {{ element.{call}; return null; }} catch (e) {{ return [e.constructor.name, e.message]; }}");
    page.explorer().call_host(&body)
}

#[test]
fn methods_name_the_field_and_keep_the_selection() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html"));
    page.wait("window.make");
    page.run("make({ region: 'heel' })");
    page.ready();
    let widget = page.explorer();
    widget.wait_text(".rpe-marked", "4 places marked");
    page.run("heard.length = 0");
    let calls = [
        ("select()", "TypeError", "selection"),
        ("select('heel')", "TypeError", "selection"),
        ("select(['heel'])", "TypeError", "selection"),
        ("select({})", "TypeError", "selection"),
        ("select({ regions: 5 })", "TypeError", "regions"),
        ("select({ regions: 'heel' })", "TypeError", "regions"),
        ("select({ regions: [5] })", "TypeError", "regions[0]"),
        ("select({ regions: ['heel', 'nose'] })", "RangeError", "regions[1]"),
        ("select({ regions: [{ region: 'toes', intensity: 'much' }] })", "TypeError", "regions[0].intensity"),
        ("select({ muscle: 'x' })", "RangeError", "muscle"),
        ("select({ muscle: 5 })", "TypeError", "muscle"),
        ("select({ muscle: 'soleus', point: 'soleus.99' })", "RangeError", "point"),
        ("select({ regions: ['toes'], side: 'up' })", "RangeError", "side"),
        ("select({ side: {} })", "TypeError", "side"),
        ("rank()", "TypeError", "marks"),
        ("rank('heel')", "TypeError", "marks"),
        ("rank(['nose'])", "RangeError", "marks[0]"),
        ("rank([null])", "TypeError", "marks[0]"),
        ("rank([{ intensity: 5 }])", "TypeError", "marks[0].region"),
        ("rank([{ region: 'heel_plantar', intensity: 99 }])", "RangeError", "marks[0].intensity"),
        ("rank([{ region: 'heel_plantar', side: 'up' }])", "RangeError", "marks[0].side"),
        ("rank([{ region: 'heel_plantar', intensity: 0 }])", "RangeError", "marks[0].intensity"),
        ("rank([{ region: 'heel_plantar', intensity: NaN }])", "RangeError", "marks[0].intensity"),
        ("rank([{ region: 'heel_plantar', intensity: 2.5 }])", "RangeError", "marks[0].intensity"),
        ("startSession(5)", "TypeError", "plan"),
        ("startSession([])", "TypeError", "plan"),
        ("startSession({})", "TypeError", "plan.steps"),
        ("startSession({ steps: {} })", "TypeError", "plan.steps"),
        ("startSession({ steps: [] })", "RangeError", "plan.steps"),
        ("startSession({ steps: ['soleus.1'] })", "TypeError", "plan.steps[0]"),
        ("startSession({ steps: [{}] })", "TypeError", "plan.steps[0].point"),
        ("startSession({ steps: [{ point: 'soleus' }] })", "RangeError", "plan.steps[0].point"),
        ("startSession({ steps: [{ point: 'soleus.1', side: 'up' }] })", "RangeError", "plan.steps[0].side"),
        ("startSession({ steps: [{ point: 'soleus.1', hold: 5 }] })", "RangeError", "plan.steps[0].hold"),
        ("startSession({ steps: [{ point: 'soleus.1', hold: '45' }] })", "TypeError", "plan.steps[0].hold"),
        ("startSession({ steps: [{ point: 'soleus.1' }, { point: 'x.1' }] })", "RangeError", "plan.steps[1].point"),
        ("startSession({ steps: [{ point: 'soleus.1' }], rounds: 99 })", "RangeError", "plan.rounds"),
        ("startSession({ steps: [{ point: 'soleus.1' }], rest: -1 })", "RangeError", "plan.rest"),
        ("restore()", "TypeError", "state"),
        ("restore([])", "TypeError", "state"),
        ("restore({})", "TypeError", "version"),
        ("restore({ version: 2 })", "RangeError", "version"),
        ("restore({ version: 1, regions: 'heel' })", "TypeError", "regions"),
        ("restore({ version: 1, regions: [{ region: 'nose' }] })", "RangeError", "regions[0]"),
        ("restore({ version: 1, regions: [{ region: 'toes', intensity: 11 }] })", "RangeError", "regions[0].intensity"),
        ("restore({ version: 1, plan: 'soleus.1' })", "TypeError", "plan"),
        ("restore({ version: 1, plan: ['soleus.1'] })", "TypeError", "plan[0]"),
        ("restore({ version: 1, plan: [{ point: 'soleus.1' }, { point: 'x.1' }] })", "RangeError", "plan[1].point"),
        ("restore({ version: 1, plan: [{ point: 'soleus.1', side: 'up' }] })", "RangeError", "plan[0].side"),
        ("restore({ version: 1, regions: ['toes'], hold: 5 })", "RangeError", "hold"),
        ("restore({ version: 1, hold: '45' })", "TypeError", "hold"),
        ("restore({ version: 1, rounds: 1.5 })", "RangeError", "rounds"),
        ("restore({ version: 1, perDay: 13 })", "RangeError", "perDay"),
        ("restore({ version: 1, side: 'up' })", "RangeError", "side"),
        ("restore({ version: 1, view: 'inside' })", "RangeError", "view"),
        ("restore({ version: 1, view: 5 })", "TypeError", "view"),
        ("restore({ version: 1, mode: 'party' })", "RangeError", "mode"),
        ("restore({ version: 1, muscle: 'x' })", "RangeError", "muscle"),
        ("restore({ version: 1, muscle: 'soleus', point: 'soleus.99' })", "RangeError", "point"),
        ("shareUrl(5)", "TypeError", "base"),
        ("shareUrl({})", "TypeError", "base"),
        ("shareUrl('https://')", "TypeError", "base"),
    ];
    let mut wrong = Vec::new();
    for (call, kind, field) in calls {
        let error = thrown(page, call);
        let message = error[1].as_str().unwrap_or_default();
        let names_it = message.strip_prefix(field).is_some_and(|rest| rest.starts_with([' ', ':']));
        if error[0] != kind || !names_it {
            wrong.push(format!("{call}: {kind} naming {field}, not {error}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    widget.wait_text(".rpe-marked", "4 places marked");
    assert!(widget.has("[data-screen=find][aria-current=page]"), "a refused plan changed the room");
    assert!(!widget.has("[data-act=safe]"), "a refused plan was started");
    assert!(widget.property("session").is_null());
    assert_eq!(page.run("return heard"), json!([]), "a refused call was told as an event");
    page.assert_clean();
}

#[test]
fn driving_without_a_session_does_nothing_and_calls_before_ready_say_so() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url("pages/element.html"));
    page.run("make()");
    page.run("const e = document.createElement('referred-pain-explorer'); e.id = 'early'; window.early = e");
    let early = page.run("try { early.select({ muscle: 'soleus' }); return null } catch (e) { return e.message }");
    assert!(early.as_str().is_some_and(|message| message.contains("ready")), "{early}");
    page.ready();
    for call in ["pause()", "resume()", "next()", "previous()", "stop()", "startSession(null)"] {
        assert!(thrown(page, call).is_null(), "{call}");
        assert!(page.explorer().property("session").is_null(), "{call}");
    }
    // A plan for which the person has not yet said that no red flag applies.
    assert!(thrown(page, "startSession({ steps: [{ point: 'soleus.1' }] })").is_null());
    page.explorer().wait("[data-act=safe]");
    page.assert_clean();
}

//! The element as a page author uses it: fallback, events, properties and live attributes. Its life on a page (moved,
//! removed, several of them) is in `element_life`.

use std::time::Duration;

use e2e::{Browser, before_embed, embed, heard, serve, set, site};
use serde_json::{Value, json};

/// A plan of one short round over two legs.
const PLAN: &str = "{ steps: [{ point: 'soleus.1', side: 'left', hold: 10 },
    { point: 'quadratus_plantae.1', side: 'right', hold: 12 }], rounds: 1, rest: 3 }";

#[test]
fn the_fallback_stays_until_it_is_ready() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url("pages/element.html"));
    let seen = page.run_async(
        "const done = arguments[arguments.length - 1];
        const element = document.createElement('referred-pain-explorer');
        element.innerHTML = '<p>Read this instead</p>';
        document.body.append(element);
        const shown = () => element.firstChild.getClientRects().length > 0;
        const before = shown(), frames = [];
        const look = () => {
            // Either the fallback or the widget, in every frame: never both, never nothing.
            frames.push([shown(), element.shadowRoot.querySelector('.rpe')?.getClientRects().length > 0]);
            requestAnimationFrame(look);
        };
        look();
        element.ready.then(() => setTimeout(() => done([before, shown(), frames, element.textContent]), 200));",
    );
    assert_eq!(seen[0], true, "the fallback is not shown at first");
    assert_eq!(seen[1], false, "the fallback is still shown");
    assert_eq!(seen[3], "Read this instead", "the page's own content was changed");
    for frame in seen[2].as_array().into_iter().flatten() {
        assert_ne!(frame[0], frame[1], "a frame with [fallback, widget] = {frame}");
    }
    page.assert_clean();
}

#[test]
fn events_leave_a_shadow_root_in_their_order() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url("pages/element.html"));
    page.run(
        "const box = document.createElement('div');
        box.id = 'box';
        document.body.append(box);
        window.inner = make({ loading: 'eager' }, box.attachShadow({ mode: 'open' }));",
    );
    page.wait("heard.some((event) => event.type === 'rpe-ready')");
    assert_eq!(heard(page, "rpe-ready")[0]["version"], page.run("return inner.version"));
    page.run("inner.select({ regions: ['heel'], side: 'left', muscle: 'soleus' })");
    let selected = heard(page, "rpe-select");
    let last = selected.last().expect("rpe-select");
    let mut regions: Vec<_> = last["regions"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    regions.sort_unstable();
    assert_eq!(regions, ["heel_lateral", "heel_medial", "heel_plantar", "heel_posterior"]);
    assert_eq!((&last["muscle"], &last["point"], &last["side"]), (&json!("soleus"), &json!(null), &json!("left")));

    page.run(&format!("inner.startSession({PLAN})"));
    page.wait("inner.shadowRoot.querySelector('[data-act=safe]')");
    page.skip(Duration::from_secs(1));
    page.run("inner.shadowRoot.querySelector('[data-act=safe]').click()");
    page.wait("inner.session?.phase === 'ready'");
    for phase in ["hold", "rest", "hold", "done"] {
        let left = page.run("return inner.session.remainingMs").as_u64().unwrap_or_default();
        page.skip(Duration::from_millis(left));
        page.wait(&format!("inner.session?.phase === '{phase}'"));
    }
    let phases: Vec<_> = heard(page, "rpe-session").iter().map(|detail| detail["phase"].clone()).collect();
    assert_eq!(phases, ["ready", "hold", "rest", "hold", "done"]);
    let first = &heard(page, "rpe-session")[0];
    assert_eq!((&first["step"], &first["steps"]), (&json!(0), &json!(2)), "{first}");
    assert_eq!((&first["point"], &first["side"]), (&json!("soleus.1"), &json!("left")), "{first}");

    let entries = heard(page, "rpe-entry");
    assert_eq!(entries.len(), 1, "{entries:?}");
    let entry = &entries[0]["entry"];
    assert_eq!(entry["complete"], true, "{entry}");
    assert_eq!(entry["steps"][0], json!({ "point": "soleus.1", "side": "left", "held": 10 }));
    assert_eq!(entry["steps"][1], json!({ "point": "quadratus_plantae.1", "side": "right", "held": 12 }));
    // Seen from outside, they come from what holds the element.
    assert_eq!(page.run("return heard.every((event) => event.target === 'box')"), true);
    page.assert_clean();
}

#[test]
fn the_session_is_a_snapshot() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    assert!(widget.property("session").is_null());
    widget.call_host(&format!("element.startSession({PLAN})"));
    widget.read_red_flags();
    widget.click("[data-act=safe]");
    widget.call_host("element.next()");
    let now = widget.property("session");
    let mut fields: Vec<_> = now.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["elapsedMs", "phase", "point", "remainingMs", "side", "step", "steps"]);
    assert_eq!(now["phase"], "hold");
    assert_eq!(now["remainingMs"].as_i64().unwrap() + now["elapsedMs"].as_i64().unwrap(), 10_000);
    widget.call_host("element.pause()");
    assert_eq!(widget.property("session")["phase"], "paused");
    widget.wait("[data-act=resume]");
    widget.call_host("element.resume()");
    widget.call_host("element.next()");
    let rest = widget.property("session");
    assert_eq!((&rest["phase"], &rest["step"]), (&json!("rest"), &json!(1)), "{rest}");
    assert_eq!((&rest["point"], &rest["side"]), (&json!("quadratus_plantae.1"), &json!("right")), "{rest}");
    widget.call_host("element.previous()");
    assert_eq!(widget.property("session")["step"], 0);
    widget.call_host("element.stop()");
    let done = widget.property("session");
    assert_eq!((&done["phase"], &done["remainingMs"]), (&json!("done"), &json!(0)), "{done}");
    widget.click("[data-act=again]");
    assert!(widget.property("session").is_null());
    page.assert_clean();
}

#[test]
fn a_rank_tells_its_reasons_and_selects_nothing() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let ranked = page.explorer().call_host("return element.rank(['heel'])");
    let rows = ranked.as_array().cloned().unwrap_or_default();
    assert!(rows.len() >= 5, "{ranked}");
    let scores: Vec<_> = rows.iter().map(|row| row["score"].as_f64().unwrap_or(-1.0)).collect();
    assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)) && scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    assert!(rows.iter().take(3).any(|row| row["point"] == "soleus.1" && row["muscle"] == "soleus"), "{ranked}");
    assert!(rows[0]["essential"].is_array() && rows[0]["spillover"].is_array(), "{}", rows[0]);
    assert!(rows[0]["reasons"][0].as_str().is_some_and(|reason| !reason.is_empty()), "{}", rows[0]);
    assert!(rows.iter().any(|row| row["doubts"][0].as_str().is_some_and(|doubt| !doubt.is_empty())), "{ranked}");
    assert!(rows.iter().all(|row| row["side"] == "both"), "{ranked}");
    let one =
        page.explorer().call_host("return element.rank([{ region: 'heel_plantar', intensity: 9, side: 'left' }])");
    assert!(one.as_array().is_some_and(|rows| rows.iter().all(|row| row["side"] == "left")), "{one}");
    assert!(one.as_array().is_some_and(|rows| !rows.is_empty()), "{one}");
    assert!(!page.explorer().has(".rpe-result"), "ranking selects");
    assert!(heard(page, "rpe-select").is_empty());
}

#[test]
fn attributes_are_live() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    let widget = page.explorer();
    // Each attribute with a value, and what must be there then.
    let steps = [
        ("region", Some("heel_plantar toes"), ".rpe-result"),
        ("region", None, ".rpe:not(:has(.rpe-result))"),
        ("region", Some("heel"), ".rpe-chip[aria-pressed=true]"),
        ("muscle", Some("soleus"), ".rpe-card"),
        ("muscle", None, ".rpe:not(:has(.rpe-card))"),
        ("side", Some("left"), ".rpe-legs [data-key=left][aria-pressed=true]"),
        ("side", None, ".rpe-legs [data-key=both][aria-pressed=true]"),
        ("view", Some("posterior"), ".rpe-svg[data-view=posterior]"),
        ("view", Some("plantar"), ".rpe-svg[data-view=plantar]"),
        ("mode", Some("massage"), ".rpe-massage"),
        ("mode", Some("day"), ".rpe-day"),
        ("mode", None, ".rpe-find"),
    ];
    for (name, value, css) in steps {
        set(page, name, value);
        page.wait(&format!("document.querySelector('referred-pain-explorer').shadowRoot.querySelector({css:?})"));
    }
    set(page, "mode", Some("massage"));
    for (name, value) in [("hold", "30"), ("rounds", "4")] {
        set(page, name, Some(value));
        widget.wait_text(&format!("[data-name={name}] output"), value);
    }
    set(page, "mode", Some("day"));
    set(page, "per-day", Some("5"));
    widget.wait_text(".rpe-count", "0 of 5");
    widget.call_host("element.perDay = 6");
    widget.wait_text(".rpe-count", "0 of 6");

    set(page, "theme", Some("light"));
    let light = widget.style(".rpe", "color");
    set(page, "theme", Some("dark"));
    assert_ne!(widget.style(".rpe", "color"), light, "the theme changes nothing");
    page.assert_clean();
}

#[test]
fn the_language_follows_the_attribute_and_the_page_around() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "region": "heel" }));
    let widget = page.explorer();
    widget.wait_text("h2", "Where does it hurt?");
    set(page, "lang", Some("nl-BE"));
    widget.wait_text("h2", "Waar doet het pijn?");
    widget.wait(".rpe[lang=nl] .rpe-result");
    set(page, "lang", None);
    widget.wait_text("h2", "Where does it hurt?");
    // Changed twice before the first answer is there: the last word counts.
    page.run("document.querySelector('referred-pain-explorer').remove()");
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    page.explorer().call_host("element.lang = 'nl'; element.lang = 'en'");
    std::thread::sleep(Duration::from_millis(500));
    assert!(page.explorer().has(".rpe[lang=en]"), "an overtaken language came last");

    page.run("document.querySelector('main').lang = 'nl'; make({ id: 'inside' })");
    page.ready_at("#inside");
    page.explorer_at("#inside").wait_text("h2", "Waar doet het pijn?");
    page.run("make({ id: 'own', lang: 'en-GB' })");
    page.ready_at("#own");
    page.explorer_at("#own").wait_text("h2", "Where does it hurt?");
    page.assert_clean();
}

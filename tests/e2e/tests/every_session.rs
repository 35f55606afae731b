//! A massage in time, in every engine: each change when it is due, a reload in the middle, two tabs, a phone that slept.

use std::io::Write;
use std::time::Duration;

use e2e::{Browser, Page, Scope, Server, beside, serve, site};
use serde_json::Value;

/// Prints a figure, so that it is seen also when all is well.
fn tell(words: &str) {
    let _ = writeln!(std::io::stderr(), "    speed: {words}");
}

/// The page of the project, whose widget runs two points of ten seconds with two seconds between.
#[track_caller]
fn started<'a>(browser: &'a Browser, server: &Server) -> Page<'a> {
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.run(
        "window.__phases = [];
        const element = document.querySelector('referred-pain-explorer');
        element.addEventListener('rpe-session', (event) => __phases.push([performance.now(), event.detail.phase]));
        element.startSession({ steps: [
            { point: 'soleus.1', side: 'left', hold: 10 }, { point: 'quadratus_plantae.1', side: 'left', hold: 10 },
        ], rounds: 1, rest: 2 })",
    );
    let widget = page.explorer();
    // The red flags are asked once on a device; what there is to see comes a moment after the call.
    widget.wait("[data-act=safe], .rpe-digits[data-left]");
    if widget.has("[data-act=safe]") {
        widget.read_red_flags();
        widget.click("[data-act=safe]");
    }
    widget.wait(".rpe-digits[data-left]");
    page
}

#[track_caller]
fn wait_phase(widget: &Scope<'_>, phase: &str) {
    let session = || widget.property("session");
    widget.page().until(|| session()["phase"] == phase, || format!("no {phase}: {}", session()));
}

#[test]
fn each_phase_comes_when_it_is_due() {
    let server = serve(site());
    let browser = Browser::start();
    let page = started(&browser, &server);
    std::thread::sleep(Duration::from_secs(27));
    let widget = page.explorer();
    widget.wait(".rpe-done");
    let told = page.run("return __phases");
    let phases: Vec<(f64, String)> = told
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| (row[0].as_f64().unwrap_or_default(), row[1].as_str().unwrap_or_default().to_owned()))
        .collect();
    let names: Vec<&str> = phases.iter().map(|(_, phase)| phase.as_str()).collect();
    assert_eq!(names, ["ready", "hold", "rest", "hold", "done"]);
    let due = [0.0, 5_000.0, 15_000.0, 17_000.0, 27_000.0];
    let late: Vec<f64> = phases.iter().zip(due).map(|((at, _), due)| at - phases[0].0 - due).collect();
    let worst = late.iter().fold(0.0_f64, |worst, late| worst.max(late.abs()));
    tell(&format!("{:?}: a session of 27 s, phases late by {late:.0?} ms at most {worst:.0}", browser.engine()));
    // Its promise is 150; the rest is for a machine that does other things.
    assert!(worst < 1_000.0, "{late:?}");
    page.assert_clean();
}

#[test]
fn a_reload_in_mid_hold_loses_nothing() {
    let server = serve(site());
    let browser = Browser::start();
    let page = started(&browser, &server);
    let widget = page.explorer();
    widget.click("[data-act=next]");
    wait_phase(&widget, "hold");
    let began = page.run("return Date.now()").as_i64().unwrap_or_default();
    page.reload();
    page.ready();
    assert!(widget.property("session").is_null(), "nothing rings by itself after a reload");
    widget.wait(".rpe-tab.rpe-busy");
    widget.click("[data-screen=massage]");
    widget.wait(".rpe-aside [data-act=take-over]");
    widget.click("[data-act=take-over]");
    widget.wait(".rpe-digits[data-left]");
    let session = widget.property("session");
    let now = page.run("return Date.now()").as_i64().unwrap_or_default();
    let left = session["remainingMs"].as_i64().unwrap_or_default();
    assert_eq!((&session["phase"], &session["point"]), (&Value::from("hold"), &Value::from("soleus.1")));
    assert!((left - (10_000 - (now - began))).abs() < 1_000, "{left} ms are left {} ms later", now - began);
    widget.click("[data-act=stop]");
    widget.wait(".rpe-done");
    assert!(!page.kept().contains_key("rpe:session"), "{:?}", page.kept());
    page.assert_clean();
}

#[test]
fn of_two_tabs_one_rings() {
    let server = serve(site());
    let browser = Browser::start();
    let page = started(&browser, &server);
    let widget = page.explorer();
    beside(page, "index.html");
    let other = |script: &str| page.run(&format!("const root = __other().shadowRoot; {script}"));
    let click = |css: &str| {
        page.wait(&format!("__other().shadowRoot.querySelector('{css}')"));
        other(&format!("root.querySelector('{css}').click()"));
    };
    assert!(other("return __other().session").is_null(), "the second tab runs it too");
    click("[data-screen=massage]");
    click("[data-act=take-over]");
    page.wait("__other().session?.phase");
    // The first one falls silent, and says where it went.
    page.until(|| widget.property("session").is_null(), || "both run".to_owned());
    widget.wait(".rpe-aside [data-act=take-over]");
    widget.wait_text(".rpe-aside h2", "another tab");
    // It is ended there, and nothing is left to be asked here.
    click("[data-act=stop]");
    widget.wait_gone(".rpe-aside");
    page.assert_clean();
}

#[test]
fn ten_minutes_out_of_sight_are_asked_about_and_told_to_the_second() {
    let server = serve(site());
    let browser = Browser::start();
    let page = started(&browser, &server);
    let widget = page.explorer();
    let out = "Object.defineProperty(document, 'hidden', { configurable: true, get: () => %s });
        const left = () => document.querySelector('referred-pain-explorer').session.remainingMs;
        const before = left();
        document.dispatchEvent(new Event('visibilitychange'));
        return [before, left()]";
    // On a slow machine the first hold has begun by now, and that is where it is gone on with.
    let hidden = page.run(&out.replace("%s", "true"));
    page.pass(Duration::from_secs(600));
    page.run(&out.replace("%s", "false"));
    widget.wait(".rpe-aside [data-act=again]");
    widget.wait_text(".rpe-aside h2", "10 min");
    widget.wait_text(".rpe-aside p", "2 points");
    assert_eq!(widget.property("session")["phase"], "done");
    assert!(!widget.has(".rpe-done"), "nothing is written in doubt");
    // Pressed again from where they left, which stands still.
    widget.click("[data-act=again]");
    widget.wait("[data-act=resume]");
    let session = widget.property("session");
    assert_eq!((&session["phase"], &session["step"]), (&Value::from("paused"), &Value::from(0)));
    let [before, after, again] = [&hidden[0], &hidden[1], &session["remainingMs"]].map(|ms| ms.as_i64().unwrap_or(-1));
    assert!((after..=before).contains(&again) && again > 0, "{hidden}: {session}");
    page.assert_clean();
}

#[test]
fn what_hurts_too_much_is_left_out_with_advice() {
    let server = serve(site());
    let browser = Browser::start();
    let page = started(&browser, &server);
    let widget = page.explorer();
    widget.click("[data-act=next]");
    wait_phase(&widget, "hold");
    widget.click("[data-act=extend]");
    page.until(|| widget.left() > 20_000, || format!("{} ms are left", widget.left()));
    widget.click(".rpe-trouble summary");
    widget.click("[data-act=tingling]");
    widget.wait(".rpe-warned [data-act=go-on]");
    let session = widget.property("session");
    assert_eq!((&session["phase"], &session["point"]), (&Value::from("paused"), &Value::from("quadratus_plantae.1")));
    widget.click("[data-act=go-on]");
    widget.wait_gone(".rpe-warned");
    widget.assert_falls();
    page.assert_clean();
}

//! The element's life on a page: made by script, several at once, moved, removed, put back; and what it keeps.

use std::time::Duration;

use e2e::{Browser, Page, WHOLE_MASSAGE, embed_all, serve, site};
use serde_json::json;

/// Starts a massage of the heel and says that no red flag applies.
#[track_caller]
fn start(page: Page<'_>, host: &str) {
    let widget = page.explorer_at(host);
    widget.mark_heel();
    widget.start_first_massage();
}

#[test]
fn two_on_a_page_do_not_notice_each_other() {
    let server = serve(site());
    let browser = Browser::start();
    let elements = [json!({ "id": "one" }), json!({ "id": "two", "lang": "nl" })];
    let page = embed_all(&browser, &server.url("pages/element.html"), &elements);
    let (one, two) = (page.explorer_at("#one"), page.explorer_at("#two"));
    let untouched = two.texts(".rpe");
    start(page, "#one");
    one.assert_falls();
    assert_eq!(two.texts(".rpe"), untouched, "the second one changed too");
    assert!(two.property("session").is_null());
    assert_eq!(
        page.run("return heard.filter((event) => event.target === 'two').map((event) => event.type)"),
        json!(["rpe-ready"])
    );
    two.mark_heel();
    two.wait_text("h2", "Mogelijke bronnen");
    one.assert_falls();

    let ids = |host: &str| {
        let ids = page.explorer_at(host).query("[id]", "return all.map((element) => element.id)");
        ids.as_array().cloned().unwrap_or_default()
    };
    one.click("[data-screen=find]");
    let (mut all, second) = (ids("#one"), ids("#two"));
    assert!(!second.is_empty());
    all.extend(second);
    let count = all.len();
    all.sort_by_key(ToString::to_string);
    all.dedup();
    assert_eq!(all.len(), count, "an id is there twice");
    page.assert_clean();
}

#[test]
fn a_move_in_the_page_keeps_the_session() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed_all(&browser, &server.url("pages/element.html"), &[json!({ "id": "one" })]);
    start(page, "#one");
    let widget = page.explorer_at("#one");
    widget.call_host("element.next()");
    widget.assert_falls();
    page.run("heard.length = 0");
    let before = widget.left();
    page.run(
        "const aside = document.createElement('aside');
        document.body.append(aside);
        aside.append(document.querySelector('#one'));",
    );
    widget.assert_falls();
    let session = widget.property("session");
    assert_eq!((&session["phase"], &session["step"]), (&json!("hold"), &json!(0)), "{session}");
    assert!(widget.left() < before && widget.left() > before - 8_000, "{} after {before}", widget.left());
    assert_eq!(page.run("return heard"), json!([]), "the move was told as something else");
    // By a detour through a piece of a page that is in no document.
    page.run(
        "const piece = new DocumentFragment();
        piece.append(document.querySelector('#one'));
        document.querySelector('main').append(piece);",
    );
    widget.assert_falls();
    widget.click("[data-act=pause]");
    widget.assert_stands();
    page.assert_clean();
}

#[test]
fn removing_releases_and_putting_back_works() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed_all(&browser, &server.url("pages/element.html"), &[json!({ "id": "one", "region": "heel" })]);
    page.explorer_at("#one").start_first_massage();
    page.run("window.kept = document.querySelector('#one'); kept.remove(); heard.length = 0");
    page.wait("kept.session === null");
    // Nothing of the removed one runs on: its time may pass, nobody hears of it and nothing is written.
    page.skip(WHOLE_MASSAGE);
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(page.run("return heard"), json!([]));
    assert!(!page.kept().keys().any(|key| key.contains("entry")), "{:?}", page.kept());
    assert_eq!(page.run("return kept.shadowRoot.querySelectorAll('.rpe').length"), 0);
    let refused =
        page.run("try { kept.select({ muscle: 'soleus' }); return null } catch (error) { return error.name }");
    assert_eq!(refused, "TypeError");

    for round in 0..3 {
        page.run("document.querySelector('main').append(kept)");
        page.ready_at("#one");
        let widget = page.explorer_at("#one");
        assert_eq!(widget.count(".rpe"), 1, "round {round}");
        widget.wait_text(".rpe-marked", "4 places marked");
        widget.click("[data-group]");
        widget.wait_gone(".rpe-result");
        widget.click("[data-group]");
        // The red flags were gone through before, on this device.
        widget.click("[data-act=start]");
        widget.assert_falls();
        page.run("kept.remove()");
        page.wait("kept.session === null");
    }
    // In and out faster than it can be made.
    page.run(
        "const main = document.querySelector('main');
        for (let i = 0; i < 5; i++) { main.append(kept); kept.remove(); }
        main.append(kept);",
    );
    page.ready_at("#one");
    assert_eq!(page.explorer_at("#one").count(".rpe"), 1);
    page.run_async(
        "const done = arguments[arguments.length - 1], main = document.querySelector('main');
        const later = (ms) => new Promise((go) => setTimeout(go, ms));
        (async () => {
            for (const ms of [0, 0, 1, 2, 0, 5, 0]) {
                kept.remove();
                await later(ms);
                main.append(kept);
                await later(ms);
            }
            done();
        })();",
    );
    page.ready_at("#one");
    let widget = page.explorer_at("#one");
    assert_eq!((widget.count(".rpe"), widget.count("slot:not([name])")), (1, 0));
    widget.click("[data-screen=day]");
    widget.wait(".rpe-daypanel");
    page.assert_clean();
}

#[test]
fn without_storage_no_key_is_written() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed_all(&browser, &server.url("pages/element.html"), &[json!({ "id": "one", "storage": "none" })]);
    start(page, "#one");
    let widget = page.explorer_at("#one");
    widget.finish_massage();
    widget.assert_day(1, 3);
    let kept = page.run_async(
        "const done = arguments[arguments.length - 1];
        Promise.all([indexedDB.databases(), caches.keys()]).then(([bases, caches]) =>
            done([localStorage.length, sessionStorage.length, document.cookie, bases, caches]));",
    );
    assert_eq!(kept, json!([0, 0, "", [], []]));
    assert!(
        !widget.has(".rpe-notice p:not(:empty)") || widget.text(".rpe-notice").contains("ran out"),
        "a wish is no failure"
    );
    page.reload();
    page.wait("window.make");
    page.run("make({ id: 'one', storage: 'none' })");
    page.ready_at("#one");
    page.explorer_at("#one").assert_day(0, 3);
    page.assert_clean();
}

#[test]
fn every_key_bears_the_name_the_page_gave() {
    let server = serve(site());
    let browser = Browser::start();
    let elements = [json!({ "id": "one", "storage-key": "clinic" }), json!({ "id": "two" })];
    let page = embed_all(&browser, &server.url("pages/element.html"), &elements);
    start(page, "#one");
    page.explorer_at("#one").finish_massage();
    let kept = page.kept();
    assert!(kept.keys().any(|key| key.starts_with("clinic:entry:")), "{kept:#?}");
    assert!(kept.keys().all(|key| key.starts_with("clinic:")), "{kept:#?}");
    // The other namespace has its own diary.
    page.reload();
    page.wait("window.make");
    for attributes in &elements {
        page.run(&format!("make({attributes})"));
        page.ready_at(&format!("#{}", attributes["id"].as_str().unwrap_or_default()));
    }
    page.explorer_at("#one").assert_day(1, 3);
    page.explorer_at("#two").assert_day(0, 3);
    page.assert_clean();
}

#[test]
fn a_listener_that_throws_harms_nobody() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed_all(&browser, &server.url("pages/element.html"), &[json!({ "id": "one" })]);
    let widget = page.explorer_at("#one");
    widget.call_host(
        "const wrong = () => { throw new Error('the page is wrong'); };
        for (const type of ['rpe-select', 'rpe-session', 'rpe-entry']) element.addEventListener(type, wrong);",
    );
    // A listener may also call back, in the middle of what it is told of.
    widget.call_host(
        "element.addEventListener('rpe-session', (event) => { if (event.detail.phase === 'ready') element.next(); })",
    );
    start(page, "#one");
    page.wait("document.querySelector('#one').session?.phase === 'hold'");
    widget.assert_falls();
    widget.finish_massage();
    widget.assert_day(1, 3);
}

#[test]
fn properties_set_before_the_element_is_defined_are_heard() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/element.html?early"));
    page.ready();
    page.explorer().wait_text(".rpe-count", "0 of 7");
    page.explorer().click("[data-screen=find]");
    page.explorer().wait_text(".rpe-marked", "4 places marked");
    page.assert_clean();
}

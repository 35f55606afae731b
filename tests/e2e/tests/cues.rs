//! What a massage sounds and feels like: said, shaken and lit up as chosen, on the lock screen too, and silent when paused.
//! Chromium only: there a script can listen before the page's own.

use std::time::Duration;

use e2e::{Browser, Page, Scope, serve, site};
use serde_json::Value;

/// Takes down what is said and how the device shakes, instead of doing it.
const LISTEN: &str = "
    window.__cues = { said: [], shaken: [], hushed: 0 };
    Object.defineProperty(window, 'speechSynthesis', { value: {
        speak: (utterance) => __cues.said.push([utterance.lang, utterance.volume, utterance.text]),
        cancel: () => { __cues.hushed += 1; },
    } });
    navigator.vibrate = (pattern) => { __cues.shaken.push(pattern.length); return true; };
";

#[track_caller]
fn said(page: Page<'_>) -> Vec<String> {
    let said = page.run("return __cues.said.splice(0)");
    said.as_array().into_iter().flatten().filter_map(|row| row[2].as_str()).map(String::from).collect()
}

/// A plan with the signals open.
#[track_caller]
fn at_the_signals<'a>(page: Page<'a>) -> Scope<'a> {
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.click("[data-screen=massage]");
    widget.click(".rpe-cues summary");
    widget
}

#[test]
fn a_voice_says_what_comes_and_the_device_shakes() {
    let server = serve(site());
    let browser = Browser::start();
    browser.before_load(LISTEN);
    let page = browser.open(&server.url("index.html"));
    let widget = at_the_signals(page);
    widget.click("[data-cue=voice]");
    widget.click("[data-try=voice]");
    assert_eq!(said(page), ["Press"], "it can be heard before it is needed");
    widget.start_first_massage();
    page.skip(Duration::from_secs(5));
    widget.wait(".rpe-pressing");
    let first = said(page);
    assert!(
        matches!(&first[..], [one] if one.starts_with("Press: Soleus, ") && one.contains(" leg")),
        "what and where: {first:?}"
    );
    let hold = widget.property("session")["remainingMs"].as_u64().unwrap_or_default();
    page.skip(Duration::from_millis(hold / 2));
    page.until(|| said(page) == ["Halfway"], || "nothing is said at the half".into());
    page.skip(Duration::from_millis(hold / 2 - 5_000));
    page.until(|| said(page) == ["Five seconds"], || "the end is not told".into());
    page.skip(Duration::from_secs(5));
    widget.wait(".rpe-waiting");
    let next = said(page);
    assert!(next.iter().any(|words| words.starts_with("Let go. Next: ") && words.contains("leg")), "{next:?}");
    let shaken = page.run("return __cues.shaken.length").as_u64().unwrap_or_default();
    assert!(shaken >= 4, "the device shook {shaken} times");
    let hushed = || page.run("return __cues.hushed").as_u64().unwrap_or_default();
    let before = hushed();
    widget.click("[data-act=pause]");
    page.until(|| hushed() > before, || "a pause does not silence the voice".into());
    page.assert_clean();
}

#[test]
fn the_lock_screen_knows_where_one_is_and_its_keys_work() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    browser.before_load(
        "const handlers = window.__keys = {};
        const set = MediaSession.prototype.setActionHandler;
        MediaSession.prototype.setActionHandler = function (name, handler) { handlers[name] = handler; return set.call(this, name, handler); };",
    );
    page.reload();
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    let shown = || {
        page.run("const { metadata, playbackState } = navigator.mediaSession; return [metadata?.title ?? null, playbackState]")
    };
    page.until(|| shown()[1] == "playing", || format!("{}", shown()));
    assert!(shown()[0].as_str().is_some_and(|title| title.contains("leg")), "{}", shown());
    page.run("__keys.pause({ action: 'pause' })");
    widget.wait("[data-act=resume]");
    assert_eq!(shown()[1], "paused");
    page.run("__keys.play({ action: 'play' }); __keys.nexttrack({ action: 'nexttrack' })");
    widget.wait(".rpe-pressing");
    page.run("__keys.stop({ action: 'stop' })");
    widget.wait(".rpe-done");
    page.until(|| shown()[0] == Value::Null, || format!("it stays on the lock screen: {}", shown()));
    page.assert_clean();
}

#[test]
fn what_is_chosen_is_kept_and_light_flashes_once_a_cue() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    let widget = at_the_signals(page);
    widget.click("[data-cue=flash]");
    widget.click("[data-cue=tone]");
    page.reload();
    let widget = at_the_signals(page);
    let on = |cue: &str| widget.query(&format!("[data-cue={cue}]"), "return all[0].checked") == true;
    assert_eq!((on("flash"), on("tone"), on("beat")), (true, false, false));
    widget.start_first_massage();
    assert!(!widget.has(".rpe-flash"), "nothing rang yet");
    widget.click("[data-act=next]");
    widget.wait(".rpe-flash");
    page.assert_clean();
}

//! The browser's ports and the mounted widget, inside a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use js_sys::{Date, Function, Reflect};
use referred_pain_explorer::app::{Action, Choice, Cues, Deed, Notice, Part, Screen, Settings, State};
use referred_pain_explorer::atlas::{Mark, Msg, Side, View, bundle};
use referred_pain_explorer::browser::{self, Keep};
use referred_pain_explorer::ports::Ports;
use referred_pain_explorer::ports::sound::Beep;
use referred_pain_explorer::session::{Instant, Span, Tone};
use referred_pain_explorer::ui::root::{Features, RootProps};
use referred_pain_explorer::ui::{Root, Store};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Window};
use yew::AppHandle;

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().unwrap()
}

fn device() -> web_sys::Storage {
    window().local_storage().unwrap().unwrap()
}

/// The browser's ports, for no place on the page.
fn ports(keep: Keep) -> Ports {
    browser::ports(keep, window().document().unwrap().create_element("div").unwrap())
}

/// Lets the page go on for so many milliseconds.
async fn wait(ms: i64) {
    let done = Rc::new(Cell::new(false));
    let waiting: Rc<RefCell<Option<Waker>>> = Rc::default();
    let (rung, waiter) = (done.clone(), waiting.clone());
    let ring = move || {
        rung.set(true);
        if let Some(waker) = waiter.borrow_mut().take() {
            waker.wake();
        }
    };
    let _timer = ports(Keep::None).clock.after(Span::millis(ms), Box::new(ring));
    std::future::poll_fn(|context| {
        *waiting.borrow_mut() = Some(context.waker().clone());
        if done.get() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Waits until something holds; a busy machine draws late.
async fn until(holds: impl Fn() -> bool) {
    for _ in 0..400 {
        if holds() {
            return;
        }
        wait(20).await;
    }
}

/// Runs a script of the test's own.
fn script(source: &str) -> JsValue {
    Function::new_no_args(source).call0(&JsValue::NULL).unwrap()
}

// Storage.

/// Forgets what a test kept, also of an earlier run.
fn forget(prefix: &str) {
    let storage = device();
    let keys = (0..storage.length().unwrap()).filter_map(|i| storage.key(i).unwrap());
    for key in keys.filter(|k| k.starts_with(prefix)).collect::<Vec<_>>() {
        storage.remove_item(&key).unwrap();
    }
}

#[wasm_bindgen_test]
fn what_is_stored_comes_back_and_lies_where_the_browser_keeps_it() {
    forget("t1:");
    let storage = ports(Keep::Local).storage;
    assert!(storage.lasting());
    assert_eq!(storage.get("t1:a"), Ok(None));
    for words in ["", "{\"v\":1}", "schéma ✓ \u{1F9B6} \"\\\n\u{0}"] {
        assert_eq!(storage.set("t1:a", words), Ok(()));
        assert_eq!(storage.get("t1:a"), Ok(Some(words.to_owned())));
        assert_eq!(device().get_item("t1:a").unwrap().as_deref(), Some(words));
    }
    storage.set("t1:b", "1").unwrap();
    storage.set("t1x", "2").unwrap();
    let mut keys = storage.keys("t1:").unwrap();
    keys.sort();
    assert_eq!(keys, ["t1:a", "t1:b"]);
    assert_eq!(ports(Keep::Local).storage.get("t1:b"), Ok(Some("1".to_owned())), "another widget sees it");
    forget("t1");
}

#[wasm_bindgen_test]
fn nothing_is_kept_when_nothing_is_to_be_kept() {
    forget("t2:");
    let storage = ports(Keep::None).storage;
    assert!(!storage.lasting());
    storage.set("t2:a", "1").unwrap();
    assert_eq!(storage.get("t2:a"), Ok(Some("1".to_owned())));
    assert_eq!(device().get_item("t2:a").unwrap(), None);
    assert_eq!(ports(Keep::None).storage.get("t2:a"), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_storage_refuses_and_keeps_what_was_there() {
    forget("t3:");
    let storage = ports(Keep::Local).storage;
    storage.set("t3:a", "kept").unwrap();
    let huge = "x".repeat(12_000_000);
    assert!(storage.set("t3:a", &huge).is_err());
    assert_eq!(storage.get("t3:a"), Ok(Some("kept".to_owned())));
    forget("t3:");
}

/// A storage that the browser forbids throws when it is touched.
#[wasm_bindgen_test]
fn a_forbidden_storage_refuses_and_the_widget_works() {
    script(
        "window.__kept = Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });",
    );
    let storage = ports(Keep::Local).storage;
    let refused = (storage.get("t4:a").is_err(), storage.set("t4:a", "1").is_err(), storage.keys("t4:").is_err());
    let store = store("t4", ports(Keep::Local));
    let notice = store.state().notice;
    store.dispatch(Action::Hurts(heel(&store)));
    massage(&store);
    script("Object.defineProperty(window, 'localStorage', window.__kept);");
    assert_eq!(refused, (true, true, true));
    assert_eq!(notice, Some(Notice::NotKept));
    assert_eq!(store.state().book.entries().count(), 1, "the diary lasts as long as the page");
    store.release();
}

// The diary on the device.

fn store(key: &str, ports: Ports) -> Store {
    let state = State::new(Rc::new(bundle::built_in()), Rc::new(bundle::text("en")));
    let store = Store::new(state, ports, key, Rc::new(|_| ()));
    for view in View::ALL.iter().copied() {
        store.dispatch(Action::Draw(Part::Drawing(view), Rc::new(bundle::drawing(view))));
    }
    store
}

fn heel(store: &Store) -> Vec<Mark> {
    let regions = store.state().atlas.regions_named("heel");
    let on = |side: Side| regions.iter().map(move |r| Mark { region: *r, side, intensity: 5 });
    [Side::Left, Side::Right].into_iter().flat_map(on).collect()
}

/// The suggested massage, done in no time by telling the widget of a later moment.
fn massage(store: &Store) {
    store.dispatch(Action::Start(None, store.moment()));
    let mut later = store.moment();
    later.now = later.now.after(Span::seconds(5));
    store.dispatch(Action::Safe(later.clone()));
    later.now = later.now.after(Span::seconds(3_000));
    store.dispatch(Action::Wake(later.clone()));
    store.dispatch(Action::Do(Deed::Pressed, later));
}

#[wasm_bindgen_test]
fn the_diary_the_check_and_the_settings_survive_a_reload() {
    forget("t5:");
    let first = store("t5", ports(Keep::Local));
    assert_eq!(first.state().notice, None);
    first.dispatch(Action::Set(Settings {
        hold: 30,
        rounds: 1,
        per_day: 3,
        cues: Cues { tone: false, ..Cues::default() },
    }));
    first.dispatch(Action::Hurts(heel(&first)));
    massage(&first);
    let state = first.state();
    assert_eq!(state.book.entries().count(), 1);
    first.release();
    let again = store("t5", ports(Keep::Local));
    assert_eq!(again.state().book, state.book);
    assert_eq!((again.state().settings, again.state().checked), (state.settings, true));
    assert_eq!(again.state().book.done_on(&again.state().today), 1);
    again.release();
    forget("t5:");
}

#[wasm_bindgen_test]
fn a_record_written_by_an_earlier_version_is_read() {
    forget("t6:");
    let entry = "{\"v\":1,\"id\":\"1-2\",\"at\":5,\"day\":\"2026-03-09\",\"complete\":true,\
                 \"steps\":[{\"point\":\"soleus.1\",\"side\":\"left\",\"held\":90}]}";
    device().set_item("t6:entry:1-2", entry).unwrap();
    device()
        .set_item("t6:prefs", "{\"v\":1,\"checked\":true,\"own\":true,\"hold\":9000,\"rounds\":3,\"sound\":false}")
        .unwrap();
    let store = store("t6", ports(Keep::Local));
    let state = store.state();
    assert_eq!(state.notice, None);
    let read = &state.book.entries().next().unwrap();
    assert_eq!((read.id.as_str(), read.at, read.day.as_str(), read.complete), ("1-2", 5, "2026-03-09", true));
    assert_eq!(
        (read.steps[0].point.as_str(), read.steps[0].side.as_str(), read.steps[0].held),
        ("soleus.1", "left", 90)
    );
    assert_eq!((state.settings.hold, state.settings.rounds, state.settings.cues.tone), (120, 3, false));
    assert!(state.checked);
    store.release();
    assert_eq!(device().get_item("t6:entry:1-2").unwrap().as_deref(), Some(entry), "it is not rewritten");
    forget("t6:");
}

#[wasm_bindgen_test]
fn garbage_on_the_device_is_told_left_alone_and_harmless() {
    forget("t7:");
    let step = |step: &str| {
        ["{\"v\":1,\"id\":\"a\",\"at\":1,\"day\":\"2026-03-09\",\"complete\":true,\"steps\":", step, "}"].concat()
    };
    let mut garbage: Vec<String> =
        ["", "garbage", "{\"v\":1", "null", "[]", "7", "\"v\"", "{\"v\":99,\"id\":\"1\"}", "{\"v\":1,\"id\":5}"]
            .map(str::to_owned)
            .to_vec();
    garbage.extend(["null", "{}", "\"x\"", "[null]", "[{}]", "[{\"point\":1,\"side\":\"left\",\"held\":1}]"].map(step));
    garbage.extend(["[{\"point\":\"soleus.1\",\"side\":\"left\",\"held\":-1}]"].map(step));
    garbage.extend(["[{\"point\":\"soleus.1\",\"side\":\"left\",\"held\":1.5}]"].map(step));
    for (i, text) in garbage.iter().enumerate() {
        device().set_item(&["t7:entry:", &i.to_string()].concat(), text).unwrap();
    }
    device().set_item("t7:prefs", "{\"v\":1,\"hold\":\"never\"}").unwrap();
    let store = store("t7", ports(Keep::Local));
    assert_eq!(store.state().notice, Some(Notice::Unreadable(garbage.len())));
    assert_eq!(store.state().settings, State::new(Rc::new(bundle::built_in()), Rc::default()).settings);
    store.dispatch(Action::Hurts(heel(&store)));
    massage(&store);
    assert_eq!(store.state().book.entries().count(), 1, "it works all the same");
    store.release();
    for (i, text) in garbage.iter().enumerate() {
        let kept = device().get_item(&["t7:entry:", &i.to_string()].concat()).unwrap();
        assert_eq!(kept.as_deref(), Some(text.as_str()));
    }
    forget("t7:");
}

// The clock.

#[wasm_bindgen_test]
fn the_day_is_the_local_day_of_the_person() {
    let clock = ports(Keep::None).clock;
    let now = clock.now();
    assert!((Date::now() - now.0 as f64).abs() < 1_000.0);
    // Every 7 hours for two years, over leap days and changes of the clock; Swedish dates are year-month-day.
    let first = 1_709_000_000_000_i64;
    for hour in (0..2 * 365 * 24).step_by(7) {
        let at = Instant(first + hour * 3_600_000);
        let wanted = Date::new(&JsValue::from_f64(at.0 as f64)).to_locale_date_string("sv-SE", &JsValue::UNDEFINED);
        assert_eq!(clock.day(at).as_str(), String::from(wanted));
    }
    assert_ne!((clock.random(), clock.random()), (clock.random(), clock.random()));
}

#[wasm_bindgen_test]
async fn calls_come_in_time_and_not_after_they_were_called_off() {
    let clock = ports(Keep::None).clock;
    let count = || {
        let rung = Rc::new(Cell::new(0));
        let bell = rung.clone();
        (rung, move || bell.set(bell.get() + 1))
    };
    let ((once, ring), (never, unheard), (often, tick)) = (count(), count(), count());
    let kept = clock.after(Span::millis(20), Box::new(ring));
    drop(clock.after(Span::millis(20), Box::new(unheard)));
    let ticking = clock.every(Span::millis(20), Box::new(tick));
    wait(250).await;
    assert_eq!((once.get(), never.get()), (1, 0));
    assert!(often.get() >= 2, "{} ticks", often.get());
    drop(ticking);
    let ticks = often.get();
    wait(60).await;
    assert_eq!((once.get(), often.get()), (1, ticks));
    drop(kept);
}

#[wasm_bindgen_test]
fn coming_back_to_the_page_is_heard_until_nobody_listens() {
    let clock = ports(Keep::None).clock;
    let heard = Rc::new(Cell::new(0));
    let ear = heard.clone();
    let listening = clock.on_return(Box::new(move || ear.set(ear.get() + 1)));
    let back = || {
        script("window.dispatchEvent(new Event('pageshow')); document.dispatchEvent(new Event('visibilitychange'));")
    };
    back();
    let times = heard.get();
    assert!(times >= 1);
    drop(listening);
    back();
    assert_eq!(heard.get(), times);
}

// Sound.

/// Counts the oscillators that the page makes and starts, and lets a context count as running that waits for a tap:
/// no test can tap as a person does.
fn listen() {
    script(
        "const log = window.__beeps = { made: 0, started: [], stopped: 0, off: 0, contexts: new Set() };
         const make = BaseAudioContext.prototype.createOscillator;
         BaseAudioContext.prototype.createOscillator = function () { log.made++; log.contexts.add(this); return make.call(this); };
         const start = AudioScheduledSourceNode.prototype.start;
         AudioScheduledSourceNode.prototype.start = function (at) { log.started.push(at - this.context.currentTime); return start.call(this, at); };
         const stop = AudioScheduledSourceNode.prototype.stop;
         AudioScheduledSourceNode.prototype.stop = function (at) { log.stopped++; return stop.call(this, at); };
         const off = AudioNode.prototype.disconnect;
         AudioNode.prototype.disconnect = function () { log.off++; return off.apply(this, arguments); };
         const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state');
         Object.defineProperty(BaseAudioContext.prototype, 'state', { configurable: true, get() {
           const real = state.get.call(this);
           return real === 'suspended' ? 'running' : real;
         } });
         window.__deaf = () => {
           BaseAudioContext.prototype.createOscillator = make;
           AudioScheduledSourceNode.prototype.start = start;
           AudioScheduledSourceNode.prototype.stop = stop;
           AudioNode.prototype.disconnect = off;
           Object.defineProperty(BaseAudioContext.prototype, 'state', state);
         };",
    );
}

fn beeps(what: &str) -> f64 {
    script(&["return Number(window.__beeps.", what, ")"].concat()).as_f64().unwrap()
}

#[wasm_bindgen_test]
async fn tones_are_set_on_a_real_audio_clock_and_taken_back() {
    listen();
    let sound = ports(Keep::None).sound;
    let cue = |seconds: i64, tone: Tone| (Span::seconds(seconds), Beep::Cue(tone));
    let tones = [cue(5, Tone::Press), cue(50, Tone::Change), cue(58, Tone::End)];
    sound.schedule(&tones, 7);
    assert_eq!(beeps("made"), 0.0, "no sound before the first tap");
    sound.unlock();
    sound.schedule(&tones, 7);
    let made = beeps("made");
    assert!(made >= 3.0, "{made} nodes for three tones");
    assert_eq!((beeps("started.length"), beeps("stopped")), (made, made), "each begins and ends");
    for (span, _) in tones {
        let due = span.as_millis() as f64 / 1000.0;
        let near = ["started.filter((at) => Math.abs(at - ", &due.to_string(), ") < 0.3).length"].concat();
        assert!(beeps(&near) >= 1.0, "a beep begins {due} s from now");
    }
    // Set anew: the old ones are silenced first.
    sound.unlock();
    sound.schedule(&tones[..1], 7);
    let more = beeps("made") - made;
    assert!(more >= 1.0 && more < made);
    assert!(beeps("off") >= made, "the tones set before are forgotten");
    sound.schedule(&[], 7);
    assert_eq!(beeps("made"), made + more);
    // A tone that is due now rings; many do not throw.
    sound.schedule(&[(Span::ZERO, Beep::Cue(Tone::End))], 7);
    sound.schedule(&[(Span::seconds(1), Beep::Cue(Tone::Change)); 200], 7);
    assert_eq!(beeps("contexts.size"), 1.0, "one context serves the widget");
    drop(sound);
    wait(50).await;
    assert_eq!(script("return [...window.__beeps.contexts].every((c) => c.state === 'closed')"), JsValue::TRUE);
    script("window.__deaf()");
}

#[wasm_bindgen_test]
fn a_browser_without_sound_stays_silent() {
    script("window.__audio = window.AudioContext; window.AudioContext = function () { throw new Error('none'); };");
    let sound = ports(Keep::None).sound;
    sound.unlock();
    sound.schedule(&[(Span::ZERO, Beep::Cue(Tone::End))], 7);
    drop(sound);
    script("window.AudioContext = window.__audio;");
}

#[wasm_bindgen_test]
async fn the_screen_may_refuse_to_stay_on() {
    let screen = ports(Keep::None).wake_lock;
    for on in [true, true, false, false, true, false] {
        screen.keep_on(on);
    }
    wait(50).await;
}

// The widget.

struct Widget {
    place: Element,
    store: Store,
    app: Option<AppHandle<Root>>,
}

impl Widget {
    async fn mount(key: &str) -> Self {
        let document = window().document().unwrap();
        let place = document.create_element("div").unwrap();
        let body = Reflect::get(&document, &"body".into()).unwrap();
        body.unchecked_ref::<Element>().append_child(&place).unwrap();
        let store = store(key, browser::ports(Keep::None, place.clone()));
        let props = RootProps { store: store.clone(), prefix: "t".into(), features: Features::default() };
        let app = yew::Renderer::<Root>::with_root_and_props(place.clone(), props).render();
        let widget = Widget { place, store, app: Some(app) };
        wait(30).await;
        widget
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.place.query_selector(selector).unwrap()
    }

    fn count(&self, selector: &str) -> u32 {
        self.place.query_selector_all(selector).unwrap().length()
    }

    fn says(&self, words: &str) -> bool {
        self.place.text_content().unwrap_or_default().contains(words)
    }

    async fn click(&self, selector: &str) {
        let target = self.find(selector).unwrap_or_else(|| panic!("{selector} is there"));
        let click = script("return new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })");
        target.dispatch_event(click.unchecked_ref()).unwrap();
        wait(30).await;
    }

    async fn leave(mut self) {
        self.store.release();
        self.app.take().unwrap().destroy();
        wait(30).await;
        assert_eq!(self.place.child_element_count(), 0, "nothing is left behind");
        self.place.remove();
    }
}

#[wasm_bindgen_test]
async fn the_widget_mounts_and_follows_what_happens() {
    let widget = Widget::mount("t8").await;
    let text = bundle::text("en");
    assert!(widget.says(text.say(Msg::FindTitle)) && widget.find("svg[role=listbox]").is_some());
    assert_eq!(widget.count(".rpe-result"), 0);
    widget.store.dispatch(Action::Hurts(heel(&widget.store)));
    until(|| widget.count(".rpe-result") == 5).await;
    assert_eq!(widget.count(".rpe-result"), 5);
    assert!(widget.says("Soleus"));
    assert_eq!(u32::try_from(widget.store.state().sore().len()), Ok(widget.count("input:checked")));
    let soleus = widget.store.state().atlas.point_named("soleus.1").unwrap();
    widget.store.dispatch(Action::Choose(Some(Choice::Point(soleus))));
    wait(30).await;
    assert!(widget.find(".rpe-point-card.rpe-on").is_some() && widget.find("[data-zone='soleus.1']").is_some());
    widget.store.dispatch(Action::Show(Screen::Day));
    until(|| widget.find("svg[role=listbox]").is_none()).await;
    assert!(widget.says(text.say(Msg::DayTitle)) && widget.find("svg[role=listbox]").is_none());
    assert_eq!(widget.count("[style]"), 0, "no inline style");
    widget.leave().await;
}

#[wasm_bindgen_test]
async fn taps_lead_from_the_heel_to_a_running_timer_that_falls() {
    let widget = Widget::mount("t9").await;
    // The heel is the first chip; the map's own regions do the same as the list.
    widget.click(".rpe-chip").await;
    assert!(!widget.store.state().marks.is_empty());
    widget.click("[data-act=start]").await;
    // The signs are to be read first: a hasty answer does not count.
    widget.click("[data-act=safe]").await;
    assert!(widget.store.state().live().is_none());
    wait(800).await;
    widget.click("[data-act=safe]").await;
    assert!(widget.store.state().live().is_some());
    until(|| widget.find(".rpe-digits").is_some()).await;
    let left = || {
        let digits = widget.find(".rpe-digits").expect("the timer runs");
        digits.get_attribute("data-left").unwrap().parse::<i64>().unwrap()
    };
    // The dial is drawn anew once a second, at the second's turn.
    let before = left();
    wait(1_200).await;
    let after = left();
    assert!(before - after >= 900, "from {before} to {after}");
    widget.click("[data-act=pause]").await;
    let paused = left();
    wait(1_200).await;
    assert_eq!(left(), paused, "it stands still");
    widget.click("[data-act=resume]").await;
    wait(1_200).await;
    assert!(left() < paused);
    widget.click("[data-act=stop]").await;
    assert!(widget.store.state().live().is_none());
    assert!(widget.says(bundle::text("en").say(Msg::DoneNothing)), "less than ten seconds");
    widget.leave().await;
}

#[wasm_bindgen_test]
async fn the_map_is_used_by_tap_and_by_key() {
    let widget = Widget::mount("t10").await;
    widget.click("[role=option]").await;
    assert_eq!(widget.store.state().sore().len(), 1);
    assert_eq!(widget.count("[role=option][aria-selected=true]"), 1);
    widget.click("[role=option][aria-selected=true]").await;
    assert_eq!(widget.store.state().sore().len(), 0);
    let press = async |key: &str| {
        let source =
            ["return new KeyboardEvent('keydown', { key: '", key, "', bubbles: true, cancelable: true })"].concat();
        let map = widget.find("svg[role=listbox]").unwrap();
        map.dispatch_event(script(&source).unchecked_ref()).unwrap();
        wait(30).await;
    };
    let active = || widget.find("svg[role=listbox]").unwrap().get_attribute("aria-activedescendant");
    let first = active();
    press("ArrowDown").await;
    let second = active();
    assert_ne!(first, second, "an arrow leads on");
    press("Enter").await;
    assert_eq!(widget.store.state().sore().len(), 1);
    let chosen = widget.find("[role=option][aria-selected=true]").unwrap();
    assert_eq!(chosen.get_attribute("id"), second);
    press(" ").await;
    assert_eq!(widget.store.state().sore().len(), 0);
    widget.leave().await;
}

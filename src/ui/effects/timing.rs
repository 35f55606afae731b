//! What follows from a session in the world: tones set ahead, a voice, vibration, the screen kept on, the lock screen, and
//! being called when the next thing is due.
use crate::app::select::timer;
use crate::app::{Action, Deed, State};
use crate::ports::media::Key;
use crate::ports::sound::Beep;
use crate::ports::{Ports, Timer};
use crate::session::{Span, Tone, cue};
use crate::ui::store::Store;
use std::cell::RefCell;

/// What a session sets going.
#[derive(Default)]
pub struct Timing {
    alarm: RefCell<Option<Box<dyn Timer>>>,
}

/// How a tone feels: shaking and resting by turns, in milliseconds.
fn pattern(tone: Tone) -> &'static [u32] {
    match tone {
        Tone::Press => &[120, 80, 120],
        Tone::Half => &[60],
        Tone::Last => &[60, 120, 60],
        Tone::Change => &[350],
        Tone::End => &[200, 120, 200, 120, 500],
    }
}

impl Timing {
    /// Follows the session.
    #[inline(never)]
    pub fn follow(&self, before: &State, after: &State, store: &Store) {
        if before.session == after.session && before.settings.cues == after.settings.cues {
            return;
        }
        let (ports, cues) = (store.ports(), after.settings.cues);
        let live = after.live();
        ring(before, after, ports);
        ports.wake_lock.keep_on(cues.awake && live.is_some_and(|s| s.running()));
        let now = ports.clock.now();
        let ahead = live.map(cue::ahead).unwrap_or_default();
        let next = ahead.first().map(|cue| cue.at);
        *self.alarm.borrow_mut() = next.map(|at| ports.clock.after(at.since(now), Box::new(wake(store))));
        let mut beeps: Vec<(Span, Beep)> = Vec::new();
        if cues.tone {
            beeps.extend(ahead.iter().map(|cue| (cue.at.since(now), Beep::Cue(cue.tone))));
            // A change that time made rings as it was set ahead. One made by hand rings now.
            let due = before.live().map(cue::ahead).unwrap_or_default();
            let by_hand = |tone: &Tone| !due.iter().any(|cue| cue.tone == *tone && cue.at <= now);
            let rung = if before.run.rings == after.run.rings { &[] } else { after.run.rung.as_slice() };
            beeps.extend(rung.iter().filter(|tone| by_hand(tone)).map(|tone| (Span::ZERO, Beep::Cue(*tone))));
        }
        if cues.beat {
            beeps.extend(live.map(cue::beats).unwrap_or_default().into_iter().map(|at| (at.since(now), Beep::Beat)));
        }
        ports.sound.schedule(&beeps, cues.volume);
        if before.session != after.session {
            let store = store.weak();
            let press = move |key: Key| {
                if let Some(store) = store.get() {
                    store.dispatch(asked(key, &store));
                }
            };
            ports.media.show(timer::shown(after).as_ref(), Box::new(press));
        }
    }

    /// Lets go of everything.
    pub fn release(&self, ports: &Ports) {
        *self.alarm.borrow_mut() = None;
        ports.sound.schedule(&[], 0);
        ports.speech.hush();
        ports.wake_lock.keep_on(false);
        ports.media.show(None, Box::new(|_| ()));
    }
}

/// What is felt and said when something is rung. The last of several is what counts now.
fn ring(before: &State, after: &State, ports: &Ports) {
    let cues = after.settings.cues;
    let paused = after.session.as_ref().is_some_and(|s| s.paused());
    if after.session.is_none() || (paused && before.live().is_some_and(|s| s.running())) {
        ports.speech.hush();
    }
    let Some(tone) = after.run.rung.last().filter(|_| before.run.rings != after.run.rings) else { return };
    if cues.vibration {
        ports.haptics.shake(pattern(*tone));
    }
    if cues.voice {
        ports.speech.say(&timer::spoken(after, *tone), after.text.lang(), cues.volume);
    }
}

fn asked(key: Key, store: &Store) -> Action {
    let moment = store.moment();
    match key {
        Key::Play => Action::Resume(moment),
        Key::Pause => Action::Pause(moment),
        Key::Next => Action::Next(moment),
        Key::Previous => Action::Previous(moment),
        Key::Stop => Action::Stop(moment),
    }
}

/// Takes notice of the time. Holds the store weakly: a timer must not keep a widget alive that is gone.
pub fn wake(store: &Store) -> impl Fn() + use<> {
    let store = store.weak();
    move || {
        if let Some(store) = store.get() {
            let moment = store.moment();
            let hidden = store.ports().clock.hidden();
            store.dispatch(if hidden { Action::Do(Deed::Hide, moment) } else { Action::Wake(moment) });
        }
    }
}

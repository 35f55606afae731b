//! What happens in the world because the state changed: keeping, sounding, waking, telling. Each is a
//! function of the state before and after; nothing here decides anything.
mod diary;
mod prefs;

use super::event::Event;
use super::store::Store;
use crate::app::select::fetch;
use crate::app::{Action, Choice, Notice, Program, State};
use crate::ports::{Ports, Timer};
use crate::session::{Span, cue};
use std::cell::RefCell;

/// The running consequences of the state.
pub struct Effects {
    diary: diary::Keeper,
    prefs: prefs::Keeper,
    alarm: RefCell<Option<Box<dyn Timer>>>,
    // Heard while the widget lives: the page coming back, and other tabs.
    listening: RefCell<Vec<Box<dyn Timer>>>,
}

impl Effects {
    /// Effects that keep things under this namespace.
    pub fn new(key: &str) -> Self {
        Effects {
            diary: diary::Keeper::new(key),
            prefs: prefs::Keeper::new(key),
            alarm: RefCell::default(),
            listening: RefCell::default(),
        }
    }

    /// Reads what was kept, and listens from now on.
    #[inline(never)]
    pub fn load(&self, store: &Store) {
        // Also without a session: the day may have changed while the page was away.
        let returning = store.ports().clock.on_return(Box::new(wake(store)));
        let today = store.moment().day;
        self.prefs.load(store, today);
        let elsewhere = self.diary.load(store);
        *self.listening.borrow_mut() = vec![returning, elsewhere];
    }

    /// Does what follows from a change.
    pub fn run(&self, before: &State, after: &State, store: &Store) {
        selected(before, after, store);
        // Before the whole program is here, no session runs and nothing is written.
        if after.program == Program::Whole {
            let kept = self.diary.keep(before, after, store) & self.prefs.keep(before, after, store);
            if !kept {
                store.dispatch(Action::Tell(Some(Notice::NotKept)));
            }
            self.time(before, after, store);
            print(before, after, store);
            session(before, after, store);
        }
        let wanted = fetch::wanted(after);
        if wanted != fetch::wanted(before) && !wanted.is_empty() {
            store.tell(Event::Want);
        }
    }

    #[inline(never)]
    fn time(&self, before: &State, after: &State, store: &Store) {
        if before.session == after.session && before.settings.cues.tone == after.settings.cues.tone {
            return;
        }
        let ports = store.ports();
        let now = ports.clock.now();
        let live = after.live();
        let cues = live.filter(|_| after.settings.cues.tone).map(cue::ahead).unwrap_or_default();
        let mut tones: Vec<_> = cues.iter().map(|c| (c.at.since(now), c.tone)).collect();
        // A change that time made rings as it was set ahead. One made by hand rings now.
        let phase = |s: &State| s.session.as_ref().map(|s| s.phase());
        let by_hand = before.session.as_ref().and_then(|s| s.deadline()).is_none_or(|due| due > now);
        if let (true, Some(_), Some(began)) = (by_hand && after.settings.cues.tone, phase(before), phase(after))
            && phase(before) != phase(after)
        {
            tones.extend(cue::tone(began).map(|tone| (Span::ZERO, tone)));
        }
        ports.sound.schedule(&tones);
        ports.wake_lock.keep_on(live.is_some_and(|s| s.running()));
        let deadline = live.and_then(|s| s.deadline());
        *self.alarm.borrow_mut() = deadline.map(|d| ports.clock.after(d.since(now), Box::new(wake(store))));
    }

    /// Lets go of everything.
    pub fn release(&self, ports: &Ports) {
        *self.alarm.borrow_mut() = None;
        self.listening.borrow_mut().clear();
        ports.sound.schedule(&[]);
        ports.wake_lock.keep_on(false);
    }
}

/// Takes notice of the time. Holds the store weakly: a timer must not keep a widget alive that is gone.
fn wake(store: &Store) -> impl Fn() + use<> {
    let store = store.weak();
    move || {
        if let Some(store) = store.get() {
            store.dispatch(Action::Wake(store.moment()));
        }
    }
}

/// Prints the sheet when it is in the page.
#[inline(never)]
fn print(before: &State, after: &State, store: &Store) {
    let out = after.sheet.is_out();
    if before.sheet.is_out() == out {
        return;
    }
    store.tell(Event::Print(out));
    if out {
        let store_then = store.weak();
        store.ports().print.print(Box::new(move || {
            if let Some(store) = store_then.get() {
                store.dispatch(Action::Printed);
            }
        }));
    }
}

fn selected(before: &State, after: &State, store: &Store) {
    let selected = |s: &State| (s.marks.clone(), s.choice, s.sides);
    if selected(before) != selected(after) {
        let point = match after.choice {
            Some(Choice::Point(point)) => Some(point),
            _ => None,
        };
        store.tell(Event::Select { regions: after.sore(), muscle: after.muscle(), point, sides: after.sides });
    }
}

#[inline(never)]
fn session(before: &State, after: &State, store: &Store) {
    let phase = |s: &State| s.session.as_ref().map(|s| (s.phase(), s.paused()));
    if phase(before) != phase(after) {
        store.tell(Event::Session(after.session.clone()));
    }
}

//! What happens in the world because the state changed: keeping, sounding, waking, telling. Each is a
//! function of the state before and after; nothing here decides anything.
mod diary;
mod journal;
mod plans;
mod prefs;
mod running;
mod timing;

use super::event::Event;
use super::store::Store;
use crate::app::select::fetch;
use crate::app::{Able, Action, Choice, Notice, Program, State};
use crate::ports::{Ports, Timer};
use std::cell::RefCell;

/// The running consequences of the state.
pub struct Effects {
    diary: diary::Keeper,
    journal: journal::Keeper,
    plans: plans::Keeper,
    prefs: prefs::Keeper,
    timing: timing::Timing,
    running: running::Keeper,
    // Heard while the widget lives: the page coming back, and other tabs.
    listening: RefCell<Vec<Box<dyn Timer>>>,
}

impl Effects {
    /// Effects that keep things under this namespace.
    pub fn new(key: &str) -> Self {
        Effects {
            diary: diary::Keeper::new(key),
            journal: journal::Keeper::new(key),
            plans: plans::Keeper::new(key),
            prefs: prefs::Keeper::new(key),
            timing: timing::Timing::default(),
            running: running::Keeper::new(key),
            listening: RefCell::default(),
        }
    }

    /// Reads what was kept, and listens from now on.
    #[inline(never)]
    pub fn load(&self, store: &Store) {
        // Also without a session: the day may have changed while the page was away.
        let returning = store.ports().clock.on_return(Box::new(timing::wake(store)));
        let able = Able { voice: store.ports().speech.able(), vibration: store.ports().haptics.able() };
        store.dispatch(Action::Can(able));
        let today = store.moment().day;
        self.prefs.load(store, today);
        let elsewhere =
            [self.diary.load(store), self.journal.load(store), self.plans.load(store), self.running.load(store)];
        *self.listening.borrow_mut() = elsewhere.into_iter().chain([returning]).collect();
    }

    /// Does what follows from a change.
    pub fn run(&self, before: &State, after: &State, store: &Store) {
        selected(before, after, store);
        // Before the whole program is here, no session runs and nothing is written.
        if after.program == Program::Whole {
            let kept = [
                self.diary.keep(before, after, store),
                self.journal.keep(before, after, store),
                self.plans.keep(before, after, store),
                self.prefs.keep(before, after, store),
                self.running.keep(before, after, store),
            ];
            if kept.contains(&false) {
                store.dispatch(Action::Tell(Some(Notice::NotKept)));
            }
            self.timing.follow(before, after, store);
            print(before, after, store);
            session(before, after, store);
        }
        let wanted = fetch::wanted(after);
        if wanted != fetch::wanted(before) && !wanted.is_empty() {
            store.tell(Event::Want);
        }
    }

    /// Lets go of everything.
    pub fn release(&self, ports: &Ports) {
        self.listening.borrow_mut().clear();
        self.journal.release();
        self.timing.release(ports);
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

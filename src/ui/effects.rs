//! What happens in the world because the state changed: keeping, sounding, waking, telling. Each is a
//! function of the state before and after; nothing here decides anything.
use super::event::Event;
use super::store::Store;
use crate::app::prefs::Prefs;
use crate::app::select::fetch;
use crate::app::{Action, Choice, Notice, Program, State};
use crate::diary::Book;
use crate::ports::{Ports, Timer};
use crate::session::{Span, cue};
use std::cell::RefCell;

/// The running consequences of the state.
pub struct Effects {
    key: String,
    alarm: RefCell<Option<Box<dyn Timer>>>,
    returning: RefCell<Option<Box<dyn Timer>>>,
    // A settings record that could not be read: moved aside before it is written over.
    damaged: RefCell<Option<String>>,
}

impl Effects {
    /// Effects that keep things under this namespace.
    pub fn new(key: &str) -> Self {
        Effects {
            key: key.to_owned(),
            alarm: RefCell::default(),
            returning: RefCell::default(),
            damaged: RefCell::default(),
        }
    }

    fn entries(&self) -> String {
        [&self.key, ":entry:"].concat()
    }
    fn prefs(&self) -> String {
        [&self.key, ":prefs"].concat()
    }

    /// Reads what was kept. A record that cannot be read stays where it is, untouched.
    #[inline(never)]
    pub fn load(&self, store: &Store) {
        // Also without a session: the day may have changed while the page was away.
        *self.returning.borrow_mut() = Some(store.ports().clock.on_return(Box::new(wake(store))));
        let storage = &store.ports().storage;
        let keys = storage.keys(&self.entries());
        let refused = keys.is_err() && storage.lasting();
        let records = &store.ports().records;
        let mut unreadable = 0;
        let mut book = Book::default();
        for key in keys.unwrap_or_default() {
            match storage.get(&key).ok().flatten().as_deref().and_then(|record| records.read_entry(record)) {
                Some(entry) => {
                    book.add(entry);
                }
                None => unreadable += 1,
            }
        }
        let kept = storage.get(&self.prefs()).ok().flatten();
        let prefs = kept.as_deref().and_then(|record| records.read_prefs(record));
        *self.damaged.borrow_mut() = kept.filter(|_| prefs.is_none());
        let per_day = store.state().settings.per_day;
        store.dispatch(Action::Loaded {
            book,
            checked: prefs.is_some_and(|p| p.checked),
            settings: prefs.and_then(|p| p.settings(per_day)),
            today: store.moment().day,
        });
        if refused {
            store.dispatch(Action::Tell(Some(Notice::NotKept)));
        } else if unreadable > 0 {
            store.dispatch(Action::Tell(Some(Notice::Unreadable(unreadable))));
        }
    }

    /// Does what follows from a change.
    pub fn run(&self, before: &State, after: &State, store: &Store) {
        selected(before, after, store);
        // Before the whole program is here, no session runs and nothing is written.
        if after.program == Program::Whole {
            self.keep(before, after, store);
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
    fn keep(&self, before: &State, after: &State, store: &Store) {
        let storage = &store.ports().storage;
        let records = &store.ports().records;
        let mut refused = false;
        let new = after.finished.as_ref().and_then(|f| f.entry.as_ref()).filter(|_| before.finished != after.finished);
        if let Some(entry) = new {
            let key = [&self.entries(), entry.id.as_str()].concat();
            refused |= storage.set(&key, &records.write_entry(entry)).is_err();
            store.tell(Event::Entry(entry.clone()));
        }
        let own = State::kept_settings;
        if (own(before), before.checked) != (own(after), after.checked) {
            let settings = own(after).unwrap_or(after.settings);
            let record = records.write_prefs(&Prefs::of(&settings, after.own_settings, after.checked));
            // What was just loaded is not written back.
            let kept = storage.get(&self.prefs()).ok().flatten();
            if kept.as_deref() != Some(&record) {
                let aside = [&self.prefs(), ":aside"].concat();
                let mut damaged = self.damaged.borrow_mut();
                // What could not be read is only written over once it is safe elsewhere.
                let safe = damaged.as_ref().is_none_or(|text| storage.set(&aside, text).is_ok());
                if safe {
                    *damaged = None;
                }
                refused |= !safe || storage.set(&self.prefs(), &record).is_err();
            }
        }
        if refused {
            store.dispatch(Action::Tell(Some(Notice::NotKept)));
        }
    }

    #[inline(never)]
    fn time(&self, before: &State, after: &State, store: &Store) {
        if before.session == after.session && before.settings.sound == after.settings.sound {
            return;
        }
        let ports = store.ports();
        let now = ports.clock.now();
        let live = after.live();
        let cues = live.filter(|_| after.settings.sound).map(cue::ahead).unwrap_or_default();
        let mut tones: Vec<_> = cues.iter().map(|c| (c.at.since(now), c.tone)).collect();
        // A change that time made rings as it was set ahead. One made by hand rings now.
        let phase = |s: &State| s.session.as_ref().map(|s| s.phase());
        let by_hand = before.session.as_ref().and_then(|s| s.deadline()).is_none_or(|due| due > now);
        if let (true, Some(_), Some(began)) = (by_hand && after.settings.sound, phase(before), phase(after))
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
        *self.returning.borrow_mut() = None;
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

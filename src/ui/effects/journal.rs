//! The hours of the day, as they are kept; and looking at the clock while the day is open: when it is entered, when
//! something was done, when the page comes back, and when the next massage is due or the day is over.
use crate::app::journal::Deed;
use crate::app::select::day;
use crate::app::{Action, Screen, State};
use crate::diary::Hours;
use crate::ports::Timer;
use crate::ui::store::{Store, WeakStore};
use std::cell::RefCell;
use std::rc::Rc;

/// The keeper of the hours.
pub struct Keeper {
    key: String,
    alarm: RefCell<Option<Box<dyn Timer>>>,
}

fn look(store: &Store) {
    let moment = store.moment();
    let minute = store.ports().clock.minute(moment.now);
    store.dispatch(Action::Diary(Deed::Look(moment, minute)));
}

fn looks(weak: WeakStore) -> impl Fn() {
    move || {
        if let Some(store) = weak.get().filter(|store| store.state().screen == Screen::Day) {
            look(&store);
        }
    }
}

impl Keeper {
    /// Keeps them in this namespace.
    pub fn new(key: &str) -> Self {
        Keeper { key: [key, ":day"].concat(), alarm: RefCell::default() }
    }

    /// Reads what was kept, and looks at the clock when the page comes back.
    #[inline(never)]
    pub fn load(&self, store: &Store) -> Box<dyn Timer> {
        let kept = store.ports().storage.get(&self.key).ok().flatten();
        let record = kept.as_deref().and_then(|text| store.ports().records.read(text));
        if let Some(hours) = record.and_then(|record| Hours::read(&record)) {
            store.dispatch(Action::Diary(Deed::Keep(hours)));
        }
        if store.state().screen == Screen::Day {
            look(store);
        }
        store.ports().clock.on_return(Box::new(looks(store.weak())))
    }

    /// Keeps changed hours. Says whether the storage took them.
    #[inline(never)]
    pub fn keep(&self, before: &State, after: &State, store: &Store) -> bool {
        let here = after.screen == Screen::Day;
        if here && (before.screen != after.screen || !Rc::ptr_eq(&before.book, &after.book)) {
            look(store);
        }
        if !here {
            *self.alarm.borrow_mut() = None;
        } else if before.journal.clock != after.journal.clock || before.journal.hours != after.journal.hours {
            let call = looks(store.weak());
            *self.alarm.borrow_mut() = day::until(after).map(|span| store.ports().clock.after(span, Box::new(call)));
        }
        let hours = after.journal.hours;
        if before.journal.hours == hours {
            return true;
        }
        store.ports().storage.set(&self.key, &store.ports().records.write(&hours.write())).is_ok()
    }

    /// Lets go of the alarm.
    pub fn release(&self) {
        *self.alarm.borrow_mut() = None;
    }
}

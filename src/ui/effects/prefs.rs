//! Keeping the settings.
use crate::app::prefs::Prefs;
use crate::app::{Action, State};
use crate::diary::Day;
use crate::ui::store::Store;
use std::cell::RefCell;

/// The keeper of the settings.
pub struct Keeper {
    key: String,
    // A record that could not be read: moved aside before it is written over.
    damaged: RefCell<Option<String>>,
}

impl Keeper {
    /// Keeps them in this namespace.
    pub fn new(key: &str) -> Self {
        Keeper { key: [key, ":prefs"].concat(), damaged: RefCell::default() }
    }

    /// Reads what was kept.
    #[inline(never)]
    pub fn load(&self, store: &Store, today: Day) {
        let kept = store.ports().storage.get(&self.key).ok().flatten();
        let per_day = store.state().settings.per_day;
        let record = kept.as_deref().and_then(|text| store.ports().records.read(text));
        let prefs = record.and_then(|record| Prefs::read(&record, per_day));
        *self.damaged.borrow_mut() = kept.filter(|_| prefs.is_none());
        let checked = prefs.is_some_and(|p| p.checked);
        store.dispatch(Action::Loaded { checked, settings: prefs.and_then(Prefs::own_settings), today });
    }

    /// Keeps them when they changed. Says whether the storage took them.
    #[inline(never)]
    pub fn keep(&self, before: &State, after: &State, store: &Store) -> bool {
        let own = State::kept_settings;
        if (own(before), before.checked) == (own(after), after.checked) {
            return true;
        }
        let (storage, records) = (&store.ports().storage, &store.ports().records);
        let settings = own(after).unwrap_or(after.settings);
        let record = records.write(&Prefs { checked: after.checked, own: after.own_settings, settings }.write());
        // What was just loaded is not written back.
        if storage.get(&self.key).ok().flatten().as_deref() == Some(&record) {
            return true;
        }
        let aside = [&self.key, ":aside"].concat();
        let mut damaged = self.damaged.borrow_mut();
        // What could not be read is only written over once it is safe elsewhere.
        let safe = damaged.as_ref().is_none_or(|text| storage.set(&aside, text).is_ok());
        if safe {
            *damaged = None;
        }
        safe && storage.set(&self.key, &record).is_ok()
    }
}

//! Keeping the running session, so that a reload or a crash loses nothing, and so that of two tabs only one rings. The
//! record says which widget runs it; who finds another's name in it falls silent.
use crate::app::saved::{self, Saved};
use crate::app::{Action, Deed, Moment, State};
use crate::ports::Timer;
use crate::session::Session;
use crate::ui::store::Store;
use std::cell::Cell;

/// The keeper of the session.
pub struct Keeper {
    key: String,
    // This widget's name among all that share the storage.
    own: Cell<u32>,
}

impl Keeper {
    /// Keeps it in this namespace.
    pub fn new(key: &str) -> Self {
        Keeper { key: [key, ":session"].concat(), own: Cell::new(0) }
    }

    /// Looks for a session that was broken off, and from now on for what other tabs do.
    #[inline(never)]
    pub fn load(&self, store: &Store) -> Box<dyn Timer> {
        self.own.set(store.ports().clock.random());
        let (own, key, weak) = (self.own.get(), self.key.clone(), store.weak());
        if let Some(saved) = read(store, &key) {
            let (clock, seen) = (&store.ports().clock, saved.session.seen());
            store.dispatch(Action::Found(Some(Box::new(saved))));
            if clock.now().since(seen) > saved::LASTS {
                // Too old to be gone on with. What was pressed goes into the diary, on the day on which it was.
                let moment = Moment { now: clock.now(), day: clock.day(seen), random: clock.random() };
                let screen = store.state().screen;
                let deeds = [Action::Do(Deed::GiveUp, moment), Action::PutAway, Action::Show(screen)];
                deeds.into_iter().for_each(|deed| store.dispatch(deed));
            }
        }
        store.ports().storage.on_change(Box::new(move |changed| {
            let Some(store) = weak.get().filter(|_| changed.is_none_or(|changed| changed == key)) else { return };
            match read(&store, &key) {
                Some(saved) if saved.owner == own => {}
                Some(saved) => store.dispatch(Action::Found(Some(Box::new(saved)))),
                None => store.dispatch(Action::Found(None)),
            }
        }))
    }

    /// Keeps the session while it runs, and forgets it when it is over. Says whether the storage took it.
    #[inline(never)]
    pub fn keep(&self, before: &State, after: &State, store: &Store) -> bool {
        // As the person left it, while it is asked what ran out unseen.
        let kept = |state: &State| -> Option<Session> {
            state.run.away.as_ref().map(|away| away.left.clone()).or(state.live().cloned())
        };
        let (was, is) = (kept(before), kept(after));
        let storage = &store.ports().storage;
        match is {
            Some(session) if was.as_ref() != Some(&session) => {
                let record = saved::write(&session, &after.atlas, after.journal.before, self.own.get());
                let taken = storage.set(&self.key, &store.ports().records.write(&record)).is_ok();
                // Said once a massage: it would be said again with each change.
                taken || was.is_some()
            }
            // Another tab's is not this one's to forget.
            None if (was.is_some() || before.run.found.is_some()) && after.run.found.is_none() => {
                storage.remove(&self.key).is_ok()
            }
            _ => true,
        }
    }
}

fn read(store: &Store, key: &str) -> Option<Saved> {
    let text = store.ports().storage.get(key).ok().flatten()?;
    saved::read(&store.ports().records.read(&text)?, &store.state().atlas)
}

//! Keeping the diary: each record under a key of its own, so that two tabs never overwrite each other. What the storage
//! refuses stays in memory and is tried again with the next record.
use crate::app::{Action, Notice, State};
use crate::diary::{Book, Record};
use crate::ports::Timer;
use crate::ui::event::Event;
use crate::ui::store::Store;
use std::cell::RefCell;

/// The keeper of the diary.
pub struct Keeper {
    prefixes: [String; 2],
    refused: RefCell<Vec<Record>>,
}

impl Keeper {
    /// Keeps it in this namespace.
    pub fn new(key: &str) -> Self {
        Keeper { prefixes: [[key, ":entry:"].concat(), [key, ":score:"].concat()], refused: RefCell::default() }
    }

    fn key(&self, record: &Record) -> String {
        let [entry, score] = &self.prefixes;
        let prefix = if let Record::Entry(_) = record { entry } else { score };
        [prefix, record.id()].concat()
    }

    /// Reads what was kept, and from now on what other tabs keep. A record that cannot be read stays where it is.
    #[inline(never)]
    pub fn load(&self, store: &Store) -> Box<dyn Timer> {
        let storage = &store.ports().storage;
        let keys: Result<Vec<Vec<String>>, _> = self.prefixes.iter().map(|prefix| storage.keys(prefix)).collect();
        let refused = keys.is_err() && storage.lasting();
        let keys: Vec<String> = keys.unwrap_or_default().into_iter().flatten().collect();
        let records: Vec<Record> = keys.iter().filter_map(|key| read(store, key)).collect();
        let unreadable = keys.len() - records.len();
        store.dispatch(Action::Opened(Book::new(records)));
        if refused {
            store.dispatch(Action::Tell(Some(Notice::NotKept)));
        } else if unreadable > 0 {
            store.dispatch(Action::Tell(Some(Notice::Unreadable(unreadable))));
        }
        let (prefixes, weak) = (self.prefixes.clone(), store.weak());
        storage.on_change(Box::new(move |key| {
            let (Some(store), Some(key)) = (weak.get(), key) else { return };
            let Some(id) = prefixes.iter().find_map(|prefix| key.strip_prefix(prefix.as_str())) else { return };
            store.dispatch(match read(&store, &key) {
                Some(record) => Action::Heard(record),
                None => Action::Forgotten(id.to_owned()),
            });
        }))
    }

    /// Keeps what is new, and forgets what was deleted. Says whether the storage took all of it.
    #[inline(never)]
    pub fn keep(&self, before: &State, after: &State, store: &Store) -> bool {
        let (ports, mut refused) = (store.ports(), self.refused.borrow_mut());
        if after.book.records().is_empty() && !before.book.records().is_empty() {
            refused.clear();
            let gone = |key: String| ports.storage.remove(&key).is_ok();
            return before.book.records().iter().map(|record| gone(self.key(record))).fold(true, |all, one| all & one);
        }
        let new = after.book.since(&before.book);
        if new.is_empty() {
            return true;
        }
        let all = std::mem::take(&mut *refused).into_iter().chain(new.iter().cloned());
        for record in all {
            let text = ports.records.write(&record.write());
            match ports.storage.set(&self.key(&record), &text) {
                Ok(()) => {
                    if let Record::Entry(entry) = record {
                        store.tell(Event::Entry(entry));
                    }
                }
                Err(_) => refused.push(record),
            }
        }
        refused.is_empty()
    }
}

fn read(store: &Store, key: &str) -> Option<Record> {
    let text = store.ports().storage.get(key).ok().flatten()?;
    Record::read(&store.ports().records.read(&text)?)
}

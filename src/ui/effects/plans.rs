//! Keeping the plans that a person named: each under a key of its own, so that two tabs never overwrite each other's.
use crate::app::plan::Kept;
use crate::app::plan::shelf::Deed;
use crate::app::{Action, State, plan};
use crate::ports::Timer;
use crate::ui::store::Store;
use std::rc::Rc;

/// The keeper of the plans.
pub struct Keeper {
    prefix: String,
}

impl Keeper {
    /// Keeps them in this namespace.
    pub fn new(key: &str) -> Self {
        Keeper { prefix: [key, ":plan:"].concat() }
    }

    /// Reads what was kept, and from now on what other tabs keep. A record that cannot be read stays where it is.
    #[inline(never)]
    pub fn load(&self, store: &Store) -> Box<dyn Timer> {
        let storage = &store.ports().storage;
        let keys = storage.keys(&self.prefix).unwrap_or_default();
        let plans: Vec<Kept> = keys.iter().filter_map(|key| read(store, key)).collect();
        if !plans.is_empty() {
            tell(store, Deed::Heard(plans));
        }
        let (prefix, weak) = (self.prefix.clone(), store.weak());
        storage.on_change(Box::new(move |key| {
            let (Some(store), Some(key)) = (weak.get(), key) else { return };
            let Some(id) = key.strip_prefix(prefix.as_str()) else { return };
            let deed = match read(&store, &key) {
                Some(plan) => Deed::Heard(vec![plan]),
                None => Deed::Gone(id.to_owned()),
            };
            tell(&store, deed);
        }))
    }

    /// Keeps what is new or changed, and forgets what was thrown away. Says whether the storage took all of it.
    #[inline(never)]
    pub fn keep(&self, before: &State, after: &State, store: &Store) -> bool {
        if Rc::ptr_eq(&before.shelf, &after.shelf) {
            return true;
        }
        let ports = store.ports();
        let key = |plan: &Kept| [&self.prefix, plan.id.as_str()].concat();
        let mut taken = true;
        for plan in after.shelf.plans.iter().filter(|plan| before.shelf.plan(&plan.id) != Some(plan)) {
            let text = ports.records.write(&plan.write());
            // What another tab keeps comes in here too, and is there already.
            if ports.storage.get(&key(plan)) != Ok(Some(text.clone())) {
                taken &= ports.storage.set(&key(plan), &text).is_ok();
            }
        }
        for plan in before.shelf.plans.iter().filter(|plan| after.shelf.plan(&plan.id).is_none()) {
            taken &= ports.storage.remove(&key(plan)).is_ok();
        }
        taken
    }
}

fn tell(store: &Store, deed: Deed) {
    store.dispatch(Action::Plan(plan::Deed::Shelf(deed)));
}

fn read(store: &Store, key: &str) -> Option<Kept> {
    let text = store.ports().storage.get(key).ok().flatten()?;
    Kept::read(&store.ports().records.read(&text)?)
}

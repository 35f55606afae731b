//! What the browser keeps on this device. Reading it may already throw, in a frame or with strict settings.
use crate::ports::storage::{Refused, Storage};

/// The browser's local storage.
pub struct Local;

fn local() -> Result<web_sys::Storage, Refused> {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten()).ok_or(Refused)
}

impl Storage for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        local()?.get_item(key).map_err(|_| Refused)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        local()?.set_item(key, value).map_err(|_| Refused)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Refused> {
        let storage = local()?;
        let count = storage.length().map_err(|_| Refused)?;
        let keys = (0..count).filter_map(|i| storage.key(i).ok().flatten());
        Ok(keys.filter(|k| k.starts_with(prefix)).collect())
    }

    fn lasting(&self) -> bool {
        true
    }
}

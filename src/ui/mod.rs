//! What is seen: thin Yew components that lay out what `app::select` derives and send back what was done.
//! They render the same on a server; nothing here touches a browser.
mod body_map;
mod dom;
mod effects;
mod event;
#[cfg(feature = "ssr")]
pub mod fallback;
mod panels;
mod room;
pub mod root;
#[cfg(feature = "browser")]
pub mod slot;
mod spot;
mod store;
mod timer;
mod widgets;

pub use event::Event;
pub use root::Root;
pub use store::{Store, WeakStore};
pub use timer::figure;

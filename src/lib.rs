//! Referred-pain explorer: which muscle may send the pain here, where exactly to press, for how long.
//!
//! The modules, in reading order. Each may use those above it, never those below; `tests/tidy.rs` holds
//! them to it. See `docs/ARCHITECTURE.md`.
pub mod app;
pub mod atlas;
#[cfg(feature = "browser")]
pub mod browser;
pub mod diary;
#[cfg(any(feature = "embed", feature = "check-embed"))]
pub mod embed;
#[cfg(all(feature = "browser", feature = "bundled"))]
pub mod explorer;
pub mod ports;
pub mod session;
#[cfg(feature = "ui")]
pub mod ui;

#[cfg(all(feature = "browser", feature = "bundled"))]
pub use explorer::{Explorer, Selected};

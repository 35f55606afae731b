//! The border to JavaScript: what `www/element.js` calls. Wire types live here and are converted at once;
//! bad input becomes a TypeError or RangeError that names the field.
//!
//! Two modules for the browser are made of it: the widget (`embed`), and the one that checks a page's own atlas
//! (`check-embed`), which few pages need and none waits for.
#[cfg(feature = "embed")]
mod capture;
#[cfg(feature = "check-embed")]
mod check;
#[cfg(feature = "embed")]
mod diary;
#[cfg(feature = "embed")]
mod error;
#[cfg(feature = "embed")]
mod handle;
#[cfg(feature = "embed")]
mod known;
#[cfg(feature = "embed")]
mod share;
#[cfg(feature = "embed")]
mod told;
#[cfg(feature = "embed")]
mod wire;

#[cfg(feature = "check-embed")]
pub use check::check;
#[cfg(feature = "embed")]
pub use handle::{Handle, mount};
#[cfg(feature = "embed")]
pub use known::Known;

/// The memory manager: half the code of the standard one, at the same speed.
#[cfg(all(feature = "embed", target_arch = "wasm32"))]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

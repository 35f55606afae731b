//! The border to JavaScript: what `www/element.js` calls. Wire types live here and are converted at once;
//! bad input becomes a TypeError or RangeError that names the field.
mod attribute;
mod error;
mod handle;
mod wire;

pub use handle::{Handle, mount};

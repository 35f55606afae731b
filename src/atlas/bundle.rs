//! The atlas that comes with the program, unpacked. Its bytes were checked when they were packed.
use super::model::Atlas;

/// The built-in atlas. Unpacks anew on each call: keep it in an `Rc`.
pub fn built_in() -> Atlas {
    // The bytes come from build.rs of this very build; if they could not be read, an empty atlas
    // still leaves the widget standing.
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/atlas.bin"))).unwrap_or_default()
}

//! The atlas that comes with the program, packed by the build script. It is loaded beside the code, or stands inside
//! the binary with the feature `bundled`.
use super::model::Atlas;
use super::model::pack::unpack as unpack_model;

/// The packed atlas.
#[cfg(feature = "bundled")]
pub const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/atlas.bin"));

/// Unpacks an atlas packed by this build. None when the bytes are of another build, or no atlas.
pub fn unpack(bytes: &[u8]) -> Option<Atlas> {
    unpack_model(bytes)
}

/// The built-in atlas. Unpacks anew on each call: keep it in an `Rc`.
#[cfg(feature = "bundled")]
pub fn built_in() -> Atlas {
    // The bytes come from build.rs of this very build; were they unreadable, an empty atlas leaves the widget standing.
    unpack(PACK).unwrap_or_default()
}

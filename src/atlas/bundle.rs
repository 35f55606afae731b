//! The packs of this build: the atlas, its library, a drawing per view, four parts per language. They are loaded beside the code, or
//! stand inside the binary with the feature `bundled`.
#[cfg(feature = "bundled")]
use super::model::View;
use super::model::pack::unpack as unpack_model;
use super::model::{Atlas, Drawing, Library, Prose};
#[cfg(feature = "bundled")]
use super::text::{Text, nearest};
#[cfg(feature = "bundled")]
use std::rc::Rc;

#[cfg(feature = "bundled")]
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The published document, `atlas.json`.
#[cfg(all(feature = "bundled", not(target_arch = "wasm32")))]
pub const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/atlas.json"));

/// Unpacks an atlas packed by this build. None when the bytes are of another build, or no atlas.
pub fn unpack(bytes: &[u8]) -> Option<Atlas> {
    unpack_model(bytes)
}

/// Unpacks the drawing of a view.
pub fn unpack_drawing(bytes: &[u8]) -> Option<Drawing> {
    unpack_model(bytes)
}

/// Unpacks what the claims rest on.
#[inline(never)]
pub fn unpack_library(bytes: &[u8]) -> Option<Library> {
    unpack_model(bytes)
}

/// Unpacks the prose of a language.
#[inline(never)]
pub fn unpack_prose(bytes: &[u8]) -> Option<Prose> {
    unpack_model(bytes)
}

/// The bytes of a pack of this build: `atlas`, `library`, a view's name, the same after `deeper-`, or `ui-`, `later-`, `names-`, `prose-` and a language.
#[cfg(feature = "bundled")]
pub fn pack(name: &str) -> &'static [u8] {
    PACKS.iter().find(|(of, _)| *of == name).map_or(&[], |(_, bytes)| bytes)
}

/// The built-in atlas. Unpacks anew on each call: keep it in an `Rc`.
#[cfg(feature = "bundled")]
pub fn built_in() -> Atlas {
    // The bytes come from build.rs of this very build; were they unreadable, an empty atlas leaves the widget standing.
    unpack(pack("atlas")).unwrap_or_default()
}

/// What the claims of the built-in atlas rest on.
#[cfg(feature = "bundled")]
pub fn library() -> Library {
    unpack_library(pack("library")).unwrap_or_default()
}

/// The built-in drawing of a view.
#[cfg(feature = "bundled")]
pub fn drawing(view: View) -> Drawing {
    let half = |name: &str| unpack_drawing(pack(name)).unwrap_or_default();
    half(view.name()).join(&half(&["deeper-", view.name()].concat()))
}

/// A language that is inside the binary, with its prose: the nearest there is to a BCP 47 tag.
#[cfg(feature = "bundled")]
pub fn text(lang: &str) -> Text {
    let lang = nearest(lang).unwrap_or("en");
    let part = |kind: &str| pack(&[kind, lang].concat());
    let text = Text::unpack(part("ui-"), part("names-")).unwrap_or_default().with_later(part("later-"));
    text.with_prose(Rc::new(unpack_prose(part("prose-")).unwrap_or_default()))
}

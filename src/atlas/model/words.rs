//! A language as it is packed. What can be asked of it is in `atlas/text.rs`.
use super::pack::packed;

/// A language pack: every sentence of the interface and of the atlas in one language, and the titles
/// and addresses of the sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The sentences of the interface, in the order of `Msg`.
    pub ui: Vec<String>,
    /// The sentences and names of the atlas, in the order of their ids.
    pub atlas: Vec<String>,
    /// Title and address of each source, in the order of their ids.
    pub sources: Vec<(String, String)>,
}
packed!(Text { lang, ui, atlas, sources });

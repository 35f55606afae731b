//! A language as it is packed, in three parts. What can be asked of it is in `atlas/text.rs`.
use super::pack::packed;

/// The sentences of the interface in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interface {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The sentences, in the order of `Msg`.
    pub sentences: Vec<String>,
}
packed!(Interface { lang, sentences });

/// The names of an atlas in one language: enough to mark a place and to see which muscles may send pain there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The names, in the order of their ids.
    pub names: Vec<String>,
}
packed!(Names { lang, names });

/// The prose of an atlas in one language: what there is to read about a muscle, a caution, a study, a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The sentences, in the order of their ids.
    pub sentences: Vec<String>,
    /// Title and address of each source, in the order of their ids.
    pub sources: Vec<(String, String)>,
    /// The names in the atlas's own first language, for who searches by them: in the order of their ids, empty where it
    /// is no name of its own. Empty in that language itself.
    pub also: Vec<String>,
}
packed!(Prose { lang, sentences, sources, also });

//! Words: a loaded language, asked by message or by text id. No sentence of any language stands in the code; they live
//! in `atlas/text/<lang>/`.
use super::model::{Interface, Names, Prose, Shelf, SourceId, TextId, pack};
use std::rc::Rc;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language in use: the interface's first sentences and the atlas's names from the start, the interface's later
/// sentences along with the second half of the program, the prose when it has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    interface: Rc<Interface>,
    later: Option<Rc<Interface>>,
    names: Rc<Names>,
    prose: Option<Rc<Prose>>,
}

impl Text {
    /// A language from its parts.
    pub fn new(interface: Interface, names: Names) -> Self {
        Text { interface: Rc::new(interface), later: None, names: Rc::new(names), prose: None }
    }

    /// A language from the packs of its parts. None when they are of another build or no packs.
    pub fn unpack(interface: &[u8], names: &[u8]) -> Option<Self> {
        let interface: Interface = pack::unpack(interface)?;
        (interface.sentences.len() == MESSAGES[0]).then_some(())?;
        Some(Text::new(interface, pack::unpack(names)?))
    }

    /// The same language with the interface's later sentences. A pack of another language or build changes nothing.
    #[inline(never)]
    pub fn with_later(&self, later: &[u8]) -> Self {
        let fits = |later: &Interface| later.lang == self.interface.lang && later.sentences.len() == MESSAGES[1];
        let later = pack::unpack(later).filter(fits).map(Rc::new).or(self.later.clone());
        Text { later, ..self.clone() }
    }

    /// The same language with what there is to read. Prose of another language changes nothing.
    pub fn with_prose(&self, prose: Rc<Prose>) -> Self {
        let prose = if prose.lang == self.names.lang { Some(prose) } else { self.prose.clone() };
        Text { prose, ..self.clone() }
    }

    /// Whether the prose has come.
    pub fn has_prose(&self) -> bool {
        self.prose.is_some()
    }

    /// The language, as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        &self.interface.lang
    }

    /// A sentence of the interface; a later one is empty until those have come.
    pub fn say(&self, msg: Msg) -> &str {
        let at = msg as usize;
        let sentence = match at.checked_sub(MESSAGES[0]) {
            None => self.interface.sentences.get(at),
            Some(at) => self.later.as_ref().and_then(|later| later.sentences.get(at)),
        };
        sentence.map_or("", String::as_str)
    }

    /// A sentence of the interface with its `{slots}` filled.
    pub fn fill(&self, msg: Msg, slots: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.say(msg);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            out.push_str(slots.iter().find(|(slot, _)| *slot == name).map_or("", |(_, value)| value));
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    /// One of two sentences by number, with `{n}` filled. French counts 0 as one.
    pub fn count(&self, one: Msg, many: Msg, n: usize) -> String {
        let single = n == 1 || (n == 0 && self.lang() == "fr");
        self.fill(if single { one } else { many }, &[("n", &n.to_string())])
    }

    /// A name or sentence of the atlas; a sentence is empty until the prose has come.
    pub fn of(&self, id: TextId) -> &str {
        let words = match id.shelf() {
            Shelf::Name(at) => self.names.names.get(at),
            Shelf::Sentence(at) => self.prose.as_ref().and_then(|p| p.sentences.get(at)),
        };
        words.map_or("", String::as_str)
    }

    /// A name in the atlas's own first language; empty for sentences, in that language itself, and until the prose has come.
    pub fn also(&self, id: TextId) -> &str {
        let also = match id.shelf() {
            Shelf::Name(at) => self.prose.as_ref().and_then(|p| p.also.get(at)),
            Shelf::Sentence(_) => None,
        };
        also.map_or("", String::as_str)
    }

    /// The title and the address of a source; the address may be empty, both are until the prose has come.
    pub fn source(&self, id: SourceId) -> (&str, &str) {
        let source = self.prose.as_ref().and_then(|p| p.sources.get(id.at()));
        source.map_or(("", ""), |(title, url)| (title, url))
    }
}

/// The language there is that comes nearest to a BCP 47 tag.
pub fn nearest(tag: &str) -> Option<&'static str> {
    let base = tag.split(['-', '_']).next().unwrap_or_default();
    LANGS.iter().find(|l| l.eq_ignore_ascii_case(base)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whichever message comes first.
    const FIRST: Msg = Msg::FIRST;

    fn text(sentences: &[&str]) -> Text {
        let sentences = sentences.iter().map(|s| (*s).to_owned()).collect();
        Text::new(Interface { lang: "en".into(), sentences }, Names { lang: "en".into(), names: vec!["Heel".into()] })
    }

    #[test]
    fn slots_are_filled_by_name_and_unknown_ones_vanish() {
        let text = text(&["{a} and {b}{c}, {a}"]);
        assert_eq!(text.fill(FIRST, &[("a", "1"), ("b", "2")]), "1 and 2, 1");
    }

    #[test]
    fn the_nearest_language_ignores_region_and_case() {
        assert_eq!(nearest("en-GB"), Some("en"));
        assert_eq!(nearest("EN_us"), Some("en"));
        assert_eq!(nearest("xx"), None);
    }

    #[test]
    fn bytes_that_are_no_pack_are_refused() {
        assert_eq!(Text::unpack(&[0, 1, 2, 3], &[]), None);
        assert_eq!(Text::unpack(&[], &[]), None);
    }

    #[test]
    fn prose_comes_later_and_only_in_its_own_language() {
        let (name, sentence) = (TextId::new(Shelf::Name(0)), TextId::new(Shelf::Sentence(0)));
        let prose = |lang: &str| {
            let sentences = vec!["Press here.".to_owned()];
            Rc::new(Prose { lang: lang.into(), sentences, ..Prose::default() })
        };
        let text = text(&[]);
        assert_eq!((text.of(name), text.of(sentence)), ("Heel", ""));
        assert!(!text.with_prose(prose("nl")).has_prose());
        assert_eq!(text.with_prose(prose("en")).of(sentence), "Press here.");
    }
}

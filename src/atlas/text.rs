//! Words: a loaded language pack, asked by message or by text id. No sentence of any language stands
//! in the code; they live in `atlas/text/<lang>/`.
pub use super::model::Text;
use super::model::pack;
use super::model::{SourceId, TextId};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Text {
    /// Unpacks a pack made by this build. None when the bytes are of another build or not a pack.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let text: Text = pack::unpack(bytes)?;
        (text.ui.len() == MESSAGES).then_some(text)
    }

    /// The pack of a language that is inside the binary; the nearest there is.
    #[cfg(feature = "bundled")]
    pub fn bundled(lang: &str) -> Self {
        let wanted = nearest(lang).unwrap_or("en");
        let pack = PACKS.iter().find(|(name, _)| *name == wanted);
        pack.and_then(|(_, bytes)| Self::unpack(bytes)).unwrap_or_default()
    }

    /// The language, as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// A sentence of the interface.
    pub fn say(&self, msg: Msg) -> &str {
        self.ui.get(msg as usize).map_or("", String::as_str)
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
        let single = n == 1 || (n == 0 && self.lang == "fr");
        self.fill(if single { one } else { many }, &[("n", &n.to_string())])
    }

    /// A sentence or name of the atlas.
    pub fn of(&self, id: TextId) -> &str {
        self.atlas.get(id.at()).map_or("", String::as_str)
    }

    /// The title and the address of a source; the address may be empty.
    pub fn source(&self, id: SourceId) -> (&str, &str) {
        self.sources.get(id.at()).map_or(("", ""), |(title, url)| (title, url))
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

    fn pack(ui: &[&str]) -> Text {
        Text { ui: ui.iter().map(|s| (*s).to_owned()).collect(), lang: "en".into(), ..Text::default() }
    }

    #[test]
    fn slots_are_filled_by_name_and_unknown_ones_vanish() {
        let text = pack(&["{a} and {b}{c}, {a}"]);
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
        assert_eq!(Text::unpack(&[0, 1, 2, 3]), None);
        assert_eq!(Text::unpack(&[]), None);
    }
}

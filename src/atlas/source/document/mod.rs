//! The atlas as one JSON document: `atlas.json`, in the shape that docs/ATLAS.md and `atlas.schema.json` describe. What
//! is published can be read back, changed or not; a page's own atlas comes in the same shape.
mod read;
mod reader;
mod write;

pub use read::read;
pub use write::write;

/// The licence of the dataset.
const LICENCE: &str = "CC-BY-4.0";

/// What stands between other words for a thing.
const ALSO: &str = ", ";

/// Which sentences of a muscle stand under which field: the field, and the end of the key.
const MUSCLE_WORDS: [(&str, &str); 5] = [
    ("plain", "plain"),
    ("about", "about"),
    ("attachments", "attachments"),
    ("stretch", "stretch"),
    ("evidence_note", "evidence"),
];
/// Lists of sentences of a muscle.
const MUSCLE_LISTS: [&str; 2] = ["causes", "mistaken_for"];
/// Sentences of a point.
const POINT_WORDS: [(&str, &str); 3] = [("label", "label"), ("where", "find"), ("press", "press")];
/// Sentences of a caution and of a red flag.
const CAUTION_WORDS: [(&str, &str); 2] = [("title", "title"), ("advice", "advice")];
const FLAG_WORDS: [(&str, &str); 3] = [("title", "title"), ("sign", "sign"), ("advice", "advice")];
/// Sentences of a condition.
const CONDITION_WORDS: [(&str, &str); 7] = [
    ("names", "title"),
    ("about", "about"),
    ("felt", "felt"),
    ("clue", "clue"),
    ("evidence_note", "evidence"),
    ("advice", "advice"),
    ("doctor", "doctor"),
];
/// Sentences of a routine.
const ROUTINE_WORDS: [(&str, &str); 3] = [("names", "title"), ("purpose", "purpose"), ("evidence_note", "support")];
/// Sentences of a study.
const STUDY_WORDS: [(&str, &str); 2] = [("finding", "finding"), ("limits", "limits")];
/// Sentences of a question.
const QUESTION_WORDS: [(&str, &str); 3] = [("text", "text"), ("why", "why"), ("topic", "topic")];
/// Words that many records share: the field in the document, and how their keys begin.
const SHARED: [(&str, &str); 3] = [("actions", "actions"), ("nerves", "nerves"), ("designs", "studies.design")];

//! From an atlas as people write it to the atlas that the program reads: records are joined, drawings read, all of it
//! checked. The build script does this with the files in `atlas/`, the check module with a page's own atlas object: one
//! validation for both. All problems are told at once, each with its place, its key and what to do.
mod check;
mod conditions;
pub mod document;
mod drawing;
mod figures;
mod muscles;
mod names;
mod outline;
mod path;
mod questions;
pub mod raw;
mod records;
mod routines;
mod words;

use super::model;
pub use figures::{RawFigure, RawPart};
use model::{Atlas, Drawing, Library, Names, Prose, View};
use records::Joined;
pub use words::{Lexicon, Words};

use std::collections::BTreeMap;
use std::fmt;

/// Something wrong in an atlas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, or the place in a document.
    pub place: String,
    /// The field or record.
    pub key: String,
    /// What is wrong, and what to do.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.place, self.key, self.mend)
    }
}

/// Everything found wrong, so that an author sees it in one go.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes a problem: where, which key, what to do.
    pub fn add(&mut self, place: &str, key: &str, mend: impl AsRef<str>) {
        self.0.push(Problem { place: place.to_owned(), key: key.to_owned(), mend: mend.as_ref().to_owned() });
    }
}

/// Something read, and the file or place in a document it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// Where it stands.
    pub place: String,
    /// What stands there.
    pub it: T,
}

/// An atlas as it is written, before anything is joined.
#[derive(Debug, Default, PartialEq)]
pub struct Source {
    /// Regions and their groups.
    pub regions: Placed<raw::Regions>,
    /// Cautions and red flags.
    pub cautions: Placed<raw::Cautions>,
    /// Muscles.
    pub muscles: Vec<Placed<raw::Muscle>>,
    /// The weights of the guide.
    pub guide: Placed<raw::Guide>,
    /// What the guide may ask.
    pub questions: Placed<raw::Questions>,
    /// How long and how hard to press.
    pub dose: Placed<raw::Dose>,
    /// The main studies.
    pub studies: Placed<raw::Studies>,
    /// What else may be behind the pain.
    pub conditions: Placed<raw::Conditions>,
    /// How to press, drawn.
    pub figures: Vec<Placed<RawFigure>>,
    /// Massages that are ready made.
    pub routines: Vec<Placed<raw::Routine>>,
    /// What claims may name.
    pub sources: BTreeMap<String, raw::Source>,
    /// Views, each in one or several pieces.
    pub views: Vec<(View, Vec<Placed<raw::ViewFile>>)>,
    /// All words.
    pub words: Words,
}

impl<T: Default> Default for Placed<T> {
    fn default() -> Self {
        Placed { place: String::new(), it: T::default() }
    }
}

/// What the program reads.
#[derive(Debug, PartialEq)]
pub struct Made {
    /// Records, and what each view shows.
    pub atlas: Atlas,
    /// What its claims rest on.
    pub library: Library,
    /// How each view is drawn.
    pub drawings: Vec<(View, Drawing)>,
    /// Names, by language.
    pub names: Vec<Names>,
    /// Prose, by language.
    pub prose: Vec<Prose>,
}

/// What is wrong with the records, drawings aside. For a source of which a part could not be read: what that part would
/// have been named by, or have named, is not held against the rest more than once.
pub fn faults(source: &Source, problems: &mut Problems) {
    source.words.compare(problems);
    records::join(source, problems);
}

/// Joins and checks.
///
/// # Errors
/// All problems; what was made of an atlas with problems is of no use.
pub fn make(source: &Source) -> Result<Made, Problems> {
    let mut problems = Problems::default();
    source.words.compare(&mut problems);
    let Joined { mut atlas, mut library, index, undrawn } = records::join(source, &mut problems);
    source.words.unasked(&mut problems);
    let drawings = drawing::read(source, &mut atlas, &index, &mut problems);
    let groups: Vec<&str> = library.muscles.iter().map(|m| m.group.as_str()).collect();
    let figures = figures::read(&source.figures, &groups, &mut problems);
    library.figures = figures;
    // Drawings of records that do not join would only repeat what is wrong.
    if problems.0.is_empty() {
        check::check(&atlas, &drawings, &undrawn, &mut problems);
    }
    if !problems.0.is_empty() {
        return Err(problems);
    }
    let names = source.words.names();
    let prose = source.words.prose(&library, &source.sources);
    Ok(Made { atlas, library, drawings, names, prose })
}

//! The parts that come when they are needed.
use crate::atlas::View;

/// Something that comes when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How a view is drawn, as it is seen at first.
    Drawing(View),
    /// The deep layer and the zones of a view of the leg; a foot comes whole.
    Deeper(View),
    /// What there is to read, in the language in use.
    Prose,
    /// The pages of muscles and points, and what the claims rest on.
    Library,
    /// The half of the program that the first tap on the map does without.
    Program,
}

impl Part {
    /// Its name between the program and the page.
    pub fn name(self) -> String {
        match self {
            Part::Drawing(view) => view.name().to_owned(),
            Part::Deeper(view) => [DEEPER, view.name()].concat(),
            Part::Prose => "prose".to_owned(),
            Part::Library => "library".to_owned(),
            Part::Program => "program".to_owned(),
        }
    }

    /// The part of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "prose" => Some(Part::Prose),
            "library" => Some(Part::Library),
            "program" => Some(Part::Program),
            _ => match name.strip_prefix(DEEPER) {
                Some(view) => View::parse(view).map(Part::Deeper),
                None => View::parse(name).map(Part::Drawing),
            },
        }
    }
}

/// How the names of deeper halves begin.
const DEEPER: &str = "deeper-";

/// How much of the program is here. In the browser it comes in two halves; the first answers taps on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Program {
    /// All of it.
    #[default]
    Whole,
    /// The first half.
    Half,
    /// The first half, and something waits for the other.
    Awaited,
}

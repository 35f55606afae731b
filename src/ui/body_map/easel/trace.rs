//! The path of a stroke, smooth, and made bit by bit: a place more costs the same however long the stroke is.
use crate::app::paint::Dab;
use crate::atlas::Pt;
use crate::ui::dom::tenths;
use yew::AttrValue;

/// How many places a piece holds, of which only the last is written anew with each place.
const PIECE: usize = 48;

/// A part of a stroke that is equally strong.
#[derive(Clone, Debug)]
pub struct Run {
    /// How strong, in percent.
    pub strength: u8,
    /// The pieces that are done.
    pub done: AttrValue,
    /// The piece that is still being made.
    pub open: String,
    places: usize,
}

/// The path of a stroke.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// Its parts, in order.
    pub runs: Vec<Run>,
    last: Option<Dab>,
}

fn write(out: &mut String, letter: &str, at: Pt) {
    [letter, &tenths(at.x), " ", &tenths(at.y)].iter().for_each(|part| out.push_str(part));
}

/// A place alone is a dot: a line to itself.
fn begin(strength: u8, at: Pt) -> Run {
    let mut open = String::new();
    write(&mut open, "M", at);
    write(&mut open, "L", at);
    Run { strength, done: AttrValue::Static(""), open, places: 0 }
}

impl Run {
    /// All of its path.
    pub fn path(&self) -> AttrValue {
        AttrValue::from([self.done.as_str(), &self.open].concat())
    }

    fn close(&mut self) {
        self.done = self.path();
        self.open.clear();
        self.places = 0;
    }
}

impl Trace {
    /// Goes on to there, by a curve through the middles between the places.
    pub fn add(&mut self, dab: Dab) {
        let (at, last) = (dab.at(), self.last.replace(dab));
        let Some(run) = self.runs.last_mut().filter(|run| run.strength == dab.strength) else {
            let from = last.unwrap_or(dab).at();
            let mut run = begin(dab.strength, from);
            write(&mut run.open, "L", at);
            self.runs.push(run);
            return;
        };
        let from = last.unwrap_or(dab).at();
        let middle = Pt { x: (from.x + at.x) / 2.0, y: (from.y + at.y) / 2.0 };
        write(&mut run.open, "Q", from);
        write(&mut run.open, " ", middle);
        run.places += 1;
        if run.places == PIECE {
            run.close();
            write(&mut run.open, "M", middle);
        }
    }

    /// The path of these places.
    pub fn of(dabs: &[Dab]) -> Self {
        let mut trace = Trace::default();
        dabs.iter().for_each(|dab| trace.add(*dab));
        // The last curve ends between two places.
        if let (Some(run), Some(last)) = (trace.runs.last_mut(), trace.last) {
            write(&mut run.open, "L", last.at());
        }
        trace
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dabs(count: i16, strength: u8) -> Vec<Dab> {
        (0..count).map(|i| Dab { x: i * 10, y: 0, strength }).collect()
    }

    #[test]
    fn a_tap_is_a_dot_and_a_stroke_a_curve_to_its_end() {
        assert_eq!(Trace::of(&dabs(1, 50)).runs[0].path(), "M0.0 0.0L0.0 0.0L0.0 0.0L0.0 0.0");
        let path = Trace::of(&dabs(3, 50)).runs[0].path();
        assert!(path.contains("Q1.0 0.0 1.5 0.0") && path.ends_with("L2.0 0.0"), "{path}");
    }

    #[test]
    fn only_a_short_piece_is_still_being_made_however_long_the_stroke_is() {
        let trace = Trace::of(&dabs(3000, 50));
        assert_eq!(trace.runs.len(), 1);
        assert!(trace.runs[0].open.len() < PIECE * 30);
        let mut two = dabs(5, 50);
        two.extend(dabs(5, 80));
        assert_eq!(Trace::of(&two).runs.iter().map(|r| r.strength).collect::<Vec<_>>(), [50, 80]);
    }
}

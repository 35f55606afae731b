//! What a person decided about their plan, beside which points and in which order: legs, seconds, technique and tool of
//! a line, and the time to change over.
use crate::atlas::{PointId, Sides, Technique, Tool};

/// What was decided about one line. None means: as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which point.
    pub point: PointId,
    /// On which legs.
    pub sides: Option<Sides>,
    /// Seconds per hold.
    pub hold: Option<i64>,
    /// How to press.
    pub technique: Option<Technique>,
    /// What with.
    pub tool: Option<Tool>,
}

impl Line {
    /// A line of which nothing was decided.
    pub fn new(point: PointId) -> Self {
        Line { point, sides: None, hold: None, technique: None, tool: None }
    }
}

/// What was decided about the plan.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Own {
    /// Its lines, in no order; each point once, and none of which nothing was decided.
    pub lines: Vec<Line>,
    /// Seconds to change over to the next point.
    pub rest: Option<i64>,
}

impl Own {
    /// What was decided about a point.
    pub fn of(&self, point: PointId) -> Line {
        self.lines.iter().find(|line| line.point == point).copied().unwrap_or(Line::new(point))
    }

    /// Decides something about a point.
    pub fn set(&mut self, line: Line) {
        self.forget(line.point);
        if line != Line::new(line.point) {
            self.lines.push(line);
        }
    }

    /// Forgets what was decided about a point.
    pub fn forget(&mut self, point: PointId) {
        self.lines.retain(|line| line.point != point);
    }
}

//! A massage that is ready made: which points, how long, how often. A plan starts from it.
use super::id::{EvidenceId, PointId, TextId};
use super::pack::packed;

/// A ready-made massage. All of its points can be pressed without help, and its numbers are within the advised dose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regimen {
    /// Its name in data files and the public face.
    pub id: String,
    /// What it is called.
    pub title: TextId,
    /// What it is for, in one sentence.
    pub purpose: TextId,
    /// What it rests on, and what is not known.
    pub support: TextId,
    /// Its points, in order.
    pub points: Vec<PointId>,
    /// Seconds for each point.
    pub hold: u16,
    /// How many rounds.
    pub rounds: u16,
    /// Seconds to change over to the next point.
    pub rest: u16,
    /// Who says so.
    pub evidence: EvidenceId,
}
packed!(Regimen { id, title, purpose, support, points, hold, rounds, rest, evidence });

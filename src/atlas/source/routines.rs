//! Joins the ready-made massages.
use super::model::{PointId, Regimen};
use super::records::Joiner;
use super::{Placed, Source, raw};

/// The longest change-over, in seconds.
const REST: u16 = 60;

impl Joiner<'_> {
    fn routine(&mut self, place: &str, raw: &raw::Routine, dose: &raw::Dose) -> Regimen {
        let key = raw.id.as_str();
        let mut points: Vec<PointId> = Vec::new();
        for name in &raw.points {
            let known = self.index.points.get(name).copied();
            let open = |p: &PointId| self.atlas.point(*p).is_some_and(|p| !p.techniques.is_empty());
            match known {
                None => self.problems.add(place, key, format!("names the point {name}, which has no record")),
                Some(p) if !open(&p) => {
                    self.problems.add(place, key, format!("{name} has no technique to press it by"))
                }
                Some(p) if points.contains(&p) => {
                    self.problems.add(place, key, format!("names the point {name} twice"))
                }
                Some(p) => points.push(p),
            }
        }
        if raw.points.is_empty() || raw.points.len() > usize::from(dose.points) {
            self.problems.add(place, key, format!("needs 1 to {} points, as the dose says", dose.points));
        }
        // A dose that is wrong itself is told as such, and only once.
        let told = dose.hold.low > dose.hold.high;
        if !told && !(dose.hold.low..=dose.hold.high).contains(&raw.hold) {
            self.problems.add(place, key, format!("hold is {} to {} seconds", dose.hold.low, dose.hold.high));
        }
        if !(1..=dose.rounds.high).contains(&raw.rounds) {
            self.problems.add(place, key, format!("rounds are 1 to {}", dose.rounds.high));
        }
        if raw.rest > REST {
            self.problems.add(place, key, format!("rest is 0 to {REST} seconds"));
        }
        let evidence = self.evidence(place, key, &raw.confidence, &raw.sources);
        let mut ask = |part: &str| self.ask(&["routines.", key, ".", part].concat(), place);
        let (title, purpose, support) = (ask("title"), ask("purpose"), ask("support"));
        let (hold, rounds, rest) = (raw.hold, raw.rounds, raw.rest);
        Regimen { id: raw.id.clone(), title, purpose, support, points, hold, rounds, rest, evidence }
    }

    /// Joins the ready-made massages, after muscles and dose.
    pub fn routines(&mut self, source: &Source) {
        for Placed { place, it } in &source.routines {
            if self.library.routines.iter().any(|other| other.id == it.id) {
                self.problems.add(place, &it.id, "stands twice");
            }
            let routine = self.routine(place, it, &source.dose.it);
            self.library.routines.push(routine);
        }
    }
}

//! Joins the guide: its weights, whom the studies examined, what lies how far down the body, and its questions.
use super::model::{Effect, EvidenceId, PointId, Population, Question, QuestionPage, Weights};
use super::records::Joiner;
use super::{Placed, raw};

/// The least and the most an answer may change, in percent: without likelihood ratios, nothing strong.
const FACTOR: std::ops::RangeInclusive<u8> = 50..=200;

impl Joiner<'_> {
    /// The guide.
    pub fn guide(&mut self, Placed { place, it: raw }: &Placed<raw::Guide>) {
        let w = &raw.weights;
        if [w.spillover, w.absent, w.prior, w.association, w.explained].iter().any(|n| *n > 100) {
            self.problems.add(place, "weights", "are percentages: 0 to 100");
        }
        let odds = [w.uncommon, w.rare, w.reproduced, w.tender, w.nothing];
        if odds.iter().any(|n| !(1..=1000).contains(n)) {
            self.problems.add(place, "weights", "uncommon, rare, reproduced, tender and nothing are 1 to 1000");
        }
        self.atlas.weights = Weights {
            spillover: w.spillover,
            absent: w.absent,
            prior: w.prior,
            association: w.association,
            uncommon: w.uncommon,
            rare: w.rare,
            reproduced: w.reproduced,
            tender: w.tender,
            nothing: w.nothing,
            explained: w.explained,
        };
        for p in &raw.population {
            let study = self.source(place, "population", &p.study);
            let regions = p.regions.iter().map(|r| self.region(place, "population", r)).collect();
            self.atlas.populations.push(Population { study, regions });
        }
        for (at, level) in (1..).zip(&raw.level) {
            self.level(place, at, level);
        }
    }

    fn level(&mut self, place: &str, at: u8, level: &raw::Level) {
        for name in &level.regions {
            match self.atlas.groups.iter_mut().find(|g| g.id == *name) {
                Some(group) => group.level = at,
                None => self.problems.add(place, "level", format!("names the group {name}, which is not in groups")),
            }
        }
        for (muscle, page) in self.atlas.muscles.iter_mut().zip(&self.library.muscles) {
            if level.muscles.contains(&page.group) {
                muscle.level = at;
            }
        }
    }

    fn points_meant(&mut self, place: &str, key: &str, raw: &raw::Effect) -> Vec<PointId> {
        let mut points: Vec<PointId> = Vec::new();
        for name in &raw.muscles {
            let muscle = self.muscle_named(place, key, name);
            points.extend(self.atlas.points_of(muscle));
        }
        for name in &raw.points {
            match self.index.points.get(name) {
                Some(point) => points.push(*point),
                None => self.problems.add(place, key, format!("names the point {name}, which has no record")),
            }
        }
        points.sort_unstable();
        points.dedup();
        points
    }

    fn effect(&mut self, place: &str, key: &str, raw: &raw::Effect) -> (Effect, Option<EvidenceId>) {
        let points = self.points_meant(place, key, raw);
        if points.is_empty() {
            self.problems.add(place, key, "an effect needs muscles or points");
        }
        if !FACTOR.contains(&raw.yes) || !FACTOR.contains(&raw.no) {
            self.problems.add(place, key, "yes and no are factors in percent: 50 to 200");
        }
        let evidence = match (raw.convention, raw.sources.is_empty()) {
            (true, true) => None,
            (true, false) => {
                self.problems.add(place, key, "is a convention or has sources; not both");
                None
            }
            (false, _) => Some(self.evidence(place, key, &raw.confidence, &raw.sources)),
        };
        (Effect { points, yes: raw.yes, no: raw.no }, evidence)
    }

    /// The questions, after the muscles and the red flags.
    pub fn questions(&mut self, Placed { place, it: raw }: &Placed<raw::Questions>) {
        for q in &raw.question {
            if self.atlas.questions.iter().any(|other| other.id == q.id) {
                self.problems.add(place, &q.id, "stands twice");
            }
            if q.effect.is_empty() && q.red_flags.is_empty() {
                self.problems.add(place, &q.id, "changes nothing; it needs an effect or a red flag");
            }
            let mut page = QuestionPage { evidence: Vec::new(), convention: false };
            let mut effects = Vec::new();
            for raw in &q.effect {
                let (effect, evidence) = self.effect(place, &q.id, raw);
                effects.push(effect);
                page.convention |= evidence.is_none();
                page.evidence.extend(evidence);
            }
            let mut flags = Vec::new();
            for name in &q.red_flags {
                match self.atlas.red_flags.iter().position(|f| f.id == *name) {
                    Some(at) => flags.push(at as u16),
                    None => self.problems.add(place, &q.id, format!("names the red flag {name}, which has no record")),
                }
            }
            let mut ask = |part: &str| self.ask(&format!("questions.{}.{part}", q.id), place);
            let (text, why, topic) = (ask("text"), ask("why"), ask("topic"));
            self.atlas.questions.push(Question { id: q.id.clone(), text, why, topic, effects, flags });
            self.library.questions.push(page);
        }
    }
}

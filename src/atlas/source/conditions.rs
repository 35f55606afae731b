//! Joins conditions, and the words by which regions and groups are searched.
use super::model::{Care, Condition, GroupId, RegionId, TextId, Timing};
use super::records::Joiner;
use super::{Placed, raw};

impl Joiner<'_> {
    fn condition(&mut self, place: &str, raw: &raw::Condition) -> Condition {
        let key = raw.id.as_str();
        if raw.regions.is_empty() {
            self.problems.add(place, key, "names no region; say where it is felt");
        }
        let evidence = self.evidence(place, key, &raw.confidence, &raw.sources);
        let supported_by = self.evidence(place, key, &raw.support.confidence, &raw.support.sources);
        let regions = raw.regions.iter().map(|r| self.region(place, key, r)).collect();
        let muscles = raw.muscles.iter().map(|m| self.muscle_named(place, key, m)).collect();
        let timing = |t: &String| self.named(place, key, t, Timing::parse, Timing::OnFeet);
        let timing = raw.timing.iter().map(timing).collect();
        let care = self.named(place, key, &raw.care, Care::parse, Care::Doctor);
        // Asked one after the other, they stand in a row.
        let mut ask = |part: &&str| self.ask(&["conditions.", key, ".", part].concat(), place);
        let words: Vec<TextId> = Condition::PARTS.iter().map(&mut ask).collect();
        let words = words.first().copied().unwrap_or_default();
        Condition { id: raw.id.clone(), care, regions, muscles, timing, words, evidence, supported_by }
    }

    /// Joins the conditions. Regions and muscles come before.
    pub fn conditions(&mut self, Placed { place, it: raw }: &Placed<raw::Conditions>) {
        for condition in &raw.condition {
            if self.library.conditions.iter().any(|c| c.id == condition.id) {
                self.problems.add(place, &condition.id, "stands twice");
            }
            let condition = self.condition(place, condition);
            self.library.conditions.push(condition);
        }
    }

    /// Joins what regions and groups are also called.
    pub fn aliases(&mut self) {
        let regions: Vec<String> = self.atlas.regions.iter().map(|r| format!("regions.{}.aliases", r.id)).collect();
        let groups: Vec<String> = self.atlas.groups.iter().map(|g| format!("regions.group.{}.aliases", g.id)).collect();
        // Asked one after the other, they stand in a row.
        let mut first = None;
        for (at, key) in regions.iter().enumerate() {
            if let Some(words) = self.maybe(key) {
                self.library.named_regions.push(RegionId(at as u16));
                first = first.or(Some(words));
            }
        }
        for (at, key) in groups.iter().enumerate() {
            if let Some(words) = self.maybe(key) {
                self.library.named_groups.push(GroupId(at as u16));
                first = first.or(Some(words));
            }
        }
        self.library.other_words = first.unwrap_or_default();
    }
}

//! Joins conditions, and the words by which regions and groups are searched.
use super::model::{Care, Condition, GroupId, RegionId, Timing};
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
        let mut ask = |part: &str| self.ask(&["conditions.", key, ".", part].concat(), place);
        Condition {
            id: raw.id.clone(),
            care,
            regions,
            muscles,
            timing,
            title: ask("title"),
            aliases: ask("aliases"),
            about: ask("about"),
            felt: ask("felt"),
            clue: ask("clue"),
            support: ask("evidence"),
            advice: ask("advice"),
            doctor: ask("doctor"),
            evidence,
            supported_by,
        }
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
        for (at, key) in regions.iter().enumerate() {
            let id = RegionId(at as u16);
            let words = self.maybe(key);
            self.library.region_aliases.extend(words.map(|words| (id, words)));
        }
        for (at, key) in groups.iter().enumerate() {
            let id = GroupId(at as u16);
            let words = self.maybe(key);
            self.library.group_aliases.extend(words.map(|words| (id, words)));
        }
    }
}

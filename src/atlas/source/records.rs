//! Joins the records: regions, cautions, muscles, studies and sources become ids of one another.
use super::model::{
    Atlas, Caution, CautionKind, Confidence, Dose, Evidence, EvidenceId, Group, GroupId, Library, MuscleId, PointId,
    RedFlag, Region, RegionId, SourceId, Study, TextId, Urgency,
};
use super::names::Index;
use super::{Placed, Problems, Source, raw};
use std::collections::{HashMap, HashSet};

/// What is joined so far.
pub struct Joiner<'a> {
    pub atlas: Atlas,
    pub library: Library,
    pub index: Index,
    /// Points that no view need show.
    pub undrawn: Vec<PointId>,
    pub problems: &'a mut Problems,
    from: &'a Source,
    used: HashMap<String, SourceId>,
    said: HashMap<Evidence, EvidenceId>,
}

impl Joiner<'_> {
    /// The id of a sentence or name.
    pub fn ask(&mut self, key: &str, place: &str) -> TextId {
        self.from.words.ask(key, place, self.problems)
    }
    /// The ids of a list of sentences.
    pub fn ask_list(&mut self, key: &str, place: &str) -> Vec<TextId> {
        self.from.words.ask_list(key, place, self.problems)
    }

    /// The id of words that need not be there.
    pub fn maybe(&mut self, key: &str) -> Option<TextId> {
        self.from.words.maybe(key, self.problems)
    }

    /// A source, which must exist. Sources are numbered as they are used.
    pub fn source(&mut self, place: &str, key: &str, name: &str) -> SourceId {
        if let Some(id) = self.used.get(name) {
            return *id;
        }
        if !self.from.sources.contains_key(name) {
            self.problems.add(place, key, format!("names the source {name}, which is not among the sources"));
        }
        let address = self.from.sources.get(name).map_or("", |s| s.url.as_str());
        if !(address.is_empty() || address.starts_with("https://") || address.starts_with("http://")) {
            self.problems.add(place, name, "url must begin with https:// or http://");
        }
        let id = SourceId(self.library.sources.len() as u16);
        self.library.sources.push(name.to_owned());
        self.used.insert(name.to_owned(), id);
        id
    }

    /// A value by its name.
    pub fn named<T: Copy>(&mut self, place: &str, key: &str, name: &str, parse: fn(&str) -> Option<T>, first: T) -> T {
        parse(name).unwrap_or_else(|| {
            self.problems.add(place, key, format!("does not know \"{name}\"; see docs/ATLAS.md"));
            first
        })
    }

    /// A confidence and its sources; the same ones are one piece of evidence.
    pub fn evidence(&mut self, place: &str, key: &str, confidence: &str, sources: &[String]) -> EvidenceId {
        if sources.is_empty() {
            self.problems.add(place, key, "names no source; a claim without one does not belong in the atlas");
        }
        let confidence = self.named(place, key, confidence, Confidence::parse, Confidence::Unverified);
        let sources = sources.iter().map(|s| self.source(place, key, s)).collect();
        let evidence = Evidence { confidence, sources };
        *self.said.entry(evidence).or_insert_with_key(|evidence| {
            self.library.evidence.push(evidence.clone());
            EvidenceId(self.library.evidence.len() as u16 - 1)
        })
    }

    /// A region, which must exist.
    pub fn region(&mut self, place: &str, key: &str, name: &str) -> RegionId {
        self.index.regions.get(name).copied().unwrap_or_else(|| {
            self.problems.add(place, key, format!("names the region {name}, which has no record"));
            RegionId(0)
        })
    }

    /// A muscle, which must exist.
    pub fn muscle_named(&mut self, place: &str, key: &str, name: &str) -> MuscleId {
        self.index.muscles.get(name).copied().unwrap_or_else(|| {
            self.problems.add(place, key, format!("names the muscle {name}, which has no record"));
            MuscleId(0)
        })
    }

    fn regions(&mut self, Placed { place, it: raw }: &Placed<raw::Regions>) {
        let mut groups = HashMap::new();
        for id in &raw.groups {
            let name = self.ask(&format!("regions.group.{id}.name"), place);
            if groups.insert(id.as_str(), GroupId(self.atlas.groups.len() as u16)).is_some() {
                self.problems.add(place, id, "stands twice");
            }
            self.atlas.groups.push(Group { id: id.clone(), name, level: 0 });
        }
        for region in &raw.region {
            let group = groups.get(region.group.as_str()).copied().unwrap_or_else(|| {
                self.problems.add(
                    place,
                    &region.id,
                    format!("names the group {}, which is not in groups", region.group),
                );
                GroupId(0)
            });
            let name = self.ask(&format!("regions.{}.name", region.id), place);
            let id = RegionId(self.atlas.regions.len() as u16);
            if self.index.regions.insert(region.id.clone(), id).is_some() {
                self.problems.add(place, &region.id, "stands twice");
            }
            self.atlas.regions.push(Region { id: region.id.clone(), group, name });
        }
    }

    fn cautions(&mut self, Placed { place, it: raw }: &Placed<raw::Cautions>) {
        let mut seen = HashSet::new();
        for id in raw.caution.iter().map(|c| &c.id).chain(raw.red_flag.iter().map(|f| &f.id)) {
            if !seen.insert(id) {
                self.problems.add(place, id, "stands twice");
            }
        }
        for c in &raw.caution {
            let evidence = self.evidence(place, &c.id, &c.confidence, &c.sources);
            let kind = self.named(place, &c.id, &c.kind, CautionKind::parse, CautionKind::Caution);
            let title = self.ask(&format!("cautions.{}.title", c.id), place);
            let advice = self.ask(&format!("cautions.{}.advice", c.id), place);
            self.atlas.cautions.push(Caution { id: c.id.clone(), kind, evidence, title, advice });
        }
        for f in &raw.red_flag {
            let evidence = self.evidence(place, &f.id, &f.confidence, &f.sources);
            let urgency = self.named(place, &f.id, &f.level, Urgency::parse, Urgency::Doctor);
            let mut ask = |part: &str| self.ask(&format!("cautions.{}.{part}", f.id), place);
            let (title, sign, advice) = (ask("title"), ask("sign"), ask("advice"));
            self.atlas.red_flags.push(RedFlag { id: f.id.clone(), urgency, evidence, title, sign, advice });
        }
    }

    fn dose(&mut self, Placed { place, it: raw }: &Placed<raw::Dose>) {
        let rising = [0, raw.hold.low, raw.hold.default, raw.hold.high].is_sorted();
        if !rising || raw.hold.low == 0 {
            self.problems.add(place, "hold", "needs 0 < low <= default <= high, in seconds");
        }
        if raw.points == 0 {
            self.problems.add(place, "points", "is at least 1");
        }
        let pain = [0, raw.pressure.low, raw.pressure.high, raw.pressure.ceiling, 7];
        if !pain.is_sorted() {
            self.problems.add(place, "pressure", "needs low <= high <= ceiling <= 7, of 10");
        }
        for (key, up_to) in [("rounds", &raw.rounds), ("per_day", &raw.per_day)] {
            if up_to.default == 0 || up_to.default > up_to.high {
                self.problems.add(place, key, "needs 1 <= default <= high");
            }
        }
        for name in raw.record.iter().flat_map(|r| &r.source) {
            self.source(place, "record", name);
        }
        self.atlas.dose = Dose {
            hold: [raw.hold.low, raw.hold.default, raw.hold.high],
            rounds: raw.rounds.default,
            per_day: raw.per_day.default,
            points: raw.points,
            pressure: [raw.pressure.low, raw.pressure.high],
            review: raw.review_after_days,
            evidence: self.evidence(place, "dose", &raw.confidence, &raw.sources),
        };
    }

    fn studies(&mut self, Placed { place, it: raw }: &Placed<raw::Studies>) {
        for s in &raw.study {
            let source = self.source(place, &s.source, &s.source);
            let confidence = self.named(place, &s.source, &s.confidence, Confidence::parse, Confidence::Unverified);
            let muscles = s.muscles.iter().map(|m| self.muscle_named(place, &s.source, m)).collect();
            let regions = s.regions.iter().map(|r| self.region(place, &s.source, r)).collect();
            let finding = self.ask(&format!("studies.{}.finding", s.source), place);
            let limits = self.ask(&format!("studies.{}.limits", s.source), place);
            let design = self.ask(&format!("studies.design.{}", s.design), place);
            self.library.studies.push(Study {
                source,
                confidence,
                design,
                people: s.n,
                muscles,
                regions,
                finding,
                limits,
            });
        }
    }
}

/// What joining gives. Drawings come after.
pub struct Joined {
    pub atlas: Atlas,
    pub library: Library,
    pub index: Index,
    /// Points that no view need show.
    pub undrawn: Vec<PointId>,
}

/// Joins all records.
pub fn join(source: &Source, problems: &mut Problems) -> Joined {
    let mut joiner = Joiner {
        atlas: Atlas::default(),
        library: Library::default(),
        index: Index::default(),
        undrawn: Vec::new(),
        problems,
        from: source,
        used: HashMap::new(),
        said: HashMap::new(),
    };
    joiner.regions(&source.regions);
    joiner.cautions(&source.cautions);
    for muscle in &source.muscles {
        joiner.muscle(muscle);
    }
    joiner.guide(&source.guide);
    joiner.questions(&source.questions);
    joiner.dose(&source.dose);
    joiner.studies(&source.studies);
    joiner.conditions(&source.conditions);
    joiner.routines(source);
    joiner.aliases();
    Joined { atlas: joiner.atlas, library: joiner.library, index: joiner.index, undrawn: joiner.undrawn }
}

//! Joins the records: muscles, points, zones, regions, cautions and sources become ids of one another.
use crate::Problems;
use crate::model::{
    Atlas, Caution, CautionId, CautionKind, Claim, Confidence, Depth, Disagreement, Evidence, Frequency, Group,
    GroupId, Muscle, MuscleId, MuscleText, PointId, PointText, Population, Prevalence, RedFlag, Region, RegionId,
    SourceId, Technique, Tissue, Tool, TriggerPoint, Urgency, Weights, Zone, ZoneKind,
};
use crate::raw;
use crate::words::Words;
use std::path::Path;

/// The caution that says: not by yourself. Such a point can be looked at, but no massage can be started on it.
const LEAVE_IT: &str = "no_self";

struct Joiner<'a> {
    atlas: Atlas,
    undrawn: Vec<PointId>,
    words: &'a Words,
    problems: &'a mut Problems,
}

fn place(list: &[String], name: &str) -> Option<usize> {
    list.iter().position(|n| n == name)
}

impl Joiner<'_> {
    fn source(&mut self, file: &Path, key: &str, name: &str) -> SourceId {
        if !self.words.has_source(name) {
            self.problems.add(file, key, format!("names the source {name}, which is not in sources.toml"));
        }
        let at = place(&self.atlas.sources, name).unwrap_or_else(|| {
            self.atlas.sources.push(name.to_owned());
            self.atlas.sources.len() - 1
        });
        SourceId(at as u16)
    }

    fn named<T: Copy>(&mut self, file: &Path, key: &str, name: &str, parse: fn(&str) -> Option<T>, first: T) -> T {
        parse(name).unwrap_or_else(|| {
            self.problems.add(file, key, format!("does not know \"{name}\""));
            first
        })
    }

    fn evidence(&mut self, file: &Path, key: &str, confidence: &str, sources: &[String]) -> Evidence {
        if sources.is_empty() {
            self.problems.add(file, key, "names no source; a claim without one does not belong in the atlas");
        }
        Evidence {
            confidence: self.named(file, key, confidence, Confidence::parse, Confidence::Unverified),
            sources: sources.iter().map(|s| self.source(file, key, s)).collect(),
        }
    }

    fn regions(&mut self, file: &Path, raw: raw::Regions) {
        for id in raw.groups {
            let name = self.words.ask(&format!("regions.group.{id}.name"), file, self.problems);
            self.atlas.groups.push(Group { id, name });
        }
        for region in raw.region {
            let group = self.atlas.groups.iter().position(|g| g.id == region.group).unwrap_or_else(|| {
                self.problems.add(
                    file,
                    &region.id,
                    format!("names the group {}, which is not in groups", region.group),
                );
                0
            });
            let name = self.words.ask(&format!("regions.{}.name", region.id), file, self.problems);
            self.atlas.regions.push(Region { id: region.id, group: GroupId(group as u8), name });
        }
    }

    fn region(&mut self, file: &Path, key: &str, name: &str) -> RegionId {
        self.atlas.region_named(name).unwrap_or_else(|| {
            self.problems.add(file, key, format!("names the region {name}, which is not in regions.toml"));
            RegionId(0)
        })
    }

    fn cautions(&mut self, file: &Path, raw: raw::Cautions) {
        for c in raw.caution {
            let evidence = self.evidence(file, &c.id, &c.confidence, &c.sources);
            let kind = self.named(file, &c.id, &c.kind, CautionKind::parse, CautionKind::Caution);
            let title = self.words.ask(&format!("cautions.{}.title", c.id), file, self.problems);
            let advice = self.words.ask(&format!("cautions.{}.advice", c.id), file, self.problems);
            self.atlas.cautions.push(Caution { id: c.id, kind, evidence, title, advice });
        }
        for f in raw.red_flag {
            let evidence = self.evidence(file, &f.id, &f.confidence, &f.sources);
            let urgency = self.named(file, &f.id, &f.level, Urgency::parse, Urgency::Doctor);
            let mut ask = |part: &str| self.words.ask(&format!("cautions.{}.{part}", f.id), file, self.problems);
            let (title, sign, advice) = (ask("title"), ask("sign"), ask("advice"));
            self.atlas.red_flags.push(RedFlag { id: f.id, urgency, evidence, title, sign, advice });
        }
    }

    fn point(&mut self, file: &Path, muscle: MuscleId, id: &str, raw: &raw::Point) -> TriggerPoint {
        let key = format!("trigger_point {}", raw.n);
        let zones = raw.zones.iter().map(|z| Zone {
            region: self.region(file, &key, &z.region),
            kind: self.named(file, &key, &z.kind, ZoneKind::parse, ZoneKind::Spillover),
            evidence: self.evidence(file, &key, &z.confidence, &z.sources),
        });
        let zones = zones.collect();
        let mut cautions = Vec::new();
        for name in &raw.cautions {
            match self.atlas.cautions.iter().position(|c| c.id == *name) {
                Some(at) => cautions.push(CautionId(at as u8)),
                None => {
                    self.problems.add(file, &key, format!("names the caution {name}, which is not in cautions.toml"))
                }
            }
        }
        if raw.cautions.iter().any(|c| c == LEAVE_IT) && !raw.techniques.is_empty() {
            self.problems.add(file, &key, format!("has the caution {LEAVE_IT}, so techniques and tools must be empty"));
        }
        let text = format!("muscles.{id}.point.{}", raw.n);
        let mut ask = |part: &str| self.words.ask(&format!("{text}.{part}"), file, self.problems);
        let text = PointText { label: ask("label"), find: ask("find"), press: ask("press") };
        TriggerPoint {
            muscle,
            number: raw.n,
            depth: self.named(file, &key, &raw.depth, Depth::parse, Depth::Deep),
            frequency: self.named(file, &key, &raw.frequency, Frequency::parse, Frequency::Unknown),
            position: self.evidence(file, &key, &raw.position.confidence, &raw.position.sources),
            zones,
            ceiling: raw.ceiling.min(7),
            techniques: raw
                .techniques
                .iter()
                .map(|t| self.named(file, &key, t, Technique::parse, Technique::Hold))
                .collect(),
            tools: raw.tools.iter().map(|t| self.named(file, &key, t, Tool::parse, Tool::Thumbs)).collect(),
            cautions,
            text,
        }
    }

    fn muscle(&mut self, file: &Path, raw: raw::Muscle) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
        if raw.id != stem || raw.group != folder {
            self.problems.add(file, "id", "id and group must be the file's name and folder");
        }
        let muscle = MuscleId(self.atlas.muscles.len() as u8);
        for (at, point) in raw.trigger_point.iter().enumerate() {
            if usize::from(point.n) != at + 1 {
                self.problems.add(file, "trigger_point", "n must count from 1 without gaps");
            }
            if !point.drawn {
                self.undrawn.push(PointId(self.atlas.points.len() as u8));
            }
            let point = self.point(file, muscle, &raw.id, point);
            self.atlas.points.push(point);
        }
        let mut evidence: Vec<(Claim, Evidence)> = Vec::new();
        for (claim, e) in &raw.evidence {
            let claim = self.named(file, "evidence", claim, Claim::parse, Claim::Anatomy);
            evidence.push((claim, self.evidence(file, "evidence", &e.confidence, &e.sources)));
        }
        evidence.sort_by_key(|(claim, _)| *claim);
        let count =
            |p: &raw::Prevalence, study| Prevalence { study, found: p.found, of: p.of, active: p.kind == "active" };
        let prevalence = raw.prevalence.iter().map(|p| count(p, self.source(file, "prevalence", &p.study))).collect();
        let key = format!("muscles.{}", raw.id);
        let mut disagreements = Vec::new();
        for d in &raw.disagreement {
            let sources = d.sources.iter().map(|s| self.source(file, "disagreement", s)).collect();
            let text = self.words.ask(&format!("{key}.disagreement.{}", d.id), file, self.problems);
            disagreements.push(Disagreement { text, sources });
        }
        let text = self.muscle_text(file, &key);
        let tissue = self.named(file, "tissue", &raw.tissue, Tissue::parse, Tissue::Muscle);
        let depth = self.named(file, "depth", &raw.depth, Depth::parse, Depth::Deep);
        self.atlas.muscles.push(Muscle {
            id: raw.id,
            latin: raw.latin,
            tissue,
            depth,
            nerve: raw.nerve,
            roots: raw.roots,
            heel_relevance: raw.heel_relevance,
            evidence,
            prevalence,
            disagreements,
            text,
        });
    }

    fn muscle_text(&mut self, file: &Path, key: &str) -> MuscleText {
        let mut ask = |part: &str| self.words.ask(&format!("{key}.{part}"), file, self.problems);
        let (name, plain, aliases, about) = (ask("name"), ask("plain"), ask("aliases"), ask("about"));
        let (attachments, stretch, evidence) = (ask("attachments"), ask("stretch"), ask("evidence"));
        let mut list = |part: &str| self.words.ask_list(&format!("{key}.{part}"), file, self.problems);
        let (causes, mistaken_for) = (list("causes"), list("mistaken_for"));
        MuscleText { name, plain, aliases, about, attachments, stretch, causes, mistaken_for, evidence }
    }

    fn guide(&mut self, file: &Path, raw: raw::Guide) {
        let w = raw.weights;
        self.atlas.weights =
            Weights { spillover: w.spillover, absent: w.absent, prior: w.prior, association: w.association };
        for p in raw.population {
            let study = self.source(file, "population", &p.study);
            let regions = p.regions.iter().map(|r| self.region(file, "population", r)).collect();
            self.atlas.populations.push(Population { study, regions });
        }
    }
}

/// Reads every record below `atlas/` and joins them; with it, the points that no view need show. Drawings come
/// after.
pub fn read(folder: &Path, words: &Words, problems: &mut Problems) -> (Atlas, Vec<PointId>) {
    let mut joiner = Joiner { atlas: Atlas::default(), undrawn: Vec::new(), words, problems };
    let file = folder.join("regions.toml");
    if let Some(raw) = raw::toml(&file, joiner.problems) {
        joiner.regions(&file, raw);
    }
    let file = folder.join("cautions.toml");
    if let Some(raw) = raw::toml(&file, joiner.problems) {
        joiner.cautions(&file, raw);
    }
    for file in raw::files(&folder.join("muscles")) {
        if let Some(raw) = raw::toml(&file, joiner.problems) {
            joiner.muscle(&file, raw);
        }
    }
    let file = folder.join("guide.toml");
    if let Some(raw) = raw::toml(&file, joiner.problems) {
        joiner.guide(&file, raw);
    }
    (joiner.atlas, joiner.undrawn)
}

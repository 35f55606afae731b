//! Joins a muscle: its points, their zones, and the sentences about them.
use super::model::{
    CautionId, Claim, Depth, Disagreement, Evidence, Frequency, Muscle, MuscleId, MuscleText, PointId, PointText,
    Prevalence, Technique, Tissue, Tool, TriggerPoint, Zone, ZoneKind,
};
use super::records::Joiner;
use super::{Placed, raw};

/// The caution that says: not by yourself. Such a point can be looked at, but no massage can be started on it.
const LEAVE_IT: &str = "no_self";
/// The most pressure pain a point may have, of 10.
const CEILING: u8 = 7;

impl Joiner<'_> {
    fn zones(&mut self, place: &str, key: &str, raw: &raw::Point) -> Vec<Zone> {
        let zone = |z: &raw::Zone| Zone {
            region: self.region(place, key, &z.region),
            kind: self.named(place, key, &z.kind, ZoneKind::parse, ZoneKind::Spillover),
            evidence: self.evidence(place, key, &z.confidence, &z.sources),
        };
        let zones: Vec<Zone> = raw.zones.iter().map(zone).collect();
        for (at, zone) in raw.zones.iter().enumerate() {
            if raw.zones.iter().take(at).any(|z| z.region == zone.region) {
                self.problems.add(place, key, format!("has two zones in {}; keep one", zone.region));
            }
        }
        zones
    }

    fn cautions_of(&mut self, place: &str, key: &str, raw: &raw::Point) -> Vec<CautionId> {
        let mut cautions = Vec::new();
        for name in &raw.cautions {
            match self.atlas.cautions.iter().position(|c| c.id == *name) {
                Some(at) => cautions.push(CautionId(at as u16)),
                None => self.problems.add(place, key, format!("names the caution {name}, which has no record")),
            }
        }
        if raw.cautions.iter().any(|c| c == LEAVE_IT) && !(raw.techniques.is_empty() && raw.tools.is_empty()) {
            self.problems.add(place, key, format!("has the caution {LEAVE_IT}, so techniques and tools must be empty"));
        }
        cautions
    }

    fn point(&mut self, place: &str, muscle: MuscleId, id: &str, raw: &raw::Point) -> TriggerPoint {
        let key = format!("trigger_point {}", raw.n);
        if raw.ceiling > CEILING {
            self.problems.add(place, &key, format!("ceiling is at most {CEILING} of 10"));
        }
        let zones = self.zones(place, &key, raw);
        let cautions = self.cautions_of(place, &key, raw);
        let mut ask = |part: &str| self.ask(&format!("muscles.{id}.point.{}.{part}", raw.n), place);
        let text = PointText { label: ask("label"), find: ask("find"), press: ask("press") };
        let technique = |t: &String| self.named(place, &key, t, Technique::parse, Technique::Hold);
        let techniques = raw.techniques.iter().map(technique).collect();
        let tool = |t: &String| self.named(place, &key, t, Tool::parse, Tool::Thumbs);
        let tools = raw.tools.iter().map(tool).collect();
        TriggerPoint {
            muscle,
            number: raw.n,
            depth: self.named(place, &key, &raw.depth, Depth::parse, Depth::Deep),
            frequency: self.named(place, &key, &raw.frequency, Frequency::parse, Frequency::Unknown),
            position: self.evidence(place, &key, &raw.position.confidence, &raw.position.sources),
            zones,
            ceiling: raw.ceiling,
            techniques,
            tools,
            cautions,
            text,
        }
    }

    fn points(&mut self, place: &str, muscle: MuscleId, raw: &raw::Muscle) {
        for (at, point) in raw.trigger_point.iter().enumerate() {
            if usize::from(point.n) != at + 1 {
                self.problems.add(place, "trigger_point", "n must count from 1 without gaps");
            }
            let id = PointId(self.atlas.points.len() as u16);
            if !point.drawn {
                self.undrawn.push(id);
            }
            self.index.points.insert(format!("{}.{}", raw.id, point.n), id);
            let point = self.point(place, muscle, &raw.id, point);
            self.atlas.points.push(point);
        }
    }

    fn claims(&mut self, place: &str, raw: &raw::Muscle) -> Vec<(Claim, Evidence)> {
        let mut evidence: Vec<(Claim, Evidence)> = Vec::new();
        for (claim, e) in &raw.evidence {
            let claim = self.named(place, "evidence", claim, Claim::parse, Claim::Anatomy);
            evidence.push((claim, self.evidence(place, "evidence", &e.confidence, &e.sources)));
        }
        for claim in Claim::ALL {
            if !evidence.iter().any(|(c, _)| c == claim) {
                self.problems.add(place, "evidence", format!("lacks {}", claim.name()));
            }
        }
        evidence.sort_by_key(|(claim, _)| *claim);
        evidence
    }

    /// Joins a muscle with its points.
    pub fn muscle(&mut self, Placed { place, it: raw }: &Placed<raw::Muscle>) {
        let muscle = MuscleId(self.atlas.muscles.len() as u16);
        if self.index.muscles.insert(raw.id.clone(), muscle).is_some() {
            self.problems.add(place, &raw.id, "stands twice");
        }
        self.points(place, muscle, raw);
        let evidence = self.claims(place, raw);
        let count = |p: &raw::Prevalence| Prevalence {
            study: self.source(place, "prevalence", &p.study),
            found: p.found,
            of: p.of,
            active: p.kind == "active",
        };
        let prevalence = raw.prevalence.iter().map(count).collect();
        if raw.prevalence.iter().any(|p| p.found > p.of || p.of == 0) {
            self.problems.add(place, "prevalence", "found cannot be more than of, and of not 0");
        }
        let key = format!("muscles.{}", raw.id);
        let differ = |d: &raw::Disagreement| Disagreement {
            sources: d.sources.iter().map(|s| self.source(place, "disagreement", s)).collect(),
            text: self.ask(&format!("{key}.disagreement.{}", d.id), place),
        };
        let disagreements = raw.disagreement.iter().map(differ).collect();
        let actions = raw.actions.iter().map(|a| self.ask(&format!("actions.{a}"), place)).collect();
        let nerves = raw.nerves.iter().map(|n| self.ask(&format!("nerves.{n}"), place)).collect();
        let text = self.muscle_text(place, &key);
        let tissue = self.named(place, "tissue", &raw.tissue, Tissue::parse, Tissue::Muscle);
        let depth = self.named(place, "depth", &raw.depth, Depth::parse, Depth::Deep);
        self.atlas.muscles.push(Muscle {
            id: raw.id.clone(),
            latin: raw.latin.clone(),
            group: raw.group.clone(),
            tissue,
            depth,
            actions,
            nerves,
            roots: raw.roots.clone(),
            heel_relevance: raw.heel_relevance.min(4),
            evidence,
            prevalence,
            disagreements,
            text,
        });
    }

    fn muscle_text(&mut self, place: &str, key: &str) -> MuscleText {
        let mut ask = |part: &str| self.ask(&format!("{key}.{part}"), place);
        let (name, plain, aliases, about) = (ask("name"), ask("plain"), ask("aliases"), ask("about"));
        let (attachments, stretch, evidence) = (ask("attachments"), ask("stretch"), ask("evidence"));
        let mut list = |part: &str| self.ask_list(&format!("{key}.{part}"), place);
        let (causes, mistaken_for) = (list("causes"), list("mistaken_for"));
        MuscleText { name, plain, aliases, about, attachments, stretch, causes, mistaken_for, evidence }
    }
}

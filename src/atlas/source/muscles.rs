//! Joins a muscle: its points, their zones, and the sentences about them.
use super::model::{
    CautionId, Claim, Confidence, Depth, Disagreement, EvidenceId, Frequency, Muscle, MuscleId, MusclePage, PointId,
    PointPage, Prevalence, Technique, Tissue, Tool, TriggerPoint, Zone, ZoneKind,
};
use super::records::Joiner;
use super::{Placed, raw};

/// The caution that says: not by yourself. Such a point can be looked at, but no massage can be started on it.
const LEAVE_IT: &str = "no_self";
/// The most pressure pain a point may have, of 10.
const CEILING: u8 = 7;
/// The strongest link to heel pain.
const RELEVANCE: u8 = 4;

impl Joiner<'_> {
    fn zones(&mut self, place: &str, key: &str, raw: &raw::Point) -> Vec<Zone> {
        let zone = |z: &raw::Zone| Zone {
            region: self.region(place, key, &z.region),
            kind: self.named(place, key, &z.kind, ZoneKind::parse, ZoneKind::Spillover),
            // A word that is not known is told with the evidence.
            confidence: Confidence::parse(&z.confidence).unwrap_or_default(),
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

    fn point(&mut self, place: &str, muscle: MuscleId, id: &str, raw: &raw::Point) {
        let key = format!("trigger_point {}", raw.n);
        if raw.ceiling > CEILING {
            self.problems.add(place, &key, format!("ceiling is at most {CEILING} of 10"));
        }
        let technique = |t: &String| self.named(place, &key, t, Technique::parse, Technique::Hold);
        let techniques = raw.techniques.iter().map(technique).collect();
        let tool = |t: &String| self.named(place, &key, t, Tool::parse, Tool::Thumbs);
        let tools = raw.tools.iter().map(tool).collect();
        let text = format!("muscles.{id}.point.{}", raw.n);
        let point = TriggerPoint {
            muscle,
            number: raw.n,
            label: self.ask(&[&text, ".label"].concat(), place),
            depth: self.named(place, &key, &raw.depth, Depth::parse, Depth::Deep),
            frequency: self.named(place, &key, &raw.frequency, Frequency::parse, Frequency::Unknown),
            zones: self.zones(place, &key, raw),
            ceiling: raw.ceiling,
            techniques,
            cautions: self.cautions_of(place, &key, raw),
        };
        let page = PointPage {
            find: self.ask(&[&text, ".find"].concat(), place),
            press: self.ask(&[&text, ".press"].concat(), place),
            tools,
            position: self.evidence(place, &key, &raw.position.confidence, &raw.position.sources),
            zones: raw.zones.iter().map(|z| self.evidence(place, &key, &z.confidence, &z.sources)).collect(),
        };
        self.atlas.points.push(point);
        self.library.points.push(page);
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
            self.point(place, muscle, &raw.id, point);
        }
    }

    fn claims(&mut self, place: &str, raw: &raw::Muscle) -> Vec<(Claim, EvidenceId)> {
        let mut evidence: Vec<(Claim, EvidenceId)> = Vec::new();
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

    fn page(&mut self, place: &str, raw: &raw::Muscle) -> MusclePage {
        let key = format!("muscles.{}", raw.id);
        let evidence = self.claims(place, raw);
        let differ = |d: &raw::Disagreement| Disagreement {
            sources: self.evidence(place, "disagreement", Confidence::Unverified.name(), &d.sources),
            text: self.ask(&format!("{key}.disagreement.{}", d.id), place),
        };
        let disagreements = raw.disagreement.iter().map(differ).collect();
        MusclePage {
            latin: raw.latin.clone(),
            group: raw.group.clone(),
            aliases: self.ask(&[&key, ".aliases"].concat(), place),
            about: self.ask(&[&key, ".about"].concat(), place),
            actions: raw.actions.iter().map(|a| self.ask(&["actions.", a].concat(), place)).collect(),
            attachments: self.ask(&[&key, ".attachments"].concat(), place),
            nerves: raw.nerves.iter().map(|n| self.ask(&["nerves.", n].concat(), place)).collect(),
            roots: raw.roots.clone(),
            stretch: self.ask(&[&key, ".stretch"].concat(), place),
            causes: self.ask_list(&[&key, ".causes"].concat(), place),
            mistaken_for: self.ask_list(&[&key, ".mistaken_for"].concat(), place),
            support: self.ask(&[&key, ".evidence"].concat(), place),
            evidence,
            disagreements,
        }
    }

    fn prevalence(&mut self, place: &str, raw: &raw::Prevalence) -> Prevalence {
        if raw.found > raw.of || raw.of == 0 {
            self.problems.add(place, "prevalence", "found cannot be more than of, and of not 0");
        }
        if !matches!(raw.kind.as_str(), "active" | "any") {
            self.problems.add(place, "prevalence", "kind must be active or any");
        }
        let study = self.source(place, "prevalence", &raw.study);
        Prevalence { study, found: raw.found, of: raw.of, active: raw.kind == "active" }
    }

    /// Joins a muscle with its points.
    pub fn muscle(&mut self, Placed { place, it: raw }: &Placed<raw::Muscle>) {
        let id = MuscleId(self.atlas.muscles.len() as u16);
        if self.index.muscles.insert(raw.id.clone(), id).is_some() {
            self.problems.add(place, &raw.id, "stands twice");
        }
        if raw.heel_relevance > RELEVANCE {
            self.problems.add(place, "heel_relevance", format!("is 0 to {RELEVANCE}"));
        }
        self.points(place, id, raw);
        let page = self.page(place, raw);
        self.library.muscles.push(page);
        let muscle = Muscle {
            id: raw.id.clone(),
            name: self.ask(&format!("muscles.{}.name", raw.id), place),
            plain: self.ask(&format!("muscles.{}.plain", raw.id), place),
            tissue: self.named(place, "tissue", &raw.tissue, Tissue::parse, Tissue::Muscle),
            depth: self.named(place, "depth", &raw.depth, Depth::parse, Depth::Deep),
            heel_relevance: raw.heel_relevance,
            level: 0,
            prevalence: raw.prevalence.iter().map(|p| self.prevalence(place, p)).collect(),
        };
        self.atlas.muscles.push(muscle);
    }
}

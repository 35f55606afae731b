//! One leg of a case: what hurts there, and how well a point explains it. Legs know nothing of one another.
use super::super::model::{
    Atlas, Confidence, Felt, Frequency, PointId, Prevalence, RegionId, Side, Sides, TriggerPoint, Zone, ZoneKind,
};
use super::case::Case;
use super::reason::{Doubt, Ranked, Reason};

/// What a point is given that has no zone in the pain, but brought it on when it was pressed.
const UNCHARTED: f64 = 0.1;
/// The most that charts and studies make of a point.
const CERTAIN: f64 = 0.98;
/// How many steps up or down the body a muscle lies from the pain to be a distant suspect.
const FAR: u8 = 2;

/// A percentage as a factor.
pub fn percent(value: impl Into<f64>) -> f64 {
    value.into() / 100.0
}

/// A score whose odds are multiplied. It stays from 0 to 1, and keeps the order of scores.
pub fn odds(score: f64, factor: f64) -> f64 {
    let raised = score * factor;
    raised / (raised + 1.0 - score)
}

fn rate(prevalence: &Prevalence) -> f64 {
    f64::from(prevalence.found) / f64::from(prevalence.of.max(1))
}

/// What hurts on one leg.
pub struct Leg<'a> {
    atlas: &'a Atlas,
    case: &'a Case<'a>,
    side: Side,
    /// The pain of each region, 0 to 10.
    pain: Pain,
    /// The same, less what a pressed point has brought on and so explains.
    open: Pain,
}

/// The pain of each region, and all of it.
#[derive(Clone, PartialEq)]
struct Pain {
    of: Vec<f64>,
    all: f64,
}

impl<'a> Leg<'a> {
    /// The leg of that side. None when nothing hurts there.
    pub fn new(atlas: &'a Atlas, case: &'a Case<'a>, side: Side) -> Option<Self> {
        let mut of = vec![0.0; atlas.regions.len()];
        for mark in case.marks.iter().filter(|m| m.side == side) {
            if let Some(most) = of.get_mut(mark.region.at()) {
                *most = f64::max(*most, f64::from(mark.intensity.min(10)));
            }
        }
        let all: f64 = of.iter().sum();
        (all > 0.0).then_some(())?;
        let pain = Pain { of, all };
        let mut open = pain.clone();
        let left = percent(atlas.weights.explained);
        for (region, open) in (0..).map(RegionId).zip(&mut open.of).filter(|_| !case.pressed.is_empty()) {
            let brought_on = |p: &&super::case::Pressed| {
                p.side == side
                    && case.felt(p.point, side) == Some(Felt::Reproduced)
                    && atlas.zone_kind(p.point, region).is_some()
            };
            if case.pressed.iter().any(|p| brought_on(&p)) {
                *open *= left;
            }
        }
        open.all = open.of.iter().sum();
        Some(Leg { atlas, case, side, pain, open })
    }

    /// Whether all that is known of this leg is known of that one.
    pub fn is_like(&self, other: &Leg) -> bool {
        self.pain == other.pain && self.case.pressed.is_empty()
    }

    /// How much a region hurts, 0 to 10.
    pub fn pain(&self, region: RegionId) -> f64 {
        self.pain.of.get(region.at()).copied().unwrap_or_default()
    }

    /// The regions that hurt, in the atlas's order.
    pub fn sore(&self) -> impl Iterator<Item = RegionId> + '_ {
        self.atlas.region_ids().filter(|r| self.pain(*r) > 0.0)
    }

    fn felt(&self, point: PointId) -> Option<Felt> {
        self.case.felt(point, self.side)
    }

    /// The prevalence that counts for this pain, and the share of the pain that lies where its people had theirs. Pain
    /// in the point's own essential zone is never held against it: more of that must not lower the point. It tells of
    /// the muscle, so it is credited to its first point only, the one its sources know best.
    fn prior(&self, point: PointId, of: &TriggerPoint) -> Option<(&'a Prevalence, f64)> {
        let muscle = self.atlas.muscle(of.muscle).filter(|_| of.number == 1)?;
        let mut best: Option<(&Prevalence, f64)> = None;
        for one in &muscle.prevalence {
            let Some(people) = self.atlas.populations.iter().find(|q| q.study == one.study) else { continue };
            let (mut inside, mut elsewhere) = (0.0, 0.0);
            for region in self.sore() {
                if people.regions.contains(&region) {
                    inside += self.pain(region);
                } else if self.atlas.zone_kind(point, region) != Some(ZoneKind::Essential) {
                    elsewhere += self.pain(region);
                }
            }
            if inside > 0.0 && best.is_none_or(|(other, _)| rate(one) >= rate(other)) {
                best = Some((one, inside / (inside + elsewhere)));
            }
        }
        best
    }

    /// How likely the point is, 0 to 1, before the answers are counted.
    pub fn score(&self, point: PointId) -> f64 {
        let Some(of) = self.atlas.point(point) else { return 0.0 };
        let weights = &self.atlas.weights;
        let felt = self.felt(point);
        let own = felt == Some(Felt::Reproduced);
        // What this person felt, they feel, whatever others do; and their pain is not taken from the point it came from.
        let pain = if own { &self.pain } else { &self.open };
        let value = |zone: &Zone| {
            if zone.kind == ZoneKind::Essential || own { 1.0 } else { percent(weights.spillover) }
        };
        let (mut explained, mut predicted, mut absent) = (0.0, 0.0, 0.0);
        for zone in &of.zones {
            let here = pain.of.get(zone.region.at()).copied().unwrap_or_default();
            explained += value(zone) * here;
            predicted += value(zone);
            absent += if here > 0.0 { 0.0 } else { value(zone) };
        }
        let absent = if predicted > 0.0 { absent / predicted } else { 0.0 };
        let (found, share) = self.prior(point, of).map_or((0.0, 0.0), |(p, share)| (rate(p), share));
        let prior = percent(weights.prior);
        let map =
            explained / pain.all * (1.0 - percent(weights.absent) * absent) * (1.0 - prior + prior * found * share);
        // Either may be why, so that neither is certain because of the other; and nothing is so certain that a finger
        // could not tell otherwise.
        let apart = percent(weights.association) * found * share;
        let mut score = (map + apart - map * apart).min(CERTAIN);
        let by_frequency = match of.frequency {
            Frequency::Uncommon => weights.uncommon,
            Frequency::Rare => weights.rare,
            _ => 100,
        };
        let by_finger = match felt {
            Some(Felt::Reproduced) => weights.reproduced,
            Some(Felt::Tender) => weights.tender,
            Some(Felt::Nothing) => weights.nothing,
            _ => 100,
        };
        if own {
            score = score.max(UNCHARTED);
        }
        odds(score, percent(by_frequency) * percent(by_finger))
    }

    /// Whether the muscle lies far from all the pain that the point explains.
    fn distant(&self, of: &TriggerPoint) -> bool {
        let level = self.atlas.muscle(of.muscle).map_or(0, |m| m.level);
        let there = |z: &&Zone| self.pain(z.region) > 0.0;
        let far = |z: &Zone| {
            let group = self.atlas.region(z.region).and_then(|r| self.atlas.group(r.group)).map_or(0, |g| g.level);
            group > 0 && level > 0 && group.abs_diff(level) >= FAR
        };
        let mut sore = of.zones.iter().filter(there).peekable();
        sore.peek().is_some() && sore.all(far)
    }

    /// The point with all that is to be said of it on this leg.
    pub fn explain(&self, point: PointId, sides: Sides, score: f64) -> Option<Ranked> {
        let of = self.atlas.point(point)?;
        let felt = self.felt(point);
        let sore = |zone: &&Zone| self.pain(zone.region) > 0.0;
        let covered = |kind: ZoneKind| -> Vec<RegionId> {
            of.zones.iter().filter(sore).filter(|z| z.kind == kind).map(|z| z.region).collect()
        };
        let (essential, spillover) = (covered(ZoneKind::Essential), covered(ZoneKind::Spillover));
        let (charted, only_spillover) = (!(essential.is_empty() && spillover.is_empty()), essential.is_empty());
        let mut reasons = Vec::new();
        let mut doubts = Vec::new();
        match felt {
            Some(felt @ (Felt::Reproduced | Felt::Tender)) => reasons.push(Reason::Pressed(felt)),
            Some(Felt::Nothing) => doubts.push(Doubt::NothingFelt),
            _ => {}
        }
        if !essential.is_empty() {
            reasons.push(Reason::Essential(essential));
        }
        if !spillover.is_empty() {
            reasons.push(Reason::Spillover(spillover));
        }
        if self.distant(of) {
            reasons.push(Reason::Distant);
        }
        if charted && only_spillover && felt != Some(Felt::Reproduced) {
            doubts.push(Doubt::OnlySpillover);
        }
        let missing = |z: &&Zone| z.kind == ZoneKind::Essential && self.pain(z.region) == 0.0;
        let absent: Vec<RegionId> = of.zones.iter().filter(missing).map(|z| z.region).collect();
        if !absent.is_empty() {
            doubts.push(Doubt::Absent(absent));
        }
        let unexplained: Vec<RegionId> = self.sore().filter(|r| self.atlas.zone_kind(point, *r).is_none()).collect();
        if !unexplained.is_empty() {
            doubts.push(Doubt::Unexplained(unexplained));
        }
        let known = self.prior(point, of).map(|(p, _)| p);
        if let Some(known) = known {
            // Few found is no reason to put it higher, unless it is the only one.
            if rate(known) < 0.5 && charted {
                doubts.push(Doubt::Seldom(known.clone()));
            } else {
                reasons.push(Reason::Found(known.clone()));
            }
        }
        if matches!(of.frequency, Frequency::Uncommon | Frequency::Rare) {
            doubts.push(Doubt::Rare);
        }
        for question in self.atlas.question_ids() {
            let Some(yes) = self.case.answer(question) else { continue };
            let factor = self.atlas.question(question).map_or(1.0, |q| q.factor(point, yes));
            if factor > 1.0 {
                reasons.push(Reason::Answer(question));
            } else if factor < 1.0 {
                doubts.push(Doubt::Answer(question));
            }
        }
        let weakest = of.zones.iter().filter(sore).map(|z| z.confidence).max();
        let otherwise = if known.is_some() { Confidence::Study } else { Confidence::Unverified };
        let confidence = weakest.unwrap_or(otherwise);
        Some(Ranked { point, sides, side: self.side, score, reasons, doubts, confidence })
    }
}

//! The pain-and-muscle guide: from where it hurts to the trigger points that may send it there. Pure,
//! deterministic, and able to say why. A map match is a likelihood of exploring, never a diagnosis.
use super::model::{Atlas, PointId, Prevalence, RegionId, Side, Sides, ZoneKind};

/// A region of one leg, marked as painful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it hurts.
    pub region: RegionId,
    /// On which leg.
    pub side: Side,
    /// How much, 1 to 10.
    pub intensity: u8,
}

/// Why a point ranks where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its essential zone covers these marked regions.
    Essential(Vec<RegionId>),
    /// Its spillover zone covers these.
    Spillover(Vec<RegionId>),
    /// A study often found points in this muscle in people with this pain.
    Found(Prevalence),
    /// It would be felt here too, where no pain was marked.
    Absent(Vec<RegionId>),
}

/// A trigger point with its score and reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which point.
    pub point: PointId,
    /// On which legs it is suspected.
    pub sides: Sides,
    /// 0 to 1; comparable within one ranking only.
    pub score: f64,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
}

impl Ranked {
    /// The marked regions that a kind of zone covers.
    pub fn covers(&self, kind: ZoneKind) -> &[RegionId] {
        let of_kind = |reason: &Reason| {
            matches!(
                (reason, kind),
                (Reason::Essential(_), ZoneKind::Essential) | (Reason::Spillover(_), ZoneKind::Spillover)
            )
        };
        match self.reasons.iter().find(|r| of_kind(r)) {
            Some(Reason::Essential(regions) | Reason::Spillover(regions)) => regions,
            _ => &[],
        }
    }
}

fn percent(value: u8) -> f64 {
    f64::from(value) / 100.0
}

/// The prevalence that counts for these marks, and the share of the pain that lies where its people had theirs. Pain
/// in the point's own essential zone is never held against it: more of that must not lower the point.
fn prior<'a>(atlas: &'a Atlas, point: PointId, marks: &[Mark]) -> Option<(&'a Prevalence, f64)> {
    let own = |region: RegionId| atlas.zone_kind(point, region) == Some(ZoneKind::Essential);
    let muscle = atlas.muscle(atlas.point(point)?.muscle)?;
    let share = |p: &Prevalence| {
        let people = atlas.populations.iter().find(|q| q.study == p.study)?;
        let there = |m: &&Mark| people.regions.contains(&m.region);
        let inside = pain(marks.iter().filter(there));
        let elsewhere = pain(marks.iter().filter(|m| !there(m) && !own(m.region)));
        (inside > 0.0).then(|| inside / (inside + elsewhere))
    };
    let known = muscle.prevalence.iter().filter_map(|p| Some((p, share(p)?)));
    known.max_by(|a, b| rate(a.0).total_cmp(&rate(b.0)))
}

fn pain<'a>(marks: impl Iterator<Item = &'a Mark>) -> f64 {
    marks.map(|m| f64::from(m.intensity)).sum()
}

fn rate(prevalence: &Prevalence) -> f64 {
    f64::from(prevalence.found) / f64::from(prevalence.of.max(1))
}

fn weigh(atlas: &Atlas, point: PointId, side: Side, marks: &[Mark]) -> Option<Ranked> {
    let weights = &atlas.weights;
    let value = |kind: ZoneKind| match kind {
        ZoneKind::Essential => 1.0,
        ZoneKind::Spillover => percent(weights.spillover),
    };
    let zones = &atlas.point(point)?.zones;
    let marked = |region: RegionId| marks.iter().find(|m| m.region == region);
    let total = pain(marks.iter());
    let explained: f64 =
        zones.iter().filter_map(|z| marked(z.region).map(|m| value(z.kind) * f64::from(m.intensity))).sum::<f64>()
            / total;
    let predicted: f64 = zones.iter().map(|z| value(z.kind)).sum();
    let absent: f64 = zones.iter().filter(|z| marked(z.region).is_none()).map(|z| value(z.kind)).sum();
    let absent = if predicted > 0.0 { absent / predicted } else { 0.0 };

    // Prevalence tells of the muscle; it is credited in full to its most frequent point only.
    let known = prior(atlas, point, marks).filter(|_| atlas.point(point).is_some_and(|p| p.number == 1));
    let (found, share) = known.map_or((0.0, 0.0), |(p, share)| (rate(p), share));
    let held_back = percent(weights.prior);
    let map = explained * (1.0 - percent(weights.absent) * absent) * (1.0 - held_back + held_back * found * share);
    let score = (map + percent(weights.association) * found * share).min(1.0);
    if score <= 0.0 {
        return None;
    }
    let of = |kind: ZoneKind| -> Vec<RegionId> {
        zones.iter().filter(|z| z.kind == kind && marked(z.region).is_some()).map(|z| z.region).collect()
    };
    let missing: Vec<RegionId> = zones
        .iter()
        .filter(|z| z.kind == ZoneKind::Essential && marked(z.region).is_none())
        .map(|z| z.region)
        .collect();
    let mut reasons = vec![Reason::Essential(of(ZoneKind::Essential)), Reason::Spillover(of(ZoneKind::Spillover))];
    reasons.extend(known.map(|(p, _)| Reason::Found(p.clone())));
    reasons.push(Reason::Absent(missing));
    reasons.retain(|r| !matches!(r, Reason::Essential(x) | Reason::Spillover(x) | Reason::Absent(x) if x.is_empty()));
    Some(Ranked { point, sides: Sides::One(side), score, reasons })
}

/// What hurts on one leg: each region once, with its strongest mark.
fn leg(atlas: &Atlas, marks: &[Mark], side: Side) -> Vec<Mark> {
    let strongest = |region: RegionId| {
        let same = marks.iter().filter(|m| m.region == region && m.side == side && m.intensity > 0);
        let intensity = same.map(|m| m.intensity.min(10)).max()?;
        Some(Mark { region, side, intensity })
    };
    atlas.region_ids().filter_map(strongest).collect()
}

/// The points that may send pain to the marked regions, best first. Each leg is ranked by its own marks; a point
/// suspected on both stands once, with the better of its scores and the reasons of that leg. Marks may come in any
/// order; a region marked twice counts with its stronger mark. Ties keep the atlas's order.
///
/// ```
/// use referred_pain_explorer::atlas::{self, Mark, Side, bundle::built_in, guide::rank};
/// let atlas = built_in();
/// let heel = atlas.regions_named("heel").into_iter().map(|region| Mark { region, side: Side::Left, intensity: 5 });
/// let first = rank(&atlas, &heel.collect::<Vec<_>>());
/// assert!(first[0].score > first[1].score);
/// ```
pub fn rank(atlas: &Atlas, marks: &[Mark]) -> Vec<Ranked> {
    let legs = [Side::Left, Side::Right].map(|side| (side, leg(atlas, marks, side)));
    let mut ranked: Vec<Ranked> = Vec::new();
    for point in atlas.point_ids() {
        let mut best: Option<Ranked> = None;
        for (side, marks) in legs.iter().filter(|(_, marks)| !marks.is_empty()) {
            let Some(one) = weigh(atlas, point, *side, marks) else { continue };
            best = Some(match best {
                None => one,
                Some(other) if one.score > other.score => Ranked { sides: Sides::Both, ..one },
                Some(other) => Ranked { sides: Sides::Both, ..other },
            });
        }
        if let Some(one) = best {
            // Put in its place at once; points come in the atlas's order, which ties keep.
            ranked.insert(ranked.partition_point(|other| other.score >= one.score), one);
        }
    }
    ranked
}

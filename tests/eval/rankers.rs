//! The guide, and what it has to beat: each makes a list of muscles of a case, likeliest first.
use referred_pain_explorer::atlas::guide::{Case, one_each, rank};
use referred_pain_explorer::atlas::{Atlas, MuscleId, PointId, RegionId, Side};

/// From a case to muscles.
pub type Ranker = fn(&Atlas, &Case) -> Vec<MuscleId>;

/// The guide.
pub fn guide(atlas: &Atlas, case: &Case) -> Vec<MuscleId> {
    let best = one_each(atlas, rank(atlas, case));
    best.into_iter().map(|r| atlas.point(r.point).unwrap().muscle).collect()
}

/// Muscles by a score of their own, those without any left out; ties in the atlas's order.
fn by(atlas: &Atlas, score: impl Fn(MuscleId) -> f64) -> Vec<MuscleId> {
    let mut scored: Vec<(MuscleId, f64)> =
        atlas.muscle_ids().map(|m| (m, score(m))).filter(|(_, s)| *s > 0.0).collect();
    scored.sort_by(|a, b| b.1.total_cmp(&a.1));
    scored.into_iter().map(|(muscle, _)| muscle).collect()
}

/// How well the zones of a point and the marks of a leg overlap: what they share, of all that either has.
fn shared(atlas: &Atlas, case: &Case, point: PointId, side: Side) -> f64 {
    let marked: Vec<RegionId> = case.marks.iter().filter(|m| m.side == side).map(|m| m.region).collect();
    let zones = &atlas.point(point).unwrap().zones;
    let both = zones.iter().filter(|z| marked.contains(&z.region)).count();
    both as f64 / (zones.len() + marked.len() - both).max(1) as f64
}

/// Zone overlap alone: the best point of a muscle, on the better leg.
pub fn overlap(atlas: &Atlas, case: &Case) -> Vec<MuscleId> {
    by(atlas, |muscle| {
        let points = atlas.points_of(muscle);
        let scores = points.iter().flat_map(|p| Side::ALL.iter().map(|s| shared(atlas, case, *p, *s)));
        scores.fold(0.0, f64::max)
    })
}

/// Prevalence alone: in how many of the people examined studies found points, whatever hurts.
pub fn prevalence(atlas: &Atlas, _: &Case) -> Vec<MuscleId> {
    by(atlas, |muscle| {
        let known = &atlas.muscle(muscle).unwrap().prevalence;
        known.iter().map(|p| f64::from(p.found) / f64::from(p.of)).fold(0.0, f64::max)
    })
}

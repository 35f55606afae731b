//! The ranking itself: each leg by its own pain, then both as one list.
use super::super::model::{Atlas, PointId, Side, Sides};
use super::case::Case;
use super::leg::{Leg, odds};
use super::reason::{Ranked, Reason};

/// How many results are seen without looking further.
const FIRST: usize = 5;

/// The points that may send pain to where it hurts, best first. Each leg is ranked by its own marks; a point suspected
/// on both stands once, with the better of its scores and the reasons of that leg. Marks may come in any order. Ties
/// keep the atlas's order.
///
/// ```
/// use referred_pain_explorer::atlas::{Mark, Side, bundle::built_in, guide::{Case, rank}};
/// let atlas = built_in();
/// let heel = atlas.regions_named("heel").into_iter().map(|region| Mark { region, side: Side::Left, intensity: 5 });
/// let first = rank(&atlas, &Case::of(&heel.collect::<Vec<_>>()));
/// assert!(first[0].score > first[1].score);
/// ```
pub fn rank(atlas: &Atlas, case: &Case) -> Vec<Ranked> {
    let legs = [Side::Left, Side::Right].map(|side| Leg::new(atlas, case, side));
    // Most people mark both legs alike.
    let alike = matches!(&legs, [Some(left), Some(right)] if left.is_like(right));
    let mut ranked: Vec<Ranked> = Vec::new();
    for point in atlas.point_ids() {
        let mut best: Option<(&Leg, f64)> = None;
        let mut sides: Option<Sides> = None;
        for (leg, side) in legs.iter().zip([Side::Left, Side::Right]) {
            let Some(leg) = leg else { continue };
            let score = if let Some((_, score)) = best.filter(|_| alike) { score } else { leg.score(point) };
            if score > 0.0 {
                sides = Some(sides.map_or(Sides::One(side), |other| other.and(Sides::One(side))));
                best = best.filter(|(_, other)| *other >= score).or(Some((leg, score)));
            }
        }
        let (Some((leg, score)), Some(sides)) = (best, sides) else { continue };
        let score = odds(score, factor(atlas, case, point));
        if let Some(one) = leg.explain(point, sides, score) {
            // Put in its place at once; points come in the atlas's order, which ties keep.
            ranked.insert(ranked.partition_point(|other| other.score >= one.score), one);
        }
    }
    ranked
}

/// What all answers do to a point.
fn factor(atlas: &Atlas, case: &Case, point: PointId) -> f64 {
    let of = |question| {
        let yes = case.answer(question)?;
        Some(atlas.question(question)?.factor(point, yes))
    };
    atlas.question_ids().filter_map(of).product()
}

/// Of a ranking, the best point of each muscle.
pub fn one_each(atlas: &Atlas, mut ranked: Vec<Ranked>) -> Vec<Ranked> {
    let mut seen = Vec::new();
    ranked.retain(|one| {
        let muscle = atlas.point(one.point).map(|p| p.muscle);
        let new = !seen.contains(&muscle);
        seen.push(muscle);
        new
    });
    ranked
}

/// Of a list of results, the distant suspects that do not stand among the first: muscles far from the pain that are
/// known to send it there, such as the small muscle of the buttock for the calf. Best first.
pub fn distant(results: &[Ranked]) -> Vec<PointId> {
    let later = results.iter().skip(FIRST);
    later.filter(|one| one.reasons.contains(&Reason::Distant)).map(|one| one.point).collect()
}

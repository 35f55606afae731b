//! Where to press next. Palpation agrees only moderately between examiners (see docs/ATLAS.md), so it sharpens the list
//! and never takes a point out of it.
use super::super::model::{Atlas, PointId, Side};
use super::case::Case;
use super::reason::Ranked;

/// A point is worth pressing while its score is at least this share of the best that was not pressed yet.
const WORTH: f64 = 0.25;

/// The points that are worth pressing next, best first: before all others those that one may press by oneself. What was
/// pressed, or could not be reached, is not asked again. `ranked` is the ranking of the same case.
pub fn press_next(atlas: &Atlas, case: &Case, ranked: &[Ranked]) -> Vec<(PointId, Side)> {
    let mut open: Vec<(&Ranked, Side)> = Vec::new();
    for one in ranked {
        // The leg on which it is likeliest comes first.
        let other = if one.side == Side::Left { Side::Right } else { Side::Left };
        let legs = [one.side, other].into_iter().filter(|side| one.sides.has(*side));
        open.extend(legs.filter(|side| case.felt(one.point, *side).is_none()).map(|side| (one, side)));
    }
    let least = open.first().map_or(0.0, |(one, _)| one.score * WORTH);
    open.retain(|(one, _)| one.score >= least);
    let alone = |point: PointId| atlas.point(point).is_some_and(|p| !p.techniques.is_empty());
    let of = |wanted: bool| open.iter().filter(move |(one, _)| alone(one.point) == wanted);
    of(true).chain(of(false)).map(|(one, side)| (one.point, *side)).collect()
}

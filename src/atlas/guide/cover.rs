//! Explaining all of the pain: the fewest points whose zones reach everything that hurts, as far as any point does.
use super::super::model::{Atlas, Felt, PointId, RegionId, Side, Sides};
use super::case::Case;
use super::leg::Leg;
use super::reason::Ranked;

/// Up to how many points the best set is found by trying all; beyond, the next best is added one by one.
const EXACT: usize = 3;
/// How many painful regions of a leg are looked at, the first in the atlas's order; more are taken as unexplained.
const REGIONS: usize = 64;

/// What explains all of the pain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// The fewest points that together explain it, the likeliest first, and on which legs.
    pub points: Vec<(PointId, Sides)>,
    /// The regions that no point of the atlas explains, and on which legs.
    pub rest: Vec<(RegionId, Sides)>,
}

/// A point that explains some of the pain of a leg.
struct Suspect {
    point: PointId,
    score: f64,
    /// Which of the painful regions it explains, a bit for each.
    explains: u64,
}

/// The set of at most `most` suspects that explains what is wanted and has the highest scores together. Suspects come
/// best first; `from` is where to go on.
fn best(suspects: &[Suspect], from: usize, most: usize, wanted: u64) -> Option<(f64, Vec<usize>)> {
    if wanted == 0 {
        return Some((0.0, Vec::new()));
    }
    let most = most.checked_sub(1)?;
    let mut found: Option<(f64, Vec<usize>)> = None;
    for (at, one) in suspects.iter().enumerate().skip(from).filter(|(_, one)| one.explains & wanted != 0) {
        let Some((score, mut others)) = best(suspects, at + 1, most, wanted & !one.explains) else { continue };
        if found.as_ref().is_none_or(|(other, _)| score + one.score > *other) {
            others.insert(0, at);
            found = Some((score + one.score, others));
        }
    }
    found
}

/// As few suspects as can be found that explain what is wanted.
fn fewest(suspects: &[Suspect], mut wanted: u64) -> Vec<usize> {
    let exact = (1..=EXACT).find_map(|most| best(suspects, 0, most, wanted));
    if let Some((_, found)) = exact {
        return found;
    }
    let mut found = Vec::new();
    while wanted != 0 {
        let mut next: Option<(u32, usize)> = None;
        for (at, one) in suspects.iter().enumerate() {
            let gain = (one.explains & wanted).count_ones();
            if gain > 0 && next.is_none_or(|(most, _)| gain > most) {
                next = Some((gain, at));
            }
        }
        let Some((_, at)) = next else { break };
        wanted &= !suspects.get(at).map_or(0, |one| one.explains);
        found.insert(found.partition_point(|other| *other < at), at);
    }
    found
}

fn add<T: Copy + PartialEq>(list: &mut Vec<(T, Sides)>, one: T, side: Side) {
    match list.iter_mut().find(|(other, _)| *other == one) {
        Some((_, sides)) => *sides = sides.and(Sides::One(side)),
        None => list.push((one, Sides::One(side))),
    }
}

fn of_leg(atlas: &Atlas, case: &Case, ranked: &[Ranked], side: Side, cover: &mut Cover) {
    let Some(leg) = Leg::new(atlas, case, side) else { return };
    let sore: Vec<RegionId> = leg.sore().take(REGIONS).collect();
    let mut suspects: Vec<Suspect> = Vec::new();
    let (mut all, mut known) = (0, 0);
    for one in ranked.iter().filter(|r| r.sides.has(side)) {
        let mut explains = 0;
        for (at, region) in sore.iter().enumerate() {
            explains |= u64::from(atlas.zone_kind(one.point, *region).is_some()) << at;
        }
        all |= explains;
        if explains != 0 && case.felt(one.point, side) == Some(Felt::Reproduced) {
            // Pressing it brought the pain on: it stands in the set, whatever else might explain the same.
            known |= explains;
            add(&mut cover.points, one.point, side);
        }
        // One that explains no more than a likelier one is never needed.
        if explains != 0 && !suspects.iter().any(|s| s.explains & explains == explains) {
            suspects.push(Suspect { point: one.point, score: one.score, explains });
        }
    }
    for at in fewest(&suspects, all & !known) {
        if let Some(one) = suspects.get(at) {
            add(&mut cover.points, one.point, side);
        }
    }
    for (at, region) in leg.sore().enumerate() {
        if at >= REGIONS || all & (1 << at) == 0 {
            add(&mut cover.rest, region, side);
        }
    }
}

/// The fewest points that together explain all of the pain that can be explained. Exact up to three for a leg; beyond,
/// the one that explains most is added again and again. `ranked` is the ranking of the same case.
pub fn cover(atlas: &Atlas, case: &Case, ranked: &[Ranked]) -> Cover {
    let mut cover = Cover::default();
    for side in [Side::Left, Side::Right] {
        of_leg(atlas, case, ranked, side, &mut cover);
    }
    cover
}

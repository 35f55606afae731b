//! The guide's promises, on the atlas as it ships.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::plan;
use referred_pain_explorer::atlas::guide::{Case, Ranked, rank};
use referred_pain_explorer::atlas::{Doubt, Felt, Mark, PointId, Reason, RegionId, Side, ZoneKind};
use support::{atlas, marks, sore_heel};

/// How many regions the atlas has.
const REGIONS: u16 = 52;

fn pain(most: usize) -> impl Strategy<Value = Vec<Mark>> {
    let mark = (0..REGIONS, prop::bool::ANY, 1u8..=10).prop_map(|(region, left, intensity)| {
        let side = if left { Side::Left } else { Side::Right };
        Mark { region: RegionId(region), side, intensity }
    });
    prop::collection::vec(mark, 0..most)
}

/// The ranking of a case of which only the pain is known.
fn rank_marks(marks: &[Mark]) -> Vec<Ranked> {
    rank(&atlas(), &Case::of(marks))
}

/// What a ranking must always be.
fn sound(ranked: &[Ranked]) {
    for pair in ranked.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        assert!(
            a.score > b.score || (a.score == b.score && a.point < b.point),
            "best first, ties in the atlas's order"
        );
    }
    for one in ranked {
        let name = atlas().point_name(one.point);
        assert!(one.score > 0.0 && one.score <= 1.0, "{name} scores {}", one.score);
        assert!(!one.reasons.is_empty(), "{name} has no reason");
        for reason in &one.reasons {
            match reason {
                Reason::Essential(regions) | Reason::Spillover(regions) => {
                    assert!(!regions.is_empty(), "{name}: a reason without regions: {reason:?}");
                }
                Reason::Found(study) => assert!(study.of > 0 && study.found <= study.of, "{name}: {study:?}"),
                Reason::Pressed(felt) => assert!(matches!(felt, Felt::Reproduced | Felt::Tender), "{name}: {felt:?}"),
                Reason::Distant | Reason::Answer(_) => {}
            }
        }
        for doubt in &one.doubts {
            if let Doubt::Absent(regions) | Doubt::Unexplained(regions) = doubt {
                assert!(!regions.is_empty(), "{name}: a doubt without regions: {doubt:?}");
            }
        }
        // Something must speak for it: a zone where it hurts, a study of people with that pain, or a finger.
        let speaks = |r: &Reason| !matches!(r, Reason::Distant | Reason::Answer(_));
        assert!(one.reasons.iter().any(speaks), "{name} ranks for what is not marked only");
    }
}

fn score(marks: &[Mark], point: PointId) -> f64 {
    rank_marks(marks).iter().find(|r| r.point == point).map_or(0.0, |r| r.score)
}

#[test]
fn the_heel_leads_to_the_soleus_and_the_quadratus_plantae() {
    let state = sore_heel("en");
    let muscle = |r: &Ranked| state.atlas.muscle_name(state.atlas.point(r.point).unwrap().muscle).to_owned();
    let all: Vec<String> = plan::results(&state).iter().map(muscle).collect();
    let first = &all[..3];
    assert!(first.contains(&"soleus".to_owned()), "{first:?}");
    assert!(first.contains(&"quadratus_plantae".to_owned()), "{first:?}");
    let mut once = all.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all.len(), "each muscle stands in the list once");
    sound(&plan::results(&state));
}

#[test]
fn every_single_region_is_ranked_soundly() {
    let atlas = atlas();
    assert_eq!(atlas.region_ids().count(), usize::from(REGIONS));
    for region in atlas.region_ids() {
        let ranked = rank_marks(&[Mark { region, side: Side::Left, intensity: 5 }]);
        sound(&ranked);
        let sends = |p: &PointId| atlas.zone_kind(*p, region).is_some();
        for point in atlas.point_ids().filter(sends) {
            let found = ranked.iter().any(|r| r.point == point);
            assert!(found, "{} sends pain to {}", atlas.point_name(point), atlas.region_name(region));
        }
    }
}

#[test]
fn what_a_point_covers_is_what_its_zones_say() {
    let atlas = atlas();
    let heel = marks(&atlas, "heel", 5);
    for one in rank_marks(&heel) {
        for kind in [ZoneKind::Essential, ZoneKind::Spillover] {
            for region in one.covers(kind) {
                assert_eq!(atlas.zone_kind(one.point, *region), Some(kind));
                assert!(heel.iter().any(|m| m.region == *region));
            }
        }
    }
}

#[test]
fn no_marks_and_unknown_places_give_nothing() {
    let atlas = atlas();
    assert_eq!(rank_marks(&[]), []);
    for name in ["", "elbow", "Heel", "heel ", "soleus", "heel_plantar.1"] {
        assert_eq!(atlas.regions_named(name), [], "{name:?} is no place");
    }
    for beyond in [REGIONS, 200, 255] {
        assert_eq!(rank_marks(&[Mark { region: RegionId(beyond), side: Side::Left, intensity: 5 }]), []);
    }
    let heel = marks(&atlas, "heel", 5);
    let with_unknown: Vec<Mark> =
        heel.iter().copied().chain([Mark { region: RegionId(255), side: Side::Left, intensity: 10 }]).collect();
    assert_eq!(rank_marks(&with_unknown), rank_marks(&heel), "an unknown place takes no share of the pain");
    assert_eq!(rank_marks(&marks(&atlas, "heel", 0)), [], "an intensity of 0 is no pain");
}

#[test]
fn five_hundred_marks_are_ranked_like_the_strongest_of_each_region() {
    let atlas = atlas();
    let side = |i: u32| if i.is_multiple_of(3) { Side::Right } else { Side::Left };
    let region = |i: u32| RegionId((i * 7 % u32::from(REGIONS)) as u16);
    let mark = |i: u32| Mark { region: region(i), side: side(i), intensity: (i % 13) as u8 };
    let many: Vec<Mark> = (0..500).map(mark).collect();
    let ranked = rank_marks(&many);
    assert!(!ranked.is_empty());
    sound(&ranked);
    let strongest = |region: RegionId, side: Side| {
        many.iter().filter(|m| (m.region, m.side) == (region, side)).map(|m| m.intensity.min(10)).max()
    };
    let on = |side: Side| {
        let mark = move |region| Some(Mark { region, side, intensity: strongest(region, side)? });
        atlas.region_ids().filter_map(mark)
    };
    let few: Vec<Mark> = on(Side::Left).chain(on(Side::Right)).collect();
    assert_eq!(ranked, rank_marks(&few));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_pain_is_ranked_soundly_and_always_the_same(pain in pain(80)) {
        let ranked = rank_marks(&pain);
        sound(&ranked);
        prop_assert_eq!(&ranked, &rank_marks(&pain));
    }

    #[test]
    fn the_order_of_marks_does_not_matter(
        (sorted, shuffled) in pain(40).prop_flat_map(|p| (Just(p.clone()), Just(p).prop_shuffle())),
    ) {
        prop_assert_eq!(rank_marks(&sorted), rank_marks(&shuffled));
    }

    #[test]
    fn a_region_marked_twice_counts_once_with_the_stronger(pain in pain(20), again in 0..20usize, weaker in 0u8..=10, first: bool) {
        prop_assume!(!pain.is_empty());
        let one = pain[again % pain.len()];
        let strongest = pain.iter().filter(|m| (m.region, m.side) == (one.region, one.side)).map(|m| m.intensity).max().unwrap();
        let second = Mark { intensity: weaker.min(strongest), ..one };
        let mut twice = pain.clone();
        twice.insert(if first { 0 } else { twice.len() }, second);
        prop_assert_eq!(rank_marks(&twice), rank_marks(&pain));
    }

    #[test]
    fn how_the_pain_is_scaled_does_not_matter(regions in prop::collection::btree_set(0..REGIONS, 1..12), low in 1u8..=5) {
        let all = |intensity: u8| regions.iter().map(|r| Mark { region: RegionId(*r), side: Side::Left, intensity }).collect::<Vec<_>>();
        let (weak, strong) = (rank_marks(&all(low)), rank_marks(&all(low * 2)));
        prop_assert_eq!(weak.len(), strong.len());
        for (a, b) in weak.iter().zip(&strong) {
            prop_assert_eq!(a.point, b.point);
            prop_assert!((a.score - b.score).abs() < 1e-12);
        }
    }

    #[test]
    fn more_pain_in_an_essential_zone_never_lowers_its_point(pain in pain(8), at in 0..10_000usize, low in 0u8..10, more in 1u8..=10) {
        let atlas = atlas();
        let zones: Vec<(PointId, RegionId)> = atlas
            .point_ids()
            .flat_map(|p| atlas.point(p).unwrap().zones.iter().filter(|z| z.kind == ZoneKind::Essential).map(move |z| (p, z.region)))
            .collect();
        let (point, region) = zones[at % zones.len()];
        let with = |intensity: u8| {
            let others = pain.iter().copied().filter(|m| (m.region, m.side) != (region, Side::Left));
            others.chain([Mark { region, side: Side::Left, intensity }]).collect::<Vec<_>>()
        };
        let high = low.saturating_add(more).min(10);
        let (before, after) = (score(&with(low), point), score(&with(high), point));
        prop_assert!(
            after >= before - 1e-12,
            "{} fell from {before} to {after} as {} rose from {low} to {high} beside {:?}",
            atlas.point_name(point), atlas.region_name(region),
            pain.iter().map(|m| (atlas.region_name(m.region), m.intensity)).collect::<Vec<_>>()
        );
    }
}

//! How good the guide is: on vignettes, written from the sources in `eval/vignettes/`, and on painted pain, sampled from
//! the zones as they are drawn. `cargo xtask eval` prints the figures.
//!
//! A vignette says what a person would: where it hurts (`left`, `right`: region = intensity), what they answer, what
//! they feel when they press. `accepted` are the muscles that its `sources` name for such pain, with a grade: 3 named
//! first, 2 named as well, 1 possible. They were graded from the sources' texts before the guide was run on them, and a
//! grade is never changed because of what the guide says. A hit is a muscle of grade 3 among the first.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

#[path = "eval/figures.rs"]
mod figures;
#[path = "eval/lot.rs"]
mod lot;
#[path = "eval/painted.rs"]
mod painted;
#[path = "eval/rankers.rs"]
mod rankers;
#[path = "eval/vignettes.rs"]
mod vignettes;

use figures::Figures;
use rankers::{Ranker, guide, overlap, prevalence};
use referred_pain_explorer::atlas::{Atlas, Side, guide as by_guide};
use std::fmt::Write;
use support::atlas;
use vignettes::Vignette;

/// The least share of vignettes with a muscle of grade 3 among the first three.
const TOP_3: f64 = 0.90;
/// The least share of painted pain whose muscle is among the first three.
const PAINTED_TOP_3: f64 = 0.80;
/// How many times each vignette is told worse.
const ROUGH: usize = 5;
/// How many times pain is painted.
const PAINTED: usize = 1000;

/// What a ranker makes of vignettes.
fn figures<'a>(atlas: &Atlas, all: impl IntoIterator<Item = &'a Vignette>, ranker: Ranker) -> Figures {
    let mut figures = Figures::default();
    for one in all {
        figures.add(&ranker(atlas, &one.case()), &one.accepted);
    }
    figures
}

/// Past the runner, which keeps what a passing test prints to itself.
fn say(text: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
}

/// Each vignette told worse, several times.
fn roughened(atlas: &Atlas, all: &[Vignette]) -> Vec<Vignette> {
    let mut lot = lot::Lot::new(4);
    all.iter().flat_map(|v| [v; ROUGH]).map(|v| v.rough(atlas, &mut lot)).collect()
}

/// Tries other weights on one half of the vignettes, roughened, and tells what they do on the other. Changes nothing:
/// the weights are in atlas/guide.toml. Run by `cargo test --test eval tuning -- --ignored`.
#[test]
#[ignore = "a tool, not a test"]
fn tuning() {
    let atlas = atlas();
    let all = roughened(&atlas, &vignettes::all(&atlas));
    let of_half = |half: usize| all.iter().enumerate().filter(move |(at, _)| at / ROUGH % 2 == half).map(|(_, v)| v);
    let paint = |atlas: &Atlas| painted::run(atlas, &support::drawings(), 150).top_3;
    let mut now = (*atlas).clone();
    type Weight = fn(&mut Atlas) -> &mut u8;
    let weights: [(&str, Weight, &[u8]); 4] = [
        ("spillover", |a| &mut a.weights.spillover, &[45, 55, 60, 65, 75, 90]),
        ("absent", |a| &mut a.weights.absent, &[15, 25, 35, 45, 55]),
        ("prior", |a| &mut a.weights.prior, &[0, 15, 30, 45]),
        ("association", |a| &mut a.weights.association, &[0, 10, 20, 35, 50]),
    ];
    for (name, weight, values) in weights {
        for value in values {
            let before = std::mem::replace(weight(&mut now), *value);
            let [a, b] = [0, 1].map(|half| figures(&now, of_half(half), guide).all());
            say(&format!(
                "    {name} {value}: tuned on {:.3} {:.3} {:.4}, held out {:.3} {:.3} {:.4}, painted {:.3}\n",
                a[0],
                a[1],
                a[3],
                b[0],
                b[1],
                b[3],
                paint(&now)
            ));
            *weight(&mut now) = before;
        }
    }
}

const RANKERS: [(&str, Ranker); 3] = [("guide", guide), ("zone overlap", overlap), ("prevalence", prevalence)];

#[test]
fn the_guide_finds_the_muscles_that_the_sources_name() {
    let atlas = atlas();
    let all = vignettes::all(&atlas);
    let mut out = String::from("\n    eval: a muscle of grade 3 among the first; nDCG of all grades\n");
    let _ = writeln!(out, "    {:<28}{:>4}{:>8}{:>8}{:>8}{:>8}", "", "n", "top 1", "top 3", "top 5", "nDCG@5");
    let mut row = |name: &str, f: &Figures| {
        let [one, three, five, ndcg] = f.all();
        let n = f.count();
        let _ = writeln!(out, "    {name:<28}{n:>4}{one:>8.2}{three:>8.2}{five:>8.2}{ndcg:>8.3}");
    };
    let mut groups: Vec<&str> = all.iter().map(|v| v.group.as_str()).collect();
    groups.dedup();
    for group in groups {
        for (name, ranker) in RANKERS {
            let own = all.iter().filter(|v| v.group == group);
            row(&format!("{group}, {name}"), &figures(&atlas, own, ranker));
        }
    }
    for (half, name) in ["tuned on", "held out"].iter().enumerate() {
        row(&format!("half {name}, guide"), &figures(&atlas, all.iter().skip(half).step_by(2), guide));
    }
    let rough = roughened(&atlas, &all);
    for (name, ranker) in RANKERS {
        row(&format!("roughened, {name}"), &figures(&atlas, &rough, ranker));
    }
    let [best, others @ ..] = RANKERS.map(|(name, ranker)| {
        let own = figures(&atlas, &all, ranker);
        row(&format!("all, {name}"), &own);
        own
    });
    for one in &all {
        let ranked = guide(&atlas, &one.case());
        if !Figures::hit(&ranked, &one.accepted, 3) {
            let first: Vec<&str> = ranked.iter().take(4).map(|m| atlas.muscle_name(*m)).collect();
            let _ = writeln!(out, "    missed: {}: {}", one.id, first.join(" "));
        }
    }
    say(&out);
    for other in others {
        for (own, theirs) in best.all().iter().zip(other.all()) {
            assert!(*own > theirs, "the guide must beat a baseline: {own} {theirs}");
        }
    }
    assert!(best.all()[1] >= TOP_3, "top 3: {}", best.all()[1]);
}

#[test]
fn there_are_enough_vignettes_and_each_says_what_it_rests_on() {
    let atlas = atlas();
    let all = vignettes::all(&atlas);
    assert!(all.len() >= 70, "{}", all.len());
    let low = all.iter().filter(|v| matches!(v.group.as_str(), "heel" | "ankle" | "sole")).count();
    assert!(low * 2 >= all.len(), "{low} of {} are about heel, ankle and sole", all.len());
    let sources: toml::Table = include_str!("../atlas/sources.toml").parse().unwrap();
    let mut ids = Vec::new();
    for one in &all {
        assert!(!ids.contains(&&one.id), "{} stands twice", one.id);
        ids.push(&one.id);
        assert!(!one.sources.is_empty() && one.note.len() > 10, "{}", one.id);
        for source in &one.sources {
            assert!(sources.contains_key(source), "{}: {source} is not in atlas/sources.toml", one.id);
        }
        assert!(one.accepted.iter().all(|(_, grade)| (1..=3).contains(grade)), "{}", one.id);
        assert!(one.accepted.iter().any(|(_, grade)| *grade == 3), "{} has no muscle of grade 3", one.id);
    }
    assert!(all.iter().any(|v| !v.answers.is_empty()) && all.iter().any(|v| !v.pressed.is_empty()));
}

#[test]
fn painted_pain_leads_to_its_muscle() {
    let atlas = atlas();
    let told = painted::run(&atlas, &support::drawings(), PAINTED);
    say(&told.text);
    assert!(told.top_3 >= PAINTED_TOP_3, "top 3: {}", told.top_3);
}

#[test]
fn no_answer_changes_when_left_and_right_are_exchanged() {
    let atlas = atlas();
    for one in vignettes::all(&atlas) {
        let mut mirror = one.clone();
        let turn = |side: &mut Side| *side = if *side == Side::Left { Side::Right } else { Side::Left };
        mirror.marks.iter_mut().for_each(|m| turn(&mut m.side));
        mirror.pressed.iter_mut().for_each(|p| turn(&mut p.side));
        let plain = |v: &Vignette| {
            let ranked = by_guide::rank(&atlas, &v.case());
            ranked.into_iter().map(|r| (r.point, r.score.to_bits())).collect::<Vec<_>>()
        };
        assert_eq!(plain(&one), plain(&mirror), "{}", one.id);
    }
    assert!(painted::mirrors(&atlas, &support::drawings(), 50));
}

#[test]
#[allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a benchmark looks at the clock")]
fn it_tells_how_long_a_ranking_takes() {
    let atlas = atlas();
    let marks: Vec<_> =
        support::marks(&atlas, "heel", 5).into_iter().chain(support::marks(&atlas, "sole", 4)).collect();
    let marks = &marks[..10];
    let case = referred_pain_explorer::atlas::Case::of(marks);
    const TIMES: u32 = 200;
    let start = std::time::Instant::now();
    let mut points = 0;
    for _ in 0..TIMES {
        points += by_guide::rank(&atlas, &case).len();
    }
    let each = start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES);
    let build = if cfg!(debug_assertions) { "a debug build" } else { "a release build" };
    say(&format!("    rank: 10 marks in {each:.0} microseconds, natively, {build}\n"));
    assert!(points > 0);
}

//! The figures that show how to press: one for every technique, small, within their frame, and refused when they are not
//! what the program can show.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use referred_pain_explorer::app::select::figure::{Piece, figure};
use referred_pain_explorer::atlas::model::pack::{pack, unpack};
use referred_pain_explorer::atlas::{FRAME, Figure, FigureKind, Motion, Technique, Toward, bundle};
use std::rc::Rc;
use support::fresh;

/// How far a shape may leave the frame, which cuts it off, and a target's disc with what is around it stays inside.
const BEYOND: f64 = 16.0;

/// The bytes that all figures may take, packed: about as much after brotli.
const LARGEST: usize = 6_000;

fn figures() -> Vec<Figure> {
    bundle::library().figures
}

#[test]
fn every_technique_has_a_figure() {
    let drawn: Vec<Technique> = figures().iter().map(|f| f.technique).collect();
    assert_eq!(drawn, Technique::ALL);
}

#[test]
fn they_are_small() {
    let bytes = pack(&figures());
    println!("{} figures: {} bytes packed", figures().len(), bytes.len());
    assert!(bytes.len() < LARGEST, "{} bytes", bytes.len());
    assert_eq!(unpack::<Vec<Figure>>(&bytes), Some(figures()));
}

#[test]
fn every_shape_stays_in_the_frame_or_a_little_beyond_where_it_is_cut_off() {
    let side = f64::from(FRAME);
    for figure in figures() {
        for part in figure.parts.iter().filter(|p| p.kind != FigureKind::Target) {
            let (low, high) = part.form.contour().bounds();
            let name = figure.technique.name();
            for v in [low.x, low.y, high.x, high.y] {
                assert!((-BEYOND..=side + BEYOND).contains(&v), "{name}: {:?} reaches {v}", part.kind);
            }
        }
    }
}

/// What the person does goes where the words say: strokes toward the heart, which is the side of the knee.
#[test]
fn they_go_where_the_pressure_goes() {
    let of = |technique: Technique| figures().into_iter().find(|f| f.technique == technique).unwrap();
    // The foot is on the left: a hand goes right, to the knee; a leg that is drawn over something goes left.
    for (technique, motion, toward) in [
        (Technique::Stroke, Motion::Stroke, Toward::Right),
        (Technique::KneeStroke, Motion::Draw, Toward::Left),
        (Technique::Roller, Motion::Roll, Toward::Left),
        (Technique::BallFloor, Motion::Press, Toward::Down),
        (Technique::Pinch, Motion::Squeeze, Toward::Inward),
    ] {
        assert_eq!((of(technique).motion, of(technique).toward), (motion, toward), "{}", technique.name());
    }
    for figure in figures() {
        let arrows: Vec<_> = figure.parts.iter().filter(|p| p.kind == FigureKind::Arrow).collect();
        assert!(!arrows.is_empty(), "{} explains itself without motion", figure.technique.name());
        for arrow in arrows.iter().filter(|_| figure.toward != Toward::Inward) {
            let (start, end) = (arrow.form.first().unwrap(), arrow.form.contour().end().unwrap());
            let (x, y) = match figure.toward {
                Toward::Up => (0.0, -1.0),
                Toward::Down => (0.0, 1.0),
                Toward::Left => (-1.0, 0.0),
                _ => (1.0, 0.0),
            };
            let along = (end.x - start.x) * x + (end.y - start.y) * y;
            let length = (end.x - start.x).hypot(end.y - start.y);
            assert!(along > 0.9 * length, "{}: its arrow shows where it goes", figure.technique.name());
        }
    }
}

#[test]
fn one_layer_of_three_moves_and_the_place_that_is_pressed_shows_once() {
    let mut state = fresh("en");
    state.library = None;
    assert!(figure(&state, Technique::Hold).is_none(), "nothing is drawn before the library has come");
    state.library = Some(Rc::new(bundle::library()));
    for technique in Technique::ALL {
        let model = figure(&state, *technique).unwrap();
        let [behind, moving, _] = &model.layers;
        assert!(!behind.is_empty() && !moving.is_empty(), "{}", technique.name());
        let targets = model.layers.iter().flatten().filter(|p| matches!(p, Piece::Target(_))).count();
        assert_eq!(targets, 1, "{}", technique.name());
        for piece in model.layers.iter().flatten() {
            if let Piece::Fill(_, d) | Piece::Edge(_, d) | Piece::Head(d) = piece {
                assert!(d.starts_with('M') && d.len() > 8, "{}: {d}", technique.name());
            }
        }
    }
}

#[cfg(feature = "check")]
mod refused {
    use super::*;
    use referred_pain_explorer::atlas::source::{Problems, document, make};
    use serde_json::{Value, json};

    fn problems(change: impl Fn(&mut Value)) -> Vec<String> {
        let mut value: Value = serde_json::from_str(bundle::DOCUMENT).unwrap();
        change(&mut value);
        let mut problems = Problems::default();
        let source = document::read(&value.to_string(), &mut problems);
        let made = make(&source).err();
        problems.0.iter().chain(made.iter().flat_map(|m| &m.0)).map(ToString::to_string).collect()
    }

    #[track_caller]
    fn told(word: &str, change: impl Fn(&mut Value)) {
        let problems = problems(change);
        assert!(problems.iter().any(|p| p.contains("figures[") && p.contains(word)), "{word}: {problems:#?}");
    }

    #[test]
    fn what_the_program_could_not_show() {
        told("known word", |d| d["figures"][0]["technique"] = "poke".into());
        told("two figures", |d| {
            let again = d["figures"][0].clone();
            d["figures"].as_array_mut().unwrap().push(again);
        });
        told("inward", |d| d["figures"][0]["toward"] = "inward".into());
        told("kind does not know", |d| d["figures"][0]["parts"][0]["kind"] = "glove".into());
        told("outside the frame", |d| d["figures"][0]["parts"][0]["outline"] = "0,0 400,0 0,400".into());
        told("target", |d| {
            let parts = d["figures"][0]["parts"].as_array_mut().unwrap();
            parts.retain(|p| p["kind"] != "target");
        });
        told("in one row", |d| {
            d["figures"][0]["parts"].as_array_mut().unwrap().iter_mut().for_each(|p| p["moves"] = json!(false));
        });
    }

    #[test]
    fn an_atlas_needs_no_figures() {
        assert_eq!(problems(|d| drop(d.as_object_mut().unwrap().remove("figures"))), Vec::<String>::new());
    }
}

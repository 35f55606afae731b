//! The figures as they are drawn: nothing for a screen reader, one layer that moves and only when it is asked to, beside
//! the words on the card of a muscle of the part of the body that they show. With `RPE_FIGURES`, the name of a file, a
//! page of them all is written there, to be looked at: `cargo xtask plates` does.
#![cfg(all(feature = "ssr", feature = "bundled"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use referred_pain_explorer::app::select::card::card;
use referred_pain_explorer::app::{Action, Choice, State, update};
use referred_pain_explorer::atlas::{PointId, Technique, bundle};
use referred_pain_explorer::ports::Ports;
use referred_pain_explorer::ui::root::{Features, Scene};
use referred_pain_explorer::ui::{Store, figure};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context as Waiting, Poll, Waker};
use support::fresh;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// Runs a future that never waits for anything outside.
fn finish<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Waiting::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the page is never finished"),
    }
}

fn state() -> State {
    let mut state = fresh("en");
    state.library = Some(Rc::new(bundle::library()));
    state
}

#[derive(Properties, PartialEq)]
struct Props {
    scene: Scene,
    technique: &'static str,
    moving: bool,
}

#[component]
fn Alone(props: &Props) -> Html {
    figure(&props.scene, Technique::parse(props.technique).unwrap(), props.moving)
}

fn drawn(technique: Technique, moving: bool) -> String {
    let state = state();
    let text = state.text.clone();
    let store = Store::new(state, Ports::memory(), "test", Rc::new(|_| ()));
    let scene = Scene { store, text, prefix: "rpe".into(), features: Features::default() };
    let props = Props { scene, technique: technique.name(), moving };
    finish(LocalServerRenderer::<Alone>::with_props(props).hydratable(false).render())
}

#[test]
fn only_what_is_to_move_moves_and_nothing_is_read_out() {
    for technique in Technique::ALL {
        let (still, moving) = (drawn(*technique, false), drawn(*technique, true));
        let name = technique.name();
        assert!(still.contains("aria-hidden=\"true\"") && !still.contains("rpe-moving"), "{name}");
        assert!(moving.contains("rpe-moving"), "{name}");
        assert_eq!(moving.matches("<svg").count(), 3, "{name}");
        assert_eq!(moving.matches("rpe-mover").count(), 1, "{name}: one transform of one element");
        for word in ["style=", "<text", "tabindex", "role=", " id="] {
            assert!(!moving.contains(word), "{name}: {word}");
        }
    }
}

fn shown(point: &str) -> Option<Technique> {
    let state = state();
    let named = |id: &PointId| state.atlas.point_name(*id) == point;
    let id = state.atlas.point_ids().find(named).unwrap();
    let state = update(&state, Action::Choose(Some(Choice::Point(id))));
    card(&state).unwrap().points.into_iter().find(|p| p.id == id).unwrap().shown
}

#[test]
fn a_card_shows_a_figure_of_its_own_part_of_the_body_or_none() {
    assert_eq!(shown("soleus.1"), Some(Technique::KneeStroke));
    assert_eq!(shown("flexor_digitorum_brevis.1"), Some(Technique::BallFloor));
    assert_eq!(shown("gluteus_maximus.1"), Some(Technique::BallWall));
    assert_eq!(shown("adductor_longus.1"), Some(Technique::Pinch));
    // Pressed and held, but on the thigh: the figure shows a calf.
    assert_eq!(shown("vastus_medialis.1"), None);
}

/// All figures on one page, still and moving, small and large, in light and dark.
#[test]
fn a_page_of_them_all() {
    let Some(file) = std::env::var_os("RPE_FIGURES") else { return };
    let sheet = |name: &str| std::fs::read_to_string(format!("www/styles/{name}.css")).unwrap();
    let styles = ["first/tokens", "first/plate", "later/figure"].map(sheet).concat();
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Figures</title>\n<style>{styles}\n\
         body {{ margin: 0; font: 16px/1.4 system-ui, sans-serif; }}\n\
         section {{ display: flex; flex-wrap: wrap; gap: 16px; padding: 16px; background: var(--_card); color: var(--_ink); }}\n\
         figure {{ margin: 0; width: 160px; }} .large figure {{ width: 320px; --_figure: 320px; }}\n\
         figcaption {{ font-size: 14px; }}\n</style>\n"
    );
    for (theme, class, moving) in
        [("light", "", true), ("dark", "", true), ("light", "large", false), ("dark", "large", false)]
    {
        page += &format!("<section data-theme=\"{theme}\" class=\"{class}\">\n");
        for technique in Technique::ALL {
            let drawn = drawn(*technique, moving);
            page += &format!("<figure>{drawn}<figcaption>{}</figcaption></figure>\n", technique.name());
        }
        page += "</section>\n";
    }
    std::fs::write(file, page).unwrap();
}

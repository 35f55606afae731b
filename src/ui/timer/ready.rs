//! What a person needs before they press: how to press, where the point is, and what to take. Shown while they get ready or change over;
//! while they press, the clock alone counts.
use super::figure::figure;
use crate::app::select::timer::{Face, TimerModel};
use crate::atlas::Msg;
use crate::ui::dom::{El, div, el};
use crate::ui::root::Scene;

/// Where the point is and what to take.
pub fn ready(scene: &Scene, model: &TimerModel) -> El {
    let fact = |msg: Msg, words: &str| [el("dt").text(scene.say(msg)), el("dd").text(words.to_owned())];
    let facts = [(Msg::RunTake, &model.take), (Msg::RunFind, &model.find)];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let list = el("dl").class("rpe-ready").children(facts.flat_map(|(msg, words)| fact(msg, words)));
    let waits = model.face == Face::Waiting;
    let shown = model.figure.filter(|_| waits).map(|technique| figure(scene, technique, !model.paused));
    div("rpe-prepare").children(shown).child_if(waits, || list)
}

//! What is asked or said beside the timer. Each is a status, so that it is heard when it comes.
use crate::app::select::aside::{AwayModel, FoundModel};
use crate::app::{Action, Deed};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el};
use crate::ui::root::Scene;
use yew::prelude::*;

fn card(title: impl Into<AttrValue>, text: impl Into<AttrValue>) -> El {
    div("rpe-aside").attr("role", "status").child(el("h2").text(title.into())).child(el("p").text(text.into()))
}

fn act(scene: &Scene, class: &'static str, key: &'static str, msg: Msg, hear: Callback<MouseEvent>) -> El {
    button(class, hear).attr("data-act", key).text(scene.say(msg))
}

/// What ran out unseen: was it pressed?
#[inline(never)]
pub fn away_card(scene: &Scene, model: &AwayModel) -> Html {
    let acts = div("rpe-aside-acts")
        .child(act(
            scene,
            "rpe-button rpe-first",
            "pressed",
            Msg::RunPressed,
            scene.now(|m| Action::Do(Deed::Pressed, m)),
        ))
        .child(act(scene, "rpe-button rpe-second", "again", Msg::RunAgain, scene.now(|m| Action::Do(Deed::Again, m))));
    card(model.title.clone(), model.text.clone()).key("away").child(acts).into()
}

/// Why the last point was left.
#[inline(never)]
pub fn advice_card(scene: &Scene, text: Msg) -> Html {
    let on = act(scene, "rpe-button rpe-first", "go-on", Msg::RunGoOn, scene.now(Action::Resume));
    card(scene.say(Msg::RunLetGo), scene.say(text)).class("rpe-warned").key("advice").child(on).into()
}

/// A session that was broken off, or is under way in another tab.
#[inline(never)]
pub fn found_card(scene: &Scene, model: &FoundModel) -> Html {
    let acts = div("rpe-aside-acts")
        .child(act(
            scene,
            "rpe-button rpe-first",
            "take-over",
            Msg::RunTakeOver,
            scene.now(|m| Action::Do(Deed::TakeOver, m)),
        ))
        .child(act(
            scene,
            "rpe-button rpe-second",
            "give-up",
            Msg::RunGiveUp,
            scene.now(|m| Action::Do(Deed::GiveUp, m)),
        ));
    card(scene.say(model.title), model.at.clone()).key("found").child(acts).into()
}

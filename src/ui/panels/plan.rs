//! The plan: which points in which order, how long, how often; and the start.
use super::cues::cues_panel;
use super::drag::hear;
use super::plan_kept::{keep, shelf};
use super::plan_line::line;
use super::plan_more::{adding, routines, undo};
use crate::app::plan::Deed;
use crate::app::select::edit::EditModel;
use crate::app::select::massage::PlanModel;
use crate::app::select::words;
use crate::app::{Able, Action, Screen, Settings, Sides};
use crate::atlas::{Msg, Side};
use crate::session::Limits;
use crate::ui::dom::{El, button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, Stepper, icon, segment, stepper};
use yew::prelude::*;

fn paragraph(scene: &Scene, class: &str, msg: Msg) -> El {
    el("p").class(class).text(scene.say(msg))
}

fn numbers(scene: &Scene, settings: Settings, able: Able, rest: i64) -> El {
    let set = |change: fn(Settings, i64) -> Settings| {
        let scene = scene.clone();
        Callback::from(move |value: i64| scene.store.dispatch(Action::Set(change(settings, value))))
    };
    let (less, more) = (scene.say(Msg::PlanLess), scene.say(Msg::PlanMore));
    let hold = Stepper {
        name: "hold",
        label: scene.say(Msg::PlanHold),
        value: settings.hold,
        limits: Limits::HOLD,
        step: 5,
        less: less.clone(),
        more: more.clone(),
        on_change: set(|s, hold| Settings { hold, ..s }),
    };
    let rounds = Stepper {
        name: "rounds",
        label: scene.say(Msg::PlanRounds),
        value: settings.rounds,
        limits: Limits::ROUNDS,
        step: 1,
        less: less.clone(),
        more: more.clone(),
        on_change: set(|s, rounds| Settings { rounds, ..s }),
    };
    let store = scene.store.clone();
    let rest = Stepper {
        name: "rest",
        label: scene.say(Msg::PlanRest),
        value: rest,
        limits: Limits::REST,
        step: 2,
        less,
        more,
        on_change: Callback::from(move |rest| store.dispatch(Action::Plan(Deed::Rest(rest)))),
    };
    div("rpe-numbers")
        .child(stepper(hold))
        .child(stepper(rounds))
        .child(stepper(rest))
        .child(cues_panel(scene, settings, able))
}

fn legs(scene: &Scene, sides: Sides, both: bool) -> El {
    let item = |value: Sides| SegmentItem {
        key: value.name(),
        label: scene.say(words::sides(value)),
        on: value == sides,
        on_press: scene.on(Action::SetSides(value)),
    };
    let items = [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both].map(item).to_vec();
    div("rpe-plan-legs")
        .child(segment("", scene.say(Msg::SideLabel), items))
        .child_if(both, || paragraph(scene, "rpe-note", Msg::PlanLegs))
}

/// The plan; `share` are the buttons that hand it on.
#[inline(never)]
pub fn plan_panel(scene: &Scene, model: &PlanModel, edit: &EditModel, share: Html) -> Html {
    let count = model.lines.len();
    let panel = div("rpe-panel").key("plan").attr("part", "massage").child(el("h2").text(scene.say(Msg::PlanTitle)));
    let suggest = || button("rpe-link", scene.on(Action::Unpick)).text(scene.say(Msg::PlanSuggest));
    if count == 0 {
        let find = button("rpe-button rpe-first", scene.on(Action::Show(Screen::Find)));
        return panel
            .child(paragraph(scene, "rpe-lead", Msg::PlanEmpty))
            .child(find.text(scene.say(Msg::PlanToFind)))
            .child_if(model.own, suggest)
            .child(undo(scene, edit))
            .child(adding(scene, edit))
            .child(shelf(scene, edit))
            .child(routines(scene, &edit.routines, true))
            .into();
    }
    let both = model.lines.iter().zip(&edit.lines).enumerate();
    let lines = both.map(|(at, (own, edit))| line(scene, at, count, own, edit));
    let start = button("rpe-button rpe-first", scene.now(|m| Action::Start(None, m)))
        .attr("data-act", "start")
        .child(icon(IconName::Play))
        .child(el("span").text(scene.say(Msg::PlanStart)))
        .child(el("span").class("rpe-time").text(model.clock.clone()));
    panel
        .child(paragraph(scene, "rpe-lead", Msg::PlanLead))
        .child(hear(scene, el("ol").class("rpe-list rpe-plan").children(lines)))
        .child(undo(scene, edit))
        .child_if(model.own, suggest)
        .child_if(model.many, || paragraph(scene, "rpe-note", Msg::PlanMany))
        .child(el("p").class("rpe-note").text(edit.pressure.clone()))
        .child(adding(scene, edit))
        .child(legs(scene, model.sides, model.both))
        .child(numbers(scene, model.settings, model.able, edit.rest))
        .child_if(model.unusual_hold, || paragraph(scene, "rpe-note", Msg::PlanAdvised))
        .child(keep(scene, edit))
        .child(shelf(scene, edit))
        .child(routines(scene, &edit.routines, false))
        .child(share)
        .child(div("rpe-startbar").child(start))
        .into()
}

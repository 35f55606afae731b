//! A line of the plan: moved by its grip or by buttons, removed, and folded open to set legs, seconds, technique and tool.
use super::drag::{grip, to};
use crate::app::plan::Deed;
use crate::app::select::edit::LineModel;
use crate::app::select::massage::PlanLine;
use crate::app::select::words;
use crate::app::{Action, Choice, Sides};
use crate::atlas::{Msg, Side};
use crate::session::Limits;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, Stepper, icon, segment, stepper};
use yew::prelude::*;

/// A row of things of which one is meant.
fn choices<T: Copy>(
    scene: &Scene,
    msg: Msg,
    all: &[(T, Msg, bool)],
    key: fn(T) -> &'static str,
    deed: impl Fn(T) -> Deed,
) -> El {
    let item = |(value, msg, on): &(T, Msg, bool)| {
        button("rpe-chip", scene.on(Action::Plan(deed(*value))))
            .attr("data-key", key(*value))
            .state("aria-pressed", *on)
            .text(words::upper(scene.text.say(*msg)))
    };
    let name = scene.say(msg);
    div("rpe-choice")
        .attr("role", "group")
        .label(name.clone())
        .child(el("span").class("rpe-choice-label").hidden().text(name))
        .child(div("rpe-chips").children(all.iter().map(item)))
}

fn adjust(scene: &Scene, own: &LineModel) -> El {
    let id = own.id;
    let item = |value: Sides| SegmentItem {
        key: value.name(),
        label: scene.say(words::sides(value)),
        on: value == own.sides,
        on_press: scene.on(Action::Plan(Deed::Legs(id, value))),
    };
    let legs = [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both].map(item).to_vec();
    let store = scene.store.clone();
    let seconds = Stepper {
        name: "seconds",
        label: scene.say(Msg::PlanSeconds),
        value: own.hold,
        limits: Limits::HOLD,
        step: 5,
        less: scene.say(Msg::PlanLess),
        more: scene.say(Msg::PlanMore),
        on_change: Callback::from(move |hold| store.dispatch(Action::Plan(Deed::Hold(id, hold)))),
    };
    let several = own.techniques.len() > 1;
    let name = [scene.text.say(Msg::PlanAdjust), ": ", &own.name].concat();
    el("details")
        .class("rpe-more rpe-adjust")
        .child(el("summary").label(name).text(scene.say(Msg::PlanAdjust)))
        .child(segment("", scene.say(Msg::SideLabel), legs))
        .child(stepper(seconds))
        .child_if(own.unusual, || el("p").class("rpe-note").text(scene.say(Msg::PlanAdvised)))
        .child_if(several, || choices(scene, Msg::CardHow, &own.techniques, |t| t.name(), |t| Deed::How(id, t)))
        .child_if(own.tools.len() > 1, || {
            choices(scene, Msg::CardWith, &own.tools, |t| t.name(), |t| Deed::With(id, t))
        })
}

/// A line of the plan, at its place among so many.
pub fn line(scene: &Scene, at: usize, count: usize, line: &PlanLine, own: &LineModel) -> El {
    let id = line.id;
    let act = |key: &'static str, msg: Msg, drawing: IconName, off: bool, deed: Deed| {
        button("rpe-round rpe-quiet", scene.on(Action::Plan(deed)))
            .attr("data-act", key)
            .disabled(off)
            .label(scene.text.fill(msg, &[("point", &own.name)]))
            .child(icon(drawing))
    };
    let open = button("rpe-row-text rpe-open", scene.on(Action::Choose(Some(Choice::Point(id)))))
        .child(el("b").text(line.muscle.clone()))
        .child(el("small").text(line.place.clone()))
        .child(el("small").text(words::upper(&line.how)));
    let acts = el("span")
        .class("rpe-plan-acts")
        .child(act("up", Msg::PlanUp, IconName::Up, at == 0, to(id, at.saturating_sub(1), "up")))
        .child(act("down", Msg::PlanDown, IconName::Down, at + 1 == count, to(id, (at + 1).min(count - 1), "down")))
        .child(act("remove", Msg::PlanRemove, IconName::Cross, false, Deed::Remove(id)));
    let row = div("rpe-plan-row")
        .child(grip(scene, own, at))
        .child(el("span").class("rpe-rank").hidden().text(number(at + 1)))
        .child(open)
        .child(acts);
    el("li")
        .class("rpe-plan-line")
        .class_if(own.carried, "rpe-carried")
        .key(id.0)
        .attr_if("data-moved", own.moved)
        .child(row)
        .child(adjust(scene, own))
}

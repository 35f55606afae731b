//! The plan: which points in which order, how long, how often; and the start.
use super::cues::cues_panel;
use crate::app::select::massage::{PlanLine, PlanModel};
use crate::app::select::words;
use crate::app::{Able, Action, Choice, Screen, Settings, Sides};
use crate::atlas::{Msg, Side};
use crate::session::Limits;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, Stepper, icon, segment, stepper};
use yew::prelude::*;

fn paragraph(scene: &Scene, class: &str, msg: Msg) -> El {
    el("p").class(class).text(scene.say(msg))
}

fn line(scene: &Scene, at: usize, count: usize, line: &PlanLine) -> El {
    let id = line.id;
    let name = [line.muscle.as_str(), ", ", &line.place].concat();
    let act = |key: &'static str, msg: Msg, drawing: IconName, off: bool, action: Callback<MouseEvent>| {
        button("rpe-round rpe-quiet", action)
            .attr("data-act", key)
            .disabled(off)
            .label(scene.text.fill(msg, &[("point", &name)]))
            .child(icon(drawing))
    };
    let open = button("rpe-row-text rpe-open", scene.on(Action::Choose(Some(Choice::Point(id)))))
        .child(el("b").text(line.muscle.clone()))
        .child(el("small").text(line.place.clone()))
        .child(el("small").text(words::upper(&line.how)));
    let acts = el("span")
        .class("rpe-plan-acts")
        .child(act("up", Msg::PlanUp, IconName::Up, at == 0, scene.on(Action::Move(id, true))))
        .child(act("down", Msg::PlanDown, IconName::Down, at + 1 == count, scene.on(Action::Move(id, false))))
        .child(act("remove", Msg::PlanRemove, IconName::Cross, false, scene.on(Action::Pick(id))));
    el("li")
        .class("rpe-plan-line")
        .key(id.0)
        .child(el("span").class("rpe-rank").hidden().text(number(at + 1)))
        .child(open)
        .child(acts)
}

fn numbers(scene: &Scene, settings: Settings, able: Able) -> El {
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
        less,
        more,
        on_change: set(|s, rounds| Settings { rounds, ..s }),
    };
    div("rpe-numbers").child(stepper(hold)).child(stepper(rounds)).child(cues_panel(scene, settings, able))
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
pub fn plan_panel(scene: &Scene, model: &PlanModel, share: Html) -> Html {
    let count = model.lines.len();
    let panel = div("rpe-panel").key("plan").attr("part", "massage").child(el("h2").text(scene.say(Msg::PlanTitle)));
    let suggest = || button("rpe-link", scene.on(Action::Unpick)).text(scene.say(Msg::PlanSuggest));
    if count == 0 {
        let find = button("rpe-button rpe-first", scene.on(Action::Show(Screen::Find)));
        return panel
            .child(paragraph(scene, "rpe-lead", Msg::PlanEmpty))
            .child(find.text(scene.say(Msg::PlanToFind)))
            .child_if(model.own, suggest)
            .into();
    }
    let lines = model.lines.iter().enumerate().map(|(at, own)| line(scene, at, count, own));
    let start = button("rpe-button rpe-first", scene.now(|m| Action::Start(None, m)))
        .attr("data-act", "start")
        .child(icon(IconName::Play))
        .child(el("span").text(scene.say(Msg::PlanStart)))
        .child(el("span").class("rpe-time").text(model.clock.clone()));
    panel
        .child(paragraph(scene, "rpe-lead", Msg::PlanLead))
        .child(el("ol").class("rpe-list rpe-plan").children(lines))
        .child_if(model.own, suggest)
        .child_if(model.many, || paragraph(scene, "rpe-note", Msg::PlanMany))
        .child(legs(scene, model.sides, model.both))
        .child(numbers(scene, model.settings, model.able))
        .child_if(model.unusual_hold, || paragraph(scene, "rpe-note", Msg::PlanAdvised))
        .child(share)
        .child(div("rpe-startbar").child(start))
        .into()
}

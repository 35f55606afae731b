//! The red-flag check before the first massage. One tap when nothing applies; advice when something does.
use crate::app::Action;
use crate::app::select::card::CautionLine;
use crate::app::select::massage::{FlagLine, SafetyModel};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

fn panel(key: &'static str) -> El {
    div("rpe-panel rpe-safety").key(key).attr("part", "massage")
}

fn row(scene: &Scene, at: usize, flag: &FlagLine) -> El {
    let press = button("rpe-row rpe-flag", scene.on(Action::Flag(at)))
        .attr("data-flag", number(at))
        .child(el("span").class("rpe-row-text").text(flag.sign.clone()))
        .child(icon(IconName::Into));
    el("li").key(at).child(press)
}

fn asking(scene: &Scene, flags: &[FlagLine], care: &[CautionLine]) -> Html {
    let say = |tag: &'static str, msg: Msg| el(tag).text(scene.say(msg));
    let caution =
        |own: &CautionLine| el("li").child(el("b").text(own.title.clone()).text(". ")).text(own.advice.clone());
    let back = button("rpe-back", scene.on(Action::LeaveGate));
    let none = button("rpe-button rpe-first", scene.now(Action::Safe)).attr("data-act", "safe");
    let more = el("details")
        .class("rpe-more")
        .child(say("summary", Msg::SafetyCare))
        .child(say("p", Msg::SafetyCareLead))
        .child(el("ul").children(care.iter().map(caution)));
    panel("asking")
        .child(back.child(icon(IconName::Back)).text(scene.say(Msg::SafetyBack)))
        .child(say("h2", Msg::SafetyTitle))
        .child(say("p", Msg::SafetyLead).class("rpe-lead"))
        .child(el("ul").class("rpe-list").children(flags.iter().enumerate().map(|(at, flag)| row(scene, at, flag))))
        .child(say("p", Msg::SafetyHint).class("rpe-note"))
        .child(more)
        .child(div("rpe-startbar").child(none.text(scene.say(Msg::SafetyNone))))
        .into()
}

fn stopped(scene: &Scene, flag: &FlagLine) -> Html {
    let urgency = el("p").class("rpe-urgency").class_if(flag.emergency, "rpe-emergency");
    let leave = button("rpe-button rpe-second", scene.on(Action::LeaveGate)).attr("data-act", "leave");
    panel("stopped")
        .attr("role", "alert")
        .child(el("h2").child(icon(IconName::Warn)).text(scene.say(Msg::SafetyStop)))
        .child(urgency.text(scene.say(flag.urgency)))
        .child(el("h3").text(flag.title.clone()))
        .child(el("p").text(flag.advice.clone()))
        .child(leave.text(scene.say(Msg::SafetyBack)))
        .into()
}

/// The red-flag check.
#[inline(never)]
pub fn safety_panel(scene: &Scene, model: &SafetyModel) -> Html {
    match &model {
        SafetyModel::Asking(flags, care) => asking(scene, flags, care),
        SafetyModel::Stopped(flag) => stopped(scene, flag),
    }
}

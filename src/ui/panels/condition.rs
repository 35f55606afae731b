//! Pages that are read for one's safety: a condition, what else it could be, and when to see a doctor. They tell what
//! there is; none of them says what somebody has.
use super::card::{leaf, sources};
use super::doors::{door, doors};
use super::results::{named, row};
use crate::app::select::condition::{
    ConditionLine, ConditionPage, DoctorModel, FlagGroup, OthersModel, Reading, timing,
};
use crate::app::select::massage::FlagLine;
use crate::app::{Action, Choice};
use crate::atlas::{Msg, MuscleId};
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// How urgent something is.
fn urgency(scene: &Scene, tag: &'static str, msg: Msg, urgent: bool) -> El {
    el(tag).class("rpe-urgency").class_if(!urgent, "rpe-calm").text(scene.say(msg))
}

/// Conditions in a list; `class` for its place on the page.
pub fn conditions(scene: &Scene, lines: &[ConditionLine], class: &'static str) -> El {
    let line = |own: &ConditionLine| {
        let care = el("small").class("rpe-care").class_if(own.urgent, "rpe-now-word").text(scene.say(own.care));
        let words = named(&own.name).child_if(!class.is_empty(), || el("small").text(own.felt.clone())).child(care);
        let open = row(scene, Choice::Condition(own.id)).child(words).child(icon(IconName::Into));
        el("li").key(own.id.0).attr("data-condition", number(own.id.at())).child(open)
    };
    el("ul").class("rpe-list").class_if(!class.is_empty(), class).children(lines.iter().map(line))
}

fn muscles(scene: &Scene, lines: &[(MuscleId, String, String)]) -> Html {
    let line = |(id, name, plain): &(MuscleId, String, String)| {
        let words = named(name).child(el("small").text(plain.clone()));
        let open = row(scene, Choice::Muscle(*id)).child(words).child(icon(IconName::Into));
        el("li").key(id.0).attr("data-muscle", number(id.at())).child(open)
    };
    let title = el("h3").text(scene.say(Msg::ConditionMuscles));
    Html::from_iter([title, el("ul").class("rpe-list").children(lines.iter().map(line))])
}

/// A heading and the paragraph under it.
fn told(scene: &Scene, msg: Msg, words: &str) -> [El; 2] {
    [el("h3").text(scene.say(msg)), el("p").text(words.to_owned())]
}

fn condition(scene: &Scene, page: &ConditionPage) -> Html {
    let head = &page.head;
    let places = || el("p").class("rpe-note").text(page.places.clone());
    let mark = |action: &Action| {
        button("rpe-button rpe-second", scene.on(action.clone()))
            .attr("data-act", "mark")
            .text(scene.say(Msg::ConditionMark))
    };
    let [evidence, support] = told(scene, Msg::ConditionEvidence, &page.evidence);
    leaf(scene, "condition")
        .child(el("h2").text(head.name.clone()))
        .child(el("p").class("rpe-lead").text(scene.say(Msg::ConditionLead)))
        .child(urgency(scene, "p", head.care, head.urgent))
        .children(told(scene, Msg::ConditionAbout, &page.about))
        .children(told(scene, Msg::ConditionFelt, &head.felt))
        .child(places())
        .children(page.mark.iter().map(mark))
        .children(told(scene, Msg::ConditionClue, &page.clue))
        .children(told(scene, Msg::ConditionAdvice, &page.advice))
        .children(told(scene, Msg::ConditionSee, &page.doctor))
        .children([evidence, support, el("p").class("rpe-note").text(page.sure.clone())])
        .child(if page.muscles.is_empty() { Html::default() } else { muscles(scene, &page.muscles) })
        .child(sources(scene, &page.sources))
        .child(doors(scene))
        .into()
}

fn others(scene: &Scene, model: &OthersModel) -> Html {
    let chip = |(time, on): &(crate::atlas::Timing, bool)| {
        let chosen = if *on { None } else { Some(*time) };
        button("rpe-chip", scene.on(Action::When(chosen)))
            .key(*time as u64)
            .attr("data-timing", time.name())
            .state("aria-pressed", *on)
            .text(scene.say(timing(*time)))
    };
    let here = if model.marked { Msg::OthersHere } else { Msg::OthersAll };
    let none = || el("p").attr("role", "status").text(scene.say(Msg::OthersNone));
    let rest = || {
        el("details").class("rpe-more").child(el("summary").text(scene.say(Msg::OthersRest))).child(conditions(
            scene,
            &model.rest,
            "rpe-rest",
        ))
    };
    let say = |tag: &'static str, msg: Msg| el(tag).text(scene.say(msg));
    leaf(scene, "others")
        .child(say("h2", Msg::OthersTitle))
        .child(say("p", Msg::OthersLead).class("rpe-lead"))
        .child(door(scene, Choice::Doctor, Msg::DoctorTitle))
        .child(say("h3", Msg::OthersWhen).attr("id", scene.id("when")))
        .child(
            div("rpe-chips rpe-times")
                .attr("role", "group")
                .attr("aria-labelledby", scene.id("when"))
                .children(model.times.iter().map(chip)),
        )
        .child(say("h3", here))
        .child_if(model.here.is_empty(), none)
        .child(conditions(scene, &model.here, "rpe-here"))
        .child_if(!model.rest.is_empty(), rest)
        .into()
}

fn flags(scene: &Scene, group: &FlagGroup) -> El {
    let flag = |own: &FlagLine| {
        el("li")
            .child(el("h4").text(own.title.clone()))
            .child(el("p").text(own.sign.clone()))
            .child(el("p").class("rpe-advice").text(own.advice.clone()))
    };
    el("section")
        .class("rpe-flags")
        .child(urgency(scene, "h3", group.urgency, true).class_if(group.emergency, "rpe-emergency"))
        .child(el("ul").class("rpe-list").children(group.flags.iter().map(flag)))
}

fn doctor(scene: &Scene, model: &DoctorModel) -> Html {
    leaf(scene, "doctor")
        .child(el("h2").text(scene.say(Msg::DoctorTitle)))
        .child(el("p").class("rpe-lead").text(scene.say(Msg::DoctorLead)))
        .children(model.groups.iter().map(|group| flags(scene, group)))
        .child(sources(scene, &model.sources))
        .child(door(scene, Choice::Others, Msg::OthersTitle))
        .into()
}

/// A page to read.
#[inline(never)]
pub fn reading_panel(scene: &Scene, model: &Reading) -> Html {
    match model {
        Reading::Waiting(title) => leaf(scene, "waiting")
            .class("rpe-wait")
            .state("aria-busy", true)
            .children([el("h2").text(scene.say(*title)), el("p")])
            .into(),
        Reading::Condition(page) => condition(scene, page),
        Reading::Others(model) => others(scene, model),
        Reading::Doctor(model) => doctor(scene, model),
    }
}

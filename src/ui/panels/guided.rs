//! What sharpens the list of possible sources: a few questions, and points to press with a finger.
use super::card::sources;
use crate::app::select::find::{Found, Guided, PressHere, Question, Together};
use crate::app::select::page::SourceLine;
use crate::app::{Action, Choice};
use crate::atlas::{Felt, Msg};
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use yew::prelude::*;

fn question(scene: &Scene, question: &Question) -> El {
    let id = question.id;
    let name = scene.id(&["question-", &number(id.at())].concat());
    let choice = |yes: bool, msg: Msg| {
        let on = question.answer == Some(yes);
        // Tapped again, an answer is taken back.
        button("rpe-chip", scene.on(Action::Answer(id, (!on).then_some(yes))))
            .state("aria-pressed", on)
            .attr("aria-describedby", name.clone())
            .text(scene.say(msg))
    };
    let warn = |title: &str, advice: &str| {
        div("rpe-cautions").child(el("b").text(title.to_owned())).child(el("p").text(advice.to_owned()))
    };
    let assumed = if question.assumed { scene.text.say(Msg::GuideAssumed) } else { "" };
    let why_asked = [&*question.why, " ", assumed].concat();
    el("li")
        .key(id.0)
        .attr("data-question", number(id.at()))
        .child(el("p").class("rpe-ask").attr("id", name.clone()).text(question.text.clone()))
        .child(el("p").class("rpe-note").text(why_asked))
        .child(div("rpe-chips").child(choice(true, Msg::GuideYes)).child(choice(false, Msg::GuideNo)))
        .children(question.warnings.iter().map(|w| warn(&w.title, &w.advice)))
}

fn questions(scene: &Scene, list: &[Question], from: &[SourceLine]) -> El {
    el("section")
        .class("rpe-guided")
        .attr("data-part", "questions")
        .child(el("h3").text(scene.say(Msg::GuideQuestions)))
        .child(el("p").class("rpe-lead").text(scene.say(Msg::GuideQuestionsLead)))
        .child(el("ul").class("rpe-asked").children(list.iter().map(|q| question(scene, q))))
        .child(el("p").class("rpe-note").text(scene.say(Msg::GuideWeights)))
        .child_if(!from.is_empty(), || sources(scene, from))
}

fn press(scene: &Scene, here: &PressHere) -> El {
    let felt = |felt: Felt, msg: Msg| {
        button("rpe-chip", scene.on(Action::Press(here.point, here.side, Some(felt))))
            .attr("data-felt", felt.name())
            .text(scene.say(msg))
    };
    let answers = [
        (Felt::Reproduced, Msg::GuideReproduced),
        (Felt::Tender, Msg::GuideTender),
        (Felt::Nothing, Msg::GuideNothing),
        (Felt::Unreachable, Msg::GuideUnreachable),
    ];
    let title = [&here.name, ", ", &here.leg].concat();
    let open = scene.on(Action::Choose(Some(Choice::Point(here.point))));
    el("section")
        .class("rpe-guided rpe-press-here")
        .attr("data-part", "press")
        .child(el("h3").text(scene.say(Msg::GuidePress)))
        .child(button("rpe-link", open).child(el("b").text(title)).text([": ", &here.place].concat()))
        .child_if(!here.find.is_empty(), || el("p").text(here.find.clone()))
        .child_if(!here.press.is_empty(), || el("p").text(here.press.clone()))
        .child(el("p").class("rpe-ask").text(scene.say(Msg::GuidePressLead)))
        .child(
            div("rpe-chips")
                .attr("role", "group")
                .label(scene.say(Msg::GuidePressLead))
                .children(answers.map(|(own, msg)| felt(own, msg))),
        )
        .child(el("p").class("rpe-note").text(scene.say(Msg::GuidePalpation)))
}

fn together(all: &Together) -> El {
    div("rpe-together")
        .child(el("p").text(all.words.clone()))
        .child_if(!all.rest.is_empty(), || el("p").text(all.rest.clone()))
}

/// What there is of it: the muscles that explain all of the pain together, a point to press next, and questions.
#[inline(never)]
pub fn guided(scene: &Scene, model: &Guided) -> Html {
    div("rpe-sharpen")
        .children(model.together.as_ref().map(together))
        .children(model.here.as_ref().map(|here| press(scene, here)))
        .child_if(!model.questions.is_empty(), || questions(scene, &model.questions, &model.sources))
        .into()
}

/// Why a muscle is in the list of possible sources, and why not higher.
#[inline(never)]
pub fn why(scene: &Scene, found: &Found) -> El {
    let lines = |list: &[String]| el("ul").class("rpe-lines").children(list.iter().map(|l| el("li").text(l.clone())));
    el("section")
        .class("rpe-why-page")
        .child(el("h3").text(scene.say(Msg::GuideWhy)))
        .child(el("p").class("rpe-note").text(found.match_words.clone()))
        .child(lines(&found.reasons))
        .child_if(!found.doubts.is_empty(), || el("h4").text(scene.say(Msg::GuideWhyNot)))
        .child_if(!found.doubts.is_empty(), || lines(&found.doubts))
        .child(el("p").class("rpe-note").text(found.support.clone()))
}

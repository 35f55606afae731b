//! What stands around the lines of the plan: undoing, adding a point, and the massages that are ready made.
use crate::app::Action;
use crate::app::plan::Deed;
use crate::app::select::edit::{EditModel, RoutineModel};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// The search field of the plan.
const FIELD: &str = ".rpe-plan-seek";

/// What was done last, in words, and the way to undo it. The region is always there, so that its change is heard.
pub fn undo(scene: &Scene, model: &EditModel) -> El {
    let button = || {
        button("rpe-link", scene.on(Action::Plan(Deed::Undo)))
            .attr("data-act", "put-back")
            .text(scene.say(Msg::PlanUndo))
    };
    let words = model.undo.clone().unwrap_or_default();
    div("rpe-plan-undo")
        .child(el("p").class("rpe-sr").attr("role", "status").attr("data-told", "plan").text(model.told.clone()))
        .child(el("p").attr("role", "status").text(words))
        .child_if(model.undo.is_some(), button)
}

/// Adding a point: a field, what was found, and the question when it would be one too many.
pub fn adding(scene: &Scene, model: &EditModel) -> El {
    let store = scene.store.clone();
    let typed = Callback::from(move |_: InputEvent| {
        let query = store.ports().layout.typed(FIELD).unwrap_or_default();
        store.touch();
        store.dispatch(Action::Plan(Deed::Seek(query)));
    });
    let field = el("input")
        .class("rpe-plan-seek")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(model.query.clone())
        .on_input(typed);
    let label = el("label").child(el("span").text(scene.say(Msg::PlanSeek))).child(field);
    let line = |(id, name): &(crate::atlas::PointId, String)| {
        let row = button("rpe-row", scene.on(Action::Plan(Deed::Add(*id))))
            .attr("data-add", number(id.at()))
            .child(el("span").class("rpe-row-text").text(name.clone()))
            .child(icon(IconName::Plus));
        el("li").key(id.0).child(row)
    };
    let none = model.found.is_empty() && !model.query.trim_matches(' ').is_empty();
    let asked =
        || {
            let act = |class, key: &'static str, msg, deed| {
                button(class, scene.on(Action::Plan(deed))).attr("data-act", key).text(scene.say(msg))
            };
            div("rpe-aside").child(el("p").text(model.asked.clone().unwrap_or_default())).child(
                div("rpe-aside-acts")
                    .child(act("rpe-button rpe-second", "leave", Msg::PlanLeave, Deed::Leave))
                    .child(act("rpe-button rpe-second", "anyway", Msg::PlanAnyway, Deed::Anyway)),
            )
        };
    div("rpe-plan-add")
        .child(label)
        .child(el("ul").class("rpe-list").children(model.found.iter().map(line)))
        .child(el("p").class("rpe-note").attr("role", "status").text(if none {
            scene.say(Msg::PlanSeekNone)
        } else {
            AttrValue::Static("")
        }))
        .child(div("rpe-plan-asked").attr("role", "status").child_if(model.asked.is_some(), asked))
}

fn routine(scene: &Scene, at: usize, own: &RoutineModel) -> El {
    let sources = own.sources.iter().map(|title| el("li").text(title.clone()));
    let why = el("details")
        .class("rpe-more")
        .child(
            el("summary")
                .label([scene.text.say(Msg::PlanRestsOn), ": ", &own.title].concat())
                .text(scene.say(Msg::PlanRestsOn)),
        )
        .child(el("p").text(own.support.clone()))
        .child(el("ul").class("rpe-routine-sources").children(sources));
    let begin = button("rpe-button rpe-second", scene.on(Action::Plan(Deed::Begin(at))))
        .attr("data-act", "begin")
        .label([scene.text.say(Msg::PlanBegin), ": ", &own.title].concat())
        .text(scene.say(Msg::PlanBegin));
    let head = div("rpe-routine-head")
        .child(
            div("rpe-row-text")
                .child(el("b").text(own.title.clone()))
                .child(el("small").text(own.purpose.clone()))
                .child(el("small").text(own.size.clone())),
        )
        .child(begin);
    el("li").class("rpe-routine").child(head).child(why)
}

/// The massages that are ready made, folded away unless the plan is empty.
pub fn routines(scene: &Scene, all: &[RoutineModel], open: bool) -> El {
    let lines = all.iter().enumerate().map(|(at, own)| routine(scene, at, own));
    el("details")
        .class("rpe-more rpe-routines")
        .attr_if("open", open.then_some(""))
        .child(el("summary").text(scene.say(Msg::PlanRoutines)))
        .child(el("ul").class("rpe-list").children(lines))
}

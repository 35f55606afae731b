//! The plans that a person keeps: the list of them, and keeping the one at hand.
use crate::app::plan::kept::LONGEST;
use crate::app::plan::shelf::Deed;
use crate::app::select::edit::{EditModel, KeptModel};
use crate::app::{Action, plan};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// The field for the name.
const FIELD: &str = "[data-field=plan-name]";

fn line(scene: &Scene, own: &KeptModel) -> El {
    let open = button("rpe-button rpe-second", scene.on(Action::Plan(plan::Deed::Shelf(Deed::Open(own.id.clone())))))
        .attr("data-act", "open-kept")
        .label([scene.text.say(Msg::PlanBegin), ": ", &own.name].concat())
        .text(scene.say(Msg::PlanBegin));
    let forget = button("rpe-round rpe-quiet", scene.on(Action::Plan(plan::Deed::Shelf(Deed::Forget(own.id.clone())))))
        .attr("data-act", "forget")
        .label(scene.text.fill(Msg::PlanForget, &[("name", &own.name)]))
        .child(icon(IconName::Bin));
    let words = div("rpe-row-text").child(el("b").text(own.name.clone())).child(el("small").text(own.of.clone()));
    el("li")
        .key(own.id.clone())
        .class("rpe-routine")
        .child(div("rpe-routine-head").child(words).child(open).child(forget))
}

/// The list, when there is one.
pub fn shelf(scene: &Scene, model: &EditModel) -> El {
    let list = || {
        let lines = model.kept.iter().map(|own| line(scene, own));
        let head = el("h3").text(scene.say(Msg::PlanShelf));
        Html::from_iter([head, el("ul").class("rpe-list").children(lines)])
    };
    el("section").class("rpe-shelf").child_if(!model.kept.is_empty(), list)
}

/// Keeping the plan at hand, under a name.
pub fn keep(scene: &Scene, model: &EditModel) -> El {
    let hear = {
        let scene = scene.clone();
        Callback::from(move |_: MouseEvent| {
            let store = &scene.store;
            store.touch();
            let typed = store.ports().layout.typed(FIELD).unwrap_or_default();
            store.dispatch(Action::Plan(plan::Deed::Shelf(Deed::Keep(typed, store.moment()))));
        })
    };
    let field = el("input")
        .attr("data-field", "plan-name")
        .attr("maxlength", number(LONGEST))
        .attr("autocomplete", "off")
        .value(model.name.clone());
    el("details")
        .class("rpe-more rpe-keep")
        .child(el("summary").text(scene.say(Msg::PlanKeep)))
        .child(
            div("rpe-keep-row").child(el("label").child(el("span").text(scene.say(Msg::PlanName))).child(field)).child(
                button("rpe-button rpe-second", hear).attr("data-act", "keep-plan").text(scene.say(Msg::PlanKeepAct)),
            ),
        )
        .child(el("p").class("rpe-note").attr("role", "status").text(model.keeping.clone()))
}

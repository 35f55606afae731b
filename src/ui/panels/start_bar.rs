//! The one primary button while finding: start the massage with what is picked or suggested.
use crate::app::Action;
use crate::app::select::massage::PlanModel;
use crate::ui::dom::{button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// The primary button; not there while there is nothing to press.
pub fn start_bar(scene: &Scene, model: &PlanModel) -> Html {
    if model.lines.is_empty() {
        return Html::default();
    }
    let start = button("rpe-button rpe-first", scene.now(|m| Action::Start(None, m)))
        .attr("data-act", "start")
        .child(icon(IconName::Play))
        .child(el("span").text(model.start.clone()))
        .child(el("span").class("rpe-time").text(model.clock.clone()));
    div("rpe-startbar").child(start).into()
}

//! The one primary button while finding: start the massage with what is picked or suggested.
use crate::app::Action;
use crate::app::select::massage::PlanModel;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// The primary button; not there while there is nothing to press.
pub fn start_bar(scene: &Scene, model: &PlanModel) -> Html {
    if model.lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="rpe-startbar">
            <button type="button" class="rpe-button rpe-first" data-act="start" onclick={scene.now(|m| Action::Start(None, m))}>
                { icon(IconName::Play) }<span>{ &model.start }</span><span class="rpe-time">{ &model.clock }</span>
            </button>
        </div>
    }
}

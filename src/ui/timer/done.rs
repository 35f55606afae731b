//! The end of a massage: what was done, and where to go from here.
use crate::app::select::timer::DoneModel;
use crate::app::{Action, Screen};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use yew::prelude::*;

/// The end of a massage.
pub fn done_panel(scene: &Scene, model: &DoneModel) -> Html {
    let leave = {
        let scene = scene.clone();
        Callback::from(move |_: MouseEvent| {
            scene.store.dispatch(Action::PutAway);
            scene.store.dispatch(Action::Show(Screen::Day));
        })
    };
    html! {
        <div class="rpe-panel rpe-done" part="timer">
            <div role="status">
                <h2>{ scene.say(model.title) }</h2>
                <p>{ &model.summary }</p>
                if let Some(remark) = model.remark { <p class="rpe-note">{ scene.say(remark) }</p> }
                <p class="rpe-count">{ &model.count }</p>
            </div>
            <div class="rpe-done-acts">
                if scene.features.diary {
                    <button type="button" class="rpe-button rpe-first" data-act="to-day" onclick={leave}>{ scene.say(Msg::DoneToDay) }</button>
                }
                <button type="button" class="rpe-button rpe-second" data-act="again" onclick={scene.on(|| Action::PutAway)}>{ scene.say(Msg::DoneAgain) }</button>
            </div>
        </div>
    }
}

//! The running massage, and its end.
mod dial;
mod done;

use crate::app::Action;
use crate::app::select::timer::{Face, TimerModel};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use dial::Dial;
pub use done::done_panel;
use yew::prelude::*;

/// The running massage. Colour says the phase, and so do the words.
pub fn timer_panel(scene: &Scene, model: &TimerModel) -> Html {
    let paused = model.paused;
    let toggle = if paused { scene.now(Action::Resume) } else { scene.now(Action::Pause) };
    let class = classes!(
        "rpe-timer",
        if model.face == Face::Pressing { "rpe-pressing" } else { "rpe-waiting" },
        paused.then_some("rpe-paused")
    );
    let word = if paused { Msg::TimerResume } else { Msg::TimerPause };
    html! {
        <div {class} part="timer">
            <p class="rpe-sr" role="status">{ &model.said }</p>
            <div class="rpe-timer-top">
                <p class="rpe-phase">{ scene.say(model.phase) }</p>
                <button type="button" class="rpe-stop" data-act="stop" onclick={scene.now(Action::Stop)}>{ icon(IconName::Stop) }{ scene.say(Msg::TimerStop) }</button>
            </div>
            <button type="button" class="rpe-pausearea" data-act={if paused { "resume" } else { "pause" }} onclick={toggle.clone()}
                aria-label={scene.say(word)}>
                <Dial session={model.session.clone()} scene={scene.clone()} />
            </button>
            <div class="rpe-now">
                <h2>{ &model.muscle }</h2>
                <p class="rpe-where">{ &model.place }{ ", " }<b>{ &model.leg }</b></p>
                <p class="rpe-how">{ &model.how }</p>
                <p class="rpe-counts">{ &model.point }{ " · " }{ &model.round }</p>
            </div>
            <div class="rpe-controls" part="controls">
                <button type="button" class="rpe-round" data-act="previous" aria-label={scene.say(Msg::TimerPrevious)} onclick={scene.now(Action::Previous)}>{ icon(IconName::Rewind) }</button>
                <button type="button" class="rpe-button rpe-first" onclick={toggle}>
                    { icon(if paused { IconName::Play } else { IconName::Pause }) }{ scene.say(word) }
                </button>
                <button type="button" class="rpe-round" data-act="next" aria-label={scene.say(Msg::TimerNext)} onclick={scene.now(Action::Next)}>{ icon(IconName::Skip) }</button>
            </div>
            <p class="rpe-upcoming">{ &model.upcoming }</p>
            <p class="rpe-note">{ scene.say(Msg::TimerCeiling) }</p>
            <details class="rpe-more"><summary>{ scene.say(Msg::CardPress) }</summary><p>{ &model.press }</p></details>
        </div>
    }
}

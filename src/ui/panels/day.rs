//! The day: a ring of massages done, what is left, and what was done.
use crate::app::select::day::{DayModel, DoneLine};
use crate::app::{Action, Screen};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use yew::prelude::*;

/// The length of a part of the ring and of the gap behind it, when the whole is 100 per part.
const PART: &str = "88 12";

/// A ring of as many parts as massages are wished for, the done ones filled.
fn ring(done: usize, of: usize) -> Html {
    let around = (of.max(1) * 100).to_string();
    let dashes = if of > 1 { PART } else { "100 0" };
    let turn = |i: usize| ["rotate(", &(i * 360 / of.max(1)).to_string(), " 60 60) rotate(-86 60 60)"].concat();
    let first = if of > 1 { [PART, " 0 ", &around].concat() } else { String::new() };
    let part = |i: usize| {
        html! {
            <circle cx="60" cy="60" r="52" pathLength={around.clone()} class="rpe-ring-fill" stroke-dasharray={first.clone()} transform={turn(i)} />
        }
    };
    html! {
        <svg class="rpe-dayring" viewBox="0 0 120 120" aria-hidden="true">
            <circle cx="60" cy="60" r="52" pathLength={around.clone()} class="rpe-ring-back" stroke-dasharray={dashes} transform="rotate(-86 60 60)" />
            { for (0..done.min(of)).map(part) }
        </svg>
    }
}

fn line(scene: &Scene, line: &DoneLine) -> Html {
    html! {
        <li key={line.id.clone()}>
            <span class="rpe-row-text"><b>{ &line.time }</b><small>{ &line.points }</small>
                if line.part { <small class="rpe-note">{ scene.say(Msg::DayPart) }</small> }
            </span>
        </li>
    }
}

/// The day.
pub fn day_panel(scene: &Scene, model: &DayModel) -> Html {
    html! {
        <div class="rpe-panel rpe-daypanel" part="day">
            <h2>{ scene.say(Msg::DayTitle) }</h2>
            <div class="rpe-daytop">
                { ring(model.done, model.of) }
                <div>
                    <p class="rpe-count" data-count={model.done.to_string()}>{ &model.count }</p>
                    <p class="rpe-lead">{ &model.left }</p>
                    <button type="button" class="rpe-button rpe-first" onclick={scene.on(|| Action::Show(Screen::Massage))}>{ scene.say(Msg::DayStart) }</button>
                </div>
            </div>
            <section part="diary">
                <h3>{ scene.say(Msg::DayList) }</h3>
                if model.today.is_empty() { <p class="rpe-lead">{ scene.say(Msg::DayNone) }</p> }
                <ol class="rpe-list rpe-log">{ for model.today.iter().map(|l| line(scene, l)) }</ol>
                if !model.before.is_empty() {
                    <h3>{ scene.say(Msg::DayBefore) }</h3>
                    <dl class="rpe-facts">{ for model.before.iter().map(|(day, n)| html! { <><dt>{ day }</dt><dd>{ n }</dd></> }) }</dl>
                }
            </section>
            <p class="rpe-note">{ scene.say(Msg::DayRest) }</p>
        </div>
    }
}

//! The red-flag check before the first massage. One tap when nothing applies; advice when something does.
use crate::app::Action;
use crate::app::select::card::CautionLine;
use crate::app::select::massage::{FlagLine, SafetyModel};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

fn asking(scene: &Scene, flags: &[FlagLine], care: &[CautionLine]) -> Html {
    let flag = |(at, flag): (usize, &FlagLine)| {
        html! {
            <li key={at}>
                <button type="button" class="rpe-row rpe-flag" data-flag={at.to_string()} onclick={scene.on(move || Action::Flag(at))}>
                    <span class="rpe-row-text">{ &flag.sign }</span>{ icon(IconName::Into) }
                </button>
            </li>
        }
    };
    html! {
        <div class="rpe-panel rpe-safety" part="massage">
            <button type="button" class="rpe-back" onclick={scene.on(|| Action::LeaveGate)}>{ icon(IconName::Back) }{ scene.say(Msg::SafetyBack) }</button>
            <h2>{ scene.say(Msg::SafetyTitle) }</h2>
            <p class="rpe-lead">{ scene.say(Msg::SafetyLead) }</p>
            <ul class="rpe-list">{ for flags.iter().enumerate().map(flag) }</ul>
            <p class="rpe-note">{ scene.say(Msg::SafetyHint) }</p>
            <details class="rpe-more">
                <summary>{ scene.say(Msg::SafetyCare) }</summary>
                <p>{ scene.say(Msg::SafetyCareLead) }</p>
                <ul>{ for care.iter().map(|c| html! { <li><b>{ &c.title }{ ". " }</b>{ &c.advice }</li> }) }</ul>
            </details>
            <div class="rpe-startbar">
                <button type="button" class="rpe-button rpe-first" data-act="safe" onclick={scene.now(Action::Safe)}>{ scene.say(Msg::SafetyNone) }</button>
            </div>
        </div>
    }
}

fn stopped(scene: &Scene, flag: &FlagLine) -> Html {
    html! {
        <div class="rpe-panel rpe-safety" part="massage" role="alert">
            <h2>{ icon(IconName::Warn) }{ scene.say(Msg::SafetyStop) }</h2>
            <p class={classes!("rpe-urgency", flag.emergency.then_some("rpe-emergency"))}>{ scene.say(flag.urgency) }</p>
            <h3>{ &flag.title }</h3>
            <p>{ &flag.advice }</p>
            <button type="button" class="rpe-button rpe-second" data-act="leave" onclick={scene.on(|| Action::LeaveGate)}>{ scene.say(Msg::SafetyBack) }</button>
        </div>
    }
}

/// The red-flag check.
pub fn safety_panel(scene: &Scene, model: &SafetyModel) -> Html {
    match &model {
        SafetyModel::Asking(flags, care) => asking(scene, flags, care),
        SafetyModel::Stopped(flag) => stopped(scene, flag),
    }
}

//! Everything about a muscle: its points with how to find and press them, then what it is and who says so.
use crate::app::select::card::{CautionLine, MuscleCard, PointCard, SourceLine, ZoneLine};
use crate::app::{Action, Choice};
use crate::atlas::{Msg, ZoneKind};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

fn zones(scene: &Scene, zones: &[ZoneLine], kind: ZoneKind, msg: Msg) -> Html {
    let of: Vec<&ZoneLine> = zones.iter().filter(|z| z.kind == kind).collect();
    if of.is_empty() {
        return Html::default();
    }
    let class = if kind == ZoneKind::Essential { "rpe-key-essential" } else { "rpe-key-spillover" };
    html! {
        <p class="rpe-zone-line">
            <span class={classes!("rpe-key", class)} aria-hidden="true"></span>
            <b>{ scene.say(msg) }{ ": " }</b>
            { for of.iter().enumerate().map(|(at, z)| html! {
                <span title={z.confidence.clone()} class={z.unverified.then_some("rpe-unverified")}>{ if at > 0 { ", " } else { "" } }{ &z.name }</span>
            }) }
        </p>
    }
}

fn cautions(scene: &Scene, lines: &[CautionLine]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="rpe-cautions">
            <h4>{ icon(IconName::Warn) }{ scene.say(Msg::CardCautions) }</h4>
            <ul>{ for lines.iter().map(|c| html! { <li><b>{ &c.title }{ ". " }</b>{ &c.advice }</li> }) }</ul>
        </div>
    }
}

fn sources(scene: &Scene, lines: &[SourceLine]) -> Html {
    let line = |s: &SourceLine| {
        html! {
            <li key={s.id.clone()}>
                if s.url.is_empty() { { &s.title } } else {
                    <a href={s.url.clone()} target="_blank" rel="noopener noreferrer nofollow">{ &s.title }</a>
                }
            </li>
        }
    };
    html! {
        <details class="rpe-more">
            <summary>{ scene.say(Msg::CardSources) }</summary>
            <ul class="rpe-sources">{ for lines.iter().map(line) }</ul>
        </details>
    }
}

fn point(scene: &Scene, model: &PointCard) -> Html {
    let id = model.id;
    let pick = if model.picked { Msg::ResultsAdded } else { Msg::ResultsAdd };
    html! {
        <section key={id.0} class={classes!("rpe-point-card", model.open.then_some("rpe-on"))} data-point={id.0.to_string()}>
            <h3>
                <button type="button" class="rpe-row" aria-expanded={model.open.to_string()} onclick={scene.on(move || Action::Choose(Some(Choice::Point(id))))}>
                    <span class="rpe-x" aria-hidden="true">{ icon(IconName::Cross) }</span>
                    <span class="rpe-row-text"><b>{ &model.place }</b>
                        if !model.remarks.is_empty() { <small>{ model.remarks.join(", ") }</small> }
                    </span>
                </button>
            </h3>
            if model.open {
                <div class="rpe-point-body">
                    { zones(scene, &model.zones, ZoneKind::Essential, Msg::CardOften) }
                    { zones(scene, &model.zones, ZoneKind::Spillover, Msg::CardSometimes) }
                    <h4>{ scene.say(Msg::CardFind) }</h4><p>{ &model.find }</p>
                    <h4>{ scene.say(if model.pressable { Msg::CardPress } else { Msg::CardLeave }) }</h4><p>{ &model.press }</p>
                    if model.pressable {
                        <dl class="rpe-facts">
                            <dt>{ scene.say(Msg::CardHow) }</dt><dd>{ &model.techniques }</dd>
                            <dt>{ scene.say(Msg::CardWith) }</dt><dd>{ &model.tools }</dd>
                            <dt>{ scene.say(Msg::CardDose) }</dt><dd>{ &model.dose }<small>{ scene.say(Msg::CardDoseNote) }</small></dd>
                        </dl>
                    }
                    { cautions(scene, &model.cautions) }
                    if model.pressable && scene.features.massage {
                        <button type="button" class="rpe-button rpe-second" aria-pressed={model.picked.to_string()} data-act="pick"
                            onclick={scene.on(move || Action::Pick(id))}>
                            { icon(if model.picked { IconName::Tick } else { IconName::Plus }) }{ scene.say(pick) }
                        </button>
                    }
                    { sources(scene, &model.sources) }
                </div>
            }
        </section>
    }
}

fn list(scene: &Scene, msg: Msg, lines: &[String]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! { <><h4>{ scene.say(msg) }</h4><ul>{ for lines.iter().map(|l| html! { <li>{ l }</li> }) }</ul></> }
}

/// Everything about a muscle.
pub fn card_panel(scene: &Scene, model: &MuscleCard) -> Html {
    let onkeydown = {
        let scene = scene.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                scene.store.dispatch(Action::Choose(None));
            }
        })
    };
    html! {
        <article class="rpe-panel rpe-card" part="card" {onkeydown}>
            <button type="button" class="rpe-back" onclick={scene.on(|| Action::Choose(None))}>
                { icon(IconName::Back) }{ scene.say(Msg::CardBack) }
            </button>
            <h2>{ &model.name }</h2>
            <p class="rpe-lead">{ &model.plain }</p>
            { for model.points.iter().map(|p| point(scene, p)) }
            <h3>{ scene.say(model.about_title) }</h3>
            <p>{ &model.about }</p>
            <h4>{ scene.say(Msg::CardEvidence) }</h4><p>{ &model.evidence }</p>
            { list(scene, Msg::CardDisagree, &model.disagreements) }
            <h4>{ scene.say(Msg::CardStretch) }</h4><p>{ &model.stretch }</p>
            { list(scene, Msg::CardCauses, &model.causes) }
            { list(scene, Msg::CardMistaken, &model.mistaken_for) }
            <dl class="rpe-facts">
                <dt>{ scene.say(Msg::CardLatin) }</dt><dd lang="la">{ &model.latin }</dd>
                <dt>{ scene.say(Msg::CardAttachments) }</dt><dd>{ &model.attachments }</dd>
                <dt>{ scene.say(Msg::CardNerve) }</dt><dd>{ &model.nerve }</dd>
            </dl>
            { sources(scene, &model.sources) }
        </article>
    }
}

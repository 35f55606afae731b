//! What may cause the marked pain: a ranked list, each entry with its reasons.
use crate::app::select::find::Found;
use crate::app::{Action, Choice};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// How many entries are shown at first.
const SHORT: usize = 5;

fn bar(percent: u8) -> Html {
    html! {
        <svg class="rpe-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" class="rpe-bar-back" /><rect width={percent.to_string()} height="4" class="rpe-bar-fill" />
        </svg>
    }
}

fn entry(scene: &Scene, at: usize, found: &Found) -> Html {
    let point = found.point;
    let pick = if found.picked { Msg::ResultsAdded } else { Msg::ResultsAdd };
    html! {
        <li key={point.0} class="rpe-result" data-muscle={found.muscle.0.to_string()}>
            <button type="button" class="rpe-row" onclick={scene.on(move || Action::Choose(Some(Choice::Point(point))))}>
                <span class="rpe-rank" aria-hidden="true">{ at + 1 }</span>
                <span class="rpe-row-text">
                    <b>{ &found.name }</b>
                    <small>{ &found.place }</small>
                    { bar(found.match_percent) }
                    <span class="rpe-sr">{ &found.match_words }</span>
                    { for found.reasons.first().map(|r| html! { <small class="rpe-why">{ r }</small> }) }
                </span>
                { icon(IconName::Into) }
            </button>
            if found.pressable && scene.features.massage {
                <button type="button" class="rpe-pick" aria-pressed={found.picked.to_string()}
                    aria-label={[scene.text.say(pick), ": ", &found.name].concat()} onclick={scene.on(move || Action::Pick(point))}>
                    { icon(if found.picked { IconName::Tick } else { IconName::Plus }) }
                </button>
            }
        </li>
    }
}

/// What may cause the marked pain.
pub fn results(scene: &Scene, results: &[Found], all: bool) -> Html {
    let count = results.len();
    let shown = if all { count } else { SHORT };
    let more = scene.text.fill(Msg::ResultsMore, &[("n", &count.to_string())]);
    html! {
        <section class="rpe-results" aria-label={scene.say(Msg::ResultsTitle)}>
            <h2>{ scene.say(Msg::ResultsTitle) }</h2>
            <p class="rpe-lead">{ scene.say(if count == 0 { Msg::ResultsNone } else { Msg::ResultsLead }) }</p>
            <ol class="rpe-list">
                { for results.iter().take(shown).enumerate().map(|(at, found)| entry(scene, at, found)) }
            </ol>
            if count > SHORT {
                <button type="button" class="rpe-link" aria-expanded={all.to_string()} onclick={scene.on(move || Action::ShowAll(!all))}>
                    { if all { scene.say(Msg::ResultsFewer) } else { AttrValue::from(more) } }
                </button>
            }
        </section>
    }
}

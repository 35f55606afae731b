//! Saying where it hurts, in a list that does the same as the map; and all muscles, for those who start there.
use super::results::results;
use crate::app::select::find::{Found, Listed, PlaceGroup};
use crate::app::{Action, Choice, Listing};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, icon, segment};
use yew::prelude::*;

/// What the room shows.
pub struct FindModel {
    /// The places, in groups.
    pub groups: Vec<PlaceGroup>,
    /// What may cause the marked pain.
    pub results: Vec<Found>,
    /// All muscles; only filled when they are listed.
    pub muscles: Vec<Listed>,
    /// What is listed.
    pub listing: Listing,
    /// How many places are marked.
    pub marked: usize,
    /// Whether all results are shown.
    pub all: bool,
}

fn chips(scene: &Scene, groups: &[PlaceGroup]) -> Html {
    let chip = |group: &PlaceGroup| {
        let id = group.id;
        let state = if group.on {
            "true"
        } else if group.some {
            "mixed"
        } else {
            "false"
        };
        html! {
            <button key={id.0} type="button" class="rpe-chip" aria-pressed={state} data-group={id.0.to_string()}
                onclick={scene.on(move || Action::TapGroup(id))}>{ &group.name }</button>
        }
    };
    html! { <div class="rpe-chips" role="group" aria-label={scene.say(Msg::FindGroups)}>{ for groups.iter().map(chip) }</div> }
}

fn places(scene: &Scene, groups: &[PlaceGroup]) -> Html {
    let group = |group: &PlaceGroup| {
        html! {
            <fieldset key={group.id.0} class="rpe-places">
                <legend>{ &group.name }</legend>
                { for group.places.iter().map(|place| {
                    let id = place.id;
                    html! {
                        <label key={id.0} class="rpe-check">
                            <input type="checkbox" checked={place.on} onchange={scene.on(move || Action::Tap(id))} />
                            <span>{ &place.name }</span>
                        </label>
                    }
                }) }
            </fieldset>
        }
    };
    html! {
        <details class="rpe-more">
            <summary>{ scene.say(Msg::FindRegions) }</summary>
            { for groups.iter().map(group) }
        </details>
    }
}

fn muscles(scene: &Scene, list: &[Listed]) -> Html {
    let row = |muscle: &Listed| {
        let id = muscle.id;
        html! {
            <li key={id.0}>
                <button type="button" class="rpe-row" onclick={scene.on(move || Action::Choose(Some(Choice::Muscle(id))))}>
                    <span class="rpe-row-text"><b>{ &muscle.name }</b><small>{ &muscle.plain }</small></span>
                    { icon(IconName::Into) }
                </button>
            </li>
        }
    };
    html! { <ul class="rpe-list">{ for list.iter().map(row) }</ul> }
}

/// Saying where it hurts, and what may cause it.
pub fn find_panel(scene: &Scene, props: &FindModel) -> Html {
    let by = |listing: Listing, key, msg| SegmentItem {
        key,
        label: scene.say(msg),
        on: props.listing == listing,
        on_press: scene.on(move || Action::List(listing)),
    };
    let ways = vec![by(Listing::Pain, "pain", Msg::FindByPain), by(Listing::Muscles, "muscles", Msg::FindByMuscle)];
    let switch = segment("rpe-listing", scene.say(Msg::FindListing), ways);
    if props.listing == Listing::Muscles {
        return html! {
            <div class="rpe-panel" part="results">
                { switch }
                <h2>{ scene.say(Msg::MusclesTitle) }</h2>
                <p class="rpe-lead">{ scene.say(Msg::MusclesLead) }</p>
                { muscles(scene, &props.muscles) }
            </div>
        };
    }
    let count = scene.text.count(Msg::FindMarkedOne, Msg::FindMarkedMany, props.marked);
    html! {
        <div class="rpe-panel" part="results">
            { switch }
            <h2>{ scene.say(Msg::FindTitle) }</h2>
            <p class="rpe-lead">{ scene.say(Msg::FindLead) }</p>
            { chips(scene, &props.groups) }
            <div class="rpe-marked">
                <p role="status">{ if props.marked == 0 { scene.say(Msg::FindEmpty) } else { AttrValue::from(count) } }</p>
                if props.marked > 0 {
                    <button type="button" class="rpe-link" onclick={scene.on(|| Action::Hurts(Vec::new()))}>{ scene.say(Msg::FindClear) }</button>
                }
            </div>
            { places(scene, &props.groups) }
            if props.marked > 0 { { results(scene, &props.results, props.all) } }
        </div>
    }
}

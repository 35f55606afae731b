//! Saying where it hurts, in a list that does the same as the map; and all muscles, for those who start there.
use super::doors::doors;
use super::query::{Search, search_field};
use super::results::{named, results, row};
use crate::app::select::find::{Found, Listed, Place, PlaceGroup, Sore};
use crate::app::{Action, Choice, Listing};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, icon, segment};
use yew::prelude::*;

/// What the room shows.
pub struct FindModel {
    /// The groups of places.
    pub groups: Vec<PlaceGroup>,
    /// All places by group, once that part of the program is there.
    pub places: Html,
    /// What may cause the marked pain.
    pub results: Vec<Found>,
    /// All muscles; only when they are listed.
    pub muscles: Option<Html>,
    /// What is listed.
    pub listing: Listing,
    /// How many places are marked.
    pub marked: usize,
    /// Whether all results are shown.
    pub all: bool,
    /// What is searched for.
    pub query: String,
    /// What was found; none while nothing is searched for.
    pub found: Option<Search>,
    /// The marked places, each with how much it hurts, once that part of the program is there.
    pub sore: Html,
    /// What makes the list of possible sources sharper, once that part of the program is there.
    pub sharpen: Html,
}

fn chips(scene: &Scene, groups: &[PlaceGroup]) -> El {
    let chip = |group: &PlaceGroup| {
        let id = group.id;
        let state = if group.on {
            "true"
        } else if group.some {
            "mixed"
        } else {
            "false"
        };
        button("rpe-chip", scene.on(Action::TapGroup(id)))
            .key(id.0)
            .attr("aria-pressed", state)
            .attr("data-group", number(id.at()))
            .text(group.name.clone())
    };
    div("rpe-chips").attr("role", "group").label(scene.say(Msg::FindGroups)).children(groups.iter().map(chip))
}

/// All places by group, each to be ticked.
#[inline(never)]
pub fn places(scene: &Scene, groups: &[PlaceGroup]) -> Html {
    let place = |place: &Place| {
        let id = place.id;
        let tick = scene.on(Action::Tap(id));
        el("label")
            .class("rpe-check")
            .key(id.0)
            .child(el("input").attr("type", "checkbox").checked(place.on).on_change(tick))
            .child(el("span").text(place.name.clone()))
    };
    let group = |group: &PlaceGroup| {
        el("fieldset")
            .class("rpe-places")
            .key(group.id.0)
            .child(el("legend").text(group.name.clone()))
            .children(group.places.iter().map(place))
    };
    groups.iter().map(|one| Html::from(group(one))).collect()
}

/// All muscles.
#[inline(never)]
pub fn muscles(scene: &Scene, list: &[Listed]) -> Html {
    let entry = |muscle: &Listed| {
        let name = named(&muscle.name).child(el("small").text(muscle.plain.clone()));
        let open = row(scene, Choice::Muscle(muscle.id)).child(name).child(icon(IconName::Into));
        el("li").key(muscle.id.0).attr("data-muscle", number(muscle.id.at())).child(open)
    };
    el("ul").class("rpe-list").children(list.iter().map(entry)).into()
}

fn marked(scene: &Scene, count: usize) -> El {
    let words = match count {
        0 => scene.say(Msg::FindEmpty),
        _ => scene.text.count(Msg::FindMarkedOne, Msg::FindMarkedMany, count).into(),
    };
    let clear = || button("rpe-link", scene.on(Action::Hurts(Vec::new()))).text(scene.say(Msg::FindClear));
    div("rpe-marked").child(el("p").attr("role", "status").text(words)).child_if(count > 0, clear)
}

/// The marked places, each with how much it hurts.
#[inline(never)]
pub fn strengths(scene: &Scene, sore: &[Sore]) -> Html {
    if sore.is_empty() {
        return Html::default();
    }
    let one = |place: &Sore| {
        let id = place.id;
        let key = number(id.at());
        let store = scene.store.clone();
        let field = [".rpe-sore [data-sore=\"", key.as_str(), "\"]"].concat();
        // The field is asked through the port: an event knows it only as a thing of the browser.
        let set = Callback::from(move |_| {
            let typed = store.ports().layout.typed(&field).and_then(|text| text.parse().ok());
            typed.into_iter().for_each(|intensity| store.dispatch(Action::Hurt(id, intensity)));
        });
        let slider = el("input")
            .attr("type", "range")
            .attr("min", "1")
            .attr("max", "10")
            .attr("data-sore", key)
            .label(scene.text.fill(Msg::PaintHow, &[("place", &place.name)]))
            .value(number(place.intensity.into()))
            .on_input(set);
        let away = button("rpe-round rpe-quiet", scene.on(Action::Tap(id)))
            .label(scene.text.fill(Msg::PlanRemove, &[("point", &place.name)]))
            .child(icon(IconName::Cross));
        el("li")
            .key(id.0)
            .child(el("span").class("rpe-sore-name").hidden().text(place.name.clone()))
            .child(slider)
            .child(el("span").class("rpe-sore-number").hidden().text(number(place.intensity.into())))
            .child(away)
    };
    let list = el("ul").class("rpe-sore").label(scene.say(Msg::MapKeyMarked)).children(sore.iter().map(one));
    el("details")
        .class("rpe-more rpe-strengths")
        .child(el("summary").text(scene.say(Msg::FindStrength)))
        .child(list)
        .into()
}

fn listing(scene: &Scene, props: FindModel) -> El {
    let by = |listing: Listing, key, msg| SegmentItem {
        key,
        label: scene.say(msg),
        on: props.listing == listing,
        on_press: scene.on(Action::List(listing)),
    };
    let ways = vec![by(Listing::Pain, "pain", Msg::FindByPain), by(Listing::Muscles, "muscles", Msg::FindByMuscle)];
    let by_muscle = props.listing == Listing::Muscles;
    let (title, lead) = if by_muscle { (Msg::MusclesTitle, Msg::MusclesLead) } else { (Msg::FindTitle, Msg::FindLead) };
    // What is folded away is a third of the widget, and comes with the second half of the program.
    let summary = el("summary").text(scene.say(Msg::FindRegions));
    let all = el("details").class("rpe-more").child(summary).child(props.places);
    // The two lists are one child: the switch above them must stay the same button when they change.
    let list: Html = match props.muscles {
        Some(muscles) => muscles,
        None => div("rpe-where")
            .child(chips(scene, &props.groups))
            .child(marked(scene, props.marked))
            .child(props.sore)
            .child(all)
            .child_if(props.marked > 0, || results(scene, &props.results, props.all))
            .child(props.sharpen)
            .into(),
    };
    div("rpe-listed")
        .key("listed")
        .child(segment("rpe-listing", scene.say(Msg::FindListing), ways))
        .child(el("h2").text(scene.say(title)))
        .child(el("p").class("rpe-lead").text(scene.say(lead)))
        .child(list)
}

/// Saying where it hurts, and what may cause it.
pub fn find_panel(scene: &Scene, mut props: FindModel) -> Html {
    let found = props.found.take();
    let field = search_field(scene, &props.query, found.as_ref());
    let list = match found {
        Some(found) => found.hits,
        None => listing(scene, props).into(),
    };
    // All with keys: the field must stay the same field while what lies below it changes.
    div("rpe-panel")
        .key("find")
        .attr("part", "results")
        .child(field)
        .child(list)
        .child(doors(scene).key("doors"))
        .into()
}

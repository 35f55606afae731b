//! What is found for the words in the search field: plain buttons in lists, by kind.
use super::query::{Search, keys};
use super::results::named;
use crate::app::select::search::{HitGroup, HitLine, SearchModel};
use crate::app::{Action, Choice};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};

fn line(scene: &Scene, own: &HitLine) -> El {
    let words = named(&own.name).child_if(!own.small.is_empty(), || el("small").text(own.small.clone()));
    let sign = if matches!(*own.action, Action::Mark(_)) { IconName::Plus } else { IconName::Into };
    let open = button("rpe-row", scene.again(own.action.clone())).child(words).child(icon(sign));
    let entry = el("li");
    let entry = match *own.action {
        Action::Choose(Some(Choice::Muscle(id))) => entry.attr("data-muscle", number(id.at())),
        Action::Choose(Some(Choice::Condition(id))) => entry.attr("data-condition", number(id.at())),
        _ => entry,
    };
    entry.child(open)
}

/// What was found.
#[inline(never)]
pub fn search_panel(scene: &Scene, model: &SearchModel) -> Search {
    let best = model.groups.first().and_then(|group| group.lines.first()).map(|line| line.action.clone());
    Search { told: model.told.clone().into(), best, hits: hits(scene, model).into() }
}

fn hits(scene: &Scene, model: &SearchModel) -> El {
    let group = |own: &HitGroup| {
        el("section")
            .child(el("h3").text(scene.say(own.title)))
            .child(el("ul").class("rpe-list").children(own.lines.iter().map(|own| line(scene, own))))
    };
    div("rpe-hits")
        .key("hits")
        .on_key(keys(scene, None))
        .child(el("h2").class("rpe-sr").text(scene.say(Msg::SearchTitle)))
        .children(model.groups.iter().map(group))
}

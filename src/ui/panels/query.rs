//! The search field above the list, with a count that is heard. Enter takes the first of what is found, Escape clears the
//! field. What is found is drawn by the half of the program that comes later.
use crate::app::Action;
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use std::rc::Rc;
use yew::prelude::*;

/// The field, and the way back to an empty one.
const FIELD: &str = ".rpe-search input";

/// What was found, as the field and the list show it.
pub struct Search {
    /// How much, in words.
    pub told: AttrValue,
    /// What Enter takes.
    pub best: Option<Rc<Action>>,
    /// The list.
    pub hits: Html,
}

/// Listens to the field and what lies below it: `best` is what Enter takes.
pub fn keys(scene: &Scene, best: Option<Rc<Action>>) -> Callback<KeyboardEvent> {
    let store = scene.store.clone();
    Callback::from(move |event: KeyboardEvent| {
        // Enter and Escape may belong to what puts letters together, as for Japanese.
        if event.is_composing() {
            return;
        }
        let action = match (event.key().as_str(), &best) {
            ("Escape", _) => Some(Rc::new(Action::Search(String::new()))),
            ("Enter", Some(best)) => Some(best.clone()),
            _ => None,
        };
        if let Some(action) = action.filter(|_| !store.state().query.is_empty()) {
            event.prevent_default();
            store.touch();
            store.again(action);
        }
    })
}

/// The search field.
pub fn search_field(scene: &Scene, query: &str, search: Option<&Search>) -> El {
    let store = scene.store.clone();
    let typed = Callback::from(move |_: InputEvent| {
        let typed = store.ports().layout.typed(FIELD).unwrap_or_default();
        store.touch();
        store.dispatch(Action::Search(typed));
    });
    let store = scene.store.clone();
    let clear = Callback::from(move |_: MouseEvent| {
        store.touch();
        store.dispatch(Action::Search(String::new()));
        store.ports().focus.to(&[FIELD]);
    });
    let clear = || {
        button("rpe-round rpe-quiet", clear)
            .attr("data-act", "clear")
            .label(scene.say(Msg::SearchClear))
            .child(icon(IconName::Cross))
    };
    let field = el("input")
        .attr("type", "search")
        .attr("id", scene.id("search"))
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("placeholder", scene.say(Msg::SearchExample))
        .label(scene.say(Msg::SearchLabel))
        .value(query.to_owned())
        .on_input(typed)
        .on_key(keys(scene, search.and_then(|s| s.best.clone())));
    let field = div("rpe-search").child(icon(IconName::Search)).child(field).child_if(!query.is_empty(), clear);
    let told = search.map(|s| s.told.clone()).unwrap_or_default();
    // The live region is always there, so that a screen reader hears it change.
    let told = el("p").class("rpe-told").attr("role", "status").text(told);
    el("div").key("search").attr("role", "search").child(field).child(told)
}

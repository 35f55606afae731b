//! What is found for the words in the search field, grouped by kind, each with what choosing it does.
use super::words;
use crate::app::{Action, Choice, State};
use crate::atlas::search::{Hit, Thing, search};
use crate::atlas::{GroupId, Msg};
use std::rc::Rc;

/// Something found, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct HitLine {
    /// Its name.
    pub name: String,
    /// What is added to it: what a lay person calls it, or the word it was found by.
    pub small: String,
    /// What choosing it does.
    pub action: Rc<Action>,
}

/// Things of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct HitGroup {
    /// What kind.
    pub title: Msg,
    /// The things, best first.
    pub lines: Vec<HitLine>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchModel {
    /// How much, in words; or what to try when there is nothing.
    pub told: String,
    /// What, the kind of the best first. The first line of the first group is the best of all.
    pub groups: Vec<HitGroup>,
}

fn group_name(state: &State, id: GroupId) -> String {
    state.atlas.group(id).map_or_else(String::new, |g| state.text.of(g.name).to_owned())
}

fn line(state: &State, hit: Hit) -> (Msg, HitLine) {
    let (atlas, text) = (&state.atlas, &state.text);
    let also = match hit.by.as_str() {
        "" => String::new(),
        by => text.fill(Msg::SearchAlso, &[("word", by)]),
    };
    let choose = |choice| Action::Choose(Some(choice));
    let (title, name, small, action) = match hit.thing {
        Thing::Group(id) => {
            let action = Action::Mark(atlas.regions_in(id));
            (Msg::SearchPlaces, group_name(state, id), also, action)
        }
        Thing::Region(id) => (Msg::SearchPlaces, words::region(atlas, text, id), also, Action::Mark(vec![id])),
        Thing::Muscle(id) => {
            let plain = words::plain(atlas, text, id);
            let small = if also.is_empty() { plain } else { [plain, also].join("; ") };
            (Msg::SearchMuscles, words::muscle(atlas, text, id), small, choose(Choice::Muscle(id)))
        }
        Thing::Condition(id) => {
            let condition = state.library.as_ref().and_then(|l| l.condition(id));
            let name = condition.map_or("", |c| text.of(c.title())).to_owned();
            (Msg::SearchConditions, name, also, choose(Choice::Condition(id)))
        }
    };
    (title, HitLine { name, small, action: Rc::new(action) })
}

/// What is found. None while nothing is searched for.
#[inline(never)]
pub fn found(state: &State) -> Option<SearchModel> {
    if state.query.trim_matches(' ').is_empty() {
        return None;
    }
    let hits = search(&state.atlas, state.library.as_deref(), &state.text, &state.query);
    let count = hits.len();
    let mut groups: Vec<HitGroup> = Vec::new();
    for (title, line) in hits.into_iter().map(|hit| line(state, hit)) {
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.lines.push(line),
            None => groups.push(HitGroup { title, lines: vec![line] }),
        }
    }
    let told = match count {
        0 => state.text.say(Msg::SearchNone).to_owned(),
        _ => state.text.count(Msg::SearchFoundOne, Msg::SearchFoundMany, count),
    };
    Some(SearchModel { told, groups })
}

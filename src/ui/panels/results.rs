//! What may cause the marked pain: a ranked list, each entry with its reasons.
use crate::app::select::find::Found;
use crate::app::{Action, Choice};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// How many entries are shown at first.
const SHORT: usize = 5;

/// How many distant suspects are shown beyond them.
const FAR: usize = 2;

/// A row that leads to a muscle or a point.
pub fn row(scene: &Scene, choice: Choice) -> El {
    button("rpe-row", scene.on(Action::Choose(Some(choice))))
}

/// The words of a row: a name, and what is added to it.
pub fn named(name: &str) -> El {
    el("span").class("rpe-row-text").child(el("b").text(name.to_owned()))
}

fn bar(percent: u8) -> El {
    let rect = |width: u8, class| el("rect").attr("width", number(width.into())).attr("height", "4").class(class);
    el("svg")
        .class("rpe-bar")
        .attr("viewBox", "0 0 100 4")
        .attr("preserveAspectRatio", "none")
        .hidden()
        .child(rect(100, "rpe-bar-back"))
        .child(rect(percent, "rpe-bar-fill"))
}

/// Why a result does not rank higher, as it is told.
fn said(scene: &Scene, doubt: &str) -> String {
    [scene.text.say(Msg::GuideWhyNot), ": ", doubt].concat()
}

fn entry(scene: &Scene, at: usize, found: &Found) -> El {
    let point = found.point;
    let place = if found.leg.is_empty() { found.place.clone() } else { [&*found.place, ", ", &found.leg].concat() };
    let words = named(&found.name)
        .child(el("small").text(place))
        .child(bar(found.match_percent))
        .child(el("span").class("rpe-sr").text(found.match_words.clone()))
        .children(found.reasons.first().map(|why| el("small").class("rpe-why").text(why.clone())))
        .children(found.doubts.first().map(|but| el("small").class("rpe-why").text(said(scene, but))));
    let open = row(scene, Choice::Point(point))
        .child(el("span").class("rpe-rank").hidden().text(number(at + 1)))
        .child(words)
        .child(icon(IconName::Into));
    let pick = || {
        let msg = if found.picked { Msg::ResultsAdded } else { Msg::ResultsAdd };
        button("rpe-pick", scene.on(Action::Pick(point)))
            .state("aria-pressed", found.picked)
            .label([&found.name, ": ", scene.text.say(msg)].concat())
            .child(icon(if found.picked { IconName::Tick } else { IconName::Plus }))
    };
    el("li")
        .class("rpe-result")
        .key(point.0)
        .attr("data-muscle", number(found.muscle.at()))
        .child(open)
        .child_if(found.pressable && scene.features.massage, pick)
}

/// What may cause the marked pain.
pub fn results(scene: &Scene, results: &[Found], all: bool) -> Html {
    let count = results.len();
    let shown = if all { count } else { SHORT };
    let lead = if count == 0 { Msg::ResultsNone } else { Msg::ResultsLead };
    let entries = results.iter().take(shown).enumerate().map(|(at, found)| entry(scene, at, found));
    // Distant suspects are not hidden behind the likelier ones.
    let far: Vec<(usize, &Found)> = results.iter().enumerate().skip(shown).filter(|(_, found)| found.distant).collect();
    let far = far.into_iter().take(FAR).map(|(at, found)| entry(scene, at, found));
    let far: Vec<El> = far.collect();
    let more = || {
        let words = match all {
            true => scene.say(Msg::ResultsFewer),
            false => scene.text.fill(Msg::ResultsMore, &[("n", &count.to_string())]).into(),
        };
        button("rpe-link", scene.on(Action::ShowAll(!all))).state("aria-expanded", all).text(words)
    };
    el("section")
        .class("rpe-results")
        .label(scene.say(Msg::ResultsTitle))
        .child(el("h2").text(scene.say(Msg::ResultsTitle)))
        .child(el("p").class("rpe-lead").text(scene.say(lead)))
        .child(el("ol").class("rpe-list").children(entries))
        .child_if(count > SHORT, more)
        .child_if(!far.is_empty(), || el("h3").text(scene.say(Msg::GuideFarTitle)))
        .child_if(!far.is_empty(), || el("ul").class("rpe-list").children(far))
        .into()
}

//! The day: a ring of massages done, what is left and when, what was said of the pain, what was done, whether it is
//! getting better, and the diary as a whole.
mod ask;
mod file;
mod hours;
mod report;
mod trend;

use crate::app::select::day::{DayModel, DoneLine};
use crate::app::select::trend::trend as trend_of;
use crate::app::{Action, Screen, State};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
pub use ask::{ask_after, ask_before};
pub use file::save_copy;
pub use report::page as report_page;
use yew::prelude::*;

/// The length of a part of the ring, when the whole is 100 per part.
const PART: usize = 88;

/// A ring of as many parts as massages are wished for, the done ones filled. One circle for each part: a dash that
/// repeats would leave a dot of its round end where none should be.
fn ring(done: usize, of: usize) -> El {
    let around = of.max(1) * 100;
    let part = if of > 1 { PART } else { around };
    let dash = [part.to_string(), (around - part).to_string()].join(" ");
    let circle = |i: usize| {
        let turn = (i * 360 / of.max(1)).to_string();
        el("circle")
            .attr("cx", "60")
            .attr("cy", "60")
            .attr("r", "52")
            .attr("pathLength", number(around))
            .class(if i < done { "rpe-ring-fill" } else { "rpe-ring-back" })
            .attr("stroke-dasharray", dash.clone())
            .attr("transform", ["rotate(", turn.as_str(), " 60 60) rotate(-86 60 60)"].concat())
    };
    el("svg").class("rpe-dayring").attr("viewBox", "0 0 120 120").hidden().children((0..of.max(1)).map(circle))
}

fn line(scene: &Scene, line: &DoneLine) -> El {
    let words = el("span")
        .class("rpe-row-text")
        .child(el("b").text(line.time.clone()))
        .child(el("small").text(line.points.clone()))
        .child_if(line.part, || el("small").class("rpe-note").text(scene.say(Msg::DayPart)));
    el("li").key(line.id.clone()).child(words)
}

/// The day.
#[inline(never)]
pub fn day_panel(scene: &Scene, state: &State, model: &DayModel) -> Html {
    let say = |tag: &'static str, msg: Msg| el(tag).text(scene.say(msg));
    let start = button("rpe-button rpe-first", scene.on(Action::Show(Screen::Massage)));
    let today = el("div")
        .child(el("p").class("rpe-count").attr("data-count", number(model.done)).text(model.count.clone()))
        .child(el("p").class("rpe-lead").text(model.left.clone()))
        .child_if(!model.next.is_empty(), || el("p").class("rpe-next").text(model.next.clone()))
        .child_if(model.missed, || say("p", Msg::DayMissed).class("rpe-note"))
        .child(start.text(scene.say(Msg::DayStart)));
    let diary = el("section")
        .attr("part", "diary")
        .child(say("h3", Msg::DayList))
        .child_if(model.today.is_empty(), || say("p", Msg::DayNone).class("rpe-lead"))
        .child(el("ol").class("rpe-list rpe-log").children(model.today.iter().map(|own| line(scene, own))));
    div("rpe-panel rpe-daypanel")
        .key("day")
        .attr("part", "day")
        .child(say("h2", Msg::DayTitle))
        .child(div("rpe-daytop").child(ring(model.done, model.of)).child(today))
        .child(ask::morning(scene, model.morning))
        .child(hours::hours(scene, model))
        .child(diary)
        .child(ask::note(scene, &model.note))
        .child(trend::trend(scene, &trend_of(state)))
        .child_if(scene.features.print, || report::choice(scene, state))
        .child(file::file(scene, state))
        .child(say("p", Msg::DayRest).class("rpe-note"))
        .into()
}

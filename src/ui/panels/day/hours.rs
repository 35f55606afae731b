//! When massages are due today, and the hours of the day over which they are spread; folded away.
use crate::app::Action;
use crate::app::journal::Deed;
use crate::app::select::day::{DayModel, HourLine};
use crate::atlas::Msg;
use crate::diary::Hours;
use crate::ui::dom::{El, button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};

fn line(scene: &Scene, line: &HourLine) -> El {
    let name = scene.text.say(line.name);
    let round = |act: &'static str, msg: Msg, to: Option<Hours>, drawing: IconName| {
        let hours = to.unwrap_or(scene.store.state().journal.hours);
        button("rpe-round", scene.on(Action::Diary(Deed::Keep(hours))))
            .attr("data-act", act)
            .label([name, ": ", scene.text.say(msg)].concat())
            .disabled(to.is_none())
            .child(icon(drawing))
    };
    div("rpe-stepper")
        .attr("role", "group")
        .label(name.to_owned())
        .child(el("span").class("rpe-stepper-label").text(name.to_owned()))
        .child(round("earlier", Msg::DayEarlier, line.earlier, IconName::Minus))
        .child(el("output").class("rpe-stepper-value").text(line.time.clone()))
        .child(round("later", Msg::DayLater, line.later, IconName::Plus))
}

/// The plan of the day.
pub fn hours(scene: &Scene, model: &DayModel) -> El {
    el("details")
        .class("rpe-more rpe-hours")
        .child(el("summary").text(scene.say(Msg::DayPlan)))
        .child(el("p").text(scene.text.fill(Msg::DayTimes, &[("times", &model.times)])))
        .children(model.hours.iter().map(|own| line(scene, own)))
        .child(el("p").class("rpe-note").text(scene.say(Msg::DaySpread)))
}

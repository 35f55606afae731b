//! The running massage, and its end.
mod dial;
mod done;
mod figure;

use crate::app::Action;
use crate::app::select::timer::{Face, TimerModel};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, component, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use dial::{Dial, DialProps};
pub use done::done_panel;
pub use figure::figure;
use yew::prelude::*;

fn paragraph(class: &str, words: &str) -> El {
    el("p").class(class).text(words.to_owned())
}

/// The point of now: where, how, and how far along.
fn now(model: &TimerModel) -> El {
    div("rpe-now")
        .child(el("h2").text(model.muscle.clone()))
        .child(paragraph("rpe-where", &model.place).text(", ").child(el("b").text(model.leg.clone())))
        .child(paragraph("rpe-how", &model.how))
        .child(paragraph("rpe-counts", &model.point).text(" · ").text(model.round.clone()))
}

/// The running massage. Colour says the phase, and so do the words.
#[inline(never)]
pub fn timer_panel(scene: &Scene, model: &TimerModel) -> Html {
    let paused = model.paused;
    let toggle = if paused { scene.now(Action::Resume) } else { scene.now(Action::Pause) };
    let (word, act, drawing) =
        if paused { (Msg::TimerResume, "resume", IconName::Play) } else { (Msg::TimerPause, "pause", IconName::Pause) };
    let stop = button("rpe-stop", scene.now(Action::Stop))
        .attr("data-act", "stop")
        .child(icon(IconName::Stop))
        .text(scene.say(Msg::TimerStop));
    let dial = component::<Dial>(DialProps { session: model.session.clone(), scene: scene.clone() });
    let skip = |act: &'static str, msg: Msg, drawing: IconName, hear: Callback<MouseEvent>| {
        button("rpe-round", hear).attr("data-act", act).label(scene.say(msg)).child(icon(drawing))
    };
    let controls = div("rpe-controls")
        .attr("part", "controls")
        .child(skip("previous", Msg::TimerPrevious, IconName::Rewind, scene.now(Action::Previous)))
        .child(
            button("rpe-button rpe-first", toggle.clone())
                .attr("data-act", act)
                .child(icon(drawing))
                .text(scene.say(word)),
        )
        .child(skip("next", Msg::TimerNext, IconName::Skip, scene.now(Action::Next)));
    let more = el("details")
        .class("rpe-more")
        .child(el("summary").text(scene.say(Msg::CardPress)))
        .child(el("p").text(model.press.clone()));
    div("rpe-timer")
        .key("run")
        .class(if model.face == Face::Pressing { "rpe-pressing" } else { "rpe-waiting" })
        .class_if(paused, "rpe-paused")
        .attr("part", "timer")
        .child(paragraph("rpe-sr", &model.said).attr("role", "status"))
        .child(div("rpe-timer-top").child(paragraph("rpe-phase", &scene.say(model.phase))).child(stop))
        // A large target for a thumb or an elbow, beside the button that says the same: no button of its own.
        .child(div("rpe-pausearea").on_click(toggle).child(dial))
        .child(now(model))
        .child(controls)
        .child(paragraph("rpe-upcoming", &model.upcoming))
        .child(paragraph("rpe-note", &model.pressure))
        .child(more)
        .into()
}

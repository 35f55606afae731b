//! The running massage, and its end.
mod aside;
mod dial;
mod done;
mod figure;
mod ready;

use crate::app::drive::MORE;
use crate::app::select::timer::{Face, TimerModel};
use crate::app::{Action, Deed};
use crate::atlas::Msg;
use crate::ui::dom::{El, button, component, div, el};
use crate::ui::panels::cues_panel;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
pub use aside::{advice_card, away_card, found_card};
use dial::{Dial, DialProps};
pub use done::done_panel;
pub use figure::figure;
use yew::prelude::*;

fn paragraph(class: &str, words: &str) -> El {
    el("p").class(class).text(words.to_owned())
}

/// The point of now: where, how, and how far along.
fn here(model: &TimerModel) -> El {
    div("rpe-now")
        .child(el("h2").text(model.muscle.clone()))
        .child(paragraph("rpe-where", &model.place).text(", ").child(el("b").text(model.leg.clone())))
        .child(paragraph("rpe-how", &model.how))
        .child(paragraph("rpe-counts", &model.point).text(" · ").text(model.round.clone()))
}

/// What ends a step that does harm, with what to do then.
fn trouble(scene: &Scene, model: &TimerModel) -> El {
    let ceiling = model.ceiling.to_string();
    let choice = |key: &'static str, words: AttrValue, hear: Callback<MouseEvent>| {
        button("rpe-button rpe-second", hear).attr("data-act", key).text(words)
    };
    let sore = scene.text.fill(Msg::RunSore, &[("n", &ceiling)]);
    el("details")
        .class("rpe-more rpe-trouble")
        .key("trouble")
        .child(el("summary").text(scene.say(Msg::RunTrouble)))
        .child(
            div("rpe-aside-acts")
                .child(choice("sore", sore.into(), scene.now(|m| Action::Do(Deed::Sore, m))))
                .child(choice("tingling", scene.say(Msg::RunTingling), scene.now(|m| Action::Do(Deed::Tingling, m)))),
        )
}

fn controls(scene: &Scene, model: &TimerModel, toggle: Callback<MouseEvent>) -> El {
    let (word, act, drawing) = match model.paused {
        true => (Msg::TimerResume, "resume", IconName::Play),
        false => (Msg::TimerPause, "pause", IconName::Pause),
    };
    let small = |act: &'static str, msg: Msg, drawing: IconName, hear: Callback<MouseEvent>| {
        button("rpe-round", hear).attr("data-act", act).label(scene.say(msg)).child(icon(drawing))
    };
    let main = button("rpe-button rpe-first", toggle).attr("data-act", act).child(icon(drawing)).text(scene.say(word));
    let longer = button("rpe-round", scene.now(|m| Action::Do(Deed::Extend, m)))
        .attr("data-act", "extend")
        .label(scene.say(Msg::RunMore))
        .text(["+", &MORE.as_seconds_up().to_string()].concat());
    let steps = div("rpe-steps")
        .child(small("restart", Msg::RunRestart, IconName::Undo, scene.now(|m| Action::Do(Deed::Restart, m))))
        .child(small("previous", Msg::TimerPrevious, IconName::Rewind, scene.now(Action::Previous)))
        .child(small("next", Msg::TimerNext, IconName::Skip, scene.now(Action::Next)))
        .child(longer)
        .child_if(!model.far, || small("far", Msg::RunFar, IconName::Wide, scene.on(Action::Far(true))));
    div("rpe-controls").attr("part", "controls").child(main).child(steps)
}

/// The running massage. Colour says the phase, and so do the words.
#[inline(never)]
pub fn timer_panel(scene: &Scene, model: &TimerModel) -> Html {
    let toggle = if model.paused { scene.now(Action::Resume) } else { scene.now(Action::Pause) };
    let stop = button("rpe-stop", scene.now(Action::Stop))
        .attr("data-act", "stop")
        .child(icon(IconName::Stop))
        .text(scene.say(Msg::TimerStop));
    let near = || {
        let leave = button("rpe-round", scene.on(Action::Far(false))).attr("data-act", "near");
        leave.label(scene.say(Msg::RunNear)).child(icon(IconName::Cross))
    };
    let dial = component::<Dial>(DialProps { session: model.session.clone(), scene: scene.clone() });
    let more = el("details")
        .class("rpe-more")
        .key("press")
        .child(el("summary").text(scene.say(Msg::CardPress)))
        .child(el("p").text(model.press.clone()));
    let top = div("rpe-timer-top")
        .child(paragraph("rpe-phase", &scene.say(model.phase)))
        .child_if(model.far, near)
        .child(stop);
    let flash = model.flash.map(|ring| div("rpe-flash").hidden().key(["flash-", &ring.to_string()].concat()));
    let leave = {
        let scene = scene.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                scene.store.dispatch(Action::Far(false));
            }
        })
    };
    let panel = div("rpe-timer")
        .key("run")
        .class(if model.face == Face::Pressing { "rpe-pressing" } else { "rpe-waiting" })
        .class_if(model.paused, "rpe-paused")
        .class_if(model.far, "rpe-far")
        .attr("part", "timer")
        .attr_if("popover", model.far.then_some("manual"))
        .on_key(leave)
        .child(paragraph("rpe-sr", &model.said).attr("role", "status").key("said"))
        .children(flash)
        .child(top.key("top"));
    let panel = match model.advice {
        Some(text) => panel.child(advice_card(scene, text)),
        None => panel,
    };
    panel
        // A large target for a thumb or an elbow, beside the button that says the same: no button of its own.
        .child(div("rpe-pausearea").key("pause").on_click(toggle.clone()).child(dial).child(here(model)))
        .child(controls(scene, model, toggle).key("controls"))
        .child(paragraph("rpe-upcoming", &model.upcoming).key("next"))
        .child(ready::ready(scene, model).key("ready"))
        .child(trouble(scene, model))
        .child(paragraph("rpe-note", &model.pressure).key("pressure"))
        .child(more)
        .child(cues_panel(scene, model.settings, model.able))
        .into()
}

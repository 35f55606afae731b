//! The end of a massage: what was done, and where to go from here.
use crate::app::select::timer::DoneModel;
use crate::app::{Action, Screen};
use crate::atlas::Msg;
use crate::ui::dom::{button, div, el};
use crate::ui::root::Scene;
use yew::prelude::*;

/// The end of a massage; `ask` asks how it feels now.
#[inline(never)]
pub fn done_panel(scene: &Scene, model: &DoneModel, ask: Html) -> Html {
    let leave = {
        let scene = scene.clone();
        Callback::from(move |_: MouseEvent| {
            scene.store.touch();
            scene.store.dispatch(Action::PutAway);
            scene.store.dispatch(Action::Show(Screen::Day));
        })
    };
    let to_day = || button("rpe-button rpe-first", leave).attr("data-act", "to-day").text(scene.say(Msg::DoneToDay));
    let again = button("rpe-button rpe-second", scene.on(Action::PutAway)).attr("data-act", "again");
    let said = el("div")
        .attr("role", "status")
        .child(el("h2").text(scene.say(model.title)))
        .child(el("p").text(model.summary.clone()))
        .children(model.remark.map(|remark| el("p").class("rpe-note").text(scene.say(remark))))
        .child(el("p").class("rpe-count").text(model.count.clone()));
    let acts = div("rpe-done-acts").child_if(scene.features.diary, to_day).child(again.text(scene.say(Msg::DoneAgain)));
    div("rpe-panel rpe-done").key("done").attr("part", "timer").child(said).child(ask).child(acts).into()
}

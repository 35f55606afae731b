//! The doors to the three rooms.
use crate::app::{Action, Screen};
use crate::atlas::Msg;
use crate::ui::dom::{button, el};
use crate::ui::root::Scene;
use yew::prelude::*;

/// The doors to the rooms.
pub fn tabs(scene: &Scene, screen: Screen, busy: bool) -> Html {
    let rooms = [
        (Screen::Find, Msg::ScreenFind, "find", scene.features.explore),
        (Screen::Massage, Msg::ScreenMassage, "massage", scene.features.massage),
        (Screen::Day, Msg::ScreenDay, "day", scene.features.diary),
    ];
    let open: Vec<_> = rooms.into_iter().filter(|(_, _, _, on)| *on).collect();
    if open.len() < 2 {
        return Html::default();
    }
    let door = |(room, msg, name, _): &(Screen, Msg, &'static str, bool)| {
        let room = *room;
        button("rpe-tab", scene.on(Action::Show(room)))
            .class_if(busy && room == Screen::Massage, "rpe-busy")
            .key(*name)
            .attr("data-screen", *name)
            .attr_if("aria-current", (room == screen).then_some("page"))
            .text(scene.say(*msg))
    };
    el("nav").class("rpe-tabs").label(scene.say(Msg::ScreenLabel)).children(open.iter().map(door)).into()
}

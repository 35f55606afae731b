//! The doors to the three rooms.
use crate::app::{Action, Screen};
use crate::atlas::Msg;
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
        let here = room == screen;
        let busy = busy && room == Screen::Massage;
        html! {
            <button key={*name} type="button" data-screen={*name} class={classes!("rpe-tab", busy.then_some("rpe-busy"))}
                aria-current={here.then_some("page")} onclick={scene.on(move || Action::Show(room))}>{ scene.say(*msg) }</button>
        }
    };
    html! { <nav class="rpe-tabs" aria-label={scene.say(Msg::ScreenLabel)}>{ for open.iter().map(door) }</nav> }
}

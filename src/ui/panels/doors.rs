//! The ways to the pages that are read for one's safety. They are there from the start; the pages come later.
use super::results::row;
use crate::app::Choice;
use crate::atlas::Msg;
use crate::ui::dom::{El, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};

/// A way to a page.
pub fn door(scene: &Scene, choice: Choice, title: Msg) -> El {
    let name = if choice == Choice::Doctor { "doctor" } else { "others" };
    row(scene, choice)
        .class("rpe-door")
        .attr("data-page", name)
        .child(el("b").class("rpe-row-text").text(scene.say(title)))
        .child(icon(IconName::Into))
}

/// The ways to both pages.
pub fn doors(scene: &Scene) -> El {
    div("rpe-doors").child(door(scene, Choice::Others, Msg::OthersTitle)).child(door(
        scene,
        Choice::Doctor,
        Msg::DoctorTitle,
    ))
}

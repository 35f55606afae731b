//! A number with a button for less and one for more. Big enough for a thumb.
use super::icon::{IconName, icon};
use crate::ui::dom::{button, div, el};
use yew::prelude::*;

/// What a stepper shows and does.
pub struct Stepper {
    /// What the number is.
    pub label: AttrValue,
    /// What identifies it in the page.
    pub name: &'static str,
    /// The number.
    pub value: i64,
    /// The least and the most it can be.
    pub limits: (i64, i64),
    /// How far a press goes.
    pub step: i64,
    /// What "less" is called.
    pub less: AttrValue,
    /// What "more" is called.
    pub more: AttrValue,
    /// Hears the new number.
    pub on_change: Callback<i64>,
}

/// A number with a button for less and one for more.
pub fn stepper(own: Stepper) -> Html {
    let (low, high) = own.limits;
    let round = |act: &'static str, word: &AttrValue, by: i64, off: bool, name: IconName| {
        let (on_change, value) = (own.on_change.clone(), (own.value + by).clamp(low, high));
        button("rpe-round", Callback::from(move |_| on_change.emit(value)))
            .attr("data-act", act)
            .label([own.label.as_str(), ": ", word.as_str()].concat())
            .disabled(off)
            .child(icon(name))
    };
    div("rpe-stepper")
        .attr("role", "group")
        .label(own.label.clone())
        .attr("data-name", own.name)
        .child(el("span").class("rpe-stepper-label").text(own.label.clone()))
        .child(round("less", &own.less, -own.step, own.value <= low, IconName::Minus))
        .child(el("output").class("rpe-stepper-value").text(own.value.to_string()))
        .child(round("more", &own.more, own.step, own.value >= high, IconName::Plus))
        .into()
}

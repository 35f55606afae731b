//! A row of buttons of which one is on.
use crate::ui::dom::{button, div};
use yew::prelude::*;

/// One button of the row.
#[derive(Clone, PartialEq)]
pub struct SegmentItem {
    /// What identifies it within the row.
    pub key: &'static str,
    /// What it says.
    pub label: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// What happens when it is pressed.
    pub on_press: Callback<MouseEvent>,
}

/// A row of buttons of which one is on. `class` is for its place on the page, `label` says what it is for.
pub fn segment(class: &'static str, label: AttrValue, items: Vec<SegmentItem>) -> Html {
    let item = |item: SegmentItem| {
        button("rpe-seg-item", item.on_press)
            .key(item.key)
            .attr("data-key", item.key)
            .state("aria-pressed", item.on)
            .text(item.label)
    };
    div("rpe-seg").class(class).attr("role", "group").label(label).children(items.into_iter().map(item)).into()
}

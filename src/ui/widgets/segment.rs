//! A row of buttons of which one is on.
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
    let button = |item: SegmentItem| {
        html! {
            <button key={item.key} type="button" class="rpe-seg-item" data-key={item.key}
                aria-pressed={item.on.to_string()} onclick={item.on_press}>{ item.label }</button>
        }
    };
    html! {
        <div class={["rpe-seg ", class].concat()} role="group" aria-label={label}>
            { for items.into_iter().map(button) }
        </div>
    }
}

//! A number with a button for less and one for more. Big enough for a thumb.
use super::icon::{IconName, icon};
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
pub fn stepper(props: Stepper) -> Html {
    let (low, high) = props.limits;
    let go = |by: i64| {
        let (on_change, value) = (props.on_change.clone(), (props.value + by).clamp(low, high));
        Callback::from(move |_: MouseEvent| on_change.emit(value))
    };
    let name = |word: &AttrValue| [props.label.as_str(), ": ", word.as_str()].concat();
    html! {
        <div class="rpe-stepper" role="group" aria-label={props.label.clone()} data-name={props.name}>
            <span class="rpe-stepper-label">{ &props.label }</span>
            <button type="button" class="rpe-round" data-act="less" aria-label={name(&props.less)}
                disabled={props.value <= low} onclick={go(-props.step)}>{ icon(IconName::Minus) }</button>
            <output class="rpe-stepper-value">{ props.value }</output>
            <button type="button" class="rpe-round" data-act="more" aria-label={name(&props.more)}
                disabled={props.value >= high} onclick={go(props.step)}>{ icon(IconName::Plus) }</button>
        </div>
    }
}

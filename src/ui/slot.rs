//! A place in which one widget after another may stand.
use super::root::{Root, RootProps};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VNode};

/// The properties of a place.
#[derive(Properties, PartialEq, Default)]
pub struct SlotProps {
    /// The widget that stands in it now.
    #[prop_or_default]
    pub root: Option<RootProps>,
}

/// The place.
pub struct Slot;

impl Component for Slot {
    type Message = ();
    type Properties = SlotProps;

    fn create(_: &Context<Self>) -> Self {
        Slot
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(root) = &ctx.props().root else { return Html::default() };
        // By its prefix, which no other widget of the page has: the next one begins afresh.
        let key = Key::from(root.prefix.as_str());
        VNode::from(VComp::new::<Root>(Rc::new(root.clone()), Some(key)))
    }
}

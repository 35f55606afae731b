//! Building elements by plain calls. `html!` writes every element out in full at the place where it stands; with
//! that, the interface alone would be two thirds of the download. These calls are a fifth of its size.
use yew::html::BaseComponent;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VComp, VNode, VTag, VText};

/// An element being built. Boxed, so that each call passes on one pointer instead of copying it all.
pub struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    class: String,
}

/// Text for an attribute or a text node. A trait of our own, because the conversion must not be repeated inline.
pub trait Words {
    /// The text as Yew keeps it.
    fn words(self) -> AttrValue;
}

impl Words for &'static str {
    fn words(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Words for String {
    #[inline(never)]
    fn words(self) -> AttrValue {
        AttrValue::Rc(self.into())
    }
}

impl Words for AttrValue {
    fn words(self) -> AttrValue {
        self
    }
}

/// An element of this name.
#[inline(never)]
pub fn el(name: &'static str) -> El {
    El(Box::new(Parts { tag: VTag::new(name), class: String::new() }))
}

/// An element of this name and class.
#[inline(never)]
pub fn div(class: &'static str) -> El {
    el("div").class(class)
}

/// A piece of text.
pub fn text(words: impl Words) -> Html {
    VNode::from(VText::new(words.words()))
}

/// A length to a tenth. By hand: the standard float formatter costs kilobytes of download.
pub fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    [sign, &(tenths.abs() / 10).to_string(), ".", &(tenths.abs() % 10).to_string()].concat()
}

/// A component. The macro's builder moves the properties once for each of them.
pub fn component<C: BaseComponent>(props: C::Properties) -> Html {
    VNode::from(VComp::new::<C>(std::rc::Rc::new(props), None))
}

/// A number as an attribute or as text.
#[inline(never)]
pub fn number(value: usize) -> AttrValue {
    value.to_string().words()
}

impl El {
    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.tag.add_attribute(name, value);
        self
    }
    #[inline(never)]
    fn listen(mut self, listener: std::rc::Rc<dyn Listener>) -> Self {
        self.0.tag.add_listener(listener);
        self
    }
    #[inline(never)]
    fn push(mut self, child: Html) -> Self {
        self.0.tag.add_child(child);
        self
    }

    /// Adds a class.
    #[inline(never)]
    pub fn class(mut self, class: &str) -> Self {
        if !self.0.class.is_empty() {
            self.0.class.push(' ');
        }
        self.0.class.push_str(class);
        self
    }
    /// Adds a class if so.
    #[inline(never)]
    pub fn class_if(self, so: bool, class: &str) -> Self {
        if so { self.class(class) } else { self }
    }
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Words) -> Self {
        self.set(name, value.words())
    }
    /// Sets an attribute if there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Words>) -> Self {
        match value {
            Some(value) => self.set(name, value.words()),
            None => self,
        }
    }
    /// Sets an ARIA state to "true" or "false".
    #[inline(never)]
    pub fn state(self, name: &'static str, on: bool) -> Self {
        self.set(name, AttrValue::Static(if on { "true" } else { "false" }))
    }
    /// What a screen reader calls it.
    pub fn label(self, words: impl Words) -> Self {
        self.set("aria-label", words.words())
    }
    /// Hides it from screen readers.
    #[inline(never)]
    pub fn hidden(self) -> Self {
        self.set("aria-hidden", AttrValue::Static("true"))
    }
    /// Says that it can do nothing now, if so. It stays reachable: a button that turns itself off must not throw the
    /// focus away.
    #[inline(never)]
    pub fn disabled(self, so: bool) -> Self {
        if so { self.set("aria-disabled", AttrValue::Static("true")) } else { self }
    }
    /// Ticks a checkbox, or not.
    #[inline(never)]
    pub fn checked(mut self, on: bool) -> Self {
        self.0.tag.set_checked(on);
        self
    }
    /// What identifies it among its neighbours.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }
    /// Hears clicks and taps.
    #[inline(never)]
    pub fn on_click(self, hear: Callback<MouseEvent>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onclick::Wrapper::new(hear)))
    }
    /// Hears a changed input.
    #[inline(never)]
    pub fn on_change(self, hear: Callback<yew::Event>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onchange::Wrapper::new(hear)))
    }
    /// What a field holds.
    #[inline(never)]
    pub fn value(mut self, value: impl Words) -> Self {
        self.0.tag.set_value(Some(value.words()));
        self
    }
    /// Hears a field being changed, with every change.
    #[inline(never)]
    pub fn on_input(self, hear: Callback<InputEvent>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::oninput::Wrapper::new(hear)))
    }
    /// Hears a finger, pen or mouse being put down on it.
    #[inline(never)]
    pub fn on_press(self, hear: Callback<PointerEvent>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onpointerdown::Wrapper::new(hear)))
    }
    /// Hears keys.
    #[inline(never)]
    pub fn on_key(self, hear: Callback<KeyboardEvent>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onkeydown::Wrapper::new(hear)))
    }
    /// Hears the pointer come and go.
    #[inline(never)]
    pub fn on_hover(self, enter: Callback<PointerEvent>, leave: Callback<PointerEvent>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onpointerenter::Wrapper::new(enter)))
            .listen(std::rc::Rc::new(yew::html::onpointerleave::Wrapper::new(leave)))
    }
    /// Hears fingers and pens on it: pressed, moved, lifted.
    #[inline(never)]
    pub fn on_fingers(
        self,
        press: Callback<PointerEvent>,
        drag: Callback<PointerEvent>,
        lift: Callback<PointerEvent>,
    ) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onpointerdown::Wrapper::new(press)))
            .listen(std::rc::Rc::new(yew::html::onpointermove::Wrapper::new(drag)))
            .listen(std::rc::Rc::new(yew::html::onpointerup::Wrapper::new(lift.clone())))
            .listen(std::rc::Rc::new(yew::html::onpointercancel::Wrapper::new(lift.clone())))
            .listen(std::rc::Rc::new(yew::html::onpointerleave::Wrapper::new(lift)))
    }
    /// Hears the wheel, and two taps in a row.
    #[inline(never)]
    pub fn on_wheel(self, turn: Callback<WheelEvent>, twice: Callback<MouseEvent>) -> Self {
        self.listen(std::rc::Rc::new(yew::html::onwheel::Wrapper::new(turn)))
            .listen(std::rc::Rc::new(yew::html::ondblclick::Wrapper::new(twice)))
    }
    /// Adds text.
    pub fn text(self, words: impl Words) -> Self {
        self.push(text(words))
    }
    /// Adds a child.
    pub fn child(self, child: impl Into<Html>) -> Self {
        self.push(child.into())
    }
    /// Adds a child if so; it is only made then. Otherwise an empty one keeps its place: Yew tells unkeyed children
    /// apart by counting, and would build the neighbours anew, which costs a pressed button its focus.
    pub fn child_if<H: Into<Html>>(self, so: bool, child: impl FnOnce() -> H) -> Self {
        self.push(if so { child().into() } else { Html::default() })
    }
    /// Adds children.
    pub fn children<H: Into<Html>>(self, children: impl IntoIterator<Item = H>) -> Self {
        children.into_iter().fold(self, |own, child| own.push(child.into()))
    }
}

impl From<El> for Html {
    #[inline(never)]
    fn from(mut own: El) -> Html {
        if !own.0.class.is_empty() {
            let class = std::mem::take(&mut own.0.class);
            own.0.tag.add_attribute("class", class);
        }
        VNode::from(own.0.tag)
    }
}

/// A button that does not submit a form.
#[inline(never)]
pub fn button(class: &'static str, hear: Callback<MouseEvent>) -> El {
    el("button").attr("type", "button").class(class).on_click(hear)
}

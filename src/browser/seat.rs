//! Elements for widgets to stand in. Yew never takes the listeners away that it puts on the element of an app, and they hold
//! the app: an element and its app are therefore used again and again, and never more of them made than stand in the page
//! at one time.
use crate::ui::root::RootProps;
use crate::ui::slot::{Slot, SlotProps};
use std::cell::RefCell;
use web_sys::Element;
use yew::AppHandle;

thread_local! {
    static FREE: RefCell<Vec<Seat>> = const { RefCell::new(Vec::new()) };
}

/// An element with its app, empty or with a widget in it.
pub struct Seat {
    place: Element,
    app: AppHandle<Slot>,
}

impl Seat {
    /// One that is free, or a new one. None where there is no page.
    pub fn take() -> Option<Self> {
        if let Some(seat) = FREE.with_borrow_mut(Vec::pop) {
            return Some(seat);
        }
        let place = web_sys::window()?.document()?.create_element("div").ok()?;
        let app = yew::Renderer::<Slot>::with_root_and_props(place.clone(), SlotProps::default()).render();
        Some(Seat { place, app })
    }

    /// The element.
    pub fn place(&self) -> Element {
        self.place.clone()
    }

    /// Puts a widget in it.
    pub fn fill(&mut self, root: RootProps) {
        self.app.update(SlotProps { root: Some(root) });
    }

    /// Takes the widget out of it, and the element out of the page. What is pending for the widget happens first.
    pub fn leave(mut self) {
        self.app.update(SlotProps::default());
        self.place.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

//! Handing on what is shown, and showing what was handed on: links and captured objects.
use super::Handle;
use super::capture;
use crate::app::{Action, share};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Handle {
    /// The text of a link to what is shown.
    pub fn fragment(&self) -> String {
        share::fragment(&self.store.state())
    }

    /// Opens the link in the page's fragment. False when the fragment is not meant for us, or links are not on offer.
    pub fn open(&self, fragment: &str) -> bool {
        let ours = self.features.share && share::is_ours(fragment);
        if ours {
            self.store.dispatch(Action::Follow(fragment.to_owned()));
            self.keep_to_rooms();
        }
        ours
    }

    /// What the person sees, as a plain object.
    pub fn capture(&self) -> JsValue {
        capture::capture(&self.store.state())
    }

    /// Shows what was captured.
    ///
    /// # Errors
    /// TypeError or RangeError naming the field; then nothing changes.
    pub fn restore(&self, captured: &JsValue) -> Result<(), JsValue> {
        let shared = capture::restored(&self.store.state(), captured)?;
        self.store.dispatch(Action::Open(Box::new(shared)));
        self.keep_to_rooms();
        Ok(())
    }
}

impl Handle {
    /// What comes from another page may lead into a room that this one does not offer.
    fn keep_to_rooms(&self) {
        let room = self.features.first().filter(|_| !self.features.offers(self.store.state().screen));
        if let Some(room) = room {
            self.store.dispatch(Action::Show(room));
        }
    }
}

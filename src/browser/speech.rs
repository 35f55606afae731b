//! The browser's voice (speechSynthesis), where there is one.
use super::reflect::{call, get};
use crate::ports::Speech;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's voice.
pub struct Voice;

fn voice() -> Option<JsValue> {
    get(&web_sys::window()?.into(), "speechSynthesis")
}

impl Speech for Voice {
    fn say(&self, words: &str, lang: &str, volume: u8) {
        let (Some(voice), Some(window)) = (voice(), web_sys::window()) else { return };
        let class = get(&window, "SpeechSynthesisUtterance").and_then(|class| class.dyn_into::<Function>().ok());
        let made = class.and_then(|class| Reflect::construct(&class, &Array::of1(&words.into())).ok());
        let Some(utterance) = made else { return };
        let fields = [("lang", lang.into()), ("volume", (f64::from(volume) / 10.0).into())];
        for (name, value) in fields {
            // A field that is refused leaves the browser's own choice.
            let _ = Reflect::set(&utterance, &name.into(), &value);
        }
        self.hush();
        call(&voice, "speak", &utterance);
    }

    fn hush(&self) {
        if let Some(voice) = voice() {
            call(&voice, "cancel", &JsValue::UNDEFINED);
        }
    }

    fn able(&self) -> bool {
        voice().is_some()
    }
}

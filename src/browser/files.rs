//! Saving by a link to a blob, picking by a field for files. Neither is ever in the page. A frame that may not save does
//! nothing: the browser tells nobody.
use super::clock::Listening;
use super::reflect::{call, get};
use crate::diary::file::{MOST, NotRead};
use crate::ports::files::Picked;
use crate::ports::{Files, Timer};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Element, Url};

/// The device's files.
#[derive(Default)]
pub struct Disk {
    // Held until the next time: what is being called must not be dropped meanwhile.
    picking: RefCell<Option<Box<dyn Timer>>>,
}

/// How long a browser may take to fetch what it was offered, in milliseconds.
const FETCHED: u32 = 60_000;

/// An element outside of the page, with attributes.
fn element(name: &str, attributes: [(&str, &str); 2]) -> Option<Element> {
    let element = web_sys::window()?.document()?.create_element(name).ok()?;
    for (attribute, value) in attributes {
        element.set_attribute(attribute, value).ok()?;
    }
    Some(element)
}

fn click(element: &Element) {
    // A browser without it offers nothing.
    let _ = call(element, "click", &JsValue::UNDEFINED);
}

/// What the field was given. The size is asked before anything is read.
fn text_of(field: &Element) -> Option<Result<Promise, NotRead>> {
    let file = get(&get(field, "files")?, "0")?;
    if get(&file, "size")?.as_f64()? > MOST as f64 {
        return Some(Err(NotRead::TooLarge));
    }
    call(&file, "text", &JsValue::UNDEFINED)?.dyn_into().ok().map(Ok)
}

impl Files for Disk {
    fn save(&self, name: &str, kind: &'static str, text: &str) {
        let bag = BlobPropertyBag::new();
        bag.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag);
        let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
        if let Some(link) = element("a", [("href", &url), ("download", name)]) {
            click(&link);
        }
        // What cannot be given back goes with the page.
        Timeout::new(FETCHED, move || drop(Url::revoke_object_url(&url))).forget();
    }

    fn pick(&self, endings: &'static str, told: Box<dyn FnOnce(Picked)>) {
        let Some(field) = element("input", [("type", "file"), ("accept", endings)]) else { return };
        let (told, own) = (Cell::new(Some(told)), field.clone());
        let picked = move || {
            let (Some(told), Some(text)) = (told.take(), text_of(&own)) else { return };
            spawn_local(async move {
                told(match text {
                    Ok(text) => {
                        let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
                        text.ok_or(NotRead::NoDiary)
                    }
                    Err(reason) => Err(reason),
                });
            });
        };
        let listening = Listening::new(Box::new(picked), vec![(field.clone().into(), "change")]);
        *self.picking.borrow_mut() = Some(Box::new(listening));
        click(&field);
    }
}

//! Handing out a link: the device's own sharing where there is one, else the clipboard, else the link itself. All three
//! may refuse: in a frame, without a secure connection, or because the person thought better of it.
use super::reflect::{call, get};
use crate::app::Given;
use crate::ports::Share;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The browser's ways.
pub struct Link;

fn promise(object: Option<&JsValue>, method: &str, argument: &JsValue) -> Option<Promise> {
    call(object?, method, argument)?.dyn_into().ok()
}

/// What the device's own sharing is given.
fn parcel(title: &str, url: &str) -> JsValue {
    let out = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        // A fresh plain object takes any field.
        let _ = Reflect::set(&out, &key.into(), &value.into());
    }
    out.into()
}

/// Whether the person closed the device's sharing without choosing anybody.
fn given_up(error: &JsValue) -> bool {
    get(error, "name").is_some_and(|name| name == "AbortError")
}

impl Share for Link {
    fn give(&self, title: &str, fragment: &str, told: Box<dyn FnOnce(Given)>) {
        let Some(window) = web_sys::window() else { return told(Given::Shown(["#", fragment].concat())) };
        let href = get(&window, "location").and_then(|l| get(&l, "href")).and_then(|h| h.as_string());
        let href = href.unwrap_or_default();
        let url = [href.split('#').next().unwrap_or_default(), "#", fragment].concat();
        let navigator = get(&window, "navigator");
        // Asked within the tap, or it is refused.
        let sent = promise(navigator.as_ref(), "share", &parcel(title, &url));
        spawn_local(async move {
            if let Some(sent) = sent {
                match JsFuture::from(sent).await {
                    Ok(_) => return told(Given::Sent),
                    Err(error) if given_up(&error) => return told(Given::Sent),
                    Err(_) => {}
                }
            }
            let clipboard = navigator.and_then(|n| get(&n, "clipboard"));
            let copied = match promise(clipboard.as_ref(), "writeText", &url.as_str().into()) {
                Some(copied) => JsFuture::from(copied).await.is_ok(),
                None => false,
            };
            told(if copied { Given::Copied } else { Given::Shown(url) });
        });
    }
}

//! The border of the module that checks a page's own atlas: text in, problems or packs out. Nothing of the widget is in
//! this module, and nothing of this in the widget's.
use crate::atlas::model::pack::pack;
use crate::atlas::source::{Made, Problems, document, faults, make};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a field of an object just made cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn packs(made: &Made) -> Object {
    let packs = Object::new();
    let add = |name: &str, bytes: Vec<u8>| set(&packs, name, &Uint8Array::from(bytes.as_slice()));
    add("atlas", pack(&made.atlas));
    add("library", pack(&made.library));
    for (view, drawing) in &made.drawings {
        let (first, deeper) = drawing.split(*view);
        add(view.name(), pack(&first));
        if let Some(deeper) = deeper {
            add(&["deeper-", view.name()].concat(), pack(&deeper));
        }
    }
    for names in &made.names {
        add(&["names-", &names.lang].concat(), pack(names));
    }
    for prose in &made.prose {
        add(&["prose-", &prose.lang].concat(), pack(prose));
    }
    packs
}

/// Checks an atlas in the shape of `atlas.json`. Gives `{ problems: [text] }`, all of them, or `{ packs: { name: bytes } }`.
#[wasm_bindgen]
pub fn check(document: &str) -> Object {
    let mut problems = Problems::default();
    let source = document::read(document, &mut problems);
    let made = if problems.0.is_empty() {
        make(&source)
    } else {
        faults(&source, &mut problems);
        Err(problems)
    };
    let out = Object::new();
    match made {
        Ok(made) => set(&out, "packs", &packs(&made)),
        Err(problems) => {
            let list: Array = problems.0.iter().map(|p| JsValue::from(p.to_string())).collect();
            set(&out, "problems", &list);
        }
    }
    out
}

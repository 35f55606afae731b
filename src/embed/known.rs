//! An atlas in use. All widgets that show the same atlas share it, and what was fetched of it.
use super::error::out_of_range;
use crate::app::Part;
use crate::atlas::{Atlas, Drawing, Library, bundle};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

struct Inner {
    atlas: Rc<Atlas>,
    library: RefCell<Option<Rc<Library>>>,
    drawings: RefCell<Vec<(Part, Rc<Drawing>)>>,
}

/// An atlas in use.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Known(Rc<Inner>);

#[wasm_bindgen]
impl Known {
    /// Unpacks an atlas.
    ///
    /// # Errors
    /// RangeError when it was not packed by this build.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Result<Known, JsValue> {
        let atlas = bundle::unpack(pack).ok_or_else(|| out_of_range("atlas", "", "the atlas of this build"))?;
        Ok(Known(Rc::new(Inner { atlas: Rc::new(atlas), library: RefCell::default(), drawings: RefCell::default() })))
    }
}

impl Known {
    /// The records.
    pub fn atlas(&self) -> Rc<Atlas> {
        self.0.atlas.clone()
    }

    /// What the claims rest on; unpacked once for all widgets. None when the bytes are of another build.
    pub fn library(&self, bytes: &[u8]) -> Option<Rc<Library>> {
        let mut library = self.0.library.borrow_mut();
        if library.is_none() {
            *library = bundle::unpack_library(bytes).map(Rc::new);
        }
        library.clone()
    }

    /// How a view is drawn, or its deeper half; unpacked once for all widgets. None when the bytes are no drawing of
    /// this build.
    pub fn drawing(&self, part: Part, bytes: &[u8]) -> Option<Rc<Drawing>> {
        let mut drawings = self.0.drawings.borrow_mut();
        if let Some((_, drawing)) = drawings.iter().find(|(of, _)| *of == part) {
            return Some(drawing.clone());
        }
        let drawing = Rc::new(bundle::unpack_drawing(bytes)?);
        drawings.push((part, drawing.clone()));
        Some(drawing)
    }
}

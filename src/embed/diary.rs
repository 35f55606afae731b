//! The diary for the page's own program: as a text, and from one.
use super::error::{out_of_range, wrong_type};
use super::handle::Handle;
use crate::app::Action;
use crate::app::journal::Deed;
use crate::browser::records::to_js;
use crate::diary::file::NotRead;
use crate::diary::{Value, csv};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Handle {
    /// The whole diary as a text: `json`, which can be brought in again without a loss, or `csv`, a table.
    ///
    /// # Errors
    /// RangeError when the form is neither.
    #[wasm_bindgen(js_name = exportDiary)]
    pub fn export_diary(&self, form: &JsValue) -> Result<String, JsValue> {
        let state = self.store.state();
        match form.as_string().as_deref() {
            Some("json") => Ok(self.store.ports().records.export(&state.book)),
            Some("csv") => Ok(csv::write(&state.book)),
            other => Err(out_of_range("form", other.unwrap_or_default(), "json or csv")),
        }
    }

    /// Adds the records of such a text that are not in the diary. Gives how many are new, how many were known, and how many
    /// could not be read.
    ///
    /// # Errors
    /// TypeError when it is no text; RangeError when it is no diary, or larger than 10 MB. Then nothing is changed.
    #[wasm_bindgen(js_name = importDiary)]
    pub fn import_diary(&self, text: &JsValue) -> Result<JsValue, JsValue> {
        let Some(text) = text.as_string() else { return Err(wrong_type("text", "a diary as exportDiary gives it")) };
        let brought = self.store.ports().records.import(&text).map_err(|reason| match reason {
            NotRead::NoDiary => out_of_range("text", "", "a diary as exportDiary gives it, of this version"),
            NotRead::TooLarge => out_of_range("text", "", "at most 10 MB"),
        })?;
        self.store.dispatch(Action::Diary(Deed::Bring(Ok(brought))));
        let told = self.store.state().journal.told.and_then(Result::ok).unwrap_or_default();
        let count = |n: usize| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
        Ok(to_js(&Value::map([
            ("new", count(told.new)),
            ("known", count(told.known)),
            ("unreadable", count(told.unreadable)),
        ])))
    }
}

//! The printed sheet: asked for, drawn as soon as all it shows has come, and put away after printing.
use super::select::sheet::missing;
use super::state::State;
use std::rc::Rc;

/// Where the sheet is. The text is the date on it, in the person's language.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Sheet {
    /// Nobody asked for it.
    #[default]
    Away,
    /// Asked for; something that belongs on it has not come.
    Waiting(Rc<str>),
    /// In the page, to be printed.
    Out(Rc<str>),
    /// In its place, the page of the diary for a clinician.
    Diary(Rc<str>),
}

impl Sheet {
    /// Whether it is in the page.
    pub fn is_out(&self) -> bool {
        matches!(self, Sheet::Out(_) | Sheet::Diary(_))
    }
}

/// It was asked for. Asked for again while something does not come, it is printed without that.
pub fn ask(state: &mut State, date: String) {
    let date = Rc::from(date);
    let waited = matches!(state.sheet, Sheet::Waiting(_));
    state.sheet = if waited { Sheet::Out(date) } else { Sheet::Waiting(date) };
}

/// Something may have come.
pub fn follow(state: &mut State) {
    if let Sheet::Waiting(date) = &state.sheet
        && missing(state).is_empty()
    {
        state.sheet = Sheet::Out(date.clone());
    }
}

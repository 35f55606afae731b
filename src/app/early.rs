//! What the first half of the program answers by itself.
use super::action::Action;

impl Action {
    /// Whether it can be answered before the whole program is there: what the map and the list of places do, and what
    /// is fetched.
    pub fn is_early(&self) -> bool {
        matches!(
            self,
            Action::Tap(_)
                | Action::TapGroup(_)
                | Action::Hurts(_)
                | Action::ShowAll(_)
                | Action::SetSides(_)
                | Action::SetView(_)
                | Action::SetLayer(_)
                | Action::Set(_)
                | Action::Offer(_)
                | Action::Tell(_)
                | Action::Speak(_)
                | Action::Draw(..)
                | Action::Read(_)
                | Action::Lend(_)
                | Action::Touch
                | Action::Search(_)
                | Action::Come(_)
        )
    }
}

//! Taps on what can be marked or opened: put on it and lifted from it, without moving and without a second finger. Not
//! taken from the click: after two fingers were on the map, Chromium sends none for the next tap.
use super::Item;

/// How long after a finger was lifted the browser's own click for it may come, in milliseconds.
const LATE: f64 = 700.0;

/// What may become a tap.
#[derive(Debug, Default)]
pub struct Taps {
    aimed: Option<Item>,
    on: Option<(i32, Item)>,
    lifted: Option<f64>,
}

impl Taps {
    /// What lies under the finger that is about to be put down.
    pub fn aim(&mut self, item: Item) {
        self.aimed = Some(item);
    }

    /// A finger was put down. A second one makes it no tap.
    pub fn press(&mut self, id: i32, alone: bool) {
        let aimed = self.aimed.take();
        self.on = aimed.filter(|_| alone).map(|item| (id, item));
    }

    /// A finger was lifted at that moment of the page: what it tapped, if it did not move.
    pub fn lift(&mut self, id: i32, moved: bool, at: f64) -> Option<Item> {
        self.lifted = Some(at);
        self.on.take().filter(|(own, _)| *own == id && !moved).map(|(_, item)| item)
    }

    /// A finger left without being lifted: the browser took it to scroll.
    pub fn lose(&mut self) {
        self.on = None;
    }

    /// Whether a click stands for itself: made by a key or a screen reader, or with no finger before it.
    pub fn is_own(&self, count: i32, at: f64) -> bool {
        count == 0 || self.lifted.is_none_or(|lifted| at - lifted > LATE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::RegionId;

    const HERE: Item = Item::Region(RegionId(1));

    #[test]
    fn a_finger_that_stays_taps_and_the_click_after_it_counts_no_second_time() {
        let mut taps = Taps::default();
        assert!(taps.is_own(1, 0.0), "a page's own click");
        taps.aim(HERE);
        taps.press(7, true);
        assert_eq!(taps.lift(7, false, 100.0), Some(HERE));
        assert_eq!(taps.lift(7, false, 101.0), None);
        assert!(!taps.is_own(1, 110.0) && taps.is_own(0, 110.0) && taps.is_own(1, 5000.0));
    }

    #[test]
    fn moving_scrolling_and_a_second_finger_are_no_taps() {
        let press = || {
            let mut taps = Taps::default();
            taps.aim(HERE);
            taps.press(1, true);
            taps
        };
        assert_eq!(press().lift(1, true, 0.0), None);
        let mut scrolled = press();
        scrolled.lose();
        assert_eq!(scrolled.lift(1, false, 0.0), None);
        let mut two = press();
        two.press(2, false);
        assert_eq!((two.lift(2, false, 0.0), two.lift(1, false, 0.0)), (None, None));
        let mut beside = press();
        beside.lift(1, true, 0.0);
        beside.press(1, true);
        assert_eq!(beside.lift(1, false, 0.0), None, "put down beside everything");
    }
}

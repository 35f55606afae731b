//! Moving over the map with the arrow keys: to the nearest thing that lies in that direction.
use crate::atlas::Pt;

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
    /// To the left.
    Left,
    /// To the right.
    Right,
}

impl Way {
    /// The direction of a key.
    pub fn of(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Way::Up),
            "ArrowDown" => Some(Way::Down),
            "ArrowLeft" => Some(Way::Left),
            "ArrowRight" => Some(Way::Right),
            _ => None,
        }
    }
}

/// The nearest thing that way. What lies straight ahead counts as nearer than what lies aside.
pub fn nearest<T: Copy>(things: impl Iterator<Item = (T, Pt)>, from: Pt, way: Way) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    for (thing, at) in things {
        let (dx, dy) = (at.x - from.x, at.y - from.y);
        let (ahead, aside) = match way {
            Way::Up => (-dy, dx),
            Way::Down => (dy, dx),
            Way::Left => (-dx, dy),
            Way::Right => (dx, dy),
        };
        if ahead < 0.5 || aside.abs() > ahead * 3.0 {
            continue;
        }
        let cost = ahead + aside.abs() * 2.0;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, thing));
        }
    }
    best.map(|(_, thing)| thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_thing_that_way_is_found_and_nothing_behind() {
        let at = |x: f64, y: f64| Pt { x, y };
        let things = [('a', at(0.0, 0.0)), ('b', at(10.0, 1.0)), ('c', at(30.0, 0.0)), ('d', at(0.0, 20.0))];
        assert_eq!(nearest(things.into_iter(), at(0.0, 0.0), Way::Right), Some('b'));
        assert_eq!(nearest(things.into_iter(), at(10.0, 1.0), Way::Right), Some('c'));
        assert_eq!(nearest(things.into_iter(), at(0.0, 0.0), Way::Down), Some('d'));
        assert_eq!(nearest(things.into_iter(), at(0.0, 0.0), Way::Up), None);
    }
}

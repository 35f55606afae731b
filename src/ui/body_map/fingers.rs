//! Fingers, pens and the mouse on the map: what one of them moving means.

/// A place on the screen, in pixels.
pub type Spot = (f64, f64);

/// How far a finger may tremble in a tap, in pixels.
const TREMBLE: f64 = 8.0;

/// A movement of the drawing: what lay under `from` comes to lie under `to`, `spread` times as large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// Where the fingers were, their middle.
    pub from: Spot,
    /// Where they are.
    pub to: Spot,
    /// How much further apart they are; 1 for one finger.
    pub spread: f64,
    /// Whether there are two.
    pub two: bool,
}

/// What touches the map now.
#[derive(Debug, Default)]
pub struct Fingers {
    down: Vec<(i32, Spot)>,
    start: Spot,
    moved: bool,
}

fn apart(a: Spot, b: Spot) -> f64 {
    ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt()
}

fn middle(a: Spot, b: Spot) -> Spot {
    ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0)
}

impl Fingers {
    /// One was put down.
    pub fn press(&mut self, id: i32, at: Spot) {
        self.lift(id);
        if self.down.is_empty() {
            self.start = at;
            self.moved = false;
        }
        self.down.push((id, at));
    }

    /// One was taken away.
    pub fn lift(&mut self, id: i32) {
        self.down.retain(|(own, _)| *own != id);
    }

    /// Whether there is one and no more.
    pub fn alone(&self) -> bool {
        self.down.len() == 1
    }

    /// Whether the touch became a movement, so that it is no tap.
    pub fn moved(&self) -> bool {
        self.moved
    }

    /// One moved. None for a pointer that only hovers, or trembles.
    pub fn drag(&mut self, id: i32, at: Spot) -> Option<Drag> {
        let other = self.down.iter().find(|(own, _)| *own != id).map(|(_, spot)| *spot);
        let own = self.down.iter_mut().find(|(own, _)| *own == id)?;
        self.moved |= other.is_some() || apart(self.start, at) > TREMBLE;
        if !self.moved {
            return None;
        }
        let before = std::mem::replace(&mut own.1, at);
        Some(match other {
            Some(other) => Drag {
                from: middle(before, other),
                to: middle(at, other),
                spread: apart(at, other) / apart(before, other).max(1.0),
                two: true,
            },
            None => Drag { from: before, to: at, spread: 1.0, two: false },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tap_may_tremble_and_a_hovering_mouse_moves_nothing() {
        let mut fingers = Fingers::default();
        assert_eq!(fingers.drag(1, (50.0, 0.0)), None);
        fingers.press(1, (0.0, 0.0));
        assert_eq!(fingers.drag(1, (5.0, 5.0)), None);
        assert!(!fingers.moved());
        let drag = fingers.drag(1, (20.0, 0.0));
        assert_eq!(drag, Some(Drag { from: (0.0, 0.0), to: (20.0, 0.0), spread: 1.0, two: false }));
        assert!(fingers.moved());
        fingers.lift(1);
        assert!(fingers.moved(), "the click that follows is not a tap");
        fingers.press(1, (0.0, 0.0));
        assert!(!fingers.moved());
    }

    #[test]
    fn two_fingers_spread() {
        let mut fingers = Fingers::default();
        fingers.press(1, (0.0, 0.0));
        fingers.press(2, (100.0, 0.0));
        let drag = fingers.drag(2, (200.0, 0.0));
        assert_eq!(drag, Some(Drag { from: (50.0, 0.0), to: (100.0, 0.0), spread: 2.0, two: true }));
    }
}

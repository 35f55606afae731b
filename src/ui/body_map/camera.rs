//! What part of the drawing is seen: zooming and moving, as plain geometry. A box is x, y, width, height in limb units.

/// A box in limb units.
pub type Box4 = [f64; 4];

/// How much closer than the whole view one can come.
const CLOSEST: f64 = 8.0;
/// How much one press of a button or key zooms.
pub const STEP: f64 = 1.5;

/// Where the map lies on the screen and what it shows there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// What is to be seen; the screen may show more beside it.
    pub seen: Box4,
    /// The whole view: there is nothing beyond it.
    pub whole: Box4,
}

fn clamp(value: f64, low: f64, high: f64) -> f64 {
    if low > high { (low + high) / 2.0 } else { value.max(low).min(high) }
}

impl Camera {
    fn within(self, [x, y, w, h]: Box4) -> Self {
        let [ox, oy, ow, oh] = self.whole;
        Camera { seen: [clamp(x, ox, ox + ow - w), clamp(y, oy, oy + oh - h), w, h], ..self }
    }

    /// Closer by a factor (less than 1: further away) toward a point, which stays where it is on the screen.
    pub fn zoom(self, factor: f64, (px, py): (f64, f64)) -> Self {
        let [x, y, w, h] = self.seen;
        let [_, _, ow, oh] = self.whole;
        let (nw, nh) = (clamp(w / factor, ow / CLOSEST, ow), clamp(h / factor, oh / CLOSEST, oh));
        let stay = |from: f64, size: f64, new: f64, at: f64| at - (at - from) * new / size;
        self.within([stay(x, w, nw, px), stay(y, h, nh, py), nw, nh])
    }

    /// The middle of what is seen.
    pub fn middle(self) -> (f64, f64) {
        let [x, y, w, h] = self.seen;
        (x + w / 2.0, y + h / 2.0)
    }

    /// Moved by so many limb units.
    pub fn pan(self, dx: f64, dy: f64) -> Self {
        let [x, y, w, h] = self.seen;
        self.within([x + dx, y + dy, w, h])
    }

    /// Moved no further than needed for a point to be seen, a tenth away from the edge.
    pub fn show(self, (px, py): (f64, f64)) -> Self {
        let [x, y, w, h] = self.seen;
        let reach = |from: f64, size: f64, at: f64| clamp(from, at - size * 0.9, at - size * 0.1);
        self.within([reach(x, w, px), reach(y, h, py), w, h])
    }

    /// Whether one can come no closer.
    pub fn closest(self) -> bool {
        self.seen[2] <= self.whole[2] / CLOSEST + 0.1 && self.seen[3] <= self.whole[3] / CLOSEST + 0.1
    }

    /// Whether all of it is seen.
    pub fn furthest(self) -> bool {
        self.seen[2] >= self.whole[2] - 0.1 && self.seen[3] >= self.whole[3] - 0.1
    }

    /// Limb units per pixel, when the map lies in that box on the screen.
    pub fn scale(self, screen: Box4) -> f64 {
        (self.seen[2] / screen[2].max(1.0)).max(self.seen[3] / screen[3].max(1.0))
    }

    /// The place in limb units of a place on the screen. What is seen stands in the middle of the map's box.
    pub fn at(self, screen: Box4, (sx, sy): (f64, f64)) -> (f64, f64) {
        let ([left, top, width, height], (mx, my)) = (screen, self.middle());
        let scale = self.scale(screen);
        (mx + (sx - left - width / 2.0) * scale, my + (sy - top - height / 2.0) * scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera() -> Camera {
        Camera { seen: [0.0, 0.0, 200.0, 400.0], whole: [0.0, 0.0, 200.0, 800.0] }
    }

    #[test]
    fn the_point_under_the_finger_stays_there() {
        let screen = [10.0, 20.0, 100.0, 200.0];
        let finger = (60.0, 120.0);
        let before = camera().at(screen, finger);
        let closer = camera().zoom(2.0, before);
        assert_eq!(closer.seen, [50.0, 100.0, 100.0, 200.0]);
        assert_eq!(closer.at(screen, finger), before);
    }

    #[test]
    fn one_comes_to_an_end_both_ways() {
        let mut camera = camera();
        for _ in 0..20 {
            camera = camera.zoom(STEP, (0.0, 0.0));
        }
        assert!(camera.closest() && !camera.furthest());
        assert_eq!(camera.seen, [0.0, 0.0, 25.0, 100.0]);
        for _ in 0..20 {
            camera = camera.zoom(1.0 / STEP, (0.0, 0.0));
        }
        assert!(camera.furthest());
        assert_eq!(camera.seen, camera.whole);
    }

    #[test]
    fn nothing_beyond_the_view_is_shown() {
        assert_eq!(camera().pan(-50.0, 9999.0).seen, [0.0, 400.0, 200.0, 400.0]);
    }

    #[test]
    fn a_place_out_of_sight_is_brought_in_and_one_in_sight_moves_nothing() {
        assert_eq!(camera().show((100.0, 200.0)), camera());
        assert_eq!(camera().show((100.0, 700.0)).seen, [0.0, 340.0, 200.0, 400.0]);
    }
}

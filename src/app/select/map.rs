//! What the map shows: which view and layer, what is marked, which zones and points, and how close.
use super::words;
use crate::app::{Choice, Screen, Sides, State, plan};
use crate::atlas::{Atlas, Depth, Ink, Layer, Msg, MuscleId, Plate, PointId, Pt, RegionId, Side, View, Zone, ZoneKind};

/// A region on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRegion {
    /// Which region.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Whether it is marked as painful.
    pub on: bool,
    /// How much it hurts, 1 to 10; 0 when it is not marked.
    pub intensity: u8,
    /// Whether its mark was painted.
    pub painted: bool,
}

/// A trigger point on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// Which point.
    pub id: PointId,
    /// Its name.
    pub name: String,
    /// What stands beside it on the map: the place within the muscle when all points are of one, else the muscle.
    pub label: String,
    /// Where, in limb units.
    pub at: Pt,
    /// Whether it is the one being looked at.
    pub on: bool,
}

/// Everything the map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapModel {
    /// The view.
    pub view: View,
    /// The layer.
    pub layer: Layer,
    /// Whether the picture is mirrored: the left leg.
    pub mirrored: bool,
    /// What it is about: what is looked at, and the point of a session by its number. As long as that is the same, who
    /// has come closer stays where they are.
    pub about: (Option<Choice>, Option<usize>),
    /// x, y, width and height of what is seen, in limb units.
    pub frame: [i16; 4],
    /// The same of the whole view.
    pub whole: [i16; 4],
    /// Points all along the outline of the limb.
    pub skin: Vec<Pt>,
    /// The regions of the view.
    pub regions: Vec<MapRegion>,
    /// The zones to show.
    pub zones: Vec<(PointId, ZoneKind)>,
    /// The points to show.
    pub points: Vec<MapPoint>,
    /// The muscle in full colour, while the others fade.
    pub muscle: Option<MuscleId>,
    /// Where the chosen point also sends pain, outside this view; empty when nowhere.
    pub elsewhere: String,
    /// What the map is, for those who cannot see it.
    pub label: String,
}

impl MapModel {
    /// Where something lies across the picture as it is shown: the left leg is the right one in a mirror.
    pub fn flip(&self, x: f64) -> f64 {
        let [left, _, width, _] = self.frame.map(f64::from);
        if self.mirrored { 2.0 * left + width - x } else { x }
    }
    /// The SVG transform of that mirror.
    pub fn turn(&self) -> Option<String> {
        let [left, _, width, _] = self.frame;
        self.mirrored.then(|| ["matrix(-1 0 0 1 ", &(2 * left + width).to_string(), " 0)"].concat())
    }
    /// From where to where the limb reaches across a box of the picture as it is shown.
    pub fn limb(&self, [_, top, _, height]: [f64; 4]) -> (f64, f64) {
        let seen = self.skin.iter().filter(|p| p.y >= top && p.y <= top + height).map(|p| self.flip(p.x));
        seen.fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)))
    }
}

/// Where a leg view is cut in two when only one half matters: just above the back of the knee, and below the kneecap.
const KNEE: (i16, i16) = (430, 540);

/// The zones of what is looked at, as far as this view draws them. Spillover first, so that it lies below.
fn zones_of(state: &State, plate: &Plate) -> Vec<(PointId, ZoneKind)> {
    let points = match state.choice {
        Some(Choice::Point(point)) => vec![point],
        Some(Choice::Muscle(muscle)) => state.atlas.points_of(muscle),
        _ => Vec::new(),
    };
    let kinds = [ZoneKind::Spillover, ZoneKind::Essential];
    let drawn = |(p, kind): &(PointId, ZoneKind)| plate.shows(Ink::Zone(*p, *kind));
    points.into_iter().flat_map(|p| kinds.map(|kind| (p, kind))).filter(drawn).collect()
}

/// The points to mark: those of the choice, else those of the plan.
fn points_of(state: &State) -> Vec<PointId> {
    match (state.live().and_then(|s| s.step()), state.muscle()) {
        (Some(step), _) => vec![step.point],
        (None, Some(muscle)) => state.atlas.points_of(muscle),
        (None, None) => plan::points(state),
    }
}

/// Whether a view draws that zone: the region is there, and the point's patch of that kind.
fn shows_zone(plate: &Plate, point: PointId, zone: &Zone) -> bool {
    plate.shows(Ink::Region(zone.region)) && plate.shows(Ink::Zone(point, zone.kind))
}

fn worth(state: &State, plate: &Plate) -> usize {
    let atlas = &state.atlas;
    let shown = |p: &PointId| atlas.shows_point(plate.view, *p);
    if let Some(step) = state.live().and_then(|s| s.step()) {
        return usize::from(shown(&step.point));
    }
    match state.choice {
        Some(Choice::Point(point)) => {
            let zones = atlas.point(point).map(|p| p.zones.as_slice()).unwrap_or_default();
            let seen = zones.iter().filter(|z| shows_zone(plate, point, z)).count();
            if shown(&point) { 20 + seen } else { seen }
        }
        Some(Choice::Muscle(muscle)) => atlas.points_of(muscle).iter().filter(|p| shown(p)).count(),
        _ => state.sore().into_iter().filter(|r| atlas.shows_region(plate.view, *r)).count(),
    }
}

/// The muscle in full colour: the one being pressed, else the one being looked at.
fn focus(state: &State) -> Option<MuscleId> {
    let pressed = state.live().and_then(|s| s.step()).and_then(|s| state.atlas.point(s.point));
    pressed.map(|p| p.muscle).or_else(|| state.muscle())
}

/// The view that shows best what is selected; the first of the atlas when nothing decides.
pub fn best_view(state: &State) -> Option<View> {
    let mut best: Option<(usize, View)> = None;
    for plate in &state.atlas.plates {
        let worth = worth(state, plate);
        if best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, plate.view));
        }
    }
    best.map(|(_, view)| view)
}

fn layer(state: &State) -> Layer {
    let deep = |point: PointId| state.atlas.point(point).is_some_and(|p| p.depth == Depth::Deep);
    if let Some(step) = state.live().and_then(|s| s.step()) {
        return if deep(step.point) { Layer::Deep } else { Layer::Superficial };
    }
    let follows = match state.choice {
        Some(Choice::Point(point)) if deep(point) => Layer::Deep,
        Some(Choice::Muscle(muscle)) if state.atlas.muscle(muscle).is_some_and(|m| m.depth == Depth::Deep) => {
            Layer::Deep
        }
        _ => Layer::Superficial,
    };
    state.look.layer.unwrap_or(follows)
}

/// From which level to which all that matters lies: places marked, points shown, the muscle and the zones of what is
/// looked at. None while nothing is, or while the drawing has not come.
fn extent(state: &State, plate: &Plate) -> Option<(f64, f64)> {
    let points = points_of(state);
    let zones = zones_of(state, plate);
    let marked = |r: RegionId| state.muscle().is_none() && state.hurts(r);
    let matters = |ink: Ink| match ink {
        Ink::Region(region) => marked(region),
        Ink::Muscle(muscle) => state.muscle() == Some(muscle),
        Ink::Zone(point, kind) => zones.contains(&(point, kind)),
        _ => false,
    };
    let drawing = state.drawing(plate.view)?;
    let shapes = drawing.shapes.iter().filter(|s| matters(s.ink)).map(|s| s.form.contour().bounds());
    let marks = plate.marks.iter().filter(|m| points.contains(&m.point)).map(|m| (m.at(), m.at()));
    shapes.chain(marks).map(|(low, high)| (low.y, high.y)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// How much of a leg view is seen around a point that is being pressed: half width and half height, in limb units.
const AROUND: (i16, i16) = (120, 150);

/// The part around a point that is being pressed; the whole of a foot view, which is small enough.
fn around(plate: &Plate, point: PointId) -> Option<[i16; 4]> {
    let at = plate.marks.iter().find(|m| m.point == point)?.at();
    let ([x, y, w, h], (half_w, half_h)) = (plate.frame, AROUND);
    let top = (at.y as i16 - half_h).clamp(y, (y + h - 2 * half_h).max(y));
    let left = (at.x as i16 - half_w).clamp(x, (x + w - 2 * half_w).max(x));
    (!plate.view.is_foot()).then_some([left, top, (2 * half_w).min(w), (2 * half_h).min(h)])
}

/// What is seen before anybody zooms: the half of a leg view that holds all that matters, else the whole.
fn frame(state: &State, plate: &Plate) -> [i16; 4] {
    if let Some(step) = state.live().and_then(|s| s.step()) {
        return around(plate, step.point).unwrap_or(plate.frame);
    }
    let [x, y, w, h] = plate.frame;
    let (above, below) = KNEE;
    match extent(state, plate).filter(|_| !plate.view.is_foot()) {
        Some((top, _)) if top >= f64::from(above) => [x, above, w, y + h - above],
        Some((_, bottom)) if bottom <= f64::from(below) => [x, y, w, below - y],
        // Heel pain is what most people come with.
        None if !plate.view.is_foot() => [x, above, w, y + h - above],
        _ => plate.frame,
    }
}

/// Whether what is seen lies deeper than the superficial muscles, or zones are shown.
pub fn deeper(state: &State) -> bool {
    layer(state) == Layer::Deep || (state.muscle().is_some() && state.screen != Screen::Massage)
}

/// The view on the map: the one chosen, else the best.
pub fn view(state: &State) -> Option<View> {
    let chosen = state.look.view.filter(|v| state.atlas.plate(*v).is_some() && state.live().is_none());
    chosen.or_else(|| best_view(state))
}

/// What the map shows now. None when the atlas has no drawing.
pub fn map(state: &State) -> Option<MapModel> {
    let atlas: &Atlas = &state.atlas;
    let view = view(state)?;
    let plate = atlas.plate(view)?;
    let points = points_of(state);
    let regions = atlas.region_ids().filter(|r| atlas.shows_region(view, *r)).map(|id| {
        let intensity = words::intensity(state, id);
        let name = words::region(atlas, &state.text, id);
        MapRegion {
            id,
            name: words::strong(&state.text, &name, intensity),
            on: intensity > 0,
            intensity,
            painted: state.painted.iter().any(|p| p.mark.region == id),
        }
    });
    let one_muscle = state.muscle().is_some();
    let label = |id| {
        let muscle = || atlas.point(id).map(|p| words::muscle(atlas, &state.text, p.muscle));
        if one_muscle { words::upper(&words::place(atlas, &state.text, id)) } else { muscle().unwrap_or_default() }
    };
    let points = plate.marks.iter().filter(|m| points.contains(&m.point)).map(|m| MapPoint {
        id: m.point,
        name: words::point(atlas, &state.text, m.point),
        label: label(m.point),
        at: m.at(),
        on: state.choice == Some(Choice::Point(m.point)),
    });
    let view_name = state.text.say(words::view(view));
    Some(MapModel {
        view,
        layer: layer(state),
        mirrored: mirrored(state),
        about: (state.choice, state.live().map(|session| session.hold())),
        frame: frame(state, plate),
        whole: plate.frame,
        skin: plate.skin.iter().flat_map(|form| form.contour().flat(2)).collect(),
        regions: regions.collect(),
        zones: if state.screen == Screen::Massage { Vec::new() } else { zones_of(state, plate) },
        points: points.collect(),
        muscle: focus(state),
        elsewhere: elsewhere(state, view),
        label: state.text.fill(Msg::MapLabel, &[("view", view_name)]),
    })
}

/// The drawings show the right leg; the left is its mirror image. A running session shows the leg it is on.
fn mirrored(state: &State) -> bool {
    let side = state.live().and_then(|s| s.step()).map(|s| s.side);
    side == Some(Side::Left) || (side.is_none() && state.sides == Sides::One(Side::Left))
}

fn elsewhere(state: &State, view: View) -> String {
    let Some(Choice::Point(point)) = state.choice else { return String::new() };
    let zones = state.atlas.point(point).map(|p| p.zones.as_slice()).unwrap_or_default();
    let Some(plate) = state.atlas.plate(view) else { return String::new() };
    let hidden: Vec<RegionId> = zones.iter().filter(|z| !shows_zone(plate, point, z)).map(|z| z.region).collect();
    if hidden.is_empty() {
        return String::new();
    }
    let places = words::regions(&state.atlas, &state.text, &hidden);
    state.text.fill(Msg::MapElsewhere, &[("places", &places)])
}

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
}

/// A trigger point on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// Which point.
    pub id: PointId,
    /// Its name.
    pub name: String,
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
    /// x, y, width and height of what is seen, in limb units.
    pub frame: [i16; 4],
    /// Whether this is the whole view, or the part that matters.
    pub whole: bool,
    /// Whether the view has a part worth zooming into.
    pub can_zoom: bool,
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

/// The level above which a leg view needs no zoom: just above the back of the knee.
const KNEE: i16 = 430;

/// The zones of what is looked at, as far as this view draws them. Spillover first, so that it lies below.
fn zones_of(state: &State, plate: &Plate) -> Vec<(PointId, ZoneKind)> {
    let points = match state.choice {
        Some(Choice::Point(point)) => vec![point],
        Some(Choice::Muscle(muscle)) => state.atlas.points_of(muscle),
        None => Vec::new(),
    };
    let kinds = [ZoneKind::Spillover, ZoneKind::Essential];
    let drawn = |(p, kind): &(PointId, ZoneKind)| plate.shapes.iter().any(|s| s.ink == Ink::Zone(*p, *kind));
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
    let has = |ink: Ink| plate.shapes.iter().any(|s| s.ink == ink);
    has(Ink::Region(zone.region)) && has(Ink::Zone(point, zone.kind))
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
        None => state.marks.iter().filter(|m| atlas.shows_region(plate.view, m.region)).count(),
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

/// Whether all that matters lies below the knee, so that the thigh only makes the rest small.
fn below_knee(state: &State, plate: &Plate) -> bool {
    let points = points_of(state);
    let marked = |r: RegionId| state.marks.iter().any(|m| m.region == r);
    let matters = |ink: Ink| match ink {
        Ink::Region(region) => marked(region) && state.choice.is_none(),
        Ink::Muscle(muscle) => state.muscle() == Some(muscle),
        _ => false,
    };
    let high = plate.shapes.iter().any(|s| matters(s.ink) && s.form.contour().centre().y < f64::from(KNEE));
    let high_point = plate.marks.iter().any(|m| points.contains(&m.point) && m.at().y < f64::from(KNEE));
    !high && !high_point
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

fn frame(state: &State, plate: &Plate, close: bool) -> [i16; 4] {
    if let Some(step) = state.live().and_then(|s| s.step()) {
        return around(plate, step.point).unwrap_or(plate.frame);
    }
    let [x, y, w, h] = plate.frame;
    // From just above the back of the knee to the sole.
    if close { [x, KNEE, w, y + h - KNEE] } else { plate.frame }
}

/// What the map shows now. None when the atlas has no drawing.
pub fn map(state: &State) -> Option<MapModel> {
    let atlas: &Atlas = &state.atlas;
    let chosen = state.look.view.filter(|v| atlas.plate(*v).is_some() && state.live().is_none());
    let view = chosen.or_else(|| best_view(state))?;
    let plate = atlas.plate(view)?;
    let can_zoom = !view.is_foot() && below_knee(state, plate);
    let whole = state.look.whole || !can_zoom;
    let points = points_of(state);
    let regions = atlas.region_ids().filter(|r| atlas.shows_region(view, *r)).map(|id| MapRegion {
        id,
        name: words::region(atlas, &state.text, id),
        on: state.marks.iter().any(|m| m.region == id),
    });
    let points = plate.marks.iter().filter(|m| points.contains(&m.point)).map(|m| MapPoint {
        id: m.point,
        name: words::point(atlas, &state.text, m.point),
        at: m.at(),
        on: state.choice == Some(Choice::Point(m.point)),
    });
    let view_name = state.text.say(words::view(view));
    Some(MapModel {
        view,
        layer: layer(state),
        mirrored: mirrored(state),
        frame: frame(state, plate, !whole),
        whole,
        can_zoom,
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

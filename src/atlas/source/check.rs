//! What a drawing must keep to: inside its frame, muscles and zones inside the skin, every point inside its muscle on
//! the layer where it lies, regions that do not overlap, and no record that is never drawn or drawn without a record.
use super::Problems;
use super::model::{Atlas, Depth, Drawing, Ink, Layer, Plate, PointId, Shape, View, ZoneKind};
use super::outline::Outline;
use std::collections::HashSet;

/// How far a point may lie outside its muscle, a muscle outside the skin: limb units.
const TOLERANCE: f64 = 3.0;
/// How far a shape may leave the frame: limb units.
const MARGIN: f64 = 0.5;
/// How much of the smaller of two regions the other may cover.
const OVERLAP: f64 = 0.02;

fn label(atlas: &Atlas, ink: Ink) -> String {
    match ink {
        Ink::Skin => "skin".to_owned(),
        Ink::Bone => "bone".to_owned(),
        Ink::Crease => "crease".to_owned(),
        Ink::Muscle(m) => atlas.muscle_name(m).to_owned(),
        Ink::Tendon(m) => [atlas.muscle_name(m), ".tendon"].concat(),
        Ink::Region(r) => ["region.", atlas.region_name(r)].concat(),
        Ink::Zone(p, kind) => ["zone.", &atlas.point_name(p), ".", kind.name()].concat(),
    }
}

struct Sheet<'a> {
    atlas: &'a Atlas,
    plate: &'a Plate,
    drawn: Vec<(&'a Shape, Outline)>,
    place: String,
}

impl Sheet<'_> {
    fn skin(&self, problems: &mut Problems) {
        let skins: Vec<Outline> = self.plate.skin.iter().map(Outline::of).collect();
        if skins.is_empty() {
            problems.add(&self.place, "skin", "the view has no skin outline");
        }
        let [x, y, w, h] = self.plate.frame.map(f64::from);
        let frame = [x - MARGIN, y - MARGIN, x + w + MARGIN, y + h + MARGIN];
        for skin in &skins {
            if let Some(p) = skin.beyond(frame) {
                problems.add(&self.place, "skin", format!("leaves the frame at {:.0},{:.0}", p.x, p.y));
            }
        }
        for (shape, outline) in &self.drawn {
            let name = label(self.atlas, shape.ink);
            if let Some(p) = outline.beyond(frame) {
                problems.add(&self.place, &name, format!("leaves the frame at {:.0},{:.0}", p.x, p.y));
            }
            if shape.ink == Ink::Crease {
                continue;
            }
            let outside = outline.points.iter().find(|p| !skins.iter().any(|s| s.holds(**p, TOLERANCE)));
            if let Some(p) = outside {
                problems.add(&self.place, &name, format!("leaves the skin at {:.0},{:.0}", p.x, p.y));
            }
            if !outline.closed || outline.area() < 1.0 {
                problems.add(&self.place, &name, "must be a closed shape with an area");
            }
        }
    }

    fn regions(&self, problems: &mut Problems) {
        let mut regions: Vec<&(&Shape, Outline)> =
            self.drawn.iter().filter(|(s, _)| matches!(s.ink, Ink::Region(_))).collect();
        // From left to right, so that each is compared only with those it can touch.
        regions.sort_by(|a, b| a.1.low.x.total_cmp(&b.1.low.x));
        for (at, (a, one)) in regions.iter().enumerate() {
            for (b, other) in regions.iter().skip(at + 1).take_while(|(_, o)| o.low.x < one.high.x) {
                let share = if a.ink == b.ink { 0.0 } else { one.overlap(other) };
                if share > OVERLAP {
                    let names = format!("{} and {}", label(self.atlas, a.ink), label(self.atlas, b.ink));
                    problems.add(&self.place, &names, format!("overlap by {:.1} %", share * 100.0));
                }
            }
        }
    }

    fn marks(&self, problems: &mut Problems) {
        for mark in &self.plate.marks {
            let Some(point) = self.atlas.point(mark.point) else { continue };
            let layer = if point.depth == Depth::Deep { Layer::Deep } else { Layer::Superficial };
            let own = |ink| ink == Ink::Muscle(point.muscle) || ink == Ink::Tendon(point.muscle);
            let holds = |on: &dyn Fn(&Shape) -> bool| {
                self.drawn.iter().any(|(s, o)| own(s.ink) && on(s) && o.holds(mark.at(), TOLERANCE))
            };
            let name = self.atlas.point_name(mark.point);
            if !holds(&|_| true) {
                problems.add(&self.place, &name, "lies outside its muscle as drawn in this view");
            } else if !holds(&|s| s.layer == layer) {
                problems.add(&self.place, &name, format!("no {} shape of its muscle holds it", layer.name()));
            }
        }
    }

    fn zones(&self, problems: &mut Problems) {
        for ink in &self.plate.inks {
            let Ink::Zone(point, kind) = *ink else { continue };
            let zones = self.atlas.point(point).map(|p| p.zones.as_slice()).unwrap_or_default();
            let mut named = zones.iter().filter(|z| z.kind == kind).peekable();
            if named.peek().is_none() {
                problems.add(&self.place, &label(self.atlas, *ink), "is drawn, but the point has no such zone");
            } else if !named.any(|z| self.plate.shows(Ink::Region(z.region))) {
                problems.add(
                    &self.place,
                    &label(self.atlas, *ink),
                    "is drawn, but none of its regions is in this view",
                );
            }
        }
    }
}

/// Every point marked somewhere and every zone drawn somewhere, unless the record says that it cannot be.
fn coverage(atlas: &Atlas, undrawn: &[PointId], problems: &mut Problems) {
    const PLACE: &str = "views";
    let marked: HashSet<PointId> = atlas.plates.iter().flat_map(|p| p.marks.iter().map(|m| m.point)).collect();
    let undrawn: HashSet<PointId> = undrawn.iter().copied().collect();
    let drawn: HashSet<(usize, Ink)> = zones_drawn(atlas);
    for id in atlas.point_ids() {
        match (marked.contains(&id), undrawn.contains(&id)) {
            (false, false) => {
                let mend = "is marked in no view; mark it, or say drawn = false in its record";
                problems.add(PLACE, &atlas.point_name(id), mend);
            }
            (true, true) => {
                let mend = "is marked in a view, but its record says drawn = false";
                problems.add(PLACE, &atlas.point_name(id), mend);
            }
            _ => {}
        }
        for zone in atlas.point(id).map(|p| p.zones.as_slice()).unwrap_or_default() {
            let mut views =
                atlas.plates.iter().enumerate().filter(|(_, p)| p.shows(Ink::Region(zone.region))).peekable();
            let here = |at: usize| drawn.contains(&(at, Ink::Zone(id, zone.kind)));
            if views.peek().is_some() && !views.any(|(at, _)| here(at)) {
                let name = label(atlas, Ink::Zone(id, zone.kind));
                problems.add(
                    PLACE,
                    &name,
                    format!("names {} but is drawn in no view of it", atlas.region_name(zone.region)),
                );
            }
        }
    }
}

fn zones_drawn(atlas: &Atlas) -> HashSet<(usize, Ink)> {
    let zones = |(at, plate): (usize, &Plate)| -> Vec<(usize, Ink)> {
        let of = |ink: &&Ink| matches!(ink, Ink::Zone(_, ZoneKind::Essential | ZoneKind::Spillover));
        plate.inks.iter().filter(of).map(|ink| (at, *ink)).collect()
    };
    atlas.plates.iter().enumerate().flat_map(zones).collect()
}

/// Checks every plate, and the atlas against its plates.
pub fn check(atlas: &Atlas, drawings: &[(View, Drawing)], undrawn: &[PointId], problems: &mut Problems) {
    for (view, drawing) in drawings {
        let Some(plate) = atlas.plate(*view) else { continue };
        let drawn = drawing.shapes.iter().map(|s| (s, Outline::of(&s.form))).collect();
        let sheet = Sheet { atlas, plate, drawn, place: ["views/", view.name()].concat() };
        sheet.skin(problems);
        sheet.regions(problems);
        sheet.marks(problems);
        sheet.zones(problems);
    }
    coverage(atlas, undrawn, problems);
}

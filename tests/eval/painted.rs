//! Pain as people paint it: a point is drawn by lot, and its zones, as they are drawn, are painted by an unsteady hand.
//! What is painted becomes marks by how much of each region it covers. Independent of the program's own painting, so
//! that neither hides a fault of the other.
use super::figures::Figures;
use super::lot::Lot;
use super::rankers::{guide, overlap};
use referred_pain_explorer::atlas::guide::{Case, Mark};
use referred_pain_explorer::atlas::{Atlas, Drawing, Ink, MuscleId, PointId, Pt, RegionId, Side, View, ZoneKind};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;

/// The radius of the brush, in limb units: a finger on a phone.
const BRUSH: f64 = 9.0;
/// The most by which all of a patch is set off, in limb units.
const SHIFT: f64 = 12.0;
/// The most by which a single dab is set off besides.
const JITTER: f64 = 6.0;
/// How many dabs a patch gets.
const DABS: usize = 60;
/// The share of a region below which it was only spilt on.
const SPILT: f64 = 0.06;
/// The share of a region that counts as all of it.
const FULL: f64 = 1.0 / 3.0;
/// Places looked at along the longer side of a region.
const FINE: usize = 14;

fn inside(polygon: &[Pt], at: Pt) -> bool {
    let mut odd = false;
    for (i, a) in polygon.iter().enumerate() {
        let b = polygon[(i + 1) % polygon.len()];
        if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x {
            odd = !odd;
        }
    }
    odd
}

fn bounds(polygon: &[Pt]) -> (Pt, Pt) {
    let (mut low, mut high) = (polygon[0], polygon[0]);
    for p in polygon {
        low = Pt { x: low.x.min(p.x), y: low.y.min(p.y) };
        high = Pt { x: high.x.max(p.x), y: high.y.max(p.y) };
    }
    (low, high)
}

type Patch = (ZoneKind, Vec<Pt>);

/// What one view shows: the places of each region, and the patches of each point.
struct Sheet {
    regions: BTreeMap<RegionId, Vec<Pt>>,
    zones: BTreeMap<PointId, Vec<Patch>>,
}

/// Places spread evenly over a polygon.
fn spread(polygon: &[Pt]) -> Vec<Pt> {
    let (low, high) = bounds(polygon);
    let step = ((high.x - low.x).max(high.y - low.y) / FINE as f64).max(0.5);
    let mut out = Vec::new();
    let mut y = low.y + step / 2.0;
    while y < high.y {
        let mut x = low.x + step / 2.0;
        while x < high.x {
            let at = Pt { x, y };
            if inside(polygon, at) {
                out.push(at);
            }
            x += step;
        }
        y += step;
    }
    out
}

fn sheet(drawing: &Drawing) -> Sheet {
    let mut sheet = Sheet { regions: BTreeMap::new(), zones: BTreeMap::new() };
    for shape in &drawing.shapes {
        let polygon = || shape.form.contour().flat(6);
        match shape.ink {
            Ink::Region(region) => sheet.regions.entry(region).or_default().extend(spread(&polygon())),
            Ink::Zone(point, kind) => sheet.zones.entry(point).or_default().push((kind, polygon())),
            _ => {}
        }
    }
    sheet
}

/// The dabs of one patch: part of it missing, all of it set off, each dab a little more.
fn paint(patch: &[Pt], lot: &mut Lot, dabs: &mut Vec<Pt>) {
    let (low, high) = bounds(patch);
    let shift = Pt { x: lot.near() * SHIFT, y: lot.near() * SHIFT };
    // Up to two fifths are cut away, from whichever side.
    let turn = lot.share() * std::f64::consts::TAU;
    let (sin, cos) = turn.sin_cos();
    let along = |p: Pt| p.x * cos + p.y * sin;
    let reach = |f: fn(f64, f64) -> f64, start: f64| patch.iter().map(|p| along(*p)).fold(start, f);
    let (from, to) = (reach(f64::min, f64::MAX), reach(f64::max, f64::MIN));
    let cut = from + (to - from) * 0.4 * lot.share();
    let mut tries = 0;
    let mut made = 0;
    while made < DABS && tries < DABS * 50 {
        tries += 1;
        let at = Pt { x: low.x + (high.x - low.x) * lot.share(), y: low.y + (high.y - low.y) * lot.share() };
        if inside(patch, at) && along(at) >= cut {
            made += 1;
            dabs.push(Pt { x: at.x + shift.x + lot.near() * JITTER, y: at.y + shift.y + lot.near() * JITTER });
        }
    }
}

/// What the dabs on a view say of its regions: how much of each is covered.
fn covered(sheet: &Sheet, dabs: &[Pt], strength: f64, marks: &mut BTreeMap<RegionId, u8>) {
    for (region, places) in &sheet.regions {
        let under = |at: &&Pt| dabs.iter().any(|d| (d.x - at.x).powi(2) + (d.y - at.y).powi(2) <= BRUSH * BRUSH);
        let share = places.iter().filter(under).count() as f64 / places.len().max(1) as f64;
        if share >= SPILT {
            let intensity = (10.0 * strength * (share / FULL).min(1.0)).round().clamp(1.0, 10.0) as u8;
            let most = marks.entry(*region).or_default();
            *most = intensity.max(*most);
        }
    }
}

/// Somebody with pain from this point paints it on a leg. Empty when nothing was painted that counts.
fn person(atlas: &Atlas, sheets: &[(View, Sheet)], point: PointId, lot: &mut Lot) -> Vec<Mark> {
    // They feel the essential zone, and each view's spillover or not.
    let spilt = lot.share() < 0.5;
    let strength = 0.5 + 0.5 * lot.share();
    let mut marks = BTreeMap::new();
    let own: Vec<&Sheet> = sheets.iter().map(|(_, s)| s).filter(|s| s.zones.contains_key(&point)).collect();
    // They paint in the view in which most of the often painful places are to be seen, and perhaps in others.
    let most = |s: &&Sheet| {
        let zones = &atlas.point(point).unwrap().zones;
        let seen = |kind| zones.iter().filter(|z| z.kind == kind && s.regions.contains_key(&z.region)).count();
        (seen(ZoneKind::Essential), seen(ZoneKind::Spillover))
    };
    let first = own.iter().map(most).max();
    let mut chosen = false;
    for sheet in own.iter().rev() {
        let main = !chosen && Some(most(sheet)) == first;
        chosen |= main;
        if !main && lot.share() < 0.5 {
            continue;
        }
        let mut dabs = Vec::new();
        for (kind, patch) in &sheet.zones[&point] {
            if *kind == ZoneKind::Essential || spilt {
                paint(patch, lot, &mut dabs);
            }
        }
        covered(sheet, &dabs, strength, &mut marks);
    }
    marks.into_iter().map(|(region, intensity)| Mark { region, side: Side::Left, intensity }).collect()
}

fn sheets(drawings: &[(View, Rc<Drawing>)]) -> Vec<(View, Sheet)> {
    drawings.iter().map(|(view, drawing)| (*view, sheet(drawing))).collect()
}

/// The points that have a patch in some view.
fn drawn(sheets: &[(View, Sheet)]) -> Vec<PointId> {
    let mut points: Vec<PointId> = sheets.iter().flat_map(|(_, s)| s.zones.keys().copied()).collect();
    points.sort();
    points.dedup();
    points
}

/// What the run told.
pub struct Told {
    pub top_3: f64,
    pub text: String,
}

/// Muscles that the atlas cannot tell from this one: a point with the very same zones.
fn twins(atlas: &Atlas, point: PointId) -> Vec<MuscleId> {
    let zones = |p: PointId| {
        let mut all: Vec<_> = atlas.point(p).unwrap().zones.iter().map(|z| (z.region, z.kind)).collect();
        all.sort();
        all
    };
    let own = atlas.point(point).unwrap().muscle;
    let same = atlas.point_ids().filter(|p| zones(*p) == zones(point));
    let mut muscles: Vec<MuscleId> = same.map(|p| atlas.point(p).unwrap().muscle).filter(|m| *m != own).collect();
    muscles.dedup();
    muscles
}

/// Paints so many times, and ranks.
pub fn run(atlas: &Atlas, drawings: &[(View, Rc<Drawing>)], times: usize) -> Told {
    let sheets = sheets(drawings);
    let points = drawn(&sheets);
    let mut lot = Lot::new(2026);
    let (mut own, mut theirs) = (Figures::default(), Figures::default());
    let (mut twinned, mut empty) = (0, 0);
    let mut missed: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    while own.count() < times {
        let point = *lot.pick(&points);
        let marks = person(atlas, &sheets, point, &mut lot);
        if marks.is_empty() {
            empty += 1;
            continue;
        }
        let muscle = atlas.point(point).unwrap().muscle;
        let accepted = [(muscle, 3)];
        let ranked = guide(atlas, &Case::of(&marks));
        own.add(&ranked, &accepted);
        theirs.add(&overlap(atlas, &Case::of(&marks)), &accepted);
        twinned += usize::from(!twins(atlas, point).is_empty());
        let tally = missed.entry(atlas.point_name(point)).or_default();
        tally.0 += usize::from(!Figures::hit(&ranked, &accepted, 3));
        tally.1 += 1;
    }
    let mut text = String::new();
    for (name, figures) in [("guide", &own), ("zone overlap", &theirs)] {
        let [one, three, five, ndcg] = figures.all();
        let _ =
            writeln!(text, "    painted, {name:<19}{:>4}{one:>8.2}{three:>8.2}{five:>8.2}{ndcg:>8.3}", figures.count());
    }
    let _ =
        writeln!(text, "    painted: {twinned} of points with a twin of the same zones; {empty} left nothing to rank");
    let mut worst: Vec<_> = missed.into_iter().filter(|(_, (m, n))| m * 3 > *n).collect();
    worst.sort_by_key(|(_, (m, _))| std::cmp::Reverse(*m));
    let worst: Vec<String> = worst.iter().take(12).map(|(name, (m, n))| format!("{name} {m}/{n}")).collect();
    let _ = writeln!(text, "    painted, missed most: {}", worst.join(", "));
    Told { top_3: own.all()[1], text }
}

/// Whether what is painted on a leg leads to the same muscles as on the other.
pub fn mirrors(atlas: &Atlas, drawings: &[(View, Rc<Drawing>)], times: usize) -> bool {
    let sheets = sheets(drawings);
    let points = drawn(&sheets);
    let mut lot = Lot::new(7);
    (0..times).all(|_| {
        let left = person(atlas, &sheets, *lot.pick(&points), &mut lot);
        let right: Vec<Mark> = left.iter().map(|m| Mark { side: Side::Right, ..*m }).collect();
        guide(atlas, &Case::of(&left)) == guide(atlas, &Case::of(&right))
    })
}

//! The atlas as it ships is whole: everything is drawn, supported and told in every language; and its curves keep
//! their promises.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::atlas::text::{LANGS, nearest};
use referred_pain_explorer::atlas::{
    Atlas, Care, Contour, EvidenceId, Form, Ink, Knot, Library, PointId, Pt, Rib, SourceId, Study, Text, TextId, View,
    bundle,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use support::atlas;

#[test]
fn it_holds_what_it_is_said_to_hold() {
    let atlas = atlas();
    assert_eq!(atlas.muscles.len(), 47, "46 muscles and the plantar fascia");
    assert_eq!(atlas.plates.len(), 8);
    assert_eq!(atlas.points.len(), 74, "73 points, and the one under the heel in the tendon plate");
    assert_eq!(atlas.regions.len(), 52);
    for view in View::ALL {
        assert!(atlas.plate(*view).is_some(), "{} is drawn", view.name());
    }
    for muscle in atlas.muscle_ids() {
        assert!(!atlas.points_of(muscle).is_empty(), "{} has a point", atlas.muscle_name(muscle));
    }
}

#[test]
fn bytes_of_another_build_are_refused() {
    assert!(bundle::unpack(&[]).is_none());
    assert!(bundle::unpack(&[1, 2, 3]).is_none());
    assert!(bundle::unpack(b"<!doctype html><title>404</title>").is_none());
    let (own, names) = (bundle::pack("atlas"), bundle::pack("names-en"));
    assert_eq!(bundle::unpack(own).as_ref(), Some(&*atlas()));
    assert!(bundle::unpack(&own[..own.len() / 2]).is_none(), "half an atlas");
    assert!(Text::unpack(own, names).is_none(), "an atlas is no language");
    assert!(Text::unpack(b"<!doctype html><title>404</title>", names).is_none());
    assert!(bundle::unpack_drawing(&bundle::pack("plantar")[1..]).is_none());
    assert!(bundle::unpack_prose(names).is_none());
}

#[test]
fn names_and_ids_lead_to_each_other() {
    let atlas = atlas();
    for id in atlas.point_ids() {
        assert_eq!(atlas.point_named(&atlas.point_name(id)), Some(id));
    }
    for id in atlas.muscle_ids() {
        assert_eq!(atlas.muscle_named(atlas.muscle_name(id)), Some(id));
    }
    for id in atlas.region_ids() {
        assert_eq!(atlas.regions_named(atlas.region_name(id)), [id]);
    }
    for name in ["", ".", "soleus", "soleus.", "soleus.0", "soleus.99", "soleus.1.1", "soleus.-1", "Soleus.1"] {
        assert_eq!(atlas.point_named(name), None, "{name:?}");
    }
    let in_groups: Vec<_> = atlas.groups.iter().flat_map(|g| atlas.regions_named(&g.id)).collect();
    let once: BTreeSet<_> = in_groups.iter().copied().collect();
    assert_eq!(once.len(), in_groups.len(), "a region is in one group");
    assert_eq!(once.len(), atlas.regions.len(), "every region is in a group, and no group is empty");
}

/// The records below a folder.
fn records(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            records(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The points whose record says that they are not drawn.
fn undrawn() -> BTreeSet<PointId> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let mut files = Vec::new();
    records(&root.join("atlas").join("muscles"), &mut files);
    let mut out = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for record in text.split("[[trigger_point]]").skip(1) {
            let value = |key: &str| record.lines().find_map(|l| l.strip_prefix(key)?.trim().strip_prefix("= "));
            if value("drawn").is_some_and(|v| v.starts_with("false")) {
                let name = [file.file_stem().unwrap().to_str().unwrap(), value("n").unwrap().trim()].join(".");
                out.insert(support::point(&name));
            }
        }
    }
    out
}

#[test]
fn every_point_is_marked_in_a_view_or_says_that_it_is_not() {
    let atlas = atlas();
    let marked = |p: &PointId| atlas.plates.iter().any(|plate| plate.marks.iter().any(|m| m.point == *p));
    let unmarked: BTreeSet<PointId> = atlas.point_ids().filter(|p| !marked(p)).collect();
    assert_eq!(unmarked, undrawn());
}

#[test]
fn marks_and_shapes_belong_to_records_and_lie_in_their_frame() {
    let atlas = atlas();
    for plate in &atlas.plates {
        let [x, y, w, h] = plate.frame.map(f64::from);
        let inside = |p: Pt| p.x >= x && p.x <= x + w && p.y >= y && p.y <= y + h;
        let mut seen = BTreeSet::new();
        for mark in &plate.marks {
            assert!(atlas.point(mark.point).is_some());
            assert!(inside(mark.at()), "{} in {}", atlas.point_name(mark.point), plate.view.name());
            assert!(seen.insert(mark.point), "{} twice in {}", atlas.point_name(mark.point), plate.view.name());
        }
        let drawing = bundle::drawing(plate.view);
        let inks: BTreeSet<String> = drawing.shapes.iter().map(|s| format!("{:?}", s.ink)).collect();
        let said: BTreeSet<String> = plate.inks.iter().map(|ink| format!("{ink:?}")).collect();
        assert_eq!(inks, said, "{} shows what it says", plate.view.name());
        for shape in &drawing.shapes {
            let known = match shape.ink {
                Ink::Muscle(id) | Ink::Tendon(id) => atlas.muscle(id).is_some(),
                Ink::Region(id) => atlas.region(id).is_some(),
                Ink::Zone(point, kind) => atlas.point(point).unwrap().zones.iter().any(|z| z.kind == kind),
                Ink::Skin | Ink::Bone | Ink::Crease => true,
            };
            assert!(known, "{:?} in {}", shape.ink, plate.view.name());
            assert!(inside(shape.form.contour().centre()), "{:?} in {}", shape.ink, plate.view.name());
        }
    }
    let remote = atlas.regions_named("remote");
    for region in atlas.region_ids() {
        let shown = View::ALL.iter().any(|v| atlas.shows_region(*v, region));
        assert_eq!(shown, !remote.contains(&region), "{} can be tapped", atlas.region_name(region));
    }
}

#[test]
fn what_may_be_pressed_says_how_and_what_may_not_does_not() {
    let atlas = atlas();
    let leave = |p: PointId| {
        let mut cautions = atlas.point(p).unwrap().cautions.iter().map(|c| atlas.caution(*c).unwrap());
        cautions.any(|c| c.id == "no_self")
    };
    let library = bundle::library();
    let mut left = 0;
    for id in atlas.point_ids() {
        let (point, name) = (atlas.point(id).unwrap(), atlas.point_name(id));
        let tools = &library.point(id).unwrap().tools;
        if leave(id) {
            left += 1;
            assert_eq!((point.techniques.as_slice(), tools.as_slice()), (&[][..], &[][..]), "{name}");
        } else {
            assert!(!point.techniques.is_empty(), "{name} has a technique");
            assert!(!tools.is_empty(), "{name} has a tool");
        }
        assert!(!point.zones.is_empty(), "{name} sends pain somewhere");
        let regions: BTreeSet<_> = point.zones.iter().map(|z| z.region).collect();
        assert_eq!(regions.len(), point.zones.len(), "{name} names each region once");
    }
    assert!(left > 0, "some points are not for one's own hands");
}

/// Every piece of evidence in the atlas, with what it is about.
fn evidence(atlas: &Atlas, library: &Library) -> Vec<(String, EvidenceId)> {
    let mut all = Vec::new();
    for (muscle, page) in atlas.muscles.iter().zip(&library.muscles) {
        all.extend(page.evidence.iter().map(|(claim, e)| ([&muscle.id, " ", claim.name()].concat(), *e)));
    }
    for id in atlas.point_ids() {
        let (point, name) = (atlas.point(id).unwrap(), atlas.point_name(id));
        let page = library.point(id).unwrap();
        assert_eq!(page.zones.len(), point.zones.len(), "{name}");
        all.push(([&name, " position"].concat(), page.position));
        let zone = |z: &referred_pain_explorer::atlas::Zone| [&name, " to ", atlas.region_name(z.region)].concat();
        all.extend(point.zones.iter().zip(&page.zones).map(|(z, e)| (zone(z), *e)));
    }
    all.extend(atlas.cautions.iter().map(|c| (c.id.clone(), c.evidence)));
    all.extend(atlas.red_flags.iter().map(|f| (f.id.clone(), f.evidence)));
    all.extend(library.conditions.iter().flat_map(|c| [(c.id.clone(), c.evidence), (c.id.clone(), c.supported_by)]));
    all
}

#[test]
fn conditions_name_places_and_muscles_of_this_atlas() {
    let (atlas, library) = (atlas(), bundle::library());
    assert!(library.conditions.len() >= 16);
    for c in &library.conditions {
        assert!(!c.regions.is_empty(), "{} is felt somewhere", c.id);
        assert!(c.regions.iter().all(|r| atlas.region(*r).is_some()), "{}", c.id);
        assert!(c.muscles.iter().all(|m| atlas.muscle(*m).is_some()), "{}", c.id);
    }
}

#[test]
fn every_claim_has_a_source_that_exists() {
    let atlas = atlas();
    let library = bundle::library();
    let known = |id: &SourceId| !library.source(*id).is_empty();
    for (about, id) in evidence(&atlas, &library) {
        assert!(!library.sources_of(id).is_empty(), "{about} has no source");
        assert!(library.sources_of(id).iter().all(known), "{about}");
    }
    for (muscle, page) in atlas.muscles.iter().zip(&library.muscles) {
        assert!(!page.evidence.is_empty(), "{} has evidence", muscle.id);
        for study in &muscle.prevalence {
            assert!(known(&study.study) && study.of > 0 && study.found <= study.of, "{}", muscle.id);
        }
        for disagreement in &page.disagreements {
            let sources = library.sources_of(disagreement.sources);
            assert!(!sources.is_empty() && sources.iter().all(known), "{}", muscle.id);
        }
    }
    let once: BTreeSet<&String> = library.sources.iter().collect();
    assert_eq!(once.len(), library.sources.len());
}

/// Every sentence of the atlas, with its place. Those that may be empty are not among them.
fn sentences(atlas: &Atlas) -> Vec<(String, TextId)> {
    let mut all = Vec::new();
    let library = bundle::library();
    for (muscle, t) in atlas.muscles.iter().zip(&library.muscles) {
        let own = [
            ("name", muscle.name),
            ("plain", muscle.plain),
            ("about", t.about),
            ("attachments", t.attachments),
            ("stretch", t.stretch),
            ("evidence", t.support),
        ];
        all.extend(own.map(|(key, id)| ([&muscle.id, " ", key].concat(), id)));
        assert!(!t.causes.is_empty() && !t.mistaken_for.is_empty(), "{}", muscle.id);
        let lists = t
            .causes
            .iter()
            .chain(&t.mistaken_for)
            .chain(t.disagreements.iter().map(|d| &d.text))
            .chain(&t.actions)
            .chain(&t.nerves);
        all.extend(lists.map(|id| ([&muscle.id, " list"].concat(), *id)));
    }
    for id in atlas.point_ids() {
        let (t, name) = (library.point(id).unwrap(), atlas.point_name(id));
        let own = [("label", atlas.point(id).unwrap().label), ("find", t.find), ("press", t.press)];
        all.extend(own.map(|(key, id)| ([&name, " ", key].concat(), id)));
    }
    let study = |s: &Study| [s.design, s.finding, s.limits].map(|id| (library.source(s.source).to_owned(), id));
    all.extend(library.studies.iter().flat_map(study));
    all.extend(atlas.regions.iter().map(|r| (r.id.clone(), r.name)));
    all.extend(atlas.groups.iter().map(|g| (g.id.clone(), g.name)));
    all.extend(atlas.cautions.iter().flat_map(|c| [(c.id.clone(), c.title), (c.id.clone(), c.advice)]));
    let flags = atlas.red_flags.iter().flat_map(|f| [f.title, f.sign, f.advice].map(|id| (f.id.clone(), id)));
    all.extend(flags);
    for c in &library.conditions {
        let own = [c.title(), c.about(), c.felt(), c.clue(), c.support(), c.advice(), c.doctor()];
        all.extend(own.map(|id| (c.id.clone(), id)));
        all.push(([&c.id, " about"].concat(), c.about()));
        all.push(([&c.id, " press"].concat(), c.advice()));
    }
    let regions = library.named_regions.iter().map(|id| library.words_of_region(*id).unwrap());
    let other = regions.chain(library.named_groups.iter().map(|id| library.words_of_group(*id).unwrap()));
    all.extend(other.map(|id| ("other words".to_owned(), id)));
    all
}

#[test]
fn everything_is_told_in_every_language() {
    let atlas = atlas();
    assert!(support::LANGS.iter().all(|l| LANGS.contains(l)));
    for lang in LANGS {
        let text = bundle::text(lang);
        assert_eq!((text.lang(), nearest(lang)), (*lang, Some(*lang)));
        for (about, id) in sentences(&atlas) {
            let words = text.of(id);
            assert!(!words.trim().is_empty(), "{lang}: {about} is empty");
            assert_eq!(words.trim(), words, "{lang}: {about}");
            assert!(!words.contains(['{', '}', '<', '>']), "{lang}: {about}: {words}");
        }
        let library = bundle::library();
        for at in 0..library.sources.len() {
            let id = SourceId(at as u16);
            let (title, url) = text.source(id);
            assert!(!title.trim().is_empty(), "{lang}: source {} has a title", library.source(id));
            assert!(url.is_empty() || url.starts_with("https://") || url.starts_with("http://"), "{lang}: {url}");
        }
    }
}

#[test]
fn what_stands_side_by_side_has_names_of_its_own() {
    let atlas = atlas();
    let differ = |what: &str, names: Vec<(String, String)>| {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (id, name) in names {
            if let Some(other) = seen.insert(name.to_lowercase(), id.clone()) {
                panic!("{what}: {id} and {other} are both called \"{name}\"");
            }
        }
    };
    differ("Latin", bundle::library().muscles.iter().map(|m| (m.group.clone(), m.latin.clone())).collect());
    let library = bundle::library();
    for lang in LANGS {
        let text = bundle::text(lang);
        let of = |id| text.of(id).to_owned();
        differ(lang, atlas.muscles.iter().map(|m| (m.id.clone(), of(m.name))).collect());
        differ(lang, atlas.regions.iter().map(|r| (r.id.clone(), of(r.name))).collect());
        differ(lang, atlas.groups.iter().map(|g| (g.id.clone(), of(g.name))).collect());
        differ(lang, library.conditions.iter().map(|c| (c.id.clone(), of(c.title()))).collect());
        differ(lang, atlas.red_flags.iter().map(|f| (f.id.clone(), of(f.sign))).collect());
        for muscle in atlas.muscle_ids() {
            let points = atlas.points_of(muscle);
            let label = |p: &PointId| (atlas.point_name(*p), of(atlas.point(*p).unwrap().label));
            differ(lang, points.iter().map(label).collect());
        }
    }
    let (english, dutch) = (bundle::text("en"), bundle::text("nl"));
    let translated = |id: &(String, TextId)| id.0.ends_with(" about") || id.0.ends_with(" press");
    for (about, id) in sentences(&atlas).into_iter().filter(translated) {
        assert_ne!(english.of(id), dutch.of(id), "{about} is not translated");
    }
}

#[test]
fn it_is_published_whole() {
    let document: serde_json::Value = serde_json::from_str(bundle::DOCUMENT).unwrap();
    let list = |key: &str| document[key].as_array().unwrap();
    assert_eq!((list("muscles").len(), list("views").len(), list("regions").len()), (47, 8, 52));
    let points: usize = list("muscles").iter().map(|m| m["trigger_points"].as_array().unwrap().len()).sum();
    assert_eq!(points, atlas().points.len());
    for view in list("views") {
        let shapes = view["shapes"].as_array().unwrap();
        let ids: BTreeSet<&str> = shapes.iter().map(|s| s["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), shapes.len(), "shape ids of {} are unique", view["id"]);
    }
    let sources = document["sources"].as_object().unwrap();
    for muscle in list("muscles") {
        for source in muscle["evidence"]["referral"]["sources"].as_array().unwrap() {
            assert!(sources.contains_key(source.as_str().unwrap()), "{source}");
        }
    }
}

/// A path of ours taken apart: its subpaths, each with its points (handles included) and whether it closes.
fn parse(d: &str) -> Vec<(Vec<Pt>, bool)> {
    let mut parts: Vec<(Vec<Pt>, bool)> = Vec::new();
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest.char_indices().skip(1).find(|(_, c)| c.is_ascii_alphabetic()).map_or(rest.len(), |(at, _)| at);
        let spaced = rest[1..end].replace('-', " -");
        let numbers: Vec<f64> = spaced.split_whitespace().map(|n| n.parse().expect(d)).collect();
        assert!(numbers.iter().all(|n| n.is_finite()), "{d}");
        let points = numbers.as_chunks::<2>().0.iter().map(|[x, y]| Pt { x: *x, y: *y });
        match (command, numbers.len()) {
            ('M', 2) => parts.push((points.collect(), false)),
            ('C', 6) => {
                let (own, closed) = parts.last_mut().expect("a move comes first");
                assert!(!*closed, "a curve after the end: {d}");
                own.extend(points);
            }
            ('Z', 0) => parts.last_mut().expect("a move comes first").1 = true,
            other => panic!("{other:?} in {d}"),
        }
        rest = &rest[end..];
    }
    parts
}

#[test]
fn every_path_can_be_read_and_closes() {
    for plate in &atlas().plates {
        for shape in &bundle::drawing(plate.view).shapes {
            let here = format!("{:?} in {}", shape.ink, plate.view.name());
            let parts = parse(&shape.form.path());
            assert_eq!(parts.len(), 1, "{here}");
            let (points, closed) = &parts[0];
            assert!(points.len() >= 4, "{here}");
            assert_eq!(*closed, !matches!(shape.form, Form::Line(_)), "{here}");
            if *closed {
                assert_eq!(points.first(), points.last(), "{here} ends where it starts");
            }
            for (from, to) in [(0.3, 1.0), (-0.8, -0.35)] {
                let band = shape.form.shade(from, to);
                assert_eq!(band.is_some(), matches!(shape.form, Form::Spine(_)), "{here}");
                band.iter().for_each(|b| assert!(parse(&b.path())[0].1, "{here}: the shade closes"));
            }
            for fibre in shape.form.fibres(&[-0.5, 0.5]) {
                assert!(!parse(&fibre.path())[0].1, "{here}: a fibre is open");
            }
        }
    }
}

/// A coordinate that can be stored exactly.
fn quarter(most: i32) -> impl Strategy<Value = f64> {
    (-most * 4..=most * 4).prop_map(|n| f64::from(n) / 4.0)
}

fn knots(fewest: usize) -> impl Strategy<Value = Vec<Knot>> {
    let knot = (quarter(1200), quarter(1200), any::<bool>());
    prop::collection::vec(knot.prop_map(|(x, y, corner)| Knot { at: Pt { x, y }, corner }), fewest..20)
}

fn ribs(a_is_b: bool) -> impl Strategy<Value = Vec<Rib>> {
    let width = || (0i32..200).prop_map(|n| f64::from(n) / 4.0);
    let rib = (quarter(600), quarter(600), width(), width());
    let rib = rib.prop_map(move |(x, y, a, b)| Rib { at: Pt { x, y }, a, b: if a_is_b { a } else { b } });
    prop::collection::vec(rib, 2..10).prop_filter("ribs apart", |r| r.windows(2).all(|p| p[0].at != p[1].at))
}

fn near(a: Pt, b: Pt) -> bool {
    (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6
}

fn starts(contour: &Contour) -> Vec<Pt> {
    contour.pieces.iter().map(|piece| piece.0).collect()
}

fn turned(p: Pt) -> Pt {
    Pt { x: -p.x, y: p.y }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_outline_passes_through_its_knots_which_come_back_exactly(knots in knots(3)) {
        let contour = Form::outline(&knots).contour();
        let at: Vec<Pt> = knots.iter().map(|k| k.at).collect();
        prop_assert!(contour.closed);
        prop_assert_eq!(starts(&contour), at);
        for (i, piece) in contour.pieces.iter().enumerate() {
            prop_assert_eq!(piece.3, knots[(i + 1) % knots.len()].at, "pieces join");
        }
        let parts = parse(&contour.path());
        prop_assert_eq!((parts.len(), parts[0].0.len(), parts[0].1), (1, knots.len() * 3 + 1, true));
    }

    #[test]
    fn an_open_line_passes_through_its_knots_and_stays_open(knots in knots(2)) {
        let contour = Form::line(&knots).contour();
        prop_assert!(!contour.closed);
        let mut at = starts(&contour);
        at.extend(contour.pieces.last().map(|p| p.3));
        prop_assert_eq!(at, knots.iter().map(|k| k.at).collect::<Vec<_>>());
        prop_assert!(!contour.path().contains('Z'));
    }

    #[test]
    fn a_spine_comes_back_exactly(ribs in ribs(false)) {
        // Its own sides: the knots of the outline lie a and b away from the rib, in line with it.
        let outline = starts(&Form::spine(&ribs).contour());
        prop_assert_eq!(outline.len(), ribs.len() * 2);
        for (i, rib) in ribs.iter().enumerate() {
            let (a, b) = (outline[i], outline[outline.len() - 1 - i]);
            let away = |p: Pt| (p.x - rib.at.x).hypot(p.y - rib.at.y);
            // Where a spine turns back on itself it has no side to speak of.
            prop_assert!((away(a) - rib.a).abs() < 1e-6 || away(a) < 1e-6);
            prop_assert!((away(b) - rib.b).abs() < 1e-6 || away(b) < 1e-6);
        }
    }

    #[test]
    fn equal_widths_lie_evenly_about_the_spine(ribs in ribs(true)) {
        let outline = starts(&Form::spine(&ribs).contour());
        for (i, rib) in ribs.iter().enumerate() {
            let (a, b) = (outline[i], outline[outline.len() - 1 - i]);
            let middle = Pt { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 };
            prop_assert!(near(middle, rib.at), "{middle:?} is not {:?}", rib.at);
        }
    }

    #[test]
    fn a_straight_spine_of_equal_widths_is_its_own_mirror_image(widths in prop::collection::vec((1i32..200, 1i32..200), 2..10)) {
        let mut y = 0.0;
        let rib = |(step, width): (i32, i32)| {
            y += f64::from(step) / 4.0;
            let half = f64::from(width) / 4.0;
            Rib { at: Pt { x: 0.0, y }, a: half, b: half }
        };
        let ribs: Vec<Rib> = widths.into_iter().map(rib).collect();
        let points = Form::spine(&ribs).contour().flat(8);
        for p in &points {
            prop_assert!(points.iter().any(|q| near(turned(*p), *q)), "{p:?} has no mirror image");
        }
    }

    #[test]
    fn the_mirror_image_of_a_shape_is_the_shape_of_the_mirror_image(knots in knots(3), ribs in ribs(false)) {
        let mirrored: Vec<Knot> = knots.iter().map(|k| Knot { at: turned(k.at), ..*k }).collect();
        let (right, left) = (Form::outline(&knots).contour(), Form::outline(&mirrored).contour());
        for (r, l) in right.flat(4).into_iter().zip(left.flat(4)) {
            prop_assert!(near(turned(r), l));
        }
        let mirrored: Vec<Rib> = ribs.iter().map(|r| Rib { at: turned(r.at), a: r.b, b: r.a }).collect();
        let (right, left) = (starts(&Form::spine(&ribs).contour()), starts(&Form::spine(&mirrored).contour()));
        for (r, l) in right.iter().zip(left.iter().rev()) {
            prop_assert!(near(turned(*r), *l));
        }
    }

    #[test]
    fn one_side_of_a_muscle_does_not_move_the_other(ribs in ribs(false), other in 0i32..200) {
        let width = f64::from(other) / 4.0;
        let changed: Vec<Rib> = ribs.iter().map(|r| Rib { a: width, ..*r }).collect();
        let (one, two) = (Form::spine(&ribs), Form::spine(&changed));
        prop_assert_eq!(one.shade(0.0, 1.0), two.shade(0.0, 1.0));
        prop_assert_eq!(one.fibres(&[0.0, 0.5, 1.0]), two.fibres(&[0.0, 0.5, 1.0]));
        let changed: Vec<Rib> = ribs.iter().map(|r| Rib { b: width, ..*r }).collect();
        let two = Form::spine(&changed);
        prop_assert_eq!(one.shade(-1.0, 0.0), two.shade(-1.0, 0.0));
    }
}

/// What nobody may be told by a program: that they have something.
const VERDICTS: [&str; 12] = [
    "you have a ",
    "you suffer",
    "diagnosed",
    "je hebt een ",
    "jij hebt",
    "du hast eine ",
    "du hast einen ",
    "vous avez une ",
    "vous souffrez",
    "tienes una ",
    "tienes un ",
    "your diagnosis",
];

#[test]
fn no_condition_is_said_to_be_what_somebody_has() {
    let library = bundle::library();
    for lang in LANGS {
        let text = bundle::text(lang);
        for c in &library.conditions {
            // What one would notice may be said; what it is may not.
            for id in [c.title(), c.about(), c.support(), c.advice()] {
                let words = text.of(id).to_lowercase();
                assert!(!VERDICTS.iter().any(|v| words.contains(v)), "{lang} {}: {words}", c.id);
                assert!(!words.contains('!'), "{lang} {}: {words}", c.id);
            }
        }
    }
}

#[test]
fn what_must_not_wait_says_so_and_says_not_to_massage() {
    let library = bundle::library();
    let text = bundle::text("en");
    for c in library.conditions.iter().filter(|c| c.care == Care::Urgent) {
        let (advice, doctor) = (text.of(c.advice()), text.of(c.doctor()));
        assert!(advice.contains("Do not massage") || advice.contains("Do not press"), "{}: {advice}", c.id);
        assert!(doctor.contains("today"), "{}: {doctor}", c.id);
    }
    for id in ["achilles_rupture", "stress_fracture", "infection", "vein_clot"] {
        assert!(library.conditions.iter().any(|c| c.id == id && c.care == Care::Urgent), "{id}");
    }
}

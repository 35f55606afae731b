//! The atlas as a document: what is published can be read back and gives the same atlas; what is wrong in it is told,
//! all of it at once; and nothing that somebody may put into it makes the program fall over.
#![cfg(all(feature = "bundled", feature = "check"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::atlas::model::pack::pack;
use referred_pain_explorer::atlas::source::{Made, Problems, document, make};
use referred_pain_explorer::atlas::{Mark, Side, bundle, guide};
use serde_json::{Value, json};
use std::cell::OnceCell;
use std::rc::Rc;

fn read(text: &str) -> Result<Made, Vec<String>> {
    let mut problems = Problems::default();
    let source = document::read(text, &mut problems);
    let made = if problems.0.is_empty() { make(&source) } else { Err(problems) };
    made.map_err(|problems| problems.0.iter().map(ToString::to_string).collect())
}

fn published() -> Value {
    thread_local! { static DOCUMENT: OnceCell<Rc<Value>> = const { OnceCell::new() }; }
    let parse = || Rc::new(serde_json::from_str(bundle::DOCUMENT).unwrap());
    DOCUMENT.with(|cell| cell.get_or_init(parse).as_ref().clone())
}

fn problems(document: &Value) -> Vec<String> {
    read(&document.to_string()).err().unwrap_or_default()
}

#[test]
fn what_is_published_reads_back_as_the_same_atlas() {
    let made = read(bundle::DOCUMENT).unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    assert_eq!(pack(&made.atlas), bundle::pack("atlas"));
    assert_eq!(pack(&made.library), bundle::pack("library"));
    for (view, drawing) in &made.drawings {
        let (first, deeper) = drawing.split(*view);
        assert_eq!(pack(&first), bundle::pack(view.name()), "{}", view.name());
        let deeper = deeper.map(|d| pack(&d)).unwrap_or_default();
        assert_eq!(deeper, bundle::pack(&["deeper-", view.name()].concat()), "{}", view.name());
    }
    for (names, prose) in made.names.iter().zip(&made.prose) {
        assert_eq!(pack(names), bundle::pack(&["names-", &names.lang].concat()));
        assert_eq!(pack(prose), bundle::pack(&["prose-", &prose.lang].concat()));
    }
    assert_eq!(made.names.len(), support::LANGS.len());
}

#[test]
fn paths_alone_will_do_for_a_drawing() {
    let mut document = published();
    for view in document["views"].as_array_mut().unwrap() {
        for shape in view["shapes"].as_array_mut().unwrap() {
            ["outline", "spine", "line"].iter().for_each(|knots| drop(shape.as_object_mut().unwrap().remove(*knots)));
        }
    }
    let made = read(&document.to_string()).unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    for (view, drawing) in &made.drawings {
        let own = bundle::drawing(*view);
        let (first, deeper) = drawing.split(*view);
        for (a, b) in first.join(&deeper.unwrap_or_default()).shapes.iter().zip(&own.shapes) {
            let (a, b) = (a.form.contour().centre(), b.form.contour().centre());
            assert!((a.x - b.x).hypot(a.y - b.y) < 0.5, "{} {a:?} {b:?}", view.name());
        }
    }
}

#[test]
fn an_atlas_needs_no_conditions_and_no_other_words() {
    let mut document = published();
    document.as_object_mut().unwrap().remove("conditions");
    document.as_object_mut().unwrap().remove("routines");
    for field in ["groups", "regions"] {
        for record in document[field].as_array_mut().unwrap() {
            record.as_object_mut().unwrap().remove("aliases");
        }
    }
    let made = read(&document.to_string()).unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    assert!(made.library.conditions.is_empty() && made.library.named_regions.is_empty());
    assert!(made.library.routines.is_empty());
}

/// Changes the published document, and says what is then wrong with it.
fn broken(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut document = published();
    change(&mut document);
    problems(&document)
}

#[test]
fn each_fault_is_told_with_its_place_its_key_and_what_to_do() {
    type Change = fn(&mut Value);
    let faults: [(&str, Change); 47] = [
        ("muscles[0]", |d| drop(d["muscles"][0].as_object_mut().unwrap().remove("latin"))),
        ("record: unknown field `colour`", |d| d["muscles"][3]["colour"] = "red".into()),
        ("names the source NOBODY", |d| d["muscles"][0]["evidence"]["anatomy"]["sources"] = json!(["NOBODY"])),
        ("names no source", |d| d["muscles"][0]["evidence"]["anatomy"]["sources"] = json!([])),
        ("does not know \"certain\"", |d| d["muscles"][0]["evidence"]["anatomy"]["confidence"] = "certain".into()),
        ("names the region nowhere", |d| d["muscles"][0]["trigger_points"][0]["zones"][0]["region"] = "nowhere".into()),
        ("ceiling is at most 7", |d| d["muscles"][0]["trigger_points"][0]["ceiling"] = 9.into()),
        ("id: must be", |d| d["muscles"][0]["trigger_points"][0]["id"] = "soleus.1".into()),
        ("n must count from 1", |d| {
            let point = &mut d["muscles"][0]["trigger_points"][0];
            point["n"] = 5.into();
            point.as_object_mut().unwrap().remove("id");
        }),
        ("url must begin with", |d| d["sources"]["TS22"]["url"] = "javascript:alert(1)".into()),
        ("kind must be active or any", |d| {
            let muscles = d["muscles"].as_array_mut().unwrap();
            let counted = muscles.iter_mut().find(|m| m["prevalence"][0].is_object()).unwrap();
            counted["prevalence"][0]["kind"] = "perhaps".into();
        }),
        ("names: lacks the language nl", |d| drop(d["muscles"][0]["names"].as_object_mut().unwrap().remove("nl"))),
        ("/nl: regions.", |d| drop(d["regions"][0]["names"].as_object_mut().unwrap().remove("nl"))),
        ("/de: regions.", |d| drop(d["regions"][0]["names"].as_object_mut().unwrap().remove("de"))),
        ("is empty", |d| d["muscles"][0]["about"]["en"] = " ".into()),
        ("names the muscle nobody", |d| {
            let shape = d["views"][0]["shapes"].as_array_mut().unwrap().iter_mut().find(|s| s["kind"] == "muscle");
            shape.unwrap()["muscle"] = "nobody".into();
        }),
        ("d: is not what its knots draw", |d| d["views"][0]["shapes"][0]["d"] = "M0 0C0 1 1 1 1 0Z".into()),
        ("leaves the frame", |d| d["views"][0]["view_box"] = json!([-130, -180, 260, 700])),
        ("lies outside its muscle", |d| {
            let marks = d["views"][0]["shapes"].as_array_mut().unwrap();
            marks.iter_mut().find(|s| s["kind"] == "point" && s["point"] == "soleus.1").unwrap()["at"] = json!([0, 0]);
        }),
        ("at most two decimals", |d| {
            let shapes = d["views"][0]["shapes"].as_array_mut().unwrap();
            let shape = shapes.iter_mut().find(|s| s["spine"].is_string()).unwrap();
            shape["spine"] = "0,100.125,4 0,200,4".into();
        }),
        ("is marked in no view", |d| {
            for view in d["views"].as_array_mut().unwrap() {
                view["shapes"].as_array_mut().unwrap().retain(|s| s["kind"] != "point" || s["point"] != "soleus.1");
            }
        }),
        ("belongs to no record", |d| d["actions"]["flying"] = json!({ "en": "flies", "nl": "vliegt" })),
        ("50 to 200", |d| d["questions"][0]["effects"][0]["yes"] = 20.into()),
        ("needs muscles or points", |d| d["questions"][0]["effects"][0]["muscles"] = json!([])),
        ("names the point soleus.9", |d| d["questions"][0]["effects"][0]["points"] = json!(["soleus.9"])),
        ("not both", |d| d["questions"][0]["effects"][0]["convention"] = true.into()),
        ("names the red flag gone", |d| d["questions"][0]["red_flags"] = json!(["gone"])),
        ("changes nothing", |d| drop(d["questions"][0].as_object_mut().unwrap().remove("effects"))),
        ("names the group nowhere", |d| d["guide"]["levels"][0]["regions"] = json!(["nowhere"])),
        ("1 to 1000", |d| d["guide"]["weights"]["nothing"] = 0.into()),
        ("conditions: heel_spur: stands twice", |d| {
            let spur = d["conditions"].as_array().unwrap().iter().find(|c| c["id"] == "heel_spur").unwrap().clone();
            d["conditions"].as_array_mut().unwrap().push(spur);
        }),
        ("names no region", |d| d["conditions"][0]["regions"] = json!([])),
        ("names the muscle nobody", |d| d["conditions"][0]["muscles"] = json!(["nobody"])),
        ("does not know \"perhaps\"", |d| d["conditions"][0]["care"] = "perhaps".into()),
        ("does not know \"always\"", |d| d["conditions"][0]["timing"] = json!(["always"])),
        ("felt: is missing", |d| drop(d["conditions"][0].as_object_mut().unwrap().remove("felt"))),
        ("aliases: must be an object", |d| d["groups"][0]["aliases"] = "hak".into()),
        ("sole: stands twice", |d| d["routines"][0]["id"] = "sole".into()),
        ("names the point soleus.9", |d| d["routines"][0]["points"] = json!(["soleus.9"])),
        ("has no technique", |d| d["routines"][0]["points"] = json!(["popliteus.1"])),
        ("soleus.1 twice", |d| d["routines"][0]["points"] = json!(["soleus.1", "soleus.1"])),
        ("needs 1 to 4 points", |d| d["routines"][0]["points"] = json!([])),
        ("hold is 30 to 60", |d| d["routines"][0]["hold"] = 90.into()),
        ("rounds are 1 to 3", |d| d["routines"][0]["rounds"] = 4.into()),
        ("rest is 0 to 60", |d| d["routines"][0]["rest"] = 61.into()),
        ("purpose: is missing", |d| drop(d["routines"][0].as_object_mut().unwrap().remove("purpose"))),
        ("is not a field of an atlas", |d| d["adverts"] = json!([])),
    ];
    for (wanted, change) in faults {
        let told = broken(change);
        assert!(told.iter().any(|problem| problem.contains(wanted)), "{wanted}: told was {told:#?}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let told = broken(|d| {
        d["muscles"][0]["depth"] = "bottomless".into();
        d["muscles"][1]["trigger_points"][0]["frequency"] = "sometimes".into();
        d["regions"][5]["group"] = "nowhere".into();
        d["cautions"][0]["sources"] = json!([]);
        d["dose"]["hold"]["low"] = 90.into();
    });
    assert_eq!(told.len(), 5, "{told:#?}");
}

#[test]
fn regions_that_overlap_are_refused() {
    let told = broken(|d| {
        let shapes = d["views"][0]["shapes"].as_array_mut().unwrap();
        let at = |id: &str| shapes.iter().position(|s| s["region"] == id).unwrap();
        let (from, to) = (at("leg_posterior_upper"), at("leg_posterior_lower"));
        let (outline, d) = (shapes[from]["outline"].clone(), shapes[from]["d"].clone());
        shapes[to]["outline"] = outline;
        shapes[to]["d"] = d;
    });
    assert!(told.iter().any(|p| p.contains("overlap by")), "{told:#?}");
}

#[test]
fn what_is_no_atlas_is_refused_with_a_reason() {
    for text in ["", "null", "[]", "{", "\"atlas\"", "{}", "{\"languages\":[]}", "{\"languages\":[\"en\"]}"] {
        assert!(!read(text).unwrap_err().is_empty(), "{text}");
    }
}

/// Junk of all kinds.
fn junk() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|n| json!(n)),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!("M1e9 1e9L-1e9 5Z")),
        Just(json!("1e300,2 !3,4 5,6")),
    ]
}

/// Puts junk in the place that the steps lead to.
fn spoil(value: &mut Value, steps: &[usize], junk: Value) {
    let next = match (steps.first(), &mut *value) {
        (Some(step), Value::Array(list)) if !list.is_empty() => {
            let at = step % list.len();
            list.get_mut(at)
        }
        (Some(step), Value::Object(map)) if !map.is_empty() => {
            let at = step % map.len();
            map.values_mut().nth(at)
        }
        _ => None,
    };
    match next {
        Some(next) => spoil(next, &steps[1..], junk),
        None => *value = junk,
    }
}

/// One muscle's worth of an atlas, so that thousands of them can be read.
fn small() -> Value {
    thread_local! { static SMALL: OnceCell<Value> = const { OnceCell::new() }; }
    let cut = || {
        let mut document = published();
        document["muscles"].as_array_mut().unwrap().truncate(2);
        document["studies"] = json!([]);
        document["views"].as_array_mut().unwrap().truncate(1);
        document["views"][0]["shapes"].as_array_mut().unwrap().truncate(20);
        document
    };
    SMALL.with(|cell| cell.get_or_init(cut).clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_junk_anywhere_makes_it_fall_over(
        places in prop::collection::vec((prop::collection::vec(0usize..1000, 0..9), junk()), 1..4)
    ) {
        let mut document = small();
        for (steps, junk) in places {
            spoil(&mut document, &steps, junk);
        }
        // Refused or not, it comes back with an answer.
        let _ = read(&document.to_string());
    }
}

/// An atlas as many times as large: every muscle and region again under other names. Drawings stay as they are.
fn times(n: usize) -> Value {
    let mut document = published();
    let (muscles, regions) = (document["muscles"].take(), document["regions"].take());
    let rename = |id: &Value, copy: usize| {
        if copy == 0 { id.clone() } else { json!(format!("{}_{copy}", id.as_str().unwrap())) }
    };
    let (mut all_muscles, mut all_regions) = (Vec::new(), Vec::new());
    for copy in 0..n {
        for region in regions.as_array().unwrap() {
            let mut region = region.clone();
            region["id"] = rename(&region["id"], copy);
            all_regions.push(region);
        }
        for muscle in muscles.as_array().unwrap() {
            let mut muscle = muscle.clone();
            muscle["id"] = rename(&muscle["id"], copy);
            for point in muscle["trigger_points"].as_array_mut().unwrap() {
                point.as_object_mut().unwrap().remove("id");
                if copy > 0 {
                    point["drawn"] = false.into();
                }
                for zone in point["zones"].as_array_mut().unwrap() {
                    zone["region"] = rename(&zone["region"], copy);
                }
            }
            all_muscles.push(muscle);
        }
    }
    document["muscles"] = all_muscles.into();
    document["regions"] = all_regions.into();
    document
}

#[test]
fn an_atlas_fifty_times_as_large_still_joins_and_ranks() {
    let made = read(&times(50).to_string()).unwrap_or_else(|problems| panic!("{}", problems[..5].join("\n")));
    let own = support::atlas();
    assert_eq!(made.atlas.muscles.len(), own.muscles.len() * 50);
    assert_eq!(made.atlas.points.len(), own.points.len() * 50);
    assert_eq!(made.atlas.regions.len(), own.regions.len() * 50);
    // The last copy of a region leads to the last copies of its points, in the order and with the scores of the first.
    let ranked = |atlas: &referred_pain_explorer::atlas::Atlas, region: &str| {
        let (region, side) = (atlas.region_named(region).unwrap(), Side::Left);
        guide::rank(atlas, &guide::Case::of(&[Mark { region, side, intensity: 5 }]))
    };
    let (first, last) = (ranked(&own, "achilles"), ranked(&made.atlas, "achilles_49"));
    assert_eq!(first.len(), last.len());
    for (a, b) in first.iter().zip(&last) {
        assert_eq!(made.atlas.point_name(b.point).replace("_49.", "."), own.point_name(a.point));
        assert!((a.score - b.score).abs() < 1e-9);
    }
}

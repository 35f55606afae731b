//! The schema of `atlas.json`: what is published fits it, what is broken is refused with its place, and its closed lists
//! are those of the model. What a schema cannot say (ids that lead to records, languages that say the same, drawings that
//! fit) is checked when an atlas is read: see `tests/atlas_document.rs`.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use jsonschema::Validator;
use referred_pain_explorer::atlas::{
    Care, CautionKind, Claim, Confidence, Depth, FigureKind, Frequency, Layer, Motion, Technique, Timing, Tissue, Tool,
    Toward, Urgency, View, ZoneKind, bundle,
};
use serde_json::{Value, json};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const SCHEMA: &str = include_str!("../www/atlas.schema.json");
const GUIDE: &str = include_str!("../docs/ATLAS.md");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn published() -> Value {
    thread_local! { static DOCUMENT: OnceCell<Value> = const { OnceCell::new() }; }
    DOCUMENT.with(|cell| cell.get_or_init(|| serde_json::from_str(bundle::DOCUMENT).unwrap()).clone())
}

/// Of what is published, one muscle, one source, and one view with a shape of each kind: quick to go through many times.
fn small() -> Value {
    let mut document = published();
    document["muscles"].as_array_mut().unwrap().retain(|muscle| muscle["id"] == "soleus");
    document["sources"].as_object_mut().unwrap().retain(|id, _| id == "GK");
    let views = document["views"].as_array_mut().unwrap();
    views.truncate(1);
    let mut kinds = BTreeSet::new();
    views[0]["shapes"].as_array_mut().unwrap().retain(|shape| kinds.insert(shape["kind"].to_string()));
    document
}

fn validator() -> Rc<Validator> {
    thread_local! { static VALIDATOR: OnceCell<Rc<Validator>> = const { OnceCell::new() }; }
    let make = || Rc::new(jsonschema::draft202012::new(&schema()).unwrap());
    VALIDATOR.with(|cell| cell.get_or_init(make).clone())
}

/// What is wrong with a document: the path, the rule, and why.
fn wrong(document: &Value) -> Vec<String> {
    let told = |e: jsonschema::ValidationError| format!("{} {}: {}", e.instance_path(), e.kind().keyword(), e.masked());
    validator().iter_errors(document).map(told).collect()
}

#[track_caller]
fn fits(document: &Value) {
    let wrong = wrong(document);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn at<'a>(document: &'a mut Value, pointer: &str) -> &'a mut Value {
    document.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}"))
}

fn without(document: &mut Value, pointer: &str, field: &str) {
    let gone = at(document, pointer).as_object_mut().unwrap().remove(field);
    assert!(gone.is_some(), "{pointer} has no {field}");
}

/// The path of the shape of a kind, in the small document.
fn shape(document: &Value, kind: &str) -> String {
    let shapes = document["views"][0]["shapes"].as_array().unwrap();
    let at = shapes.iter().position(|s| s["kind"] == kind).unwrap_or_else(|| panic!("no {kind} is drawn"));
    format!("/views/0/shapes/{at}")
}

/// Every value in a document, with its path.
fn walk(value: &Value, path: &str, see: &mut impl FnMut(&str, &Value)) {
    see(path, value);
    match value {
        Value::Object(map) => map.iter().for_each(|(key, inner)| walk(inner, &format!("{path}/{key}"), see)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, inner)| walk(inner, &format!("{path}/{index}"), see));
        }
        _ => {}
    }
}

#[test]
fn it_is_a_schema_of_draft_2020_12() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema()));
    assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema()["$id"], "atlas.schema.json", "an address of its own would tie it to one site");
}

#[test]
fn what_is_published_fits() {
    fits(&published());
    for field in ["version", "licence"] {
        assert!(published()[field].is_string(), "{field}");
    }
}

#[test]
fn what_follows_from_the_rest_may_be_left_out() {
    let mut document = published();
    for muscle in document["muscles"].as_array_mut().unwrap() {
        for point in muscle["trigger_points"].as_array_mut().unwrap() {
            ["id", "view", "at"].iter().for_each(|field| drop(point.as_object_mut().unwrap().remove(*field)));
        }
    }
    fits(&document);
    let drawn = |fields: &[&str]| {
        let mut document = document.clone();
        for shape in document["views"].as_array_mut().unwrap().iter_mut().flat_map(|v| v["shapes"].as_array_mut()) {
            for shape in shape {
                fields.iter().for_each(|field| drop(shape.as_object_mut().unwrap().remove(*field)));
            }
        }
        document
    };
    fits(&drawn(&["d"]));
    fits(&drawn(&["outline", "spine", "line"]));
    assert!(!wrong(&drawn(&["d", "outline", "spine", "line"])).is_empty(), "nothing is drawn");
}

type Break = fn(&mut Value);

/// Where the fault is told, by which rule and why, and how it is made.
const BROKEN: [(&str, &str, Break); 42] = [
    ("", "additionalProperties: Additional properties are not allowed ('adverts'", |d| d["adverts"] = json!([])),
    ("", "required: \"sources\"", |d| without(d, "", "sources")),
    ("/languages", "minItems", |d| d["languages"] = json!([])),
    ("/languages/0", "pattern", |d| d["languages"] = json!(["English"])),
    ("/version", "pattern", |d| d["version"] = "newest".into()),
    ("/muscles/0", "required: \"names\"", |d| without(d, "/muscles/0", "names")),
    ("/muscles/0", "additionalProperties", |d| d["muscles"][0]["colour"] = "red".into()),
    ("/muscles/0/id", "pattern", |d| d["muscles"][0]["id"] = "Calf muscle".into()),
    ("/muscles/0/names", "propertyNames", |d| d["muscles"][0]["names"]["Dutch"] = "kuit".into()),
    ("/muscles/0/about/en", "pattern", |d| d["muscles"][0]["about"]["en"] = " ".into()),
    ("/muscles/0/causes/en", "type", |d| d["muscles"][0]["causes"]["en"] = "standing".into()),
    ("/muscles/0/depth", "enum", |d| d["muscles"][0]["depth"] = "bottomless".into()),
    ("/muscles/0/heel_relevance", "maximum", |d| d["muscles"][0]["heel_relevance"] = 5.into()),
    ("/muscles/0/evidence", "required: \"massage\"", |d| without(d, "/muscles/0/evidence", "massage")),
    ("/muscles/0/evidence/names", "required: \"confidence\"", |d| {
        without(d, "/muscles/0/evidence/names", "confidence");
    }),
    ("/muscles/0/evidence/names/sources", "minItems", |d| at(d, "/muscles/0/evidence/names")["sources"] = json!([])),
    ("/muscles/0/prevalence/0/kind", "enum", |d| d["muscles"][0]["prevalence"][0]["kind"] = "latent".into()),
    ("/muscles/0/trigger_points/0/ceiling", "maximum", |d| point(d)["ceiling"] = 9.into()),
    ("/muscles/0/trigger_points/0/n", "minimum", |d| point(d)["n"] = 0.into()),
    ("/muscles/0/trigger_points/0/id", "pattern", |d| point(d)["id"] = "first".into()),
    ("/muscles/0/trigger_points/0", "required: \"zones\"", |d| without(d, "/muscles/0/trigger_points/0", "zones")),
    ("/muscles/0/trigger_points/0/zones/0/kind", "enum", |d| point(d)["zones"][0]["kind"] = "usual".into()),
    ("/muscles/0/trigger_points/0/tools/0", "enum", |d| point(d)["tools"] = json!(["hammer"])),
    // A point that is not for oneself has nothing to press it with.
    ("/muscles/0/trigger_points/0/techniques", "maxItems", |d| point(d)["cautions"] = json!(["no_self"])),
    ("/red_flags/0/level", "enum", |d| d["red_flags"][0]["level"] = "later".into()),
    ("/conditions/0/care", "enum", |d| d["conditions"][0]["care"] = "perhaps".into()),
    ("/conditions/0/timing/0", "enum", |d| d["conditions"][0]["timing"] = json!(["always"])),
    ("/conditions/0/regions", "minItems", |d| d["conditions"][0]["regions"] = json!([])),
    ("/conditions/0", "required: \"support\"", |d| without(d, "/conditions/0", "support")),
    ("/routines/0/points", "minItems", |d| d["routines"][0]["points"] = json!([])),
    ("/routines/0/rest", "maximum", |d| d["routines"][0]["rest"] = 90.into()),
    ("/routines/0", "required: \"purpose\"", |d| without(d, "/routines/0", "purpose")),
    ("/dose/pressure/ceiling", "maximum", |d| d["dose"]["pressure"]["ceiling"] = 8.into()),
    ("/guide/weights/prior", "maximum", |d| d["guide"]["weights"]["prior"] = 101.into()),
    ("/questions/0/effects/0/yes", "maximum", |d| d["questions"][0]["effects"][0]["yes"] = 250.into()),
    ("/questions/0/effects/0", "oneOf", |d| d["questions"][0]["effects"][0]["convention"] = true.into()),
    ("/questions/0", "required: \"why\"", |d| without(d, "/questions/0", "why")),
    ("/figures/0/motion", "enum", |d| d["figures"][0]["motion"] = "wobble".into()),
    ("/figures/0/parts/0", "oneOf", |d| d["figures"][0]["parts"][0]["at"] = json!([1, 2])),
    ("/sources/GK/url", "pattern", |d| d["sources"]["GK"]["url"] = "javascript:alert(1)".into()),
    ("/views/0/id", "enum", |d| d["views"][0]["id"] = "above".into()),
    ("/views/0/view_box", "minItems", |d| d["views"][0]["view_box"] = json!([0, 0, 10])),
];

fn point(document: &mut Value) -> &mut Value {
    at(document, "/muscles/0/trigger_points/0")
}

#[track_caller]
fn told(document: &Value, path: &str, why: &str) {
    let wrong = wrong(document);
    let there = wrong.iter().any(|told| told.starts_with(&format!("{path} ")) && told.contains(why));
    assert!(there, "{path} {why}: told was {wrong:#?}");
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    let whole = small();
    fits(&whole);
    for (path, why, fault) in BROKEN {
        let mut document = whole.clone();
        fault(&mut document);
        told(&document, path, why);
    }
}

#[test]
fn a_shape_has_what_its_kind_needs_and_nothing_else() {
    let broken: [(&str, &str, &str, Break); 13] = [
        ("muscle", "", "required: \"layer\"", |s| without(s, "", "layer")),
        ("tendon", "", "required: \"muscle\"", |s| without(s, "", "muscle")),
        ("bone", "/muscle", "falseSchema", |s| s["muscle"] = "soleus".into()),
        ("region", "", "required: \"region\"", |s| without(s, "", "region")),
        ("region", "/layer", "const", |s| s["layer"] = "deep".into()),
        ("zone", "", "required: \"zone_kind\"", |s| without(s, "", "zone_kind")),
        ("zone", "/point", "pattern", |s| s["point"] = "soleus".into()),
        ("skin", "/outline", "pattern", |s| s["outline"] = "0,0 10,0".into()),
        ("skin", "/spine", "falseSchema", |s| s["spine"] = "0,0,4 0,10,4".into()),
        ("skin", "/d", "pattern", |s| s["d"] = "M0 0L9 0L9 9ZM20 20L29 20L29 29Z".into()),
        ("crease", "/line", "pattern", |s| s["line"] = "0,0.125 3,4".into()),
        ("point", "/at", "minItems", |s| s["at"] = json!([4])),
        ("point", "/kind", "enum", |s| s["kind"] = "spot".into()),
    ];
    let whole = small();
    for (kind, field, why, fault) in broken {
        let mut document = whole.clone();
        let path = shape(&document, kind);
        fault(at(&mut document, &path));
        told(&document, &[&path, field].concat(), why);
    }
}

#[test]
fn a_field_that_nobody_reads_is_refused_everywhere() {
    let document = small();
    let mut objects = Vec::new();
    walk(&document, "", &mut |path, value| objects.extend(value.is_object().then(|| path.to_owned())));
    assert!(objects.len() > 100, "{}", objects.len());
    for path in objects {
        let mut broken = document.clone();
        at(&mut broken, &path)["No field"] = json!({ "en": "Nobody reads this." });
        assert!(wrong(&broken).iter().any(|told| told.starts_with(&format!("{path} "))), "{path} takes any field");
    }
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|value| name(*value).to_owned()).collect()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// The closed lists of the model, by their names in the schema.
fn closed_lists() -> BTreeMap<String, Vec<String>> {
    let lists = [
        ("confidence", names(Confidence::ALL, Confidence::name)),
        ("zone_kind", names(ZoneKind::ALL, ZoneKind::name)),
        ("depth", names(Depth::ALL, Depth::name)),
        ("tissue", names(Tissue::ALL, Tissue::name)),
        ("frequency", names(Frequency::ALL, Frequency::name)),
        ("technique", names(Technique::ALL, Technique::name)),
        ("tool", names(Tool::ALL, Tool::name)),
        ("caution_kind", names(CautionKind::ALL, CautionKind::name)),
        ("urgency", names(Urgency::ALL, Urgency::name)),
        ("care", names(Care::ALL, Care::name)),
        ("timing", names(Timing::ALL, Timing::name)),
        ("view_id", names(View::ALL, View::name)),
        ("layer", names(Layer::ALL, Layer::name)),
        ("figure_kind", names(FigureKind::ALL, FigureKind::name)),
        ("motion", names(Motion::ALL, Motion::name)),
        ("toward", names(Toward::ALL, Toward::name)),
    ];
    lists.into_iter().map(|(name, list)| (name.to_owned(), list)).collect()
}

#[test]
fn its_closed_lists_are_those_of_the_model() {
    let schema = schema();
    let mut of_schema = BTreeMap::new();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        if let Some(list) = definition.get("enum") {
            of_schema.insert(name.clone(), texts(list));
        }
    }
    // These two are words of the document only: as many as it uses.
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    walk(&published(), "", &mut |path, value| {
        let parts: Vec<_> = path.split('/').collect();
        let name = match parts.as_slice() {
            [.., "shapes", _, "kind"] => "shape_kind",
            [.., "prevalence", _, "kind"] => "counted",
            _ => return,
        };
        used.entry(name).or_default().insert(value.as_str().unwrap().to_owned());
    });
    for (name, used) in used {
        let listed: BTreeSet<_> = of_schema.remove(name).unwrap().into_iter().collect();
        assert_eq!(listed, used, "{name}");
    }
    assert_eq!(of_schema, closed_lists());
    let claims = &schema["$defs"]["muscle"]["properties"]["evidence"];
    assert_eq!(texts(&claims["required"]), names(Claim::ALL, Claim::name));
    assert_eq!(claims["properties"].as_object().unwrap().len(), Claim::ALL.len());
}

#[test]
fn no_list_hides_outside_of_the_definitions() {
    let kinds = texts(&schema()["$defs"]["shape_kind"]["enum"]);
    walk(&schema(), "", &mut |path, value| {
        let parts: Vec<_> = path.split('/').collect();
        let words = match (parts.as_slice(), value) {
            (["", "$defs", _, "enum"], _) => return,
            ([.., "enum"], list) => texts(list),
            ([.., "const"], word) => vec![word.as_str().unwrap().to_owned()],
            _ => return,
        };
        for word in words {
            let known = match path {
                _ if path.contains("/cautions/") => word == "no_self",
                _ if path.contains("/kind/") => kinds.contains(&word),
                _ => path.ends_with("/layer/const") && word == Layer::Skin.name(),
            };
            assert!(known, "{path}: {word}; make it a definition, so that it is held against the model");
        }
    });
}

#[test]
fn every_field_says_what_it_is() {
    let mut silent = Vec::new();
    walk(&schema(), "", &mut |path, value| {
        // Conditions name fields once more; they say it where they are defined.
        let defines = path.ends_with("/properties") && !path.contains("/allOf/") && !path.contains("/then/");
        if !defines || path.contains("/if/") || path.contains("/dependentSchemas/") {
            return;
        }
        for (field, schema) in value.as_object().unwrap() {
            let said = schema["description"].as_str().unwrap_or_default();
            if !(said.ends_with('.') && said.len() > 10) {
                silent.push(format!("{path}/{field}"));
            }
        }
    });
    assert!(silent.is_empty(), "no description: {silent:#?}");
}

/// The example in the documentation of an atlas of one's own.
fn example() -> &'static str {
    let (_, rest) = GUIDE.split_once("```json\n").unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_example_in_the_documentation_fits() {
    fits(&serde_json::from_str(example()).unwrap());
}

#[test]
#[cfg(feature = "check")]
fn the_example_in_the_documentation_makes_an_atlas() {
    use referred_pain_explorer::atlas::source::{Problems, document, make};
    let mut problems = Problems::default();
    let source = document::read(example(), &mut problems);
    assert_eq!(problems.0, []);
    let made = make(&source).unwrap_or_else(|problems| panic!("{:#?}", problems.0));
    assert_eq!(made.atlas.points.len(), 1);
}

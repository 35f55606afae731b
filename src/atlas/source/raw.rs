//! The records as they are written, in TOML files or in a JSON document: what serde reads before anything is joined.
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field:meta])* $key:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "docs/ATLAS.md says what each field means")]
        pub struct $name { $($(#[$field])* pub $key: $type,)* }
    )*};
}

fn seven() -> u8 {
    7
}
fn is_seven(n: &u8) -> bool {
    *n == 7
}
fn yes() -> bool {
    true
}
fn is_yes(so: &bool) -> bool {
    *so
}
fn is_no(so: &bool) -> bool {
    !so
}
fn even() -> u16 {
    100
}
fn whole() -> u8 {
    100
}
fn is_nought(n: &u16) -> bool {
    *n == 0
}

records! {
    /// Who says so.
    Evidence { confidence: String, sources: Vec<String>, }
    /// Where a point sends pain.
    Zone { region: String, kind: String, confidence: String, sources: Vec<String>, }
    /// A trigger point.
    Point {
        n: u8,
        /// False for a point that lies outside the frame of every view.
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        drawn: bool,
        depth: String,
        frequency: String,
        position: Evidence,
        zones: Vec<Zone>,
        /// The highest pressure pain, of 10, where it is lower than elsewhere.
        #[serde(default = "seven", skip_serializing_if = "is_seven")]
        ceiling: u8,
        techniques: Vec<String>,
        tools: Vec<String>,
        cautions: Vec<String>,
    }
    /// How often a study found points in a muscle.
    Prevalence {
        study: String,
        found: u16,
        of: u16,
        kind: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }
    /// Where sources differ.
    Disagreement { id: String, sources: Vec<String>, }
    /// A muscle.
    Muscle {
        id: String,
        latin: String,
        group: String,
        depth: String,
        tissue: String,
        #[serde(default)]
        actions: Vec<String>,
        #[serde(default)]
        nerves: Vec<String>,
        roots: String,
        heel_relevance: u8,
        names: BTreeMap<String, String>,
        #[serde(default)]
        aliases: BTreeMap<String, Vec<String>>,
        evidence: BTreeMap<String, Evidence>,
        #[serde(default)]
        prevalence: Vec<Prevalence>,
        #[serde(default)]
        disagreement: Vec<Disagreement>,
        #[serde(default)]
        trigger_point: Vec<Point>,
    }
    /// A place where it hurts.
    Region { id: String, group: String, }
    /// All regions.
    Regions { groups: Vec<String>, region: Vec<Region>, }
    /// Something to mind.
    Caution { id: String, kind: String, confidence: String, sources: Vec<String>, }
    /// A sign that stops the massage.
    RedFlag { id: String, level: String, confidence: String, sources: Vec<String>, }
    /// All cautions.
    Cautions { caution: Vec<Caution>, red_flag: Vec<RedFlag>, }
    /// Something else that may be behind the pain.
    Condition {
        id: String,
        care: String,
        regions: Vec<String>,
        #[serde(default)]
        muscles: Vec<String>,
        #[serde(default)]
        timing: Vec<String>,
        confidence: String,
        sources: Vec<String>,
        /// Who says what its sentence on the evidence tells.
        support: Evidence,
    }
    /// All conditions.
    Conditions { #[serde(default)] condition: Vec<Condition>, }
    /// A massage that is ready made.
    Routine {
        id: String, points: Vec<String>, hold: u16, rounds: u16, rest: u16, confidence: String, sources: Vec<String>,
    }
    /// A source. Only what is shown is read; the rest is for the record.
    Source {
        title: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        url: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doi: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<u16>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seen: Option<String>,
    }
    /// Whom a study examined.
    Population { study: String, regions: Vec<String>, }
    /// The weights of the guide, in percent.
    Weights {
        spillover: u8,
        absent: u8,
        prior: u8,
        association: u8,
        #[serde(default = "even")]
        uncommon: u16,
        #[serde(default = "even")]
        rare: u16,
        #[serde(default = "even")]
        reproduced: u16,
        #[serde(default = "even")]
        tender: u16,
        #[serde(default = "even")]
        nothing: u16,
        #[serde(default = "whole")]
        explained: u8,
    }
    /// Groups of muscles and groups of regions that lie at the same height.
    Level {
        #[serde(default)]
        muscles: Vec<String>,
        #[serde(default)]
        regions: Vec<String>,
    }
    /// The guide.
    Guide {
        weights: Weights,
        population: Vec<Population>,
        #[serde(default)]
        level: Vec<Level>,
    }
    /// What the answers to a question do to some muscles or points.
    Effect {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        muscles: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        points: Vec<String>,
        yes: u8,
        no: u8,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        confidence: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sources: Vec<String>,
        /// True where no source says so: a convention of ours.
        #[serde(default, skip_serializing_if = "is_no")]
        convention: bool,
        /// What the source says, or why the convention.
        note: String,
    }
    /// A question of the guide.
    Question {
        id: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        red_flags: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        effect: Vec<Effect>,
    }
    /// All questions.
    Questions { #[serde(default)] question: Vec<Question>, }
    /// Seconds.
    Hold { default: u16, low: u16, high: u16, }
    /// A number, and the most.
    UpTo { default: u16, high: u16, }
    /// Pressure pain, of 10.
    Pressure { low: u8, high: u8, ceiling: u8, }
    /// What one source says of the dose.
    DoseRecord {
        source: Vec<String>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        hold: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        frequency: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        course: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pressure: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        kind: String,
    }
    /// How long and how hard to press.
    Dose {
        hold: Hold,
        rounds: UpTo,
        per_day: UpTo,
        points: u16,
        pressure: Pressure,
        review_after_days: u16,
        confidence: String,
        sources: Vec<String>,
        #[serde(default)]
        record: Vec<DoseRecord>,
    }
    /// A study.
    Study {
        source: String,
        kind: String,
        design: String,
        #[serde(default, skip_serializing_if = "is_nought")]
        n: u16,
        #[serde(default, skip_serializing_if = "is_nought")]
        trials: u16,
        #[serde(default, skip_serializing_if = "is_nought")]
        weeks: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sham: Option<bool>,
        #[serde(default)]
        muscles: Vec<String>,
        #[serde(default)]
        regions: Vec<String>,
        confidence: String,
    }
    /// The main studies.
    Studies { #[serde(default)] study: Vec<Study>, }
    /// A drawn shape.
    Shape {
        id: String,
        kind: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        muscle: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        point: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone_kind: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        layer: Option<String>,
        /// Whether it lies behind the bones.
        #[serde(default, skip_serializing_if = "is_no")]
        behind: bool,
        /// Knots of a closed curve.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outline: Option<String>,
        /// A centre line with half widths.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spine: Option<String>,
        /// Knots of an open curve.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<String>,
        /// A ready-made SVG path: only in documents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        d: Option<String>,
    }
    /// Where a point lies in a view.
    Mark { id: String, at: [f64; 2], }
    /// A view, or a piece of one.
    ViewFile {
        id: Option<String>,
        view_box: Option<[f64; 4]>,
        #[serde(default)]
        shape: Vec<Shape>,
        #[serde(default)]
        point: Vec<Mark>,
    }
}

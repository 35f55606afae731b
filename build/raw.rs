//! The data files as they are written: what serde reads before anything is joined.
use crate::Problems;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Reads one TOML file, or notes why it cannot be read.
pub fn toml<T: DeserializeOwned>(path: &Path, problems: &mut Problems) -> Option<T> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            problems.add(path, "file", format!("cannot be read: {error}"));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.add(path, "file", error.to_string().replace('\n', " "));
            None
        }
    }
}

/// The `.toml` files below a folder, in a fixed order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub confidence: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    pub region: String,
    pub kind: String,
    pub confidence: String,
    pub sources: Vec<String>,
}

fn seven() -> u8 {
    7
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub n: u8,
    /// False for a point that lies outside the frame of every view.
    #[serde(default = "yes")]
    pub drawn: bool,
    pub depth: String,
    pub frequency: String,
    pub position: Evidence,
    pub zones: Vec<Zone>,
    /// The highest pressure pain, of 10, where it is lower than elsewhere.
    #[serde(default = "seven")]
    pub ceiling: u8,
    pub techniques: Vec<String>,
    pub tools: Vec<String>,
    pub cautions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prevalence {
    pub study: String,
    pub found: u16,
    pub of: u16,
    pub kind: String,
    #[serde(default)]
    #[allow(dead_code)]
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    pub id: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Muscle {
    pub id: String,
    pub latin: String,
    pub group: String,
    pub depth: String,
    pub tissue: String,
    pub nerve: String,
    pub roots: String,
    pub heel_relevance: u8,
    pub names: BTreeMap<String, String>,
    pub aliases: BTreeMap<String, Vec<String>>,
    pub evidence: BTreeMap<String, Evidence>,
    #[serde(default)]
    pub prevalence: Vec<Prevalence>,
    #[serde(default)]
    pub disagreement: Vec<Disagreement>,
    pub trigger_point: Vec<Point>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: String,
    pub group: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    pub groups: Vec<String>,
    pub region: Vec<Region>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    pub id: String,
    pub kind: String,
    pub confidence: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    pub id: String,
    pub level: String,
    pub confidence: String,
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cautions {
    pub caution: Vec<Caution>,
    pub red_flag: Vec<RedFlag>,
}

#[derive(Deserialize)]
pub struct Source {
    pub title: String,
    #[serde(default)]
    pub url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    pub study: String,
    pub regions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    pub spillover: u8,
    pub absent: u8,
    pub prior: u8,
    pub association: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    pub weights: Weights,
    pub population: Vec<Population>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub id: String,
    pub kind: String,
    pub muscle: Option<String>,
    pub region: Option<String>,
    pub point: Option<String>,
    pub zone_kind: Option<String>,
    pub layer: Option<String>,
    pub outline: Option<String>,
    pub spine: Option<String>,
    pub line: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    pub id: String,
    pub at: [f64; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewFile {
    pub id: Option<String>,
    pub view_box: Option<[f64; 4]>,
    #[serde(default)]
    pub shape: Vec<Shape>,
    #[serde(default)]
    pub point: Vec<Mark>,
}

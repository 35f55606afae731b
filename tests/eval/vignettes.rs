//! Reads the vignettes, and roughens them as people would.
use super::lot::Lot;
use referred_pain_explorer::atlas::guide::{Answer, Case, Mark, Pressed};
use referred_pain_explorer::atlas::{Atlas, Felt, MuscleId, QuestionId, Side};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A vignette as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    note: String,
    #[serde(default)]
    left: BTreeMap<String, u8>,
    #[serde(default)]
    right: BTreeMap<String, u8>,
    #[serde(default)]
    answers: BTreeMap<String, bool>,
    /// What was felt, by point, on every leg that hurts.
    #[serde(default)]
    pressed: BTreeMap<String, String>,
    accepted: BTreeMap<String, u8>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    vignette: Vec<Written>,
}

/// A vignette.
#[derive(Clone)]
pub struct Vignette {
    pub id: String,
    /// The part of the body: the file it stands in.
    pub group: String,
    pub note: String,
    pub marks: Vec<Mark>,
    pub answers: Vec<Answer>,
    pub pressed: Vec<Pressed>,
    pub accepted: Vec<(MuscleId, u8)>,
    pub sources: Vec<String>,
}

impl Vignette {
    /// The same story told worse: one place forgotten, one ticked besides, other numbers, an answer left out or wrong.
    pub fn rough(&self, atlas: &Atlas, lot: &mut Lot) -> Self {
        let mut own = self.clone();
        if own.marks.len() > 2 {
            let forgotten = lot.below(own.marks.len());
            own.marks.remove(forgotten);
        }
        for mark in &mut own.marks {
            mark.intensity = (mark.intensity + lot.below(5) as u8).saturating_sub(2).clamp(1, 10);
        }
        let regions: Vec<_> = atlas.region_ids().collect();
        let stray = Mark { region: *lot.pick(&regions), side: own.marks[0].side, intensity: 1 + lot.below(3) as u8 };
        if own.marks.iter().all(|m| m.region != stray.region) {
            own.marks.push(stray);
        }
        own.answers.retain(|_| lot.below(3) > 0);
        for answer in &mut own.answers {
            answer.yes ^= lot.below(8) == 0;
        }
        own
    }

    pub fn case(&self) -> Case<'_> {
        Case { marks: &self.marks, answers: &self.answers, pressed: &self.pressed }
    }
}

fn question(atlas: &Atlas, name: &str) -> QuestionId {
    let found = atlas.question_ids().find(|q| atlas.question(*q).unwrap().id == name);
    found.unwrap_or_else(|| panic!("there is no question {name}"))
}

fn made(atlas: &Atlas, group: &str, written: Written) -> Vignette {
    let mut marks = Vec::new();
    let mut pressed = Vec::new();
    for (side, regions) in [(Side::Left, &written.left), (Side::Right, &written.right)] {
        for (name, intensity) in regions {
            let region = atlas.region_named(name).unwrap_or_else(|| panic!("{}: no region {name}", written.id));
            marks.push(Mark { region, side, intensity: *intensity });
        }
        for (name, felt) in written.pressed.iter().filter(|_| !regions.is_empty()) {
            let point = atlas.point_named(name).unwrap_or_else(|| panic!("{}: no point {name}", written.id));
            pressed.push(Pressed { point, side, felt: Felt::parse(felt).unwrap() });
        }
    }
    let answer = |(name, yes): (&String, &bool)| Answer { question: question(atlas, name), yes: *yes };
    let muscle = |(name, grade): (&String, &u8)| {
        let muscle = atlas.muscle_named(name).unwrap_or_else(|| panic!("{}: no muscle {name}", written.id));
        (muscle, *grade)
    };
    Vignette {
        group: group.to_owned(),
        marks,
        answers: written.answers.iter().map(answer).collect(),
        pressed,
        accepted: written.accepted.iter().map(muscle).collect(),
        id: written.id,
        note: written.note,
        sources: written.sources,
    }
}

/// All vignettes, file by file.
pub fn all(atlas: &Atlas) -> Vec<Vignette> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/vignettes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let group = path.file_stem().unwrap().to_string_lossy().into_owned();
        file.vignette.into_iter().map(move |w| made(atlas, &group, w)).collect::<Vec<_>>()
    };
    files.iter().flat_map(read).collect()
}

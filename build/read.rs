//! Reads the files in `atlas/` as they are written.
use crate::source::raw::{self, Muscle};
use crate::source::{Lexicon, Placed, Problems, RawFigure, Source, Words};
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};

/// The language whose sentences the others must have too.
const MEASURE: &str = "en";

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// One TOML file, or a note why it cannot be read.
fn toml<T: DeserializeOwned>(path: &Path, problems: &mut Problems) -> Option<T> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            problems.add(&shown(path), "file", format!("cannot be read: {error}"));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.add(&shown(path), "file", error.to_string().replace('\n', " "));
            None
        }
    }
}

fn placed<T: DeserializeOwned + Default>(path: PathBuf, problems: &mut Problems) -> Placed<T> {
    Placed { it: toml(&path, problems).unwrap_or_default(), place: shown(&path) }
}

/// The `.toml` files below a folder, in a fixed order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn flatten(prefix: &str, value: &toml::Value, out: &mut Lexicon) {
    match value {
        toml::Value::String(text) => {
            out.insert(prefix.to_owned(), text.clone());
        }
        toml::Value::Table(table) => {
            for (key, value) in table {
                flatten(&format!("{prefix}.{key}"), value, out);
            }
        }
        toml::Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                flatten(&format!("{prefix}.{index}"), value, out);
            }
        }
        // Numbers and dates are not words; the comparison of languages reports the keys that are then missing.
        _ => {}
    }
}

fn language(folder: &Path, problems: &mut Problems) -> Lexicon {
    let mut out = Lexicon::new();
    for path in files(folder) {
        let Some(table) = toml::<toml::Table>(&path, problems) else { continue };
        let key = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
        flatten(&key.to_string_lossy().replace(['/', '\\'], "."), &toml::Value::Table(table), &mut out);
    }
    out
}

/// All languages: those with an interface are complete, the others have names.
fn words(folder: &Path, problems: &mut Problems) -> Words {
    let mut words = Words::new(shown(folder), MEASURE.to_owned());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path());
    for path in entries.filter(|p| p.is_dir()) {
        let lang = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = language(&path, problems);
        let list = if path.join("ui.toml").exists() { &mut words.langs } else { &mut words.named };
        list.insert(lang, read);
    }
    words
}

fn muscle(path: PathBuf, problems: &mut Problems) -> Option<Placed<Muscle>> {
    let it: Muscle = toml(&path, problems)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    if it.id != stem || it.group != folder {
        problems.add(&shown(&path), "id", "id and group must be the file's name and folder");
    }
    Some(Placed { place: shown(&path), it })
}

/// A figure is of the technique that its file is named after.
fn figure(path: PathBuf, problems: &mut Problems) -> Placed<RawFigure> {
    let technique = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let read: Placed<RawFigure> = placed(path, problems);
    Placed { place: read.place, it: RawFigure { technique, ..read.it } }
}

fn routine(path: PathBuf, problems: &mut Problems) -> Option<Placed<raw::Routine>> {
    let it: raw::Routine = toml(&path, problems)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // The number before the name is its place in the list.
    if stem.split_once('-').map(|(_, name)| name) != Some(it.id.as_str()) {
        problems.add(&shown(&path), "id", "must be the file's name, after a number and a dash");
    }
    Some(Placed { place: shown(&path), it })
}

/// Everything in the folder.
pub fn read(atlas: &Path, problems: &mut Problems) -> Source {
    let muscles: Vec<_> = files(&atlas.join("muscles")).into_iter().filter_map(|path| muscle(path, problems)).collect();
    let mut words = words(&atlas.join("text"), problems);
    for muscle in &muscles {
        words.add_muscle(&muscle.it, &muscle.place, problems);
    }
    let routines = files(&atlas.join("routines")).into_iter().filter_map(|path| routine(path, problems)).collect();

    let view = |view: &crate::model::View| {
        let folder = atlas.join("views").join(view.name());
        let pieces: Vec<_> = files(&folder).into_iter().map(|path| placed::<raw::ViewFile>(path, problems)).collect();
        (!pieces.is_empty()).then_some((*view, pieces))
    };
    let views = crate::model::View::ALL.iter().filter_map(view).collect();
    let figures = files(&atlas.join("figures")).into_iter().map(|path| figure(path, problems)).collect();
    Source {
        regions: placed(atlas.join("regions.toml"), problems),
        cautions: placed(atlas.join("cautions.toml"), problems),
        muscles,
        guide: placed(atlas.join("guide.toml"), problems),
        questions: placed(atlas.join("questions.toml"), problems),
        dose: placed(atlas.join("dose.toml"), problems),
        studies: placed(atlas.join("studies.toml"), problems),
        conditions: placed(atlas.join("conditions.toml"), problems),
        figures,
        routines,
        sources: toml(&atlas.join("sources.toml"), problems).unwrap_or_default(),
        views,
        words,
    }
}

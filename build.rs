//! Packs `atlas/` into the bytes the program reads and the document that is published, and refuses data that does not
//! join. All problems are told at once, each with its file, its key and what to do. No knowledge of anatomy lives here.
#[path = "src/atlas/model/mod.rs"]
#[allow(dead_code, unused_imports, missing_docs, clippy::all)]
mod model;
#[path = "build/read.rs"]
mod read;
#[path = "build/rust.rs"]
mod rust;
#[path = "src/atlas/source/mod.rs"]
#[allow(dead_code, unused_imports, missing_docs, clippy::all)]
mod source;

use model::pack::pack;
use source::Problems;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn stop_if_any(problems: &Problems) {
    for problem in &problems.0 {
        println!("cargo::error={problem}");
    }
    if !problems.0.is_empty() {
        process::exit(1);
    }
}

fn write(path: PathBuf, bytes: impl AsRef<[u8]>) {
    if let Err(error) = fs::write(&path, bytes) {
        println!("cargo::error=cannot write {}: {error}", path.display());
        process::exit(1);
    }
}

fn main() {
    for watched in ["atlas", "build", "build.rs", "src/atlas/model", "src/atlas/source"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut problems = Problems::default();
    let read = read::read(Path::new("atlas"), &mut problems);
    stop_if_any(&problems);
    let made = match source::make(&read) {
        Ok(made) => made,
        Err(problems) => return stop_if_any(&problems),
    };

    let mut packs = vec![("atlas".to_owned(), pack(&made.atlas)), ("library".to_owned(), pack(&made.library))];
    for (view, drawing) in &made.drawings {
        let (first, deeper) = drawing.split(*view);
        packs.push((view.name().to_owned(), pack(&first)));
        packs.extend(deeper.map(|d| (format!("deeper-{}", view.name()), pack(&d))));
    }
    for (lang, words) in &read.words.langs {
        let sentence = |key: &&str| words.get(*key).cloned().unwrap_or_default();
        for (part, name) in rust::PARTS.into_iter().zip(["ui", "later"]) {
            let sentences = rust::keys(&read.words, part).iter().map(sentence).collect();
            packs.push((format!("{name}-{lang}"), pack(&model::Interface { lang: lang.clone(), sentences })));
        }
    }
    packs.extend(made.names.iter().map(|names| (format!("names-{}", names.lang), pack(names))));
    packs.extend(made.prose.iter().map(|prose| (format!("prose-{}", prose.lang), pack(prose))));
    let names: Vec<String> = packs.iter().map(|(name, _)| name.clone()).collect();
    for (name, bytes) in packs {
        write(out.join(name + ".bin"), bytes);
    }
    write(out.join("words.rs"), rust::words(&read.words));
    write(out.join("packs.rs"), rust::packs(&names));
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    write(out.join("atlas.json"), source::document::write(&read, &version));
}

//! Packs `atlas/` into the bytes the program embeds, and refuses data that does not join. All problems
//! are told at once, each with its file, its key and what to do. No knowledge of anatomy lives here.
#[path = "build/check.rs"]
mod check;
#[path = "build/drawing.rs"]
mod drawing;
#[path = "src/atlas/model/mod.rs"]
#[allow(dead_code, unused_imports, missing_docs, clippy::all)]
mod model;
#[path = "build/raw.rs"]
mod raw;
#[path = "build/records.rs"]
mod records;
#[path = "build/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Everything found wrong, so that an author sees it in one go.
#[derive(Default)]
pub struct Problems(Vec<String>);

impl Problems {
    /// Notes a problem: which file, which key, what to do.
    pub fn add(&mut self, file: &Path, key: &str, mend: impl AsRef<str>) {
        self.0.push(format!("{}: {key}: {}", file.display(), mend.as_ref()));
    }
    fn stop_if_any(&self) {
        if self.0.is_empty() {
            return;
        }
        for problem in &self.0 {
            println!("cargo::error={problem}");
        }
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
    for watched in ["atlas", "build", "build.rs", "src/atlas/model"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut problems = Problems::default();
    let words = words::read(Path::new("atlas"), &mut problems);
    let (mut atlas, undrawn) = records::read(Path::new("atlas"), &words, &mut problems);
    drawing::read(Path::new("atlas/views"), &mut atlas, &mut problems);
    problems.stop_if_any();
    check::check(&atlas, &undrawn, &mut problems);
    problems.stop_if_any();

    write(out.join("atlas.bin"), model::pack::pack(&atlas));
    for (lang, pack) in words.packs(&atlas) {
        write(out.join(format!("text-{lang}.bin")), model::pack::pack(&pack));
    }
    write(out.join("words.rs"), words.rust());
}

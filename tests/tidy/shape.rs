//! Rules about files: how they begin, how long they are, what kind they are, what they may not tell.

use crate::files::{self, ending, paths, under};
use crate::none;

/// Where our Rust lives.
const RUST: [&str; 6] = ["src", "xtask/src", "tests/e2e/src", "tests/tidy", "build.rs", "build"];

const LONGEST: usize = 300;
const LONGEST_STYLE: usize = 600;

#[test]
fn every_rust_file_says_first_what_it_is() {
    let silent = ending(&RUST, &[".rs"]).into_iter().filter(|file| !file.text.starts_with("//! "));
    let offences: Vec<_> = silent.map(|file| format!("{}:1: no `//!` line", file.path)).collect();
    none("A file begins with a `//!` line that says what it is, and is not.", &offences);
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut offences = Vec::new();
    let scripts = ending(&["www"], &[".js"]);
    let styles = ending(&["www"], &[".css"]);
    for (file, most) in ending(&RUST, &[".rs"])
        .into_iter()
        .chain(scripts)
        .map(|file| (file, LONGEST))
        .chain(styles.into_iter().map(|file| (file, LONGEST_STYLE)))
    {
        let lines = file.text.lines().count();
        if lines > most {
            offences.push(format!("{}:{most}: {lines} lines; split it by concept, at most {most}", file.path));
        }
    }
    none("One concept a file, so that it can be read at one sitting.", &offences);
}

#[test]
fn the_atlas_is_data() {
    let kinds = [".toml", ".md", ".json"];
    let other = paths(&["atlas"]).into_iter().filter(|path| !kinds.iter().any(|kind| path.ends_with(kind)));
    let offences: Vec<_> = other.map(|path| format!("{path}: move it out of atlas/, or make it data")).collect();
    none("atlas/ holds data and its description only: .toml, .json, .md.", &offences);
}

#[test]
fn a_muscle_is_named_by_its_path() {
    let mut offences = Vec::new();
    for file in ending(&["atlas/muscles"], &[".toml"]) {
        // Up to the first table, the keys are the muscle's own.
        let own: Vec<_> = file.lines().take_while(|(_, line)| !line.starts_with('[')).collect();
        let folder = file.path.rsplit('/').nth(1).unwrap_or_default();
        for (key, wanted) in [("id", file.stem()), ("group", folder)] {
            let line = format!("{key} = \"{wanted}\"");
            if !own.iter().any(|(_, text)| text.trim() == line) {
                let at = own.iter().find(|(_, text)| text.starts_with(&format!("{key} "))).map_or(1, |(at, _)| *at);
                offences.push(format!("{}:{at}: its path says `{line}`", file.path));
            }
        }
    }
    none("atlas/muscles/<group>/<id>.toml: the path and the content say the same.", &offences);
}

#[test]
fn no_file_tells_where_a_machine_keeps_things() {
    // In two halves, so that this file keeps its own rule.
    let homes = [("/ho", "me/"), ("/ro", "ot/"), ("/wo", "rk/"), ("/Us", "ers/")].map(|(a, b)| format!("{a}{b}"));
    let mut offences = Vec::new();
    for file in under(&["."]) {
        for (at, line) in file.lines() {
            let absolute = |home: &String| {
                line.match_indices(home.as_str()).any(|(start, _)| {
                    let before = line.get(..start).and_then(|text| text.chars().next_back());
                    // In the middle of an address or of a longer path it is another thing.
                    !before.is_some_and(|c| c.is_alphanumeric() || "._-~}*".contains(c))
                })
            };
            if homes.iter().any(absolute) {
                offences.push(format!("{}:{at}: an absolute path; say it from the root of the project", file.path));
            }
        }
    }
    none("What is tracked is the same for everybody.", &offences);
}

#[test]
fn the_lock_file_of_the_node_tools_names_no_address() {
    let lock = files::under(&["package-lock.json"]);
    let lines = lock.iter().flat_map(|file| file.lines().filter(|(_, line)| line.contains("://")));
    // Where a package asks for donations is part of its description.
    let lines = lines.filter(|(_, line)| line.contains("\"resolved\""));
    let offences: Vec<_> =
        lines.map(|(at, _)| format!("package-lock.json:{at}: run npm with the .npmrc of the project")).collect();
    none("Download addresses differ from place to place; hashes do not.", &offences);
}

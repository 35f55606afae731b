//! The files of the project, by folder. Knows what is not ours: what git ignores, and git itself.

use std::path::{Path, PathBuf};

/// Not looked into: made by tools, or not ours.
const NOT_OURS: [&str; 6] = [".git", "target", "dist", "dist.new", "node_modules", "shots"];

/// A text file.
pub struct File {
    /// From the root of the project, with forward slashes.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl File {
    /// Its name without folder and extension.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    /// Its lines, counted from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// The root of the project.
pub fn root() -> PathBuf {
    // As cargo says now: the test may have been compiled at another place.
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into()))
}

/// All text files under some folders (or these very files), in order. A folder that does not exist holds none.
pub fn under(places: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    for place in places {
        collect(&root().join(place), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| Some(File { path: shown(&path), text: std::fs::read_to_string(&path).ok()? });
    paths.into_iter().filter_map(read).collect()
}

/// Those whose name ends so.
pub fn ending(places: &[&str], ends: &[&str]) -> Vec<File> {
    under(places).into_iter().filter(|file| ends.iter().any(|end| file.path.ends_with(end))).collect()
}

/// The paths of all files under some folders, text or not.
pub fn paths(places: &[&str]) -> Vec<String> {
    let mut paths = Vec::new();
    for place in places {
        collect(&root().join(place), &mut paths);
    }
    paths.iter().map(|path| shown(path)).collect()
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) {
    if path.file_name().is_some_and(|name| NOT_OURS.iter().any(|skip| name == *skip)) {
        return;
    }
    if path.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            collect(&entry.path(), paths);
        }
    } else if path.is_file() {
        paths.push(path.to_path_buf());
    }
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

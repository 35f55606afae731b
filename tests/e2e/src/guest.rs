//! Projects of others that use what we publish: a folder of their own, with the package installed as npm does it.

use std::ops::Deref;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use xtask::project;

/// A folder that is there as long as this is.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    #[track_caller]
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = project::target().join("guests").join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// Writes a file, and the folders above it.
    #[track_caller]
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect(name);
    }

    /// Reads a text.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect(name)
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Deref for Folder {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// A project with our package installed from what `npm pack` makes, and the files of one of our folders in it. What else
/// it needs it finds among our own node tools.
#[track_caller]
pub fn guest(files: &str) -> Folder {
    let folder = Folder::new();
    let place = folder.to_string_lossy().into_owned();
    let packed = run("npm", &["pack", "--silent", "--pack-destination", &place], &project::dist(), "");
    folder.write("package.json", r#"{ "private": true, "type": "module" }"#);
    let quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    let packed = format!("./{}", packed.trim());
    run("npm", &[&["install"], &quiet[..], &[packed.as_str()]].concat(), &folder, "");
    let tools = project::root().join("node_modules");
    for name in std::fs::read_dir(&tools).expect("node_modules").flatten().map(|entry| entry.file_name()) {
        if !name.to_string_lossy().starts_with('.') {
            symlink(tools.join(&name), folder.join("node_modules").join(&name)).expect("a link");
        }
    }
    for entry in std::fs::read_dir(project::root().join(files)).expect(files).flatten() {
        std::fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
    }
    folder
}

/// What a program prints that is given a text and ends well.
#[track_caller]
pub fn run(program: &str, words: &[&str], folder: &Path, text: &str) -> String {
    let input = Folder::new();
    input.write("text", text);
    let output = Command::new(program)
        .args(words)
        .current_dir(folder)
        .stdin(std::fs::File::open(input.join("text")).expect("a text"))
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}; `cargo xtask setup` says what is missing"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program} {words:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

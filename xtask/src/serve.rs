//! `cargo xtask serve`: builds, serves on the loopback address, and builds again when a source changes. A build that
//! fails is told, and the last good one stays up.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::Result;
use xtask::project;
use xtask::server::{Server, Site};

use crate::build::{Options, build};
use crate::run;

/// What a change of means building again.
const WATCHED: [&str; 8] = ["src", "atlas", "www", "build", "build.rs", "index.html", "Cargo.toml", "Cargo.lock"];

/// How often we look. Half a second is not felt, and looking costs a few milliseconds.
const PAUSE: Duration = Duration::from_millis(500);

type Snapshot = BTreeMap<PathBuf, SystemTime>;

/// Runs until it is stopped.
pub fn serve(port: u16, release: bool) -> Result<()> {
    // A folder of its own, so that dist/ keeps the build that one tests or ships.
    let options = Options { dev: !release, out: project::target().join("serve") };
    let mut seen = snapshot();
    build(&options)?;
    let server = Server::start_on(Site::new(&options.out), port)?;
    println!("\nserving {}/  (stop with Ctrl-C; a change in {} builds again)", server.origin(), WATCHED.join(", "));
    loop {
        std::thread::sleep(PAUSE);
        let now = snapshot();
        let Some(path) = changed(&seen, &now) else { continue };
        run::say(&format!("{} changed", path.strip_prefix(project::root()).unwrap_or(path).display()));
        match build(&options) {
            Ok(()) => println!("\nserving {}/", server.origin()),
            Err(error) => eprintln!("error: {error:#}\nstill serving the last good build at {}/", server.origin()),
        }
        // What changed while we built is noticed on the next look.
        seen = now;
    }
}

/// A path that is new, gone or written to.
fn changed<'a>(before: &'a Snapshot, after: &'a Snapshot) -> Option<&'a Path> {
    let written = after.iter().find(|(path, time)| before.get(*path) != Some(*time));
    let gone = before.iter().find(|(path, _)| !after.contains_key(*path));
    written.or(gone).map(|(path, _)| path.as_path())
}

fn snapshot() -> Snapshot {
    let mut files = Snapshot::new();
    for name in WATCHED {
        look(&project::root().join(name), &mut files);
    }
    files
}

fn look(path: &Path, files: &mut Snapshot) {
    // Editors write beside the file and rename: a file that is gone for a moment is no error.
    if path.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            look(&entry.path(), files);
        }
    } else if let Ok(time) = path.metadata().and_then(|data| data.modified()) {
        files.insert(path.to_path_buf(), time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn a_new_a_gone_and_a_written_file_are_changes() {
        let one = Snapshot::from([("a".into(), at(1)), ("b".into(), at(1))]);
        let written = Snapshot::from([("a".into(), at(1)), ("b".into(), at(2))]);
        let gone = Snapshot::from([("a".into(), at(1))]);
        assert_eq!(changed(&one, &one), None);
        assert_eq!(changed(&one, &written), Some(Path::new("b")));
        assert_eq!(changed(&one, &gone), Some(Path::new("b")));
        assert_eq!(changed(&gone, &one), Some(Path::new("b")));
    }
}

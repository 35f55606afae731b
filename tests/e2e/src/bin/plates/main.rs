//! Every plate of the atlas as a picture, for a person to leaf through: `cargo xtask plates`. Asserts nothing.

mod camera;
mod gallery;
mod list;
mod sheets;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::scope;

use e2e::{project, serve, site};
use list::Plate;
use serde_json::Value;

const HELP: &str = "\
cargo xtask plates: every view on every layer, every muscle and every point, from dist/, as pictures in target/plates/;
open its index.html, or leaf through the sheets. What is rendered is read from the atlas

  --dark           dark too, not only light
  --only TEXT      only those whose path contains TEXT, such as `soleus`, `points/` or `-plantar`; the others stay";

/// Browsers at a time. Each is busy on one core, mostly with writing PNG.
const BROWSERS: usize = 2;

/// What went wrong, for a person to read.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

struct Wish {
    dark: bool,
    only: Option<String>,
}

fn main() -> ExitCode {
    let Some(wish) = read_words(std::env::args().skip(1)) else {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    };
    match plates(&wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn plates(wish: &Wish) -> Result<(), Failure> {
    let dist = project::dist().join("atlas.json");
    let atlas = std::fs::read_to_string(&dist).map_err(|error| format!("reading {}: {error}", dist.display()))?;
    let atlas: Value = serde_json::from_str(&atlas)?;
    let (all, nowhere) = list::plates(&atlas);
    let folder = project::target().join("plates");
    // Nothing of a muscle that is gone stays behind; sheets are of this run only.
    if wish.only.is_none() {
        clear(&folder)?;
    }
    let themes: &[&str] = if wish.dark { &["light", "dark"] } else { &["light"] };
    let server = serve(site().mount("/plates/", &folder));
    let mut taken = 0;
    let mut faults: Vec<String> = nowhere.iter().map(|id| format!("{id} is drawn in no view")).collect();
    for theme in themes {
        let wanted = |plate: &&Plate| wish.only.as_ref().is_none_or(|only| plate.path(theme).contains(only));
        let wanted: Vec<&Plate> = all.iter().filter(wanted).collect();
        let home = folder.join(theme);
        clear(&home.join("sheets"))?;
        faults.extend(take(&server.origin(), theme, &wanted, &folder)?);
        sheets::lay(&server.origin(), theme, &wanted, wish.only.is_some(), &home.join("sheets"))?;
        taken += wanted.len();
    }
    write(&folder.join("index.html"), gallery::page(&all, &folder).as_bytes())?;
    for fault in faults {
        println!("problem: {fault}");
    }
    println!("{taken} plates; open {}", shown(&folder.join("index.html")).display());
    Ok(())
}

/// Shares the work between browsers; neighbours cost alike, so every second one is a fair half.
fn take(origin: &str, theme: &str, plates: &[&Plate], folder: &Path) -> Result<Vec<String>, Failure> {
    let share = |from: usize| plates.iter().skip(from).step_by(BROWSERS).copied().collect::<Vec<_>>();
    let shares = (0..BROWSERS).map(share).filter(|share| !share.is_empty());
    let told = scope(|scope| {
        let work = |share: Vec<_>| scope.spawn(move || camera::take(origin, theme, &share, folder));
        let running: Vec<_> = shares.map(work).collect();
        running.into_iter().map(|run| run.join().map_err(|_| Failure::from("a browser failed"))).collect::<Vec<_>>()
    });
    let mut faults = Vec::new();
    for told in told {
        faults.extend(told??);
    }
    Ok(faults)
}

/// Writes a file and the folders it needs.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, bytes).map_err(|error| format!("writing {}: {error}", file.display()))?;
    Ok(())
}

fn clear(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn shown(file: &Path) -> PathBuf {
    file.strip_prefix(project::root()).unwrap_or(file).to_path_buf()
}

fn read_words(mut words: impl Iterator<Item = String>) -> Option<Wish> {
    let mut wish = Wish { dark: false, only: None };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--dark" => wish.dark = true,
            "--only" => wish.only = Some(words.next()?),
            _ => return None,
        }
    }
    Some(wish)
}

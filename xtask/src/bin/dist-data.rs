//! Writes what the pure layers publish (the packs, the atlas as a document, the fallback in each language) into a folder:
//! run by `cargo xtask build`. Or prints the fallback for a region in a language: run by `cargo xtask fallback`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use referred_pain_explorer::atlas::{Atlas, Drawing, View, bundle};
use referred_pain_explorer::ui::fallback::{Made, fallback};

/// What the project is about.
const REGION: &str = "heel";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["fallback", region, lang] => {
            if !languages().any(|one| one == lang) {
                bail!("there is no language {lang:?}; there are: {}", languages().collect::<Vec<_>>().join(", "));
            }
            print!("{}", Source::new().fallback(region, lang)?);
            Ok(())
        }
        [folder] => write(&folder.into()),
        _ => bail!("usage: dist-data FOLDER, or dist-data fallback REGION LANGUAGE"),
    }
}

fn languages() -> impl Iterator<Item = &'static str> {
    bundle::PACKS.iter().filter_map(|(what, _)| what.strip_prefix("ui-"))
}

/// The data of all languages, unpacked once.
struct Source {
    atlas: Rc<Atlas>,
    drawings: Vec<(View, Rc<Drawing>)>,
}

impl Source {
    fn new() -> Self {
        let drawings = View::ALL.iter().map(|view| (*view, Rc::new(bundle::drawing(*view)))).collect();
        Self { atlas: Rc::new(bundle::built_in()), drawings }
    }

    fn fallback(&self, region: &str, lang: &str) -> Result<String> {
        let made = Made {
            atlas: self.atlas.clone(),
            drawings: self.drawings.clone(),
            library: Rc::new(bundle::library()),
            text: Rc::new(bundle::text(lang)),
        };
        fallback(&made, region).with_context(|| {
            let groups = self.atlas.groups.iter().map(|group| group.id.as_str());
            let all: Vec<&str> = groups.chain(self.atlas.regions.iter().map(|region| region.id.as_str())).collect();
            format!("there is no region {region:?}; there are: {}", all.join(", "))
        })
    }
}

fn write(folder: &PathBuf) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(folder.join("atlas.json"), bundle::DOCUMENT).context("writing atlas.json")?;
    for (what, bytes) in bundle::PACKS {
        std::fs::write(folder.join(format!("{what}.bin")), bytes)
            .with_context(|| format!("writing the pack {what}"))?;
    }
    let source = Source::new();
    for lang in languages() {
        std::fs::write(folder.join(format!("fallback-{lang}.html")), source.fallback(REGION, lang)?)
            .with_context(|| format!("writing the fallback in {lang}"))?;
    }
    Ok(())
}

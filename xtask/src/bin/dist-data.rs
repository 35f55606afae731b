//! Writes what the pure layers publish (the packs and the atlas as a document) into a folder. Run by `cargo xtask build`.

use std::path::PathBuf;

use anyhow::{Context, Result};
use referred_pain_explorer::atlas::bundle;

fn main() -> Result<()> {
    let folder: PathBuf = std::env::args_os().nth(1).context("usage: dist-data FOLDER")?.into();
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(folder.join("atlas.json"), bundle::DOCUMENT).context("writing atlas.json")?;
    for (what, bytes) in bundle::PACKS {
        std::fs::write(folder.join(format!("{what}.bin")), bytes)
            .with_context(|| format!("writing the pack {what}"))?;
    }
    Ok(())
}

//! Writes what the pure layers publish (the text packs and the atlas) into a folder. Run by `cargo xtask build`.

use std::path::PathBuf;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let folder: PathBuf = std::env::args_os().nth(1).context("usage: dist-data FOLDER")?.into();
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(folder.join("atlas.json"), referred_pain_explorer::atlas::json::published())
        .context("writing atlas.json")?;
    std::fs::write(folder.join("atlas.bin"), referred_pain_explorer::atlas::bundle::PACK)
        .context("writing atlas.bin")?;
    for (lang, bytes) in referred_pain_explorer::atlas::text::PACKS {
        std::fs::write(folder.join(format!("text-{lang}.bin")), bytes)
            .with_context(|| format!("writing the text pack {lang}"))?;
    }
    Ok(())
}

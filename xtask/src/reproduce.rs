//! `cargo xtask reproduce`: builds what is committed twice, here and from nothing in a clone elsewhere, and holds the two
//! dist/ against each other, byte for byte.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::project;

use crate::{build, run};

/// Fails where a file differs.
pub fn reproduce() -> Result<()> {
    let changed = run::read(&mut run::command("git", &["status", "--porcelain"]))?;
    if !changed.is_empty() {
        bail!("a clone has only what is committed; commit first:\n{changed}");
    }
    build::build(&build::Options { dev: false, out: project::dist() })?;
    let place = project::target().join("reproduce");
    if place.is_dir() {
        std::fs::remove_dir_all(&place).context("removing the clone of an earlier run")?;
    }
    let (from, to) = (project::root().display().to_string(), place.display().to_string());
    run::run(&mut run::command("git", &["clone", "--quiet", &from, &to]))?;
    let mut again = run::command(&project::cargo(), &["xtask", "build"]);
    // Nothing is shared but the toolchain and the packages.
    again.current_dir(&place).env_remove("CARGO_TARGET_DIR").env_remove("CARGO_MANIFEST_DIR");
    run::timed("the same in a clone", || run::run(&mut again))?;
    let (mut here, mut there) = (BTreeMap::new(), BTreeMap::new());
    read(&project::dist(), "", &mut here)?;
    read(&place.join("dist"), "", &mut there)?;
    let names = here.keys().chain(there.keys().filter(|name| !here.contains_key(*name)));
    let other: Vec<&str> = names.filter(|name| here.get(*name) != there.get(*name)).map(String::as_str).collect();
    if !other.is_empty() {
        bail!("not the same: {}; the clone is still in {to}", other.join(", "));
    }
    println!("{} files, the same bytes", here.len());
    std::fs::remove_dir_all(&place).context("removing the clone")
}

/// All files of a folder, by their path in it.
fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let path = entry.context("listing")?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?);
        }
    }
    Ok(())
}

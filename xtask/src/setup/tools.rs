//! Finding programs on the PATH, and installing those that cargo or apt can bring. Knows no browser by name.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xtask::project;

use crate::run;

/// Where a program is: on the PATH, or where cargo installs to even if that is not on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let folders = std::env::split_paths(&path).chain(cargo_home.map(|home| home.join("bin")));
    folders.map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The first of some programs that is here.
pub fn find_any(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| find(program))
}

/// Installs a program with cargo. First as its author locked it; that fails when a locked package is not to be had.
pub fn cargo_install(package: &str, version: Option<&str>) -> Result<()> {
    run::say(&format!("cargo install {package} (some minutes, once)"));
    let install = |locked: bool| {
        let mut command = run::command(&project::cargo(), &["install", package]);
        if let Some(version) = version {
            command.args(["--version", version]);
        }
        if locked {
            command.arg("--locked");
        }
        // Its own folder: cargo's own temporary one would be built anew on the second try.
        command.env("CARGO_TARGET_DIR", project::target().join("installed"));
        run::run(&mut command)
    };
    install(true).or_else(|_| install(false)).with_context(|| format!("install it by hand: cargo install {package}"))
}

/// Whether we may install Debian packages: Debian or a child of it, and root.
pub fn can_apt() -> bool {
    let root = run::read(&mut run::command("id", &["-u"])).is_ok_and(|id| id.trim() == "0");
    root && std::path::Path::new("/etc/debian_version").exists() && find("apt-get").is_some()
}

/// Installs Debian packages.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    run::say(&format!("apt-get install {}", packages.join(" ")));
    let apt = |words: &[&str]| {
        let mut command = run::command("apt-get", words);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        run::run(&mut command)
    };
    // An old list still serves if the new one cannot be had.
    if let Err(error) = apt(&["update", "-qq"]) {
        println!("    {error:#}; going on with the list we have");
    }
    // With what they recommend: WebKitGTK plays no sound and draws badly without.
    let mut words = vec!["install", "-y", "-qq"];
    words.extend_from_slice(packages);
    apt(&words)
}

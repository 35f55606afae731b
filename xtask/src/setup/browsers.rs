//! The three engines that we test in: which programs each one needs, and where those come from.

use std::collections::BTreeSet;

use anyhow::Result;

use super::tools::{apt_install, can_apt, cargo_install, find, find_any};

/// A browser engine and what it takes to drive it.
#[derive(Debug)]
pub struct Engine {
    /// What the harness calls it (RPE_ENGINE).
    pub id: &'static str,
    /// What a person calls it.
    pub name: &'static str,
    programs: &'static [Program],
}

#[derive(Debug)]
struct Program {
    /// Any of these will do.
    names: &'static [&'static str],
    from: From,
}

#[derive(Debug)]
enum From {
    Debian(&'static str),
    Crates(&'static str),
}

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// All engines; the first one runs every test, the others those that are meant for every engine.
pub const ENGINES: &[Engine] = &[
    Engine {
        id: "chromium",
        name: "Chromium",
        programs: &[
            Program { names: CHROMIUM_NAMES, from: From::Debian("chromium") },
            Program { names: &["chromedriver"], from: From::Debian("chromium-driver") },
        ],
    },
    Engine {
        id: "firefox",
        name: "Firefox",
        programs: &[
            Program { names: &["firefox-esr", "firefox"], from: From::Debian("firefox-esr") },
            Program { names: &["geckodriver"], from: From::Crates("geckodriver") },
        ],
    },
    Engine {
        id: "webkit",
        name: "WebKitGTK",
        programs: &[
            Program { names: &["WebKitWebDriver"], from: From::Debian("webkit2gtk-driver") },
            Program { names: &["Xvfb"], from: From::Debian("xvfb") },
        ],
    },
];

impl Engine {
    /// What is missing to drive it: program names.
    pub fn missing(&self) -> Vec<&'static str> {
        let absent = self.programs.iter().filter(|program| find_any(program.names).is_none());
        absent.filter_map(|program| program.names.first().copied()).collect()
    }
}

/// Installs what is missing where we know how, and gives back what is missing still, in words.
pub fn install() -> Result<Vec<String>> {
    let missing = || ENGINES.iter().flat_map(|engine| engine.programs).filter(|p| find_any(p.names).is_none());
    if can_apt() {
        let debian = missing().filter_map(|program| match program.from {
            From::Debian(package) => Some(package),
            From::Crates(_) => None,
        });
        let mut packages: Vec<_> = debian.collect::<BTreeSet<_>>().into_iter().collect();
        if !packages.is_empty() {
            // Without any font, every letter is a box and every width is wrong.
            packages.push("fonts-liberation");
            // What cannot be installed is reported below, by name.
            if let Err(error) = apt_install(&packages) {
                println!("    {error:#}");
            }
        }
    }
    let firefox_without_driver = find_any(&["firefox-esr", "firefox"]).is_some() && find("geckodriver").is_none();
    for program in missing() {
        if let From::Crates(package) = program.from
            && firefox_without_driver
            && let Err(error) = cargo_install(package, None)
        {
            println!("    {error:#}");
        }
    }
    Ok(absent())
}

/// The engines that cannot be driven here, with what they lack.
pub fn absent() -> Vec<String> {
    let lacking =
        ENGINES.iter().map(|engine| (engine.name, engine.missing())).filter(|(_, missing)| !missing.is_empty());
    lacking.map(|(name, missing)| format!("{name} (no {} on the PATH)", missing.join(", "))).collect()
}

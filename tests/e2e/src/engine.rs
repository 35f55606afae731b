//! The three engines: which one a run is for, which programs drive it, and what a new session has to ask of it.

use std::path::PathBuf;

use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver: runs every test, and can emulate.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver, on a virtual screen.
    WebKit,
}

impl Engine {
    /// The engine of this run, from RPE_ENGINE; Chromium if it does not say.
    pub fn of_this_run() -> Self {
        match std::env::var("RPE_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("RPE_ENGINE is `{other}`; it may be chromium, firefox or webkit"),
        }
    }

    /// The program that speaks WebDriver.
    pub(crate) fn driver(self) -> PathBuf {
        let name = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        };
        find(&[name]).unwrap_or_else(|| panic!("there is no {name} on the PATH; run `cargo xtask setup`"))
    }

    /// What a new session asks for.
    pub(crate) fn capabilities(self, width: u32, height: u32) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": chromium_args(width, height), "binary": chromium() },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": find(&["firefox-esr", "firefox"]),
                    "args": ["-headless", "-width", width.to_string(), "-height", height.to_string()],
                    "prefs": {
                        // Quiet: no look-ups of its own while we test.
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "app.normandy.enabled": false,
                        "browser.safebrowsing.update.enabled": false,
                        "extensions.getAddons.cache.enabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        }
    }
}

fn chromium_args(width: u32, height: u32) -> Vec<String> {
    let mut args: Vec<String> = xtask::CHROMIUM_ARGS.iter().map(ToString::to_string).collect();
    args.push(format!("--window-size={width},{height}"));
    // As on a phone, where a scroll bar lies over the page: 320 px are then 320 px.
    args.push("--hide-scrollbars".into());
    // Any other host does not exist: a request that leaves us fails, and shows in the console.
    args.push("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost".into());
    args
}

fn chromium() -> Option<PathBuf> {
    find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

/// WebKitGTK's own small browser lies among its libraries, not on the PATH.
fn mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/libexec", "/usr/lib64"].into_iter().map(PathBuf::from);
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let deeper = libraries.clone().flat_map(inside);
    let folders = libraries.chain(deeper).flat_map(inside);
    folders
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4")))
        .map(|path| path.join("MiniBrowser"))
        .find(|path| path.is_file())
}

/// A program on the PATH, or where cargo installs to.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home).map(|home| home.join("bin"));
    let folders: Vec<_> = std::env::split_paths(&path).chain(cargo).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

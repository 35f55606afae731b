//! `cargo xtask size`: what each file of dist/ weighs on the wire, and the budgets that fail the build: one for each kind of
//! file, and one for what is loaded together.

use anyhow::{Context, Result, bail};
use xtask::project;

/// A budget: files, and the most they may weigh together after brotli, in kB of 1000 bytes.
struct Gate {
    what: &'static str,
    parts: &'static [Part],
    most: f64,
}

/// A kind of file, by how its name begins and ends.
enum Part {
    /// All of them.
    All(&'static str, &'static str),
    /// The heaviest: each page loads one of them.
    One(&'static str, &'static str),
}
use Part::{All, One};

const GATES: &[Gate] = &[
    Gate {
        what: "wasm + glue + element",
        parts: &[All("rpe-", ".wasm"), All("rpe-", ".js"), All("referred-pain-explorer.js", "")],
        most: 95.0,
    },
    // Where it stands far down a page and says loading="lazy".
    Gate { what: "the element until somebody comes near", parts: &[All("referred-pain-explorer.js", "")], most: 3.0 },
    // Its second half, which nobody waits for, holds the editor of the plan, the session's surroundings and the diary with
    // its trend, its files and its page for a clinician.
    Gate { what: "the program in all", parts: &[All("rpe-", ".wasm"), All("rest-", ".wasm")], most: 215.0 },
    Gate {
        what: "first load, in the heaviest language",
        parts: &[
            All("rpe-", ".wasm"),
            All("rpe-", ".js"),
            All("referred-pain-explorer.js", ""),
            All("rpe-", ".css"),
            All("data-atlas-", ".bin"),
            All("data-posterior-", ".bin"),
            One("data-ui-", ".bin"),
            One("data-names-", ".bin"),
        ],
        most: 110.0,
    },
    Gate {
        what: "geometry and data",
        parts: &[
            All("data-atlas-", ".bin"),
            All("data-library-", ".bin"),
            All("data-posterior-", ".bin"),
            All("data-anterior-", ".bin"),
            All("data-medial-", ".bin"),
            All("data-lateral-", ".bin"),
            All("data-plantar-", ".bin"),
            All("data-dorsal-", ".bin"),
            All("data-foot_", ".bin"),
            All("data-deeper-", ".bin"),
        ],
        // Muscles, drawings and studies keep to 45; conditions and questions, nine figures and four routines are the rest.
        most: 48.5,
    },
];

/// The most a file may weigh, by how its name begins and ends. The first that fits counts; a file that none fits has no place
/// in dist/ yet.
const FILES: &[(&str, &str, f64)] = &[
    // What every page loads.
    ("referred-pain-explorer.js", "", 3.0),
    ("rpe-", ".wasm", 85.0),
    ("rpe-", ".js", 6.4),
    ("rpe-", ".css", 4.0),
    ("data-atlas-", ".bin", 6.0),
    ("data-ui-", ".bin", 2.1),
    ("data-names-", ".bin", 2.0),
    // What follows.
    ("rest-", ".wasm", 132.0),
    ("later-", ".css", 6.2),
    ("data-later-", ".bin", 4.5),
    ("data-library-", ".bin", 7.8),
    ("data-prose-", ".bin", 41.0),
    ("data-deeper-", ".bin", 4.0),
    ("data-", ".bin", 3.2),
    ("check-", ".wasm", 170.0),
    ("check-", ".js", 1.6),
    // The other ways in.
    ("fallback-", ".html", 18.5),
    ("preload-", ".html", 0.3),
    ("referred-pain-explorer.inline.js", "", 830.0),
    ("standalone.html", "", 830.0),
    ("referred-pain-explorer-wordpress.zip", "", 945.0),
    ("referred-pain-explorer.host.js", "", 0.5),
    ("embed.", "", 0.6),
    ("options.js", "", 0.5),
    // What no visitor waits for: data, types and descriptions, licences.
    ("atlas.json", "", 410.0),
    ("atlas.schema.json", "", 8.0),
    ("referred-pain-explorer.", ".d.ts", 5.5),
    ("custom-elements.json", "", 3.5),
    ("package.json", "", 0.6),
    ("integrity.json", "", 6.0),
    ("THIRD_PARTY.md", "", 5.5),
    ("LICENSE-", "", 3.0),
    ("README.md", "", 0.7),
    // Our own pages.
    ("index.html", "", 22.0),
    ("nl.html", "", 23.0),
    ("page.", "", 2.4),
    ("sw.js", "", 1.2),
    ("manifest.webmanifest", "", 0.5),
    ("playground.", "", 2.0),
];

struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Weighs dist/ and checks the budgets.
pub fn size() -> Result<()> {
    let weights = weigh()?;
    let width = weights.iter().map(|weight| weight.name.len()).max().unwrap_or_default();
    println!("{:<width$} {:>12} {:>12}", "file", "raw", "brotli");
    for Weight { name, raw, brotli } in &weights {
        println!("{name:<width$} {:>9.1} kB {:>9.1} kB", kilo(*raw), kilo(*brotli));
    }
    let mut over = Vec::new();
    for weight in &weights {
        let most = most(&weight.name)?;
        if kilo(weight.brotli) > most {
            over.push(format!("{} is {:.1} kB over its {most:.1}", weight.name, kilo(weight.brotli) - most));
        }
    }
    for gate in GATES {
        let sum = weigh_gate(gate, &weights)?;
        println!("{}: {sum:.1} of at most {:.1} kB brotli", gate.what, gate.most);
        if sum > gate.most {
            over.push(format!("{} is {:.1} kB too heavy", gate.what, sum - gate.most));
        }
    }
    if !over.is_empty() {
        bail!(
            "{}; find out what grew (`cargo xtask size` before and after), or argue for a larger budget in xtask/src/size.rs",
            over.join(", ")
        );
    }
    Ok(())
}

/// The most a file may weigh.
fn most(name: &str) -> Result<f64> {
    let fits = FILES.iter().find(|(start, end, _)| name.starts_with(start) && name.ends_with(end));
    fits.map(|(.., most)| *most)
        .with_context(|| format!("{name} has no budget; give it one in FILES of xtask/src/size.rs"))
}

fn weigh() -> Result<Vec<Weight>> {
    let folder = project::dist();
    let entries =
        std::fs::read_dir(&folder).with_context(|| format!("no {}; run `cargo xtask build`", folder.display()))?;
    let mut weights = Vec::new();
    for entry in entries {
        let path = entry.context("listing dist/")?.path();
        if path.is_file() {
            let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            weights.push(Weight { name, raw: bytes.len(), brotli: xtask::brotli(&bytes)?.len() });
        }
    }
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.brotli));
    Ok(weights)
}

fn weigh_gate(gate: &Gate, weights: &[Weight]) -> Result<f64> {
    let mut sum = 0;
    for part in gate.parts {
        let (All(start, end) | One(start, end)) = part;
        let mut found =
            weights.iter().filter(|weight| weight.name.starts_with(start) && weight.name.ends_with(end)).peekable();
        if found.peek().is_none() {
            bail!("dist/ has no {start}*{end}, which the budget is about; run `cargo xtask build`");
        }
        let found = found.map(|weight| weight.brotli);
        sum += if matches!(part, All(..)) { found.sum::<usize>() } else { found.max().unwrap_or_default() };
    }
    Ok(kilo(sum))
}

#[expect(clippy::cast_precision_loss, reason = "files are far smaller than 2^52 bytes")]
fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_counts_what_a_server_would_send() {
        let size = xtask::brotli(&[b'a'; 10_000]).unwrap().len();
        assert!(size < 60, "{size}");
    }

    #[test]
    fn a_file_without_a_budget_is_an_error() {
        assert!((most("rpe-0123456789.wasm").unwrap() - 85.0).abs() < 1e-9);
        assert!((most("data-posterior-0123456789.bin").unwrap() - 3.2).abs() < 1e-9);
        assert!(most("surprise.bin").is_err());
    }

    #[test]
    fn a_gate_without_its_files_is_an_error() {
        let gate = Gate { what: "x", parts: &[All("rpe-", ".wasm")], most: 1.0 };
        let weight = |name: &str| Weight { name: name.into(), raw: 5000, brotli: 2000 };
        assert!(weigh_gate(&gate, &[weight("rpe-1.js")]).is_err());
        let two = [weight("rpe-1.wasm"), weight("rpe-2.wasm")];
        assert!((weigh_gate(&gate, &two).unwrap() - 4.0).abs() < 1e-9);
        let one = Gate { parts: &[One("rpe-", ".wasm")], ..gate };
        assert!((weigh_gate(&one, &two).unwrap() - 2.0).abs() < 1e-9);
    }
}

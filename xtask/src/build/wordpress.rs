//! The plugin for WordPress: what is in wordpress/, and the files of the element in a folder of it, as one archive. The same
//! files make the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use xtask::project;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::files::Files;
use super::{read_bytes, shown};

/// The name of the archive.
pub const ARCHIVE: &str = "referred-pain-explorer-wordpress.zip";

/// The folder of the plugin, which WordPress takes for its name.
const FOLDER: &str = "referred-pain-explorer";

/// How the files begin that the element loads, and what must come along.
const ASSETS: [&str; 9] = [
    "LICENSE-",
    "THIRD_PARTY.md",
    "check-",
    "data-",
    "fallback-",
    "later-",
    "referred-pain-explorer.js",
    "rest-",
    "rpe-",
];

/// Adds the archive. Comes when all files are there that go into it.
pub fn add(files: &mut Files) -> Result<()> {
    let mut inside = BTreeMap::new();
    collect(&project::root().join("wordpress"), FOLDER, &mut inside)?;
    for name in files.names().filter(|name| ASSETS.iter().any(|start| name.starts_with(start))) {
        let bytes = files.get(name).context("a file that is there")?;
        inside.insert(format!("{FOLDER}/assets/{name}"), bytes.to_vec());
    }
    files.add(ARCHIVE, archive(&inside).context("packing the plugin")?);
    Ok(())
}

/// The texts of a folder, with the version filled in.
fn collect(folder: &Path, prefix: &str, inside: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("listing {}", shown(folder)))? {
        let path = entry.with_context(|| format!("listing {}", shown(folder)))?.path();
        let name = format!("{prefix}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &name, inside)?;
        } else {
            let text = String::from_utf8(read_bytes(&path)?).with_context(|| format!("{} is no text", shown(&path)))?;
            inside.insert(name, text.replace("__RPE_VERSION__", project::version()).into_bytes());
        }
    }
    Ok(())
}

fn archive(inside: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    // The first day that the format knows: no file is of the day on which it was packed.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in inside {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let mut files = Files::default();
        for name in ["referred-pain-explorer.js", "rpe-1.wasm", "referred-pain-explorer.inline.js", "index.html"] {
            files.add(name, name);
        }
        add(&mut files).unwrap();
        let first = files.get(ARCHIVE).unwrap().to_vec();
        std::thread::sleep(std::time::Duration::from_secs(2));
        add(&mut files).unwrap();
        assert!(files.get(ARCHIVE).unwrap() == first.as_slice(), "two archives of the same files differ");

        let mut zip = zip::ZipArchive::new(Cursor::new(first)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert!(names.iter().all(|name| name.starts_with("referred-pain-explorer/")), "{names:?}");
        assert!(names.contains(&"referred-pain-explorer/assets/rpe-1.wasm".to_owned()), "{names:?}");
        assert!(!names.iter().any(|name| name.contains("inline") || name.contains("index")), "{names:?}");
        let mut main = zip.by_name("referred-pain-explorer/referred-pain-explorer.php").unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut main, &mut text).unwrap();
        assert!(text.contains(project::version()) && !text.contains("__RPE_"), "{text}");
    }
}

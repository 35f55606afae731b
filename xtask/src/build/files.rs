//! The files of dist/ while they are made: names, bytes, content hashes, and the swap at the end. Knows no file by name.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Files by their path in dist/, with forward slashes.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_string(), bytes.into());
    }

    /// Adds a file whose name carries the hash of what is in it, and gives back the name.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let name = format!("{stem}-{}.{extension}", hash(&bytes));
        self.0.insert(name.clone(), bytes);
        name
    }

    /// What is in a file, if it is there.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// One hash over all names and bytes.
    pub fn build_id(&self) -> String {
        let mut all = Sha256::new();
        for (name, bytes) in &self.0 {
            all.update(name.as_bytes());
            all.update([0]);
            all.update(hash(bytes).as_bytes());
        }
        hex(&all.finalize())
    }

    /// Writes them beside the folder and puts them in its place.
    pub fn replace(&self, folder: &Path) -> Result<()> {
        let fresh = folder.with_extension("new");
        if fresh.exists() {
            std::fs::remove_dir_all(&fresh).with_context(|| format!("removing {}", fresh.display()))?;
        }
        for (name, bytes) in &self.0 {
            let path = fresh.join(name);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
            }
            std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
        }
        if folder.exists() {
            std::fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
        }
        std::fs::rename(&fresh, folder).with_context(|| format!("moving the new files to {}", folder.display()))
    }
}

/// The first ten hex digits of the SHA-256.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_name_follows_the_content() {
        let mut files = Files::default();
        let name = files.add_hashed("rpe", "css", "a");
        assert_eq!(name, "rpe-ca978112ca.css");
        let before = files.build_id();
        files.add("index.html", "x");
        assert_ne!(before, files.build_id());
        assert_eq!(files.names().collect::<Vec<_>>(), ["index.html", "rpe-ca978112ca.css"]);
    }
}

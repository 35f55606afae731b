//! The rules of the project that are no feature builds, each as a test that names the file, the line and the mend.
//! No dependencies: this is the first thing to run, and it has to be quick. See docs/ARCHITECTURE.md for the reasons.

#[path = "tidy/content.rs"]
mod content;
#[path = "tidy/docs.rs"]
mod docs;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/shape.rs"]
mod shape;
#[path = "tidy/source.rs"]
mod source;

/// Fails with all offences at once, so that one run is enough to mend them.
#[track_caller]
fn none(rule: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{rule}\n{} to mend:\n  {}\n", offences.len(), offences.join("\n  "));
}

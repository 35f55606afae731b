//! `index.html` of the plates: a still page of headings, captions and lazy images. It lists what is in the folder.

use std::fmt::Write as _;
use std::path::Path;

use crate::list::Plate;

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Plates</title>
<style>
  body { margin: 1rem; font: 16px/1.4 sans-serif; color: #222; background: #eee; }
  section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; }
  figure { margin: 0; max-width: 480px; }
  img { display: block; width: auto; height: auto; max-width: 100%; max-height: 760px; }
  figcaption, p { font-size: .875rem; color: #555; max-width: 60rem; }
  h2 { border-top: 1px solid #aaa; padding-top: 1rem; }
</style>
<h1>Plates</h1>
";

/// The page, for the pictures of `plates` that there are under `folder`.
pub fn page(plates: &[Plate], folder: &Path) -> String {
    let (mut links, mut body) = (String::new(), String::new());
    for theme in ["light", "dark"] {
        for group in plates.chunk_by(|a, b| a.group == b.group) {
            let part = part(theme, group, folder);
            if let (Some(first), false) = (group.first(), part.is_empty()) {
                let id = format!("{theme}-{}", first.group);
                let title = format!("{}, {theme}", first.group);
                // A String takes whatever is written.
                let _ = write!(links, "<a href=\"#{id}\">{title}</a> ");
                let _ = write!(body, "<h2 id=\"{id}\">{title}</h2>\n{part}");
            }
        }
        let sheets = sheets(theme, folder);
        if !sheets.is_empty() {
            let _ = writeln!(links, "(sheets: {sheets})<br>");
        }
    }
    format!("{HEAD}<nav>{links}<a href=\"figures.html\">how to press</a></nav>\n{body}")
}

/// The plates of one group in one theme, each subject under a heading of its own.
fn part(theme: &str, group: &[Plate], folder: &Path) -> String {
    let mut part = String::new();
    for subject in group.chunk_by(|a, b| a.heading == b.heading) {
        let figures: String = subject.iter().filter_map(|plate| figure(theme, plate, folder)).collect();
        if let (Some(first), false) = (subject.first(), figures.is_empty()) {
            let (heading, note) = (escaped(&first.heading), escaped(&first.note));
            let _ = write!(part, "<h3>{heading}</h3>\n<p>{note}</p>\n<section>\n{figures}</section>\n");
        }
    }
    part
}

/// Its picture with its caption, if it was taken.
fn figure(theme: &str, plate: &Plate, folder: &Path) -> Option<String> {
    let path = plate.path(theme);
    // Said beforehand, so that the page does not jump while it loads, and loads only what is near.
    let [width, height] = size(&std::fs::read(folder.join(&path)).ok()?)?;
    let caption = escaped(&plate.caption);
    Some(format!(
        "<figure><a href=\"{path}\"><img loading=\"lazy\" src=\"{path}\" width=\"{width}\" height=\"{height}\" \
         alt=\"{}\"></a><figcaption>{caption}</figcaption></figure>\n",
        escaped(&plate.name)
    ))
}

/// Width and height, which stand at a fixed place at the beginning of a PNG.
fn size(png: &[u8]) -> Option<[u32; 2]> {
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some([number(16)?, number(20)?])
}

fn sheets(theme: &str, folder: &Path) -> String {
    let files = std::fs::read_dir(folder.join(theme).join("sheets"));
    let mut names: Vec<_> =
        files.into_iter().flatten().flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let link = |name: &String| format!("<a href=\"{theme}/sheets/{name}\">{}</a>", name.trim_end_matches(".png"));
    names.iter().map(link).collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

//! A rendered picture made to stand alone: classes become attributes, and what a small picture does without is left out.

const TOKENS: &str = include_str!("../../../www/styles/first/tokens.css");

/// The drawing's classes, as attributes. `{name}` is the light colour of the token.
const LOOK: &[(&str, &str)] = &[
    ("rpe-skin-shadow", r#"fill="{skin-line}" fill-opacity=".5""#),
    ("rpe-skin-light", r#"fill="{skin}""#),
    ("rpe-skin-line", r#"fill="none" stroke="{skin-line}""#),
    ("rpe-crease", r#"fill="none" stroke="{skin-line}""#),
    ("rpe-bone", r#"fill="{bone}" stroke="{skin-line}" stroke-width=".6" opacity=".88""#),
    ("rpe-muscle", r#"fill="{muscle}""#),
    ("rpe-muscle rpe-deep", r#"fill="{muscle-deep}""#),
    ("rpe-tendon", r#"fill="{tendon}""#),
    ("rpe-body-fill", r#"stroke="{ink}" stroke-opacity=".4" stroke-width=".6" stroke-linejoin="round""#),
    ("rpe-region rpe-on", r#"fill="{pain-soft}" fill-opacity=".8" stroke="{pain}" stroke-width="1.5""#),
    ("rpe-rim rpe-on", r#"fill="none""#),
    ("rpe-paper-zone", r#"stroke="{pain}""#),
    ("rpe-dot", r#"fill="{pain}""#),
    ("rpe-target", r#"fill="none""#),
    ("rpe-disc", r#"fill="{card}" stroke="{ink}" stroke-width="1.5" vector-effect="non-scaling-stroke""#),
    ("rpe-cross", r#"stroke="{ink}" stroke-width="2.5" stroke-linecap="round" vector-effect="non-scaling-stroke""#),
    ("rpe-label", r#"fill="{ink}" font-weight="600" stroke="{surface}" stroke-width="3" paint-order="stroke""#),
];

/// What a small picture does without: shades, fibres, and places that are not marked.
const FINE: [&str; 5] = ["rpe-shadow", "rpe-light", "rpe-fibre", "rpe-region", "rpe-rim"];

/// A token's colour in light surroundings.
fn colour(token: &str) -> &'static str {
    let start = ["--rpe-", token, ", light-dark("].concat();
    let rest = TOKENS.split_once(&start).map_or("", |(_, rest)| rest);
    rest.split_once(',').map_or("", |(colour, _)| colour)
}

fn attributes(class: &str) -> String {
    let of = |name: &str| LOOK.iter().find(|(own, _)| *own == name).map(|(_, look)| *look);
    let look = of(class).or_else(|| class.split(' ').find_map(of)).unwrap_or_default();
    let mut filled = String::new();
    let mut rest = look;
    while let Some((before, (token, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        filled.push_str(before);
        filled.push_str(colour(token));
        rest = after;
    }
    filled.push_str(rest);
    if filled.is_empty() { filled } else { [" ", &filled].concat() }
}

/// The value of an attribute in an opening tag, and where it stands with its name and quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = tag.split_once(&[" ", name, "=\""].concat())?;
    let (value, _) = after.split_once('"')?;
    Some((value, tag.get(before.len()..before.len() + name.len() + value.len() + 4)?))
}

/// The numbers of a path or a frame.
fn numbers(text: &str) -> Vec<f64> {
    let mut spaced = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match c {
            '-' => spaced.push_str(" -"),
            '0'..='9' | '.' => spaced.push(c),
            _ => spaced.push(' '),
        }
    }
    spaced.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// Whether a path lies beside what is seen. Its numbers are all absolute, x and y by turns.
fn beside(path: &str, frame: &[f64]) -> bool {
    let [x, y, width, height] = frame[..] else { return false };
    let points = numbers(path);
    let outside = |axis: usize, from: f64, length: f64| {
        let mut along = points.iter().skip(axis).step_by(2);
        let mut there = points.iter().skip(axis).step_by(2);
        along.all(|n| *n < from) || there.all(|n| *n > from + length)
    };
    outside(0, x, width) || outside(1, y, height)
}

/// Puts attributes in the place of classes, and leaves out of the pictures what is not seen or too fine for a picture that
/// stands in for another: it is a page's first bytes.
pub fn plain(html: &str, high: f64) -> String {
    let mut out = String::new();
    let mut frame = Vec::new();
    let mut skip = false;
    for part in html.split_inclusive('>') {
        // Between two tags there may be words.
        let (words, tag) = part.split_once('<').map_or((part, ""), |(words, tag)| (words, tag));
        out.push_str(words);
        if tag.is_empty() || std::mem::take(&mut skip) {
            continue;
        }
        if let Some((view, _)) = attribute(tag, "viewBox") {
            frame = numbers(view);
        }
        let class = attribute(tag, "class");
        let fine = class.is_some_and(|(class, _)| FINE.contains(&class));
        if tag.starts_with("path") && (fine || attribute(tag, "d").is_some_and(|(path, _)| beside(path, &frame))) {
            skip = true;
            continue;
        }
        out.push('<');
        match class {
            Some((class, place)) => out.push_str(&tag.replace(place, &attributes(class))),
            None => out.push_str(tag),
        }
    }
    let whole = without_empty_groups(out)
        .replace("<svg viewBox=\"0 0 22 12\"", "<svg width=\"22\" height=\"12\" viewBox=\"0 0 22 12\"")
        .replace("</rect></svg>", "</rect></svg> ");
    whole.replace("<svg viewBox=", &format!("<svg width=\"100%\" height=\"{high}\" viewBox="))
}

/// Groups of which nothing is left hold nothing up.
fn without_empty_groups(mut html: String) -> String {
    const END: &str = "></g>";
    let mut from = 0;
    while let Some(end) = html.get(from..).and_then(|rest| rest.find(END)).map(|at| from + at) {
        let start = html.get(..end).and_then(|before| before.rfind('<')).unwrap_or(end);
        if html.get(start..end).is_some_and(|tag| tag.starts_with("<g")) {
            html.replace_range(start..end + END.len(), "");
            // The group around it may be empty now.
            from = start.saturating_sub(END.len());
        } else {
            from = end + END.len();
        }
    }
    html
}

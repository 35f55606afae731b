//! The tokens of the style sheet contrast where they meet: text 4.5 to 1, marks 3 to 1 (WCAG 1.4.3 and 1.4.11), in light
//! and in dark. What lies on the drawing is seen by no tool, so these pairs are named here by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeMap;

type Colour = [f64; 3];

/// Each token's two values.
fn tokens() -> BTreeMap<String, [Colour; 2]> {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/styles/first/tokens.css"))
        .expect("the style sheet");
    let one = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--_")?.split_once(": var(--rpe-")?;
        let (_, pair) = value.split_once("light-dark(")?;
        let (light, dark) = pair.split_once(')')?.0.split_once(", ")?;
        Some((name.to_owned(), [colour(light)?, colour(dark)?]))
    };
    css.lines().filter_map(one).collect()
}

/// `#RRGGBB` as three shares of 1.
fn colour(hex: &str) -> Option<Colour> {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let mut parts = [0.0; 3];
    for (at, part) in parts.iter_mut().enumerate() {
        *part = f64::from(u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?) / 255.0;
    }
    Some(parts)
}

fn luminance(colour: Colour) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// So much of the first laid over the second.
fn mix(over: Colour, share: f64, under: Colour) -> Colour {
    std::array::from_fn(|at| over[at] * share + under[at] * (1.0 - share))
}

/// The disc of a trigger point and the X on it, the same in both themes: see `.rpe-disc` and `.rpe-cross`.
const DISC: Colour = [1.0, 1.0, 1.0];
const CROSS: Colour = [31.0 / 255.0, 42.0 / 255.0, 48.0 / 255.0];

const TEXT: f64 = 4.5;
const MARK: f64 = 3.0;

/// What meets what, and where.
const PAIRS: &[(&str, &[&str], f64, &str)] = &[
    ("ink", &["surface", "card", "accent-soft", "pain-soft", "row"], TEXT, "text; names on the map with their rim"),
    ("muted", &["surface", "card", "accent-soft", "row"], TEXT, "what is said by the way; rows of buttons"),
    ("accent", &["surface", "card", "accent-soft"], TEXT, "links, ranks"),
    ("on-accent", &["accent", "accent-hover"], TEXT, "the main button"),
    ("pain", &["card"], TEXT, "the stop button"),
    ("on-pain", &["pain"], TEXT, "the emergency"),
    ("edge", &["surface", "card"], MARK, "borders of buttons; the chosen one of a row"),
    ("accent", &["line", "card"], MARK, "the ring of the timer and the bar of a match, on what is empty of them"),
    ("muted", &["line"], MARK, "the ring between two points"),
    ("focus", &["surface", "card", "accent-soft", "pain-soft", "row"], MARK, "the ring of the focus"),
    ("focus", &["surface"], MARK, "the place the keyboard is on: its rim is of paper, whatever lies beneath"),
    ("pain", &["surface", "pain-soft"], MARK, "marked places and zones with their rim of paper; chips"),
    ("pain", &["skin", "faded", "bone"], MARK, "dots of a zone: other muscles fade while zones are shown"),
    ("skin-line", &["surface"], MARK, "the outline of the limb"),
    ("cross", &["disc"], MARK, "the X of a point"),
    ("disc", &["muscle", "muscle-deep"], MARK, "a point on a muscle"),
];

#[test]
fn what_meets_contrasts_in_light_and_dark() {
    let tokens = tokens();
    assert!(tokens.len() >= 18, "only {} tokens were understood", tokens.len());
    let mut faint = Vec::new();
    for (theme, name) in ["light", "dark"].into_iter().enumerate() {
        let of = |token: &str| {
            let own = |token: &str| tokens.get(token).unwrap_or_else(|| panic!("there is no token {token}"))[theme];
            match token {
                "disc" => DISC,
                "cross" => CROSS,
                // See .rpe-emergency, .rpe-seg, .rpe-first:hover and .rpe-faded.
                "on-pain" => [DISC, [42.0 / 255.0, 11.0 / 255.0, 8.0 / 255.0]][theme],
                "row" => mix(own("line"), 0.7, own("card")),
                "accent-hover" => mix(own("accent"), 0.88, own("ink")),
                "faded" => mix(own("muscle"), 0.22, own("skin")),
                token => own(token),
            }
        };
        for (front, grounds, least, place) in PAIRS {
            for ground in *grounds {
                let found = contrast(of(front), of(ground));
                if found < *least {
                    faint.push(format!("{name}: {front} on {ground} is {found:.2}, not {least} ({place})"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

#[test]
fn contrast_is_what_the_standard_says() {
    let grey = |level: f64| [level / 255.0; 3];
    assert!((contrast(grey(0.0), grey(255.0)) - 21.0).abs() < 1e-9);
    // #767676 is the lightest grey that may be text on white.
    assert!((contrast(grey(118.0), grey(255.0)) - 4.54).abs() < 0.01);
    assert!(contrast(grey(119.0), grey(255.0)) < 4.5);
}

//! Rules about what code may say: no colours, no anatomy, no sentences, no inline styles. Those live in www/ and atlas/.

use crate::files::{ending, root};
use crate::none;
use crate::source::{Literal, has_word, rust};

#[test]
fn src_holds_no_colours() {
    let mut offences = Vec::new();
    for source in rust(&["src"]) {
        for Literal { line, text, .. } in &source.literals {
            let functions = ["rgb(", "rgba(", "hsl(", "oklch("];
            if has_hex_colour(text) || functions.iter().any(|name| text.contains(name)) {
                offences.push(format!("{}:{line}: `{text}`; name a class, and colour it in www/styles", source.path));
            }
        }
    }
    none("Colours are design tokens in www/styles.", &offences);
}

/// `#` and 3, 6 or 8 hex digits; three letters alone may be an anchor.
fn has_hex_colour(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let next = rest.chars().nth(digits);
        let whole = !next.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-');
        let number = rest.chars().take(digits).any(|c| c.is_ascii_digit());
        whole && (matches!(digits, 6 | 8) || (digits == 3 && number))
    })
}

/// The names in quotes between two pieces of a text.
fn quoted<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let list = text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).collect()
}

#[test]
fn the_component_has_the_style_of_the_element() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let (build, component) = (read("xtask/src/build/pages.rs"), read("src/explorer/style.rs"));
    let sheets = [("first", "FIRST"), ("later", "LATER")].into_iter().flat_map(|(folder, list)| {
        let names = quoted(&build, &format!("{list}: &[&str] = &["), "]");
        names.into_iter().map(move |name| format!("{folder}/{name}")).collect::<Vec<_>>()
    });
    let sheets: Vec<_> = sheets.collect();
    assert!(sheets.len() > 10, "{sheets:?}");
    assert_eq!(
        quoted(&component, "STYLE: &str = sheets!(", ")"),
        sheets,
        "src/explorer/style.rs and the build join other sheets"
    );
}

#[test]
fn src_holds_no_anatomy() {
    let mut ids: Vec<String> =
        ending(&["atlas/muscles"], &[".toml"]).iter().map(|file| file.stem().to_string()).collect();
    for file in ending(&["atlas/regions.toml"], &[".toml"]) {
        let values =
            file.lines().filter_map(|(_, line)| line.strip_prefix("id = \"")?.strip_suffix('"').map(String::from));
        ids.extend(values);
    }
    let mut offences = Vec::new();
    for source in rust(&["src"]) {
        let strings = source.literals.iter().map(|literal| (literal.line, literal.text.as_str()));
        for (line, text) in source.lines().chain(strings) {
            for id in ids.iter().filter(|id| has_word(text, id)) {
                offences.push(format!("{}:{line}: `{id}`; say it in atlas/, and let the code read it", source.path));
            }
        }
    }
    none("Which muscles and regions there are is data.", &offences);
}

#[test]
fn components_hold_no_sentences() {
    let mut offences = Vec::new();
    for source in rust(&["src/ui"]) {
        let mut last = "";
        for literal in &source.literals {
            if is_for_people(literal, last) {
                let Literal { line, text, .. } = literal;
                offences.push(format!("{}:{line}: `{text}`; it is a text: atlas/text/<lang>", source.path));
            }
            last = &literal.text;
        }
    }
    none("What a person reads comes from the text packs, in their language.", &offences);
}

/// Attributes that are read out or shown.
const SPOKEN: [&str; 8] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "alt",
    "title",
    "placeholder",
    "label",
];

/// A guess: two words of letters, not in a class or in an attribute that only programs read. `last` is the literal before
/// this one, which names the attribute in `.attr("name", "value")`.
fn is_for_people(literal: &Literal, last: &str) -> bool {
    let before = literal.before.trim_end_matches(['{', ' ']);
    let written = before.strip_suffix('=').and_then(|text| text.rsplit([' ', '<']).next());
    let call = before.rsplit(['.', ' ']).find(|part| part.contains('(')).and_then(|part| part.split('(').next());
    let built = (before.ends_with(',') && matches!(call, Some("attr" | "attr_if"))).then_some(last);
    if written.or(built).is_some_and(|attribute| !SPOKEN.contains(&attribute)) {
        return false;
    }
    let classes = matches!(call, Some("class" | "class_if" | "div" | "button" | "classes!")) && !before.ends_with(')');
    if classes || before.contains("cfg(feature") || before.contains("#[") {
        return false;
    }
    let word = |word: &&str| {
        let word = word.trim_end_matches(['.', ',', ':', '?', '!']);
        word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
    };
    literal.text.split_whitespace().filter(word).count() >= 2
}

#[test]
fn components_hold_no_inline_styles() {
    let mut offences = Vec::new();
    for source in rust(&["src/ui"]) {
        for (line, code) in source.lines() {
            let inline = code.match_indices("style=").any(|(at, _)| {
                let before = code.get(..at).and_then(|text| text.chars().next_back());
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
            });
            let built = source.literals.iter().any(|literal| {
                let call = ["attr(", "attr_if("].iter().any(|call| literal.before.trim_end().ends_with(call));
                literal.line == line && literal.text == "style" && call
            });
            if inline || built {
                offences
                    .push(format!("{}:{line}: a style; use a class or a presentation attribute of SVG", source.path));
            }
        }
    }
    none("An inline style is refused under a strict Content-Security-Policy.", &offences);
}

#[test]
fn the_guesses_guess_well() {
    assert!(has_hex_colour("fill: #c8322b") && has_hex_colour("#0B6"));
    assert!(!has_hex_colour("#add") && !has_hex_colour("#rpe-1234567") && !has_hex_colour("#c8322bx"));
    let literal = |before: &str, text: &str| Literal { line: 1, text: text.into(), before: before.into() };
    assert!(is_for_people(&literal("<p>{", "Where does it hurt?"), ""));
    assert!(is_for_people(&literal("<p aria-label=", "Where does it hurt"), ""));
    assert!(is_for_people(&literal("el.attr(\"          \", ", "Where does it hurt"), "aria-label"));
    assert!(is_for_people(&literal("el(\" \").class(\"   \").text(", "Where does it hurt"), "rpe-lead"));
    assert!(is_for_people(&literal("    .label(", "Where does it hurt"), "rpe-lead"));
    assert!(is_for_people(&literal("    .attr(\"     \", ", "Where does it hurt"), "title"));
    assert!(is_for_people(&literal("div(\"        \").text(", "Where does it hurt"), "rpe-lead"));
    assert!(!is_for_people(&literal("    .class_if(on, ", "card wide"), "p"));
    assert!(!is_for_people(&literal("<p class=", "card wide"), ""));
    assert!(!is_for_people(&literal("<p class={", "card wide"), ""));
    assert!(!is_for_people(&literal("let c = classes!(", "card wide"), ""));
    assert!(!is_for_people(&literal("el(\" \").class(", "card wide"), "p"));
    assert!(!is_for_people(&literal("    .attr(\"   \", ", "noopener noreferrer"), "rel"));
    assert!(!is_for_people(&literal("<path d={", "M0 0 H 10"), ""));
}

#[test]
fn every_sentence_of_the_interface_is_said_somewhere() {
    let sources = rust(&["src"]);
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|c| c.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    let mut offences = Vec::new();
    for file in ending(&["atlas/text/en/ui.toml", "atlas/text/en/later"], &[".toml"]) {
        let stem = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml");
        let mut section = if stem == "ui" { String::new() } else { stem.to_owned() };
        for (line, text) in file.lines() {
            if let Some(name) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
                section = name.to_owned();
            } else if let Some((key, _)) = text.split_once(" = \"") {
                let msg: String = [&section, key].iter().flat_map(|part| part.split('_')).map(capital).collect();
                let said = sources.iter().any(|source| source.lines().any(|(_, code)| has_word(code, &msg)));
                if !said {
                    offences.push(format!("{}:{line}: nothing says Msg::{msg}; remove it in all languages", file.path));
                }
            }
        }
    }
    none("A sentence that nobody reads is downloaded for nothing.", &offences);
}

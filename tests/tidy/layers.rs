//! Rules about who may use whom. The order is that of docs/ARCHITECTURE.md: a layer knows those before it only.

use crate::none;
use crate::source::{Source, has_word, rust};

/// A layer, and the layers it may not know.
const FORBIDDEN: [(&str, &[&str]); 8] = [
    ("atlas", &["session", "diary", "app", "ports", "ui", "browser", "explorer", "embed"]),
    ("session", &["diary", "app", "ports", "ui", "browser", "explorer", "embed"]),
    ("diary", &["app", "ports", "ui", "browser", "explorer", "embed"]),
    ("app", &["ports", "ui", "browser", "explorer", "embed"]),
    ("ports", &["ui", "browser", "explorer", "embed"]),
    ("ui", &["browser", "explorer", "embed"]),
    ("browser", &["explorer", "embed"]),
    ("explorer", &["embed"]),
];

/// Compile without any browser crate, in seconds.
const PURE: [&str; 5] = ["src/atlas", "src/session", "src/diary", "src/app", "src/ports"];

#[test]
fn a_layer_uses_only_those_before_it() {
    let mut offences = Vec::new();
    for (layer, forbidden) in FORBIDDEN {
        for source in rust(&[&format!("src/{layer}"), &format!("src/{layer}.rs")]) {
            for (line, used) in used_layers(&source) {
                if forbidden.contains(&used.as_str()) {
                    offences.push(format!(
                        "{}:{line}: {layer} uses {used}; pass in what it needs, or move it down",
                        source.path
                    ));
                }
            }
        }
    }
    none(
        "Dependencies point one way: atlas <- session <- diary <- app <- ports <- ui <- browser <- explorer <- embed.",
        &offences,
    );
}

/// The first name after each `crate::`, also in `crate::{a, b::c}`.
fn used_layers(source: &Source) -> Vec<(usize, String)> {
    let text = source.code.join("\n");
    let mut used = Vec::new();
    for (at, path) in text.match_indices("crate::") {
        let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let rest = text.get(at + path.len()..).unwrap_or_default();
        let Some(group) = rest.strip_prefix('{') else {
            used.push((line, first_name(rest)));
            continue;
        };
        let mut depth = 0;
        let mut fresh = true;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => fresh = true,
                c if fresh && c.is_alphabetic() => {
                    used.push((line, first_name(group.get(at..).unwrap_or_default())));
                    fresh = false;
                }
                _ => {}
            }
        }
    }
    used
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn the_pure_layers_know_no_browser() {
    let mut offences = Vec::new();
    for source in rust(&PURE) {
        for (line, code) in source.lines() {
            for name in ["yew", "web_sys", "js_sys", "wasm_bindgen"].into_iter().filter(|name| has_word(code, name)) {
                offences.push(format!(
                    "{}:{line}: `{name}`; put a trait into src/ports and its twin into src/browser",
                    source.path
                ));
            }
        }
    }
    none("atlas, session, diary, app and ports run anywhere.", &offences);
}

#[test]
fn only_browser_and_embed_touch_the_browser() {
    let mut offences = Vec::new();
    for source in rust(&["src"]) {
        if source.path.starts_with("src/browser") || source.path.starts_with("src/embed") {
            continue;
        }
        for (line, code) in source.lines() {
            let gloo = code
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == "gloo" || word.starts_with("gloo_"));
            let touches = ["web_sys", "js_sys"].iter().any(|name| has_word(code, name)) || gloo;
            if touches {
                offences.push(format!("{}:{line}: browser code; it lives in src/browser and src/embed", source.path));
            }
        }
    }
    none("web-sys, js-sys and gloo are used in two folders.", &offences);
}

#[test]
fn a_refusal_is_never_a_dead_widget() {
    let calls = [".unwrap(", ".expect("];
    let macros = ["panic!", "todo!", "unimplemented!", "unreachable!"];
    let mut offences = Vec::new();
    for source in rust(&["src"]) {
        for (line, code) in source.lines() {
            let macros =
                macros.iter().filter(|name| has_word(code, name.trim_end_matches('!')) && code.contains(**name));
            for what in calls.iter().filter(|call| code.contains(**call)).chain(macros) {
                offences.push(format!("{}:{line}: `{what}`; use a default, or return an error", source.path));
            }
        }
    }
    none("Outside of tests nothing in src/ may panic.", &offences);
}

#[test]
fn grouped_imports_are_understood() {
    let code = vec!["use crate::{app::{state, ui}, atlas};".to_string(), "crate::ui::x()".to_string()];
    let source = Source { path: String::new(), code, literals: Vec::new() };
    let used: Vec<_> = used_layers(&source).into_iter().map(|(line, name)| format!("{line} {name}")).collect();
    assert_eq!(used, ["1 app", "1 atlas", "2 ui"]);
}

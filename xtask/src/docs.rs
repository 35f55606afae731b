//! `cargo xtask docs`: writes the tables of docs/EMBEDDING.md anew, between their markers, from `www/custom-elements.json`,
//! which editors read. A test holds that nothing else stands there, and that the description is that of the source.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xtask::project;

const GUIDE: &str = "docs/EMBEDDING.md";
const DESCRIPTION: &str = "www/custom-elements.json";

/// Writes them.
pub fn docs() -> Result<()> {
    let guide = read(GUIDE)?;
    let made = with_tables(&guide, &element()?)?;
    if made != guide {
        std::fs::write(project::root().join(GUIDE), made).context("writing the guide")?;
        println!("    wrote the tables of {GUIDE}");
    }
    Ok(())
}

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(project::root().join(path)).with_context(|| format!("reading {path}"))
}

/// What is said of the element.
fn element() -> Result<Value> {
    let all: Value = serde_json::from_str(&read(DESCRIPTION)?).context("reading the description")?;
    all.pointer("/modules/0/declarations/0").cloned().context("the description has no element")
}

/// The guide with each table made anew.
fn with_tables(guide: &str, element: &Value) -> Result<String> {
    const START: &str = "<!-- made: ";
    const END: &str = "<!-- end -->";
    let mut out = String::new();
    let mut rest = guide;
    while let Some((before, after)) = rest.split_once(START) {
        let (name, after) = after.split_once(" -->").context("a marker is not closed")?;
        let (_, after) = after.split_once(END).with_context(|| format!("the table {name} has no end"))?;
        out.push_str(&format!("{before}{START}{name} -->\n{}{END}", table(name, element)?));
        rest = after;
    }
    Ok(out + rest)
}

/// The texts of one list, each of whose entries has a name.
fn list<'a>(element: &'a Value, key: &str) -> Vec<&'a Value> {
    element.get(key).and_then(Value::as_array).into_iter().flatten().collect()
}

fn text<'a>(of: &'a Value, path: &str) -> &'a str {
    of.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

/// A cell: a pipe in it would end it.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}

fn code(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("`{}`", cell(words)) }
}

/// `"left" | "right"` as its values; other types as they are.
fn values(kind: &str) -> String {
    if !kind.contains('"') {
        return kind.to_owned();
    }
    kind.split(" | ").map(|one| code(one.trim_matches('"'))).collect::<Vec<_>>().join(" ")
}

fn signature(method: &Value) -> String {
    let one = |parameter: &Value| {
        let optional = parameter.get("optional").is_some_and(|so| *so == true);
        format!("{}{}", text(parameter, "/name"), if optional { "?" } else { "" })
    };
    let words: Vec<_> = list(method, "parameters").into_iter().map(one).collect();
    format!("`{}({})`", text(method, "/name"), words.join(", "))
}

fn table(name: &str, element: &Value) -> Result<String> {
    let told = |of: &Value| cell(text(of, "/description"));
    let named = |of: &Value| code(text(of, "/name"));
    let described = |of: &&Value| of.get("description").is_some();
    let is = |kind: &'static str| move |of: &&Value| text(of, "/kind") == kind;
    let (head, rows): (&str, Vec<String>) = match name {
        "attributes" => {
            let usual = |of: &Value| code(text(of, "/default").trim_matches('"'));
            let row = |of: &Value| {
                format!("{} | {} | {} | {}", named(of), values(text(of, "/type/text")), usual(of), told(of))
            };
            ("attribute | values | default | what", list(element, "attributes").into_iter().map(row).collect())
        }
        "properties" => {
            let fields = list(element, "members").into_iter().filter(is("field")).filter(described);
            ("property | what", fields.map(|of| format!("{} | {}", named(of), told(of))).collect())
        }
        "methods" => {
            let methods = list(element, "members").into_iter().filter(is("method"));
            let row =
                |of: &Value| format!("{} | {} | {}", signature(of), code(text(of, "/return/type/text")), told(of));
            ("method | gives | does", methods.map(row).collect())
        }
        "events" => {
            let detail =
                |of: &Value| code(text(of, "/type/text").trim_start_matches("CustomEvent<").trim_end_matches('>'));
            let row = |of: &Value| format!("{} | {} | {}", named(of), detail(of), told(of));
            ("event | detail | when", list(element, "events").into_iter().map(row).collect())
        }
        "colours" => {
            let row = |of: &Value| format!("{} | {} | {}", named(of), code(text(of, "/default")), told(of));
            ("custom property | default | what", list(element, "cssProperties").into_iter().map(row).collect())
        }
        "parts" => {
            let row = |of: &Value| format!("{} | {}", named(of), told(of));
            ("part | what", list(element, "cssParts").into_iter().map(row).collect())
        }
        "slots" => {
            let row = |of: &Value| {
                let name = named(of);
                format!("{} | {}", if name.is_empty() { "none".to_owned() } else { name }, told(of))
            };
            ("slot | what", list(element, "slots").into_iter().map(row).collect())
        }
        _ => bail!("{GUIDE} asks for a table `{name}`, which xtask/src/docs.rs does not know"),
    };
    let line = "|---".repeat(head.matches('|').count() + 1);
    let rows: String = rows.into_iter().map(|row| format!("| {row} |\n")).collect();
    Ok(format!("| {head} |\n{line}|\n{rows}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(element: &Value, key: &str) -> Vec<String> {
        list(element, key).into_iter().map(|of| text(of, "/name").to_owned()).collect()
    }

    /// The texts in quotes after these words, up to the end of their list.
    fn quoted(script: &str, after: &str) -> Vec<String> {
        let list = script.split_once(after).and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_tables_are_those_of_the_description() {
        let guide = read(GUIDE).unwrap();
        assert!(with_tables(&guide, &element().unwrap()).unwrap() == guide, "run `cargo xtask docs`");
        assert_eq!(guide.matches("<!-- made: ").count(), 7);
    }

    #[test]
    fn the_description_is_that_of_the_source() {
        let element = element().unwrap();
        assert_eq!(names(&element, "attributes"), quoted(&read("www/attributes.js").unwrap(), "ATTRIBUTES = ["));
        let script = read("www/element.js").unwrap();
        let members = names(&element, "members");
        for method in quoted(&script, "METHODS = [").iter().chain([&"shareUrl".to_owned()]) {
            assert!(members.contains(method), "{method}");
        }
        for field in ["ready", "session", "version", "atlas"] {
            assert!(members.iter().any(|name| name == field), "{field}");
        }
        let told = read("src/embed/told.rs").unwrap() + &script;
        for event in names(&element, "events") {
            assert!(told.contains(&format!("\"{event}\"")), "{event}");
        }
        let tokens = read("www/styles/first/tokens.css").unwrap();
        let own: Vec<String> = tokens
            .lines()
            .filter_map(|line| line.split_once("var(--rpe-")?.1.split_once(','))
            .map(|(name, _)| format!("--rpe-{name}"))
            .collect();
        assert_eq!(names(&element, "cssProperties"), own);
        for property in list(&element, "cssProperties") {
            let words = format!("{}, {})", text(property, "/name"), text(property, "/default"));
            assert!(tokens.contains(&words), "{words}");
        }
    }
}

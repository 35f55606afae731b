//! Just enough of Rust's grammar to tell code from comments, strings and tests. No parser: a scanner of characters.

use crate::files::{self, File};

/// A string literal.
pub struct Literal {
    /// The line it begins on, from 1.
    pub line: usize,
    /// What is between the quotes, escapes as written.
    pub text: String,
    /// The code before it on its line.
    pub before: String,
}

/// A Rust file, taken apart.
pub struct Source {
    /// From the root of the project.
    pub path: String,
    /// The lines without comments and without what is in strings; lines of tests are empty.
    pub code: Vec<String>,
    /// The strings outside of tests.
    pub literals: Vec<Literal>,
}

impl Source {
    /// The lines of code with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.code.iter().map(String::as_str))
    }
}

/// The Rust files under a folder.
pub fn rust(places: &[&str]) -> Vec<Source> {
    files::ending(places, &[".rs"]).into_iter().map(|file| take_apart(&file)).collect()
}

/// Where a word stands in a line of code as a word of its own.
pub fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

fn take_apart(file: &File) -> Source {
    let (code, mut literals) = scan(&file.text);
    let mut lines: Vec<String> = code.lines().map(String::from).collect();
    let tests = test_lines(&file.path, &code);
    for (at, line) in lines.iter_mut().enumerate() {
        if tests.iter().any(|(first, last)| (*first..=*last).contains(&at)) {
            line.clear();
        }
    }
    literals.retain(|literal| !tests.iter().any(|(first, last)| (*first..=*last).contains(&(literal.line - 1))));
    for literal in &mut literals {
        let column = literal.before.len();
        let line = lines.get(literal.line - 1).map(String::as_str).unwrap_or_default();
        literal.before = line.chars().take(column).collect();
    }
    Source { path: file.path.clone(), code: lines, literals }
}

/// The text with comments and the insides of strings blanked, and the strings.
fn scan(text: &str) -> (String, Vec<Literal>) {
    let chars: Vec<char> = text.chars().collect();
    let peek = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let (mut code, mut literals) = (String::new(), Vec::new());
    let (mut at, mut line, mut column) = (0, 1, 0);
    // Moves over characters, keeping lines and columns; what is not kept becomes a space.
    let step = |code: &mut String, at: &mut usize, line: &mut usize, column: &mut usize, keep: bool| {
        let c = peek(*at);
        *at += 1;
        if c == '\n' {
            *line += 1;
            *column = 0;
            code.push('\n');
        } else {
            *column += 1;
            code.push(if keep { c } else { ' ' });
        }
    };
    while at < chars.len() {
        let c = peek(at);
        if c == '/' && peek(at + 1) == '/' {
            while at < chars.len() && peek(at) != '\n' {
                step(&mut code, &mut at, &mut line, &mut column, false);
            }
        } else if c == '/' && peek(at + 1) == '*' {
            let mut depth = 0;
            while at < chars.len() {
                let two = (peek(at), peek(at + 1));
                depth += i32::from(two == ('/', '*')) - i32::from(two == ('*', '/'));
                let last = two == ('*', '/') && depth == 0;
                let both = two == ('/', '*') || two == ('*', '/');
                for _ in 0..1 + usize::from(both) {
                    step(&mut code, &mut at, &mut line, &mut column, false);
                }
                if last {
                    break;
                }
            }
        } else if let Some((open, hashes)) = raw_string(&chars, at) {
            let (start, before) = (line, " ".repeat(column));
            for _ in 0..open {
                step(&mut code, &mut at, &mut line, &mut column, true);
            }
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let mut inside = String::new();
            while at < chars.len() && !end.chars().enumerate().all(|(i, c)| peek(at + i) == c) {
                inside.push(peek(at));
                step(&mut code, &mut at, &mut line, &mut column, false);
            }
            for _ in 0..end.len() {
                step(&mut code, &mut at, &mut line, &mut column, true);
            }
            literals.push(Literal { line: start, text: inside, before });
        } else if c == '"' {
            let (start, before) = (line, " ".repeat(column));
            step(&mut code, &mut at, &mut line, &mut column, true);
            let mut inside = String::new();
            while at < chars.len() && peek(at) != '"' {
                for _ in 0..1 + usize::from(peek(at) == '\\') {
                    inside.push(peek(at));
                    step(&mut code, &mut at, &mut line, &mut column, false);
                }
            }
            step(&mut code, &mut at, &mut line, &mut column, true);
            literals.push(Literal { line: start, text: inside, before });
        } else if c == '\'' && (peek(at + 1) == '\\' || peek(at + 2) == '\'') {
            // A character, not a lifetime: to the quote that ends it.
            step(&mut code, &mut at, &mut line, &mut column, true);
            while at < chars.len() && peek(at) != '\'' {
                for _ in 0..1 + usize::from(peek(at) == '\\') {
                    step(&mut code, &mut at, &mut line, &mut column, false);
                }
            }
            step(&mut code, &mut at, &mut line, &mut column, true);
        } else {
            step(&mut code, &mut at, &mut line, &mut column, true);
        }
    }
    (code, literals)
}

/// The length of what opens a raw string here, and how many hashes it has.
fn raw_string(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let word = |c: &char| c.is_alphanumeric() || *c == '_';
    if at > 0 && chars.get(at - 1).is_some_and(word) {
        return None;
    }
    let prefix = usize::from(chars.get(at) == Some(&'b'));
    if chars.get(at + prefix) != Some(&'r') {
        return None;
    }
    let hashes = chars.iter().skip(at + prefix + 1).take_while(|c| **c == '#').count();
    (chars.get(at + prefix + 1 + hashes) == Some(&'"')).then_some((prefix + 2 + hashes, hashes))
}

/// The first and last lines, from 0, of what is compiled for tests only.
fn test_lines(path: &str, code: &str) -> Vec<(usize, usize)> {
    if path.ends_with("/tests.rs") || path.contains("/tests/") || code.trim_start().starts_with("#![cfg(test)]") {
        return vec![(0, usize::MAX)];
    }
    let line_of = |at: usize| code.get(..at).unwrap_or_default().matches('\n').count();
    let mut lines = Vec::new();
    for (start, _) in code.match_indices("#[cfg(").filter(|(at, _)| {
        let condition = code.get(*at..).and_then(|rest| rest.split(']').next()).unwrap_or_default();
        crate::source::has_word(condition, "test") && !condition.contains("not(")
    }) {
        let rest = code.get(start..).unwrap_or_default();
        let mut depth = 0;
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if matches!(c, '}' | ';') && depth == 0 {
                end = at;
                break;
            }
        }
        lines.push((line_of(start), line_of(start + end)));
    }
    lines
}

#[test]
fn the_scanner_tells_code_from_the_rest() {
    let text = "let a = \"x.unwrap()\"; // panic!\nlet c = 'a'; let l: &'static str = r#\"q \" \"#; /* web_sys /* \
                */ */ b.unwrap();\n#[cfg(test)]\nmod tests {\n  fn f() { c.unwrap() }\n}\nfn g() {}\n";
    let source = take_apart(&File { path: "src/x.rs".into(), text: text.into() });
    assert_eq!(source.literals.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["x.unwrap()", "q \" "]);
    assert_eq!(source.literals.first().map(|l| l.before.as_str()), Some("let a = "));
    let unwraps: Vec<_> = source.lines().filter(|(_, line)| line.contains("unwrap")).map(|(at, _)| at).collect();
    assert_eq!(unwraps, [2]);
    assert!(!source.code.join("").contains("panic") && !source.code.join("").contains("web_sys"));
    assert!(source.code.join("").contains("fn g()"));
    assert!(has_word("use yew::x", "yew") && !has_word("let yewish = 1", "yew"));
}

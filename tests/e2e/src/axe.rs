//! axe-core, which knows the rules of accessibility, in the page under test. It comes with the node tools.

use std::sync::OnceLock;

use serde_json::{Value, json};
use xtask::project;

use crate::page::Page;

/// What axe is asked for: WCAG up to 2.2 AA, and what is held to be good beyond it.
const TAGS: [&str; 7] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// One thing that axe found at one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule, such as `color-contrast`.
    pub rule: String,
    /// Whether the rule is broken; else axe could not tell.
    pub broken: bool,
    /// Where: selectors, from the outermost shadow root inwards.
    pub target: String,
    /// Its words, and the beginning of the element.
    pub why: String,
}

/// Looks twice, and makes one list of what was found.
const LOOK: &str = "
    const done = arguments[arguments.length - 1];
    const related = (check) => check.relatedNodes.map((node) => node.target.flat(3).pop());
    const told = (check) => [check.message, ...related(check)].join(' ');
    const list = (results, broken) => results.flatMap((rule) => rule.nodes.map((node) => ({
        rule: rule.id, broken, target: node.target.flat(3).join(' >> '),
        why: [...[...node.any, ...node.all, ...node.none].map(told), node.html.slice(0, 160)].join(' | '),
    })));
    const all = (results) => [...list(results.violations, true), ...list(results.incomplete, false)];
    const drawings = [...document.querySelectorAll('referred-pain-explorer')]
        .flatMap((element) => [...element.shadowRoot.querySelectorAll('.rpe-stage > svg > *')])
        .concat([...document.querySelectorAll('referred-pain-explorer figure > svg > *')]);
    const show = (how) => drawings.forEach((part) => { part.style.display = how; });
    (async () => {
        const first = all(await axe.run(document, rest));
        show('none');
        const second = all(await axe.run(document, contrast));
        show('');
        return [...first, ...second];
    })().then(done, (error) => done(String(error)));
";

/// The program, read once.
fn program() -> &'static str {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let file = project::root().join("node_modules/axe-core/axe.min.js");
        let what = "run `cargo xtask setup` with node installed";
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; {what}", file.display()))
    })
}

impl Page<'_> {
    /// Has axe look at the whole page, shadow roots included.
    ///
    /// Contrast is looked at with the drawing taken out of the map: axe does not know that an SVG cuts off what leaves
    /// it, and takes the thigh for something that lies over the words above the map.
    #[track_caller]
    pub fn axe(self) -> Vec<Finding> {
        if self.run("return !window.axe") == true {
            self.run(program());
        }
        // Sizes of targets are off by default although they are part of 2.2.
        let options = |on: Value, rules: Value| json!({ "runOnly": on, "rules": rules, "resultTypes": ["violations", "incomplete"] });
        let rest = options(
            json!({ "type": "tag", "values": TAGS }),
            json!({ "target-size": { "enabled": true }, "color-contrast": { "enabled": false } }),
        );
        let contrast = options(json!({ "type": "rule", "values": ["color-contrast"] }), json!({}));
        let found = self.run_async(&format!("const [rest, contrast] = [{rest}, {contrast}]; {LOOK}"));
        let Some(list) = found.as_array() else { panic!("axe did not run: {found}") };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let finding = |one: &Value| Finding {
            rule: text(&one["rule"]),
            broken: one["broken"] == true,
            target: text(&one["target"]),
            why: text(&one["why"]),
        };
        list.iter().map(finding).collect()
    }
}

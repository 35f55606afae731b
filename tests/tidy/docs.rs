//! Rules about the docs: what they show as code is what the tests run.

use crate::files::under;
use crate::none;

/// What docs/EMBEDDING.md shows whole, and as what.
const SHOWN: [(&str, &str); 8] = [
    ("tests/e2e/recipes/app.jsx", "jsx"),
    ("tests/e2e/recipes/app.vue", "vue"),
    ("tests/e2e/recipes/app.svelte", "svelte"),
    ("tests/e2e/recipes/app.astro", "astro"),
    ("tests/e2e/recipes/react.server.jsx", "jsx"),
    ("tests/e2e/recipes/react.client.jsx", "jsx"),
    ("tests/e2e/wordpress/post.txt", "text"),
    ("tests/e2e/pages/strict.html", "html"),
];

/// What stands in a sentence of it, and where it is done.
const SAID: [(&str, &str); 2] = [
    ("isCustomElement: (tag) => tag === \"referred-pain-explorer\"", "tests/e2e/recipes/build.mjs"),
    ("import type {} from \"referred-pain-explorer/react\"", "tests/types/react.tsx"),
];

const GUIDE: &str = "docs/EMBEDDING.md";

fn text(path: &str) -> String {
    under(&[path]).into_iter().next().map(|file| file.text).unwrap_or_default()
}

#[test]
fn the_recipes_in_the_docs_are_those_that_are_tested() {
    let guide = text(GUIDE);
    let mut offences = Vec::new();
    for (path, kind) in SHOWN {
        let source = text(path);
        if source.is_empty() || !guide.contains(&format!("```{kind}\n{source}```\n")) {
            offences.push(format!("{path}:1: {GUIDE} does not show it as it is; copy it there"));
        }
    }
    for (words, path) in SAID {
        if !guide.contains(words) || !text(path).contains(words) {
            offences.push(format!("{path}:1: `{words}` is not in it and in {GUIDE}"));
        }
    }
    none("A recipe that nobody runs is wrong one day.", &offences);
}

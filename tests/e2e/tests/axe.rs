//! No rule of accessibility that axe knows is broken: in any state, theme and language of the widget, on our own pages,
//! and where the element never comes. What axe cannot decide is explained here, by rule and place. What it cannot see
//! at all is in `targets`, `reflow`, `forced_colours`, `names`, and in the root package's `colours`.

use std::collections::BTreeMap;

use e2e::{Browser, Finding, LANGUAGES, Page, STATES, Window, dressed, serve, site, walk};
use serde_json::json;

/// What axe leaves undecided: the rule, what the place's selector ends with, and why it is right as it is.
const EXPLAINED: &[(&str, &str, &str)] = &[
    ("color-contrast", ".rpe-rank", "one digit: too short for axe. The pair is in tests/colours.rs"),
    ("color-contrast", ".rpe-digits", "one digit, of ink on the card"),
];

/// So high that nothing is scrolled, and nothing that sticks to an edge lies over something else.
const TALL: u32 = 16_000;

fn explained(finding: &Finding) -> bool {
    let place = finding.target.rsplit(" >> ").next().unwrap_or_default();
    // Selectors end in what tells one element from its siblings.
    let last = place.rsplit(" > ").next().unwrap_or_default().split('[').next().unwrap_or_default();
    EXPLAINED.iter().any(|(rule, end, _)| !finding.broken && finding.rule == *rule && last.starts_with(end))
}

/// All that axe finds and nobody explained, each once, with where it was seen first.
#[derive(Default)]
struct Findings(BTreeMap<(String, String), String>);

impl Findings {
    fn look(&mut self, page: Page<'_>, at: &str) {
        for found in page.axe().into_iter().filter(|found| !explained(found)) {
            let verdict = if found.broken { "is broken" } else { "cannot be decided" };
            let line = format!("{at}: {} {verdict} at {}: {}", found.rule, found.target, found.why);
            self.0.entry((found.rule, found.target)).or_insert(line);
        }
    }

    #[track_caller]
    fn assert_none(&self) {
        let all: Vec<&String> = self.0.values().collect();
        assert!(all.is_empty(), "{} findings: {all:#?}", all.len());
    }
}

/// All states in both themes: light on a phone, dark on a screen with three columns.
#[track_caller]
fn all_states(lang: &str) {
    let server = serve(site());
    let browser = Browser::start();
    let (mut findings, mut seen) = (Findings::default(), 0);
    for (theme, width) in [("light", 360), ("dark", 1200)] {
        browser.set_viewport(Window { width, height: TALL });
        walk(&browser, &server, &dressed(lang, theme), |page, state| {
            page.run(&format!("document.documentElement.lang = '{lang}'"));
            findings.look(page, &format!("{state}, {theme}, {lang}"));
            seen += 1;
        });
    }
    findings.assert_none();
    assert_eq!(seen, 2 * STATES.len());
}

#[test]
fn no_rule_is_broken_in_english() {
    all_states("en");
}

#[test]
fn no_rule_is_broken_in_dutch() {
    all_states("nl");
}

#[test]
fn no_rule_is_broken_in_german() {
    all_states("de");
}

#[test]
fn no_rule_is_broken_in_french() {
    all_states("fr");
}

#[test]
fn no_rule_is_broken_in_spanish() {
    all_states("es");
}

#[test]
fn no_language_is_left_out() {
    assert_eq!(LANGUAGES, ["en", "nl", "de", "fr", "es"], "each has its test above");
}

/// Our own pages with the element, and with its fallback where the program never comes.
#[test]
fn no_rule_is_broken_on_our_own_pages_with_or_without_the_program() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 360, height: TALL });
    let mut findings = Findings::default();
    for (file, scheme) in [
        ("index.html", "light"),
        ("index.html", "dark"),
        ("nl.html", "light"),
        ("nl.html", "dark"),
        ("playground.html", "light"),
        ("playground.html", "dark"),
    ] {
        browser.open("about:blank").emulate(&[("prefers-color-scheme", scheme)]);
        let page = browser.open(&server.url(file));
        page.ready();
        findings.look(page, &format!("{file}, {scheme}"));
    }
    // From here on the program cannot be had: neither from us nor out of a cache.
    browser.cdp("Network.enable", &json!({}));
    browser.cdp("Network.setCacheDisabled", &json!({ "cacheDisabled": true }));
    browser.cdp("Network.setBlockedURLs", &json!({ "urls": ["*.wasm"] }));
    for (file, scheme) in [("index.html", "light"), ("nl.html", "dark")] {
        let page = browser.open("about:blank");
        page.emulate(&[("prefers-color-scheme", scheme)]);
        let page = browser.open(&server.url(file));
        page.run_async(
            "const done = arguments[arguments.length - 1];
            navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))).then(done);",
        );
        page.reload();
        page.wait("document.querySelector('referred-pain-explorer .fallback').getClientRects().length > 0");
        std::thread::sleep(std::time::Duration::from_millis(500));
        assert!(!page.explorer().has(".rpe"), "the program came in spite of us");
        findings.look(page, &format!("{file} without the program, {scheme}"));
    }
    findings.assert_none();
}

//! What a screen reader calls things: no two beside each other alike, and no list in which every name begins with the same
//! words, because one listens to the beginning and goes on.

use std::collections::{BTreeMap, BTreeSet};

use e2e::{Browser, LANGUAGES, Scope, VIEWS, dressed, embed, serve, site, walk};
use serde_json::Value;

/// How many of a list may begin with the same word. Anatomy itself gives a third of the places of the foot to the heel
/// or the sole, and in French most places of a view begin with an article or "Face"; beyond a half a list sounds all the
/// same.
const SAME_START: f64 = 0.5;

/// Shorter lists are heard to their end.
const LONG: usize = 6;

fn names(widget: &Scope<'_>, css: &str) -> Vec<String> {
    let script = "return all.filter((e) => e.checkVisibility()).map((e) => (e.getAttribute('aria-label') ?? e.textContent).trim())";
    let list = widget.query(css, script);
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from).collect()
}

/// What is wrong with a list of names.
fn faults(names: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let mut starts = BTreeMap::<String, usize>::new();
    for name in names {
        if name.is_empty() {
            faults.push("one has no name".to_owned());
        }
        if !seen.insert(name) {
            faults.push(format!("two are called `{name}`"));
        }
        let first = name.split([' ', '\u{a0}', '\'', '’', ',', ':']).next().unwrap_or_default().to_lowercase();
        *starts.entry(first).or_default() += 1;
    }
    let alike =
        |(_, count): &(&String, &usize)| names.len() >= LONG && **count as f64 > SAME_START * names.len() as f64;
    faults.extend(
        starts.iter().filter(alike).map(|(word, count)| format!("{count} of {} begin with `{word}`", names.len())),
    );
    faults
}

#[test]
fn places_of_a_view_have_names_that_differ_from_their_beginning() {
    let server = serve(site());
    let browser = Browser::start();
    let mut wrong = Vec::new();
    for lang in LANGUAGES {
        let page = embed(&browser, &server.url("pages/article.html"), &dressed(lang, "light"));
        let widget = page.explorer();
        widget.open_details();
        for view in VIEWS {
            widget.query(&format!("[data-key={view}]"), "all[0].click()");
            widget.wait(&format!(".rpe-svg[data-view={view}]"));
            widget.wait(".rpe-stage[aria-busy=false] .rpe-region");
            let found = names(&widget, ".rpe-svg [role=option]");
            assert!(found.len() > 5, "{lang}, {view}: {found:?}");
            wrong.extend(faults(&found).into_iter().map(|fault| format!("{lang}, {view}: {fault}")));
        }
        for fieldset in 1..=widget.count(".rpe-places") {
            let group = names(&widget, &format!(".rpe-where details > .rpe-places:nth-of-type({fieldset}) .rpe-check"));
            wrong.extend(faults(&group).into_iter().map(|fault| format!("{lang}, list {fieldset}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Lists of the widget, each with what its entries are: siblings that one goes through.
const LISTS: &[(&str, &str)] = &[
    (".rpe-list", ":scope > li > .rpe-row"),
    (".rpe-list", ":scope > li > .rpe-pick"),
    (".rpe-plan", ":scope > li .rpe-open"),
    (".rpe-card", ":scope > .rpe-point-card .rpe-row"),
    (".rpe-chips", ":scope > button"),
    (".rpe-tabs", ":scope > button"),
    (".rpe-seg", ":scope > button"),
    (".rpe-svg", "[role=option]"),
    (".rpe-controls", "button"),
    (".rpe-zoom", "button"),
    (".rpe-sources", "a"),
];

#[test]
fn in_every_state_siblings_have_names_of_their_own() {
    let server = serve(site());
    let browser = Browser::start();
    let mut wrong = BTreeMap::<String, String>::new();
    for lang in LANGUAGES {
        walk(&browser, &server, &dressed(lang, "light"), |page, state| {
            for (list, entries) in LISTS {
                let script = format!(
                    "return all.filter((list) => list.checkVisibility()).map((list) => [...list.querySelectorAll({entries:?})]
                        .map((e) => (e.getAttribute('aria-label') ?? e.textContent).trim()))"
                );
                let groups = page.explorer().query(list, &script);
                for group in groups.as_array().into_iter().flatten() {
                    let texts = group.as_array().into_iter().flatten().filter_map(Value::as_str);
                    let group: Vec<String> = texts.map(String::from).collect();
                    for fault in faults(&group) {
                        wrong.entry(format!("{lang}, {list} {entries}: {fault}")).or_insert(state.to_owned());
                    }
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

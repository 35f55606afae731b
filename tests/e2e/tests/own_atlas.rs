//! A page that brings its own atlas: it passes the same checks as ours, or ours stays and the page is told why. And how
//! long that takes with a very large one, printed for whoever looks at the run.

use std::io::Write;

use e2e::{Browser, Page, before_embed, embed, heard, serve, site};
use serde_json::{Value, json};

/// Gives the element an atlas: ours, changed by a piece of script that has it as `atlas`.
fn give(page: Page<'_>, change: &str) {
    page.run_async(&format!(
        "const done = arguments[arguments.length - 1];
        fetch('/atlas.json').then((r) => r.json()).then((atlas) => {{
            {change};
            document.querySelector('referred-pain-explorer').atlas = atlas;
            done();
        }});"
    ));
}

#[test]
fn an_atlas_of_the_pages_own_takes_the_place_of_ours() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "region": "heel", "lang": "nl" }));
    let widget = page.explorer();
    widget.wait(".rpe-result");
    give(page, "atlas.muscles.find((m) => m.id === 'soleus').names.nl = 'kuitmuis'");
    widget.wait_text(".rpe-result", "Kuitmuis");
    // All of it works on: a card with its prose and sources, a view, another language, and back to ours.
    widget.click_text(".rpe-result .rpe-row", "Kuitmuis");
    widget.wait(".rpe-card[aria-busy=false] .rpe-sources a");
    widget.click("[data-key=plantar]");
    widget.wait(".rpe-stage[aria-busy=false] .rpe-region");
    page.run("document.querySelector('referred-pain-explorer').setAttribute('lang', 'en')");
    widget.wait_text("h2", "Soleus");
    page.run("document.querySelector('referred-pain-explorer').atlas = null");
    page.run("document.querySelector('referred-pain-explorer').setAttribute('lang', 'nl')");
    widget.wait_text(".rpe-result", "Scholspier");
    assert_eq!(heard(page, "rpe-error"), Vec::<Value>::new());
    page.assert_clean();
}

#[test]
fn it_may_be_there_before_the_element_is() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url("pages/element.html"));
    page.run_async(
        "const done = arguments[arguments.length - 1];
        fetch('/atlas.json').then((r) => r.json()).then((atlas) => {
            atlas.languages = ['en'];
            atlas.muscles.find((m) => m.id === 'soleus').names.en = 'Sole fish';
            const element = document.createElement('referred-pain-explorer');
            element.setAttribute('region', 'heel');
            element.atlas = atlas;
            document.querySelector('main').append(element);
            done();
        });",
    );
    page.explorer().wait_text(".rpe-result", "Sole fish");
}

#[test]
fn a_bad_one_is_refused_with_all_its_problems_and_ours_stays() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "region": "heel" }));
    let widget = page.explorer();
    widget.wait(".rpe-result");
    give(
        page,
        "atlas.muscles[0].depth = 'bottomless'; atlas.regions[3].group = 'nowhere'; delete atlas.muscles[5].latin",
    );
    page.wait("heard.some((event) => event.type === 'rpe-error')");
    let [error] = heard(page, "rpe-error").try_into().expect("one event");
    assert_eq!(error["type"], "atlas");
    let problems: Vec<&str> = error["problems"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (place, key) in [("muscles[0]", "bottomless"), ("regions", "nowhere"), ("muscles[5]", "latin")] {
        assert!(problems.iter().any(|p| p.contains(place) && p.contains(key)), "{place} {key}: {problems:?}");
    }
    assert_eq!(page.run("return document.querySelector('referred-pain-explorer').atlas"), Value::Null);
    widget.wait_text(".rpe-result", "Soleus");

    for junk in ["'atlas'", "[]", "{}", "() => {}", "{ languages: 5 }"] {
        page.run(&format!("heard.length = 0; document.querySelector('referred-pain-explorer').atlas = {junk}"));
        page.wait("heard.some((event) => event.type === 'rpe-error')");
    }
    widget.wait(".rpe-result");
    page.assert_clean();
}

#[test]
fn it_tells_how_long_a_very_large_one_takes() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({}));
    page.run(include_str!("../pages/large_atlas.js"));
    for n in [1, 10, 50] {
        let took = page.run_async(&format!("const done = arguments[arguments.length - 1]; largeAtlas({n}).then(done)"));
        assert_eq!(took["problems"], Value::Null, "{n} times");
        assert_eq!(took["ranked"], took["expected"], "{n} times");
        let line = format!(
            "    scale: {n:>2} times the records ({:.1} MB): read and checked in {:.0} ms, ranked in {:.2} ms",
            took["megabytes"].as_f64().unwrap_or_default(),
            took["check"].as_f64().unwrap_or_default(),
            took["rank"].as_f64().unwrap_or_default(),
        );
        // Past the runner, which keeps what a passing test prints to itself. A closed pipe is no reason to fail.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
}

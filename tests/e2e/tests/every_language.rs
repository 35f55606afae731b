//! The language changes under the person's hand, in every engine: what was marked, opened and started stays, the words
//! are those of the new language, and each pack is fetched once.

use e2e::{Browser, Page, Scope, embed, serve, set, site};
use serde_json::{Value, json};

/// Each language, and how it asks where it hurts.
const ASKED: [(&str, &str); 5] = [
    ("nl", "Waar doet het pijn?"),
    ("de", "Wo tut es weh?"),
    ("fr", "Où avez-vous mal"),
    ("es", "¿Dónde te duele?"),
    ("en", "Where does it hurt?"),
];

/// How many language packs of the interface were asked for.
fn asked_for(page: Page<'_>) -> u64 {
    let script =
        "return performance.getEntriesByType('resource').filter((e) => /\\/data-ui-\\w\\w-/.test(e.name)).length";
    page.run(script).as_u64().unwrap_or_default()
}

/// What the person did, apart from how it is said.
fn done(widget: &Scope<'_>) -> Value {
    let kept = "const { lang, ...rest } = element.capture(); return rest";
    json!([widget.call_host(kept), widget.count(".rpe-result"), widget.count("[role=option][aria-selected=true]")])
}

#[test]
fn what_was_marked_and_opened_stays_in_each_language() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "lang": "en" }));
    let widget = page.explorer();
    widget.mark_heel();
    widget.click(".rpe-result .rpe-row");
    widget.wait(".rpe-card");
    let before = done(&widget);
    let mut titles = vec![widget.text(".rpe-card h3")];
    for (lang, asked) in ASKED {
        set(page, "lang", Some(lang));
        widget.wait(&format!(".rpe[lang={lang}] .rpe-card"));
        assert_eq!(done(&widget), before, "in {lang}");
        titles.push(widget.text(".rpe-card h3"));
        widget.click(".rpe-card .rpe-back");
        widget.wait_text("h2", asked);
        widget.click(".rpe-result .rpe-row");
        widget.wait(".rpe-card");
    }
    assert_eq!(titles.first(), titles.last());
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), 5, "{titles:?}");
    // Once more through two of them: they are there already.
    let packs = asked_for(page);
    set(page, "lang", Some("fr"));
    widget.wait(".rpe[lang=fr]");
    set(page, "lang", Some("de"));
    widget.wait(".rpe[lang=de]");
    assert_eq!((packs, asked_for(page)), (5, 5));
    page.assert_clean();
}

#[test]
fn a_running_massage_goes_on_in_the_new_language() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "lang": "en" }));
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    let before = widget.left();
    // In French and German a pause is called the same.
    for (lang, pause) in [("nl", "Pauze"), ("de", "Pause"), ("es", "Pausa"), ("fr", "Pause"), ("nl", "Pauze")] {
        set(page, "lang", Some(lang));
        widget.wait(&format!(".rpe[lang={lang}] .rpe-digits[data-left]"));
        widget.wait_text("[data-act=pause]", pause);
    }
    assert!(widget.left() <= before || widget.property("session")["phase"] == "hold");
    widget.assert_falls();
    assert_eq!(widget.property("session")["step"], 0, "it began anew");
    page.assert_clean();
}

#[test]
fn numbers_and_their_nouns_follow_the_language() {
    let server = serve(site());
    let browser = Browser::start();
    let page = embed(&browser, &server.url("pages/element.html"), &json!({ "lang": "en" }));
    let widget = page.explorer();
    let mut one = Vec::new();
    let mut two = Vec::new();
    for (list, regions) in [(&mut one, "'heel_plantar'"), (&mut two, "'heel_plantar', 'arch_medial'")] {
        widget.call_host(&format!("element.select({{ regions: [{regions}], side: 'left' }})"));
        for (lang, _) in ASKED {
            set(page, "lang", Some(lang));
            widget.wait(&format!(".rpe[lang={lang}] .rpe-marked"));
            list.push(widget.text(".rpe-marked"));
        }
    }
    for ((lang, _), (one, two)) in ASKED.iter().zip(one.iter().zip(&two)) {
        assert!(one.contains('1') && two.contains('2'), "{lang}: {one:?}, {two:?}");
        assert_ne!(one.replace('1', "#"), two.replace('2', "#"), "{lang} knows no plural");
    }
    page.assert_clean();
}

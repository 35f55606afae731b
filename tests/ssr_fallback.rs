//! What stands in a page before the program is there: in every language and for every region it can be read, and nothing in
//! it needs a style sheet, a script or a pointer.
#![cfg(all(feature = "ssr", feature = "bundled"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use referred_pain_explorer::atlas::{Msg, bundle};
use referred_pain_explorer::ui::fallback::{Made, fallback};
use std::rc::Rc;
use support::{LANGS, atlas, drawings};

fn made(lang: &str) -> Made {
    Made {
        atlas: atlas(),
        drawings: drawings(),
        library: Rc::new(bundle::library()),
        text: Rc::new(bundle::text(lang)),
    }
}

/// The words of it, a space between elements.
fn words(html: &str) -> String {
    let spoken = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    spoken
        .collect::<Vec<_>>()
        .join(" ")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn it_says_in_every_language_what_may_hurt_what_forbids_pressing_and_how_to_press() {
    for lang in LANGS {
        let made = made(lang);
        let html = fallback(&made, "heel").unwrap();
        let told = words(&html);
        let place = |words: &str| told.find(words).unwrap_or_else(|| panic!("{lang}: {words:?} is missing in {told}"));
        let text = &made.text;
        let soleus = text.of(made.atlas.muscle(support::muscle("soleus")).unwrap().plain).to_lowercase();
        assert!(told.to_lowercase().contains(&soleus), "{lang}: {soleus}");
        assert!(place(text.say(Msg::SafetyStop)) < place(text.say(Msg::PlanTitle)), "{lang}: first whether, then how");
        place(text.say(Msg::SafetyEmergency));
        place(text.say(Msg::AboutDisclaimer));
        assert!(told.len() > 4000, "{lang}: {} bytes of words", told.len());
        assert_eq!(html.matches("<figure>").count(), 2, "{lang}");
        assert!(html.contains(&format!("<section lang=\"{lang}\">")));
    }
}

#[test]
fn it_stands_on_its_own_in_any_page() {
    let html = fallback(&made("de"), "heel").unwrap();
    for absent in [
        " class=",
        " style=",
        "<button",
        "<script",
        "<link",
        "tabindex",
        " role=\"option\"",
        "url(http",
        "{",
        "<g></g>",
    ] {
        assert!(!html.contains(absent), "{absent}");
    }
    // The drawing has its colours with it, and no shape without one: black is what a browser would take.
    for part in html.split("<clipPath").map(|part| part.split_once("</clipPath>").map_or(part, |(_, drawn)| drawn)) {
        for (at, _) in part.match_indices("<path") {
            let group = part[..at].rfind("<g").map_or("", |from| part[from..].split('>').next().unwrap());
            let own = part[at..].split('>').next().unwrap();
            assert!([own, group].iter().any(|tag| tag.contains("fill=")), "{own} in {group}");
        }
    }
    assert!(html.contains("fill=\"#F3DDCB\""), "skin");
    assert!(html.contains("fill=\"#C9776B\""), "muscle");
    assert!(html.contains("stroke=\"#C8322B\""), "pain");
    // What each pattern is called, and what is filled with it.
    for used in html.split("url(#").skip(1) {
        let id = used.split(')').next().unwrap();
        assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(html.len() < 90_000, "{} bytes", html.len());
}

#[test]
fn every_region_and_group_has_one_and_nothing_else() {
    let made = made("en");
    let groups = made.atlas.groups.iter().map(|group| group.id.clone());
    for name in groups.chain(made.atlas.regions.iter().map(|region| region.id.clone())) {
        let html = fallback(&made, &name).unwrap_or_else(|| panic!("{name}"));
        assert!(words(&html).contains(made.text.say(Msg::AboutDisclaimer)), "{name}");
    }
    assert_eq!(fallback(&made, "elbow"), None);
}

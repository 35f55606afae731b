//! A walk through every state of the widget, for what must hold in each of them: one line a state, each from the one
//! before it. What is new in the widget gets its line here, and is then looked at by all those tests.

use std::time::Duration;

use serde_json::{Value, json};
use xtask::server::Server;

use crate::browser::Browser;
use crate::embed::embed;
use crate::page::Page;
use crate::scope::Scope;

/// The languages of the interface.
pub const LANGUAGES: [&str; 5] = ["en", "nl", "de", "fr", "es"];

/// The views of the map, as their buttons are called.
pub const VIEWS: [&str; 8] =
    ["posterior", "anterior", "medial", "lateral", "plantar", "dorsal", "foot_medial", "foot_lateral"];

/// A state of the widget, and the way to it from the one before.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// What it is called in a message.
    pub name: &'static str,
    /// What is there once it is reached.
    shows: &'static str,
    /// What the person does.
    go: fn(&Scope<'_>),
}

const fn state(name: &'static str, shows: &'static str, go: fn(&Scope<'_>)) -> State {
    State { name, shows, go }
}

/// All states in the order of the walk. Works in every language: no step looks for words.
pub const STATES: &[State] = &[
    state("nothing marked", ".rpe-chips", |_| {}),
    state("day, empty", ".rpe-daypanel", |w| w.click("[data-screen=day]")),
    state("plan, empty", ".rpe-massage .rpe-first", |w| w.click("[data-screen=massage]")),
    state("one place marked on the map", ".rpe-result", |w| w.press(&["[data-screen=find]", "[data-region=achilles]"])),
    state("results", ".rpe-result:nth-child(5)", |w| w.click("[data-group]")),
    state("all results", ".rpe-result:nth-child(6)", |w| w.click(".rpe-results > .rpe-link")),
    state("pressed and answered", "[data-part=questions] [aria-pressed=true]", |w| {
        w.press(&["[data-part=press] [data-felt=reproduced]", "[data-part=questions] .rpe-chips button"]);
    }),
    state("every place in the list", ".rpe-where details[open]", |w| w.click(".rpe-where summary")),
    state("sole, deep, left leg", ".rpe-svg[data-view=plantar]", |w| {
        w.press(&["[data-key=plantar]", ".rpe-layers [data-key=deep]", ".rpe-legs [data-key=left]"]);
    }),
    state("painting", ".rpe-painting", |w| w.click("[data-key=paint]")),
    state("painted, with numbers", ".rpe-region.rpe-painted", |w| {
        let way = w.way_over("[data-region=ball_middle]", 4);
        w.page().stroke(&way, 30);
    }),
    state("list of muscles", "[data-muscle] > .rpe-row", |w| {
        w.press(&["[data-key=tap]", ".rpe-listing [data-key=muscles]"]);
    }),
    state("card of a muscle", ".rpe-card[aria-busy=false]", |w| w.click(".rpe-list .rpe-row")),
    state("card of a point, all of it open", ".rpe-card[aria-busy=false] .rpe-point-body", |w| {
        w.call_host("element.select({ point: 'soleus.1' })");
        w.wait(".rpe-card[aria-busy=false] .rpe-point-body");
        w.open_details();
    }),
    state("card of a point that is left to a therapist", ".rpe-card[aria-busy=false] .rpe-cautions", |w| {
        w.call_host("element.select({ point: 'popliteus.1' })");
    }),
    // Names in Latin and English are found in every language.
    state("something found", ".rpe-hits [data-condition] .rpe-row", |w| {
        w.leave();
        w.focus(".rpe-search input");
        w.page().type_text("achilles");
    }),
    state("nothing found", ".rpe-hits:not(:has(.rpe-row))", |w| {
        w.focus(".rpe-search input");
        w.page().type_text("zzqx");
    }),
    state("what else it could be", ".rpe-here li", |w| w.click("[data-page=others]")),
    state("what else it could be, at one time", "[data-timing=sudden][aria-pressed=true]", |w| {
        w.click("[data-timing=sudden]");
        w.open_details();
    }),
    state("a condition that must not wait", ".rpe-card .rpe-sources", |w| {
        w.click("li:has(.rpe-now-word) .rpe-row");
        w.wait(".rpe-card .rpe-urgency");
        w.open_details();
    }),
    state("a condition", "[data-act=mark]", |w| {
        w.leave();
        w.press(&["[data-page=others]", "[data-timing=sudden]", ".rpe-here .rpe-row"]);
        w.wait("[data-act=mark]");
        w.open_details();
    }),
    state("when to see a doctor", ".rpe-flags", |w| {
        w.leave();
        w.click("[data-page=doctor]");
        w.open_details();
    }),
    state("plan", ".rpe-plan-line", |w| {
        w.leave();
        w.press(&["[data-act=clear]", ".rpe-listing [data-key=pain]", "[data-screen=massage]"]);
    }),
    state("plan with an unusual hold", ".rpe-plan-line", |w| w.press(&["[data-name=hold] [data-act=more]"; 4])),
    state("plan, folded open", ".rpe-adjust[open]", |w| w.open_details()),
    state("plan, a point picked up", ".rpe-carried", |w| {
        w.focus("[data-act=grip]");
        w.page().type_text(" ");
    }),
    state("plan, a point removed", "[data-act=put-back]", |w| w.press(&["[data-act=grip]", "[data-act=remove]"])),
    state("plan, looking for a point", "[data-add]", |w| {
        w.click("[data-act=put-back]");
        w.focus(".rpe-plan-seek");
        w.page().type_text("soleus");
    }),
    state("plan, kept under a name", ".rpe-shelf .rpe-routine", |w| {
        w.open_details();
        w.focus("[data-field=plan-name]");
        w.page().type_text("In the morning, before getting up");
        w.click("[data-act=keep-plan]");
    }),
    state("a link to hand on", ".rpe-share [data-act=link]", |w| {
        // A browser that can neither share nor copy.
        w.page().run(
            "for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined })",
        );
        w.click("[data-act=share]");
    }),
    state("check for red flags", "[data-act=safe]", |w| w.click("[data-act=start]")),
    state("check, what asks for care", ".rpe-safety details[open]", |w| w.open_details()),
    state("a red flag", "[data-act=leave]", |w| w.click("[data-flag]")),
    state("another red flag", "[data-act=leave]", |w| {
        w.press(&["[data-act=leave]", "[data-act=start]", "li:last-child > [data-flag]"]);
    }),
    state("get ready; nothing can be kept", ".rpe-notice p", |w| {
        w.press(&["[data-act=leave]", "[data-act=start]"]);
        w.page().run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
        w.read_red_flags();
        w.click("[data-act=safe]");
        w.wait(".rpe-digits");
        w.page().stop_clock();
    }),
    state("pressing", ".rpe-pressing", |w| {
        w.press(&[".rpe-notice button"]);
        w.run_out();
    }),
    state("pressing, how to", ".rpe-timer details[open]", |w| w.open_details()),
    state("on to the next point", ".rpe-waiting", |w| w.run_out()),
    state("it hurts too much: what to do", ".rpe-warned", |w| {
        w.open_details();
        w.click("[data-act=sore]");
    }),
    state("read from afar", ".rpe-far", |w| w.press(&["[data-act=go-on]", "[data-act=far]"])),
    state("paused", "[data-act=resume]", |w| w.press(&["[data-act=near]", "[data-act=pause]"])),
    state("looking around in a pause", ".rpe-find .rpe-busy", |w| w.click("[data-screen=find]")),
    state("it ran out unseen", ".rpe-aside", |w| {
        w.press(&["[data-screen=massage]", "[data-act=resume]"]);
        w.page().skip(Duration::from_secs(3_600));
    }),
    state("done, with a notice", ".rpe-done", |w| {
        w.click(".rpe-aside [data-act=pressed]");
        w.wait(".rpe-notice p");
    }),
    state("done", ".rpe-done", |w| w.click(".rpe-notice button")),
    state("how it feels after it, point by point", "[data-ask=point] [aria-pressed=true]", |w| {
        w.press(&["[data-ask=after] [data-pain='4']", ".rpe-ask summary", "[data-ask=point] [data-pain='2']"]);
    }),
    state("day, with a massage", ".rpe-log li", |w| w.click("[data-act=to-day]")),
    state("day, the first steps said, the trend drawn", ".rpe-chart", |w| {
        w.click("[data-ask=morning] [data-pain='6']")
    }),
    state("day, all of it open", ".rpe-report[open] .rpe-span", |w| w.open_details()),
    state("day, over a year", "[data-key=year][aria-pressed=true]", |w| w.click("[data-key=year]")),
    state("day, about to delete", ".rpe-doubt", |w| w.click("[data-act=delete]")),
    state("day, the wrong word", ".rpe-doubt [role=alert]:not(:empty)", |w| w.click("[data-act=empty]")),
    state("day, a file that is no diary", ".rpe-told", |w| {
        w.click("[data-act=keep]");
        // The device's own window for picking a file is out of reach; what it gives is not.
        w.page().run(
            "HTMLInputElement.prototype.click = function () {
                const given = new DataTransfer();
                given.items.add(new File(['{}'], 'holiday.json'));
                this.files = given.files;
                this.dispatchEvent(new Event('change'));
            }",
        );
        w.click("[data-act=bring]");
    }),
];

impl Scope<'_> {
    /// Clicks these, one after the other.
    #[track_caller]
    pub fn press(&self, all: &[&str]) {
        for css in all {
            self.click(css);
        }
    }

    /// Goes back until there is no further back.
    #[track_caller]
    pub fn leave(&self) {
        while self.has(".rpe-back") {
            self.click(".rpe-back");
        }
    }

    /// Opens whatever can be unfolded.
    #[track_caller]
    pub fn open_details(&self) {
        self.query("details", "for (const element of all) element.open = true");
    }

    /// Lets the phase of the session run out, and waits for the next one.
    #[track_caller]
    pub fn run_out(&self) {
        let session = || self.property("session");
        let before = session();
        let left = before["remainingMs"].as_u64().expect("a session");
        self.page().skip(Duration::from_millis(left));
        self.page().until(|| session()["phase"] != before["phase"], || format!("the phase stays {}", before["phase"]));
    }
}

/// Puts a widget with these attributes on the page of an article and walks through all states, the first one included.
/// Each is given to `look` with its name. What is kept begins empty.
#[track_caller]
pub fn walk(browser: &Browser, server: &Server, attributes: &Value, mut look: impl FnMut(Page<'_>, &str)) {
    let url = server.url("pages/article.html");
    // The walk before this one kept something, or broke the page's storage.
    browser.open(&url).run("localStorage.clear()");
    let page = embed(browser, &url, attributes);
    let widget = page.explorer();
    for state in STATES {
        (state.go)(&widget);
        widget.wait(state.shows);
        widget.wait(".rpe:not(:has(.rpe-stage[aria-busy=true]))");
        look(page, state.name);
    }
    page.assert_clean();
}

/// Attributes of a widget in this language and theme.
pub fn dressed(lang: &str, theme: &str) -> Value {
    json!({ "lang": lang, "theme": theme })
}

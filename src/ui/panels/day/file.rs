//! The diary as a file: a copy to take along, a copy to bring in, reminders for a calendar, and deleting all of it.
use crate::app::journal::{Deed, Doubt};
use crate::app::{Action, State};
use crate::atlas::Msg;
use crate::diary::file::NotRead;
use crate::diary::ics::{self, Words};
use crate::diary::{Book, csv};
use crate::ui::dom::{El, button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// The field for the word that is typed to delete everything.
const FIELD: &str = "[data-field=delete]";

fn act(scene: &Scene, act: &'static str, msg: Msg, name: IconName, hear: Callback<MouseEvent>) -> El {
    button("rpe-quick", hear).attr("data-act", act).child(icon(name)).text(scene.say(msg))
}

/// Saves something of the diary under its name with this ending.
fn saving(
    scene: &Scene,
    ending: &'static str,
    kind: &'static str,
    text: fn(&Scene, &State) -> String,
) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |_| {
        let state = scene.store.state();
        let name = [scene.text.say(Msg::FileName), "-", state.today.as_str(), ending].concat();
        scene.store.ports().files.save(&name, kind, &text(&scene, &state));
    })
}

/// The button that saves a copy of all of it.
#[inline(never)]
pub fn save_copy(scene: &Scene) -> El {
    let text = |scene: &Scene, state: &State| scene.store.ports().records.export(&state.book);
    act(scene, "save-copy", Msg::FileSave, IconName::Save, saving(scene, ".json", "application/json", text))
}

fn reminders(scene: &Scene, state: &State) -> String {
    let of = usize::try_from(state.settings.per_day).unwrap_or(1);
    let words = Words { title: scene.text.say(Msg::FileRemind), text: scene.text.say(Msg::FileRemindText) };
    ics::write(&state.journal.hours.times(of), &state.today, scene.store.ports().clock.now().0, words)
}

fn bring(scene: &Scene) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |_| {
        let weak = scene.store.weak();
        let told = move |picked: Result<String, NotRead>| {
            if let Some(store) = weak.get() {
                let brought = picked.and_then(|text| store.ports().records.import(&text));
                store.dispatch(Action::Diary(Deed::Bring(brought)));
            }
        };
        scene.store.ports().files.pick(".json,.csv", Box::new(told));
    })
}

/// What came of bringing in a file. The live region is always there, so that a screen reader hears it change.
fn told(scene: &Scene, state: &State) -> El {
    let said = match state.journal.told {
        None => return el("p").attr("role", "status"),
        Some(Err(NotRead::NoDiary)) => scene.text.say(Msg::FileNoDiary).to_owned(),
        Some(Err(NotRead::TooLarge)) => scene.text.say(Msg::FileTooLarge).to_owned(),
        Some(Ok(tally)) => {
            let [new, known, unreadable] = [tally.new, tally.known, tally.unreadable].map(|n| n.to_string());
            let slots = [("new", new.as_str()), ("known", &known), ("unreadable", &unreadable)];
            scene.text.fill(Msg::FileTold, &slots)
        }
    };
    el("p").attr("role", "status").class("rpe-told").text(said)
}

/// Asked before all is deleted: nothing happens unless the word is typed.
fn doubt(scene: &Scene, book: &Book, wrong: bool) -> El {
    let word = scene.text.say(Msg::FileWord).to_owned();
    let sure = {
        let (scene, word) = (scene.clone(), word.clone());
        Callback::from(move |_: MouseEvent| {
            let typed = scene.store.ports().layout.typed(FIELD).unwrap_or_default();
            let typed = typed.trim().trim_matches(['"', '“', '”', '„', '«', '»', '‘', '’']).trim();
            // A phone writes the first letter large.
            let right = typed.eq_ignore_ascii_case(&word);
            scene.store.touch();
            scene.store.dispatch(Action::Diary(if right { Deed::Empty } else { Deed::Doubt(Doubt::Wrong) }));
        })
    };
    let count = book.records().len().to_string();
    let field = el("input").attr("data-field", "delete").attr("autocomplete", "off").attr("autocapitalize", "none");
    div("rpe-doubt")
        .child(el("p").text(scene.text.fill(Msg::FileDoubt, &[("n", &count)])))
        .child(save_copy(scene))
        .child(el("label").text(scene.text.fill(Msg::FileType, &[("word", &word)])).child(field))
        .child(el("p").attr("role", "alert").text(if wrong { scene.say(Msg::FileWrong) } else { AttrValue::default() }))
        .child(
            div("rpe-doubt-acts")
                .child(button("rpe-button rpe-danger", sure).attr("data-act", "empty").text(scene.say(Msg::FileSure)))
                .child(
                    button("rpe-button rpe-second", scene.on(Action::Diary(Deed::Doubt(Doubt::None))))
                        .attr("data-act", "keep")
                        .text(scene.say(Msg::FileKeep)),
                ),
        )
}

/// Everything that is done with the diary as a whole.
#[inline(never)]
pub fn file(scene: &Scene, state: &State) -> El {
    let say = |tag: &'static str, msg: Msg| el(tag).text(scene.say(msg));
    let table = saving(scene, ".csv", "text/csv", |_, state| csv::write(&state.book));
    let calendar = saving(scene, ".ics", "text/calendar", reminders);
    let any = !state.book.records().is_empty();
    let delete = || {
        if state.journal.doubt != Doubt::None {
            return doubt(scene, &state.book, state.journal.doubt == Doubt::Wrong);
        }
        act(scene, "delete", Msg::FileDelete, IconName::Bin, scene.on(Action::Diary(Deed::Doubt(Doubt::Asked))))
    };
    el("details")
        .class("rpe-more rpe-files")
        .child(say("summary", Msg::FileTitle))
        .child(say("p", Msg::FilePrivate).class("rpe-note"))
        .child(
            div("rpe-file-acts")
                .child_if(any, || save_copy(scene))
                .child_if(any, || act(scene, "table", Msg::FileTable, IconName::Save, table))
                .child(act(scene, "bring", Msg::FileBring, IconName::Open, bring(scene))),
        )
        .child(told(scene, state))
        .child(act(scene, "calendar", Msg::FileCalendar, IconName::Save, calendar))
        .child(say("p", Msg::FileCalendarNote).class("rpe-note"))
        .child_if(any, delete)
}

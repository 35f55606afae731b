//! Asking how much it hurts, and for a note: always to be skipped, always to be changed.
use crate::app::journal::Deed;
use crate::app::select::day;
use crate::app::{Action, State};
use crate::atlas::Msg;
use crate::diary::About;
use crate::diary::score::{LONGEST, WORST};
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use std::rc::Rc;
use yew::prelude::*;

type Say = Rc<dyn Fn(Option<u8>) -> Action>;

/// A row of buttons from no pain to the worst. Pressing the one that was said takes it back.
fn scale(scene: &Scene, key: &'static str, question: AttrValue, said: Option<u8>, say: Say) -> El {
    let item = |pain: u8| {
        let (scene, say) = (scene.clone(), say.clone());
        let hear = Callback::from(move |_: MouseEvent| {
            scene.store.touch();
            scene.store.dispatch(say(Some(pain).filter(|_| said != Some(pain))));
        });
        button("rpe-score", hear)
            .attr("data-pain", number(pain.into()))
            .state("aria-pressed", said == Some(pain))
            .text(number(pain.into()))
    };
    let end = |msg: Msg| el("span").text(scene.say(msg));
    el("fieldset")
        .class("rpe-scale")
        .attr("data-ask", key)
        .child(el("legend").text(question))
        .child(div("rpe-scores").children((0..=WORST).map(item)))
        .child(el("p").class("rpe-scale-ends").child(end(Msg::AskLeast)).child(end(Msg::AskMost)))
}

fn saying(scene: &Scene, about: About) -> Say {
    let store = scene.store.clone();
    Rc::new(move |pain| Action::Diary(Deed::Say(about.clone(), pain, store.moment())))
}

/// The first steps of the day.
pub fn morning(scene: &Scene, said: Option<u8>) -> El {
    scale(scene, "morning", scene.say(Msg::AskMorning), said, saying(scene, About::Morning))
}

/// How it feels before the massage.
#[inline(never)]
pub fn ask_before(scene: &Scene, state: &State) -> Html {
    if !scene.features.diary {
        return Html::default();
    }
    let say: Say = Rc::new(|pain| Action::Diary(Deed::Before(pain)));
    scale(scene, "before", scene.say(Msg::AskNow), state.journal.before, say).into()
}

/// How it feels after the massage: all in all, and point by point.
#[inline(never)]
pub fn ask_after(scene: &Scene, state: &State) -> Html {
    let asked = if scene.features.diary { day::after(state) } else { Vec::new() };
    let Some((whole, points)) = asked.split_first() else { return Html::default() };
    let one = |own: &day::Asked, question: AttrValue| {
        let key = if own.name.is_empty() { "after" } else { "point" };
        scale(scene, key, question, own.pain, saying(scene, own.about.clone()))
    };
    let each = || {
        el("details")
            .class("rpe-more")
            .child(el("summary").text(scene.say(Msg::AskPoints)))
            .children(points.iter().map(|own| one(own, own.name.clone().into())))
    };
    div("rpe-ask").child(one(whole, scene.say(Msg::AskNow))).child_if(!points.is_empty(), each).into()
}

/// The field of the note.
const FIELD: &str = "[data-field=note]";

/// A note on the day.
pub fn note(scene: &Scene, said: &str) -> El {
    let keep = {
        let scene = scene.clone();
        Callback::from(move |_: yew::Event| {
            if let Some(text) = scene.store.ports().layout.typed(FIELD) {
                scene.store.dispatch(Action::Diary(Deed::Note(text, scene.store.moment())));
            }
        })
    };
    let field = el("textarea")
        .attr("data-field", "note")
        .attr("rows", "3")
        .attr("maxlength", number(LONGEST))
        .value(said.to_owned())
        .on_change(keep);
    el("label").class("rpe-daynote").child(el("span").text(scene.say(Msg::AskNote))).child(field)
}

//! The printed sheet. It is only in the page while it is printed, and the screen never shows it.
use crate::app::State;
use crate::app::select::map::MapModel;
use crate::app::select::sheet::{SheetPoint, sheet};
use crate::app::select::words;
use crate::atlas::Msg;
use crate::ui::body_map::{DrawingRef, key, picture};
use crate::ui::dom::{El, div, el, number};
use crate::ui::root::{AtlasRef, Scene};
use yew::prelude::*;

/// Up to how many points the pictures have to be small for all to fit on one page.
const SHORT: usize = 3;
/// For how high a picture its marks are drawn, in pixels, low and tall.
const LOW: f64 = 240.0;
const TALL: f64 = 500.0;
/// How many days there are to tick: as long as one should wait for it to get better.
const DAYS: usize = 14;

fn line(class: &'static str, words: impl Into<String>) -> El {
    el("p").class(class).text(words.into())
}

/// A lead in bold, and what it leads to.
fn part(lead: &str, words: &str) -> El {
    el("p").child(el("b").text([lead, ": "].concat())).text(words.to_owned())
}

fn point(scene: &Scene, at: usize, own: &SheetPoint) -> El {
    let card = &own.card;
    let say = |msg| scene.text.say(msg);
    el("section")
        .child(el("h3").text([&(at + 1).to_string(), ". ", &own.name].concat()))
        .child_if(!own.own.is_empty(), || el("p").child(el("b").text(own.own.clone())))
        .child(part(say(Msg::CardFind), &card.find))
        .child(part(say(Msg::CardPress), &card.press))
}

/// A box for each massage of each day.
fn boxes(scene: &Scene, per_day: usize) -> El {
    let head = (1..=DAYS).map(|day| el("th").attr("scope", "col").text(number(day)));
    let head = el("tr").child(el("th").attr("scope", "col").text(scene.say(Msg::SheetDay))).children(head);
    let row = |n: usize| {
        let name = scene.text.fill(Msg::SheetMassage, &[("n", &n.to_string())]);
        el("tr").child(el("th").attr("scope", "row").text(name)).children((0..DAYS).map(|_| el("td")))
    };
    el("table")
        .child(el("caption").text(scene.say(Msg::SheetTick)))
        .child(el("thead").child(head))
        .child(el("tbody").children((1..=per_day).map(row)))
}

/// The sheet.
pub fn sheet_panel(scene: &Scene, state: &State, date: &str) -> Html {
    let model = sheet(state);
    let say = |msg| scene.text.say(msg);
    let atlas = AtlasRef(state.atlas.clone());
    let long = model.points.len() > SHORT;
    let high = if long { TALL } else { LOW };
    // Each picture has ids of its own, apart from those of the map on the screen.
    let own = |at: usize| Scene { prefix: scene.id(&["paper", &at.to_string()].concat()), ..scene.clone() };
    let draw = |(at, map): (usize, &MapModel)| {
        picture(&own(at), &atlas, map, DrawingRef(state.drawing(map.view).cloned()), high)
    };
    let maps = div("rpe-paper-maps").class_if(long, "rpe-paper-long").children(model.maps.iter().enumerate().map(draw));
    let points = div("rpe-paper-points")
        .children(model.points.iter().enumerate().map(|(at, own)| point(scene, at, own)))
        .child_if(!model.maps.is_empty(), || key(&own(0), !model.pain.is_empty()));
    let caution = |c: &crate::app::select::card::CautionLine| {
        el("li").child(el("b").text(c.title.clone()).text(". ")).text(c.advice.clone())
    };
    let flag = |(soon, signs): &(Msg, Vec<String>)| {
        el("li").child(el("b").text(scene.say(*soon)).text(": ")).text(signs.join(" "))
    };
    let list =
        |msg: Msg, lines: Vec<El>| el("section").child(el("h3").text(scene.say(msg))).child(el("ul").children(lines));
    let disclaimer = say(Msg::AboutDisclaimer);
    let foot = [disclaimer, " ", say(Msg::CardSources), ": ", &model.sources.join("; ")].concat();
    el("section")
        .class("rpe-paper")
        .child(el("slot").attr("name", "letterhead"))
        .child(el("header").child(el("h2").text(scene.say(Msg::PlanTitle))).child(line("", date)))
        .child_if(!model.pain.is_empty(), || part(say(Msg::MapKeyMarked), &model.pain))
        .child(part(say(Msg::CardDose), &model.dose).text(" ").child(el("b").text(words::upper(say(model.legs)))))
        .child(div("rpe-paper-top").child(maps).child(points))
        .child(boxes(scene, model.per_day))
        .child_if(!model.cautions.is_empty(), || list(Msg::CardCautions, model.cautions.iter().map(caution).collect()))
        .child(list(Msg::SafetyStop, model.flags.iter().map(flag).collect()))
        .child(line("rpe-paper-foot", foot))
        .into()
}

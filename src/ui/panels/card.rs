//! Everything about a muscle: its points with how to find and press them, then what it is and who says so.
use super::condition::conditions;
use super::guided::why;
use super::results::{named, row};
use crate::app::select::card::{CautionLine, MuscleCard, PointCard, ZoneLine};
use crate::app::select::find::Found;
use crate::app::select::page::{Page, SourceLine, StudyLine};
use crate::app::{Action, Choice};
use crate::atlas::{Msg, ZoneKind};
use crate::ui::dom::{El, button, div, el, number, text};
use crate::ui::root::Scene;
use crate::ui::timer::figure;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// A heading and the paragraph under it.
fn part(scene: &Scene, msg: Msg, words: &str) -> [El; 2] {
    [el("h4").text(scene.say(msg)), el("p").text(words.to_owned())]
}

/// What a term of the facts says.
fn fact(words: &str) -> El {
    el("dd").text(words.to_owned())
}

fn facts(scene: &Scene, lines: impl IntoIterator<Item = (Msg, El)>) -> El {
    let lines = lines.into_iter().flat_map(|(msg, words)| [el("dt").text(scene.say(msg)), words]);
    el("dl").class("rpe-facts").children(lines)
}

fn zones(scene: &Scene, zones: &[ZoneLine], kind: ZoneKind, msg: Msg) -> Html {
    let of: Vec<&ZoneLine> = zones.iter().filter(|z| z.kind == kind).collect();
    if of.is_empty() {
        return Html::default();
    }
    let class = if kind == ZoneKind::Essential { "rpe-key-essential" } else { "rpe-key-spillover" };
    let zone = |(at, z): (usize, &&ZoneLine)| {
        el("span")
            .class_if(z.unverified, "rpe-unverified")
            .attr("title", z.confidence.clone())
            .text(if at > 0 { ", " } else { "" })
            .text(z.name.clone())
    };
    el("p")
        .class("rpe-zone-line")
        .child(el("span").class("rpe-key").class(class).hidden())
        .child(el("b").text(scene.say(msg)).text(": "))
        .children(of.iter().enumerate().map(zone))
        .into()
}

fn cautions(scene: &Scene, lines: &[CautionLine]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let line = |c: &CautionLine| el("li").child(el("b").text(c.title.clone()).text(". ")).text(c.advice.clone());
    div("rpe-cautions")
        .child(el("h4").child(icon(IconName::Warn)).text(scene.say(Msg::CardCautions)))
        .child(el("ul").children(lines.iter().map(line)))
        .into()
}

/// A source, as a link where it has an address.
fn source(s: &SourceLine) -> Html {
    if s.url.is_empty() {
        return text(s.title.clone());
    }
    el("a")
        .attr("href", s.url.clone())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer nofollow")
        .text(s.title.clone())
        .into()
}

/// What studies found, each with what it cannot show.
fn studies(scene: &Scene, lines: &[StudyLine]) -> El {
    let line = |s: &StudyLine| {
        el("li")
            .child(el("b").text(s.design.clone()).text(". "))
            .text(s.finding.clone())
            .child(el("small").text(s.limits.clone()).text(" ").child(source(&s.source)))
    };
    el("details")
        .class("rpe-more")
        .child(el("summary").text(scene.say(Msg::CardStudies)))
        .child(el("ul").class("rpe-studies").children(lines.iter().map(line)))
}

/// Sources, folded away.
pub fn sources(scene: &Scene, lines: &[SourceLine]) -> El {
    let line = |s: &SourceLine| el("li").key(u64::from(s.id)).child(source(s));
    el("details")
        .class("rpe-more")
        .child(el("summary").text(scene.say(Msg::CardSources)))
        .child(el("ul").class("rpe-sources").children(lines.iter().map(line)))
}

/// What an open point says.
fn body(scene: &Scene, model: &PointCard) -> El {
    let id = model.id;
    let how = || {
        let dose = fact(&model.dose).child(el("small").text(scene.say(Msg::CardDoseNote)));
        let (techniques, tools) = (fact(&model.techniques), fact(&model.tools));
        facts(scene, [(Msg::CardHow, techniques), (Msg::CardWith, tools), (Msg::CardDose, dose)])
    };
    let pick = || {
        let (sign, msg) = match model.picked {
            true => (IconName::Tick, Msg::ResultsAdded),
            false => (IconName::Plus, Msg::ResultsAdd),
        };
        button("rpe-button rpe-second", scene.on(Action::Pick(id)))
            .attr("data-act", "pick")
            .state("aria-pressed", model.picked)
            .child(icon(sign))
            .text(scene.say(msg))
    };
    let press = if model.pressable { Msg::CardPress } else { Msg::CardLeave };
    div("rpe-point-body")
        .child(zones(scene, &model.zones, ZoneKind::Essential, Msg::CardOften))
        .child(zones(scene, &model.zones, ZoneKind::Spillover, Msg::CardSometimes))
        .children(part(scene, Msg::CardFind, &model.find))
        .children(part(scene, press, &model.press))
        .children(model.shown.map(|technique| figure(scene, technique, false)))
        .child_if(model.pressable, how)
        .child(cautions(scene, &model.cautions))
        .child_if(model.pressable && scene.features.massage, pick)
        .child(sources(scene, &model.sources))
}

fn point(scene: &Scene, model: &PointCard) -> El {
    let id = model.id;
    let words = named(&model.place).child_if(!model.remarks.is_empty(), || el("small").text(model.remarks.join(", ")));
    let open = row(scene, Choice::Point(id))
        .state("aria-expanded", model.open)
        .child(el("span").class("rpe-x").hidden().child(icon(IconName::Cross)))
        .child(words);
    el("section")
        .class("rpe-point-card")
        .class_if(model.open, "rpe-on")
        .key(u64::from(id.0))
        .attr("data-point", number(id.at()))
        .child(el("h3").child(open))
        .child_if(model.open, || body(scene, model))
}

fn list(scene: &Scene, msg: Msg, lines: &[String]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let line = |line: &String| el("li").text(line.clone());
    Html::from_iter([el("h4").text(scene.say(msg)), el("ul").children(lines.iter().map(line))])
}

/// What there is to read about a muscle.
fn reading(scene: &Scene, page: &Page) -> Html {
    let anatomy = [
        (Msg::CardLatin, fact(&page.latin).attr("lang", "la")),
        (Msg::CardActions, fact(&page.actions)),
        (Msg::CardAttachments, fact(&page.attachments)),
        (Msg::CardNerve, fact(&page.nerve)),
    ];
    div("rpe-reading")
        .child(el("p").text(page.about.clone()))
        .children(part(scene, Msg::CardEvidence, &page.evidence))
        .child(list(scene, Msg::CardDisagree, &page.disagreements))
        .child_if(!page.studies.is_empty(), || studies(scene, &page.studies))
        .children(part(scene, Msg::CardStretch, &page.stretch))
        .child(list(scene, Msg::CardCauses, &page.causes))
        .child(list(scene, Msg::CardMistaken, &page.mistaken_for))
        .child_if(!page.conditions.is_empty(), || {
            conditions(scene, &page.conditions, "").label(scene.say(Msg::OthersTitle))
        })
        .child(facts(scene, anatomy))
        .child(sources(scene, &page.sources))
        .into()
}

/// A page that one goes into and leaves again, by its button or by Escape.
pub fn leaf(scene: &Scene, key: &'static str) -> El {
    let store = scene.store.clone();
    let leave = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            store.touch();
            store.dispatch(Action::Back);
        }
    });
    let back = button("rpe-back", scene.on(Action::Back)).child(icon(IconName::Back)).text(scene.say(Msg::CardBack));
    el("article").class("rpe-panel rpe-card").key(key).attr("part", "card").on_key(leave).child(back)
}

/// Everything about a muscle; `found` when it may be what causes the marked pain.
#[inline(never)]
pub fn card_panel(scene: &Scene, model: &MuscleCard, found: Option<&Found>) -> Html {
    leaf(scene, "card")
        .class_if(model.page.is_none(), "rpe-wait")
        .state("aria-busy", model.page.is_none())
        .child(el("h2").text(model.name.clone()))
        .child(el("p").class("rpe-lead").text(model.plain.clone()))
        .children(found.map(|found| why(scene, found)))
        .children(model.points.iter().map(|p| point(scene, p)))
        .child(el("h3").text(scene.say(model.about_title)))
        .child(model.page.as_ref().map_or_else(|| el("p").into(), |page| reading(scene, page)))
        .into()
}

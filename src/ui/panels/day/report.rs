//! The page for a clinician: which days, which parts, and the page itself. That is only in the document while it is printed.
use super::trend::{chart, table};
use crate::app::journal::Deed;
use crate::app::select::trend::{chart as chart_of, report, verdict};
use crate::app::select::words;
use crate::app::{Action, State};
use crate::atlas::{Msg, Side};
use crate::diary::Day;
use crate::diary::report::{Pressed, Report};
use crate::session::Span;
use crate::ui::dom::{El, button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

type Part = (&'static str, Msg, bool, fn(Report, bool) -> Report);

fn parts(own: &Report) -> [Part; 4] {
    [
        ("mornings", Msg::ReportMornings, own.mornings, |own, mornings| Report { mornings, ..own }),
        ("pains", Msg::ReportPains, own.pains, |own, pains| Report { pains, ..own }),
        ("massages", Msg::ReportMassages, own.massages, |own, massages| Report { massages, ..own }),
        ("notes", Msg::ReportNotes, own.notes, |own, notes| Report { notes, ..own }),
    ]
}

fn tick(scene: &Scene, own: &Report, (key, msg, on, change): Part) -> El {
    let changed = scene.on(Action::Diary(Deed::Report(change(own.clone(), !on))));
    let tick = el("input").attr("type", "checkbox").attr("data-part", key).checked(on).on_change(changed);
    el("label").class("rpe-check").child(tick).child(el("span").text(scene.say(msg)))
}

/// A field for a day. A text that is no day leaves it as it was.
fn field(
    scene: &Scene,
    name: &'static str,
    css: &'static str,
    msg: Msg,
    now: &Day,
    set: fn(Report, Day) -> Report,
) -> El {
    let changed = {
        let scene = scene.clone();
        Callback::from(move |_: yew::Event| {
            let typed = scene.store.ports().layout.typed(css);
            if let Some(day) = typed.and_then(|text| Day::parse(&text)) {
                let own = scene.store.state().journal.report.clone();
                scene.store.dispatch(Action::Diary(Deed::Report(set(own, day))));
            }
        })
    };
    let input =
        el("input").attr("type", "date").attr("data-field", name).value(now.as_str().to_owned()).on_change(changed);
    el("label").text(scene.say(msg)).child(input)
}

fn print(scene: &Scene) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |_| {
        let store = &scene.store;
        let clock = &store.ports().clock;
        store.dispatch(Action::Diary(Deed::Print(clock.date(clock.now(), scene.text.lang()))));
    })
}

/// What is to be on the page, folded away.
#[inline(never)]
pub fn choice(scene: &Scene, state: &State) -> El {
    let own = &state.journal.report;
    let [from, to] = own.days(&state.today);
    let fields = div("rpe-span")
        .child(field(scene, "from", "[data-field=from]", Msg::ReportFrom, &from, |own, day| Report {
            from: Some(day),
            ..own
        }))
        .child(field(scene, "to", "[data-field=to]", Msg::ReportTo, &to, |own, day| Report { to: Some(day), ..own }));
    el("details")
        .class("rpe-more rpe-report")
        .child(el("summary").text(scene.say(Msg::ReportTitle)))
        .child(fields)
        .child(
            el("fieldset")
                .class("rpe-parts")
                .child(el("legend").text(scene.say(Msg::ReportWhat)))
                .children(parts(own).map(|part| tick(scene, own, part))),
        )
        .child(
            button("rpe-quick", print(scene))
                .attr("data-act", "report")
                .child(icon(IconName::Print))
                .text(scene.say(Msg::ReportPrint)),
        )
}

/// A point by name, with how often and how long it was pressed.
fn point(scene: &Scene, state: &State, own: &Pressed) -> El {
    let name = match state.atlas.point_named(&own.point) {
        Some(point) => words::point(&state.atlas, &state.text, point),
        None => own.point.clone(),
    };
    let side = scene.text.say(words::leg(if own.side == "left" { Side::Left } else { Side::Right }));
    let time = words::length(&state.text, Span::seconds(own.held.into()));
    let slots = [("name", name.as_str()), ("side", side), ("n", &own.times.to_string()), ("time", &time)];
    el("li").text(scene.text.fill(Msg::ReportPoint, &slots))
}

/// The page.
#[inline(never)]
pub fn page(scene: &Scene, state: &State, date: &str) -> Html {
    let own = &state.journal.report;
    let mut page = report(state);
    let say = |tag: &'static str, msg: Msg| el(tag).text(scene.say(msg));
    // What is not asked for is not drawn either.
    for (_, day) in &mut page.trend.days {
        (day.morning, day.median) = if own.mornings { (day.morning, day.median) } else { (None, None) };
        day.around = if own.pains { day.around } else { [None, None] };
        day.done = if own.massages { day.done } else { 0 };
    }
    for row in &mut page.rows {
        row.morning = row.morning.filter(|_| own.mornings);
        row.around = if own.pains { row.around } else { [None, None] };
        row.done = if own.massages { row.done } else { 0 };
    }
    page.rows.retain(|row| row.morning.is_some() || row.done > 0 || row.around != [None, None]);
    let [from, to] = own.days(&state.today).map(|day| scene.store.ports().clock.calendar(&day, scene.text.lang()));
    let span = scene.text.fill(Msg::ReportSpan, &[("from", &from), ("to", &to)]);
    let per_day = usize::try_from(state.settings.per_day).unwrap_or(1);
    let body = || {
        let drawn = chart(scene, &chart_of(&page.trend, per_day));
        Html::from_iter([drawn, table(scene, &page.rows)])
    };
    let points = || {
        let all = page.points.iter().map(|own| point(scene, state, own));
        Html::from_iter([say("h3", Msg::ReportPoints), el("ul").children(all)])
    };
    let notes = || {
        let line = |(day, text): &(Day, String)| {
            let day = scene.store.ports().clock.calendar(day, scene.text.lang());
            el("li").child(el("b").text([&day, ": "].concat())).text(text.clone())
        };
        Html::from_iter([say("h3", Msg::ReportNotes), el("ul").children(page.notes.iter().map(line))])
    };
    let notes_wanted = own.notes && !page.notes.is_empty();
    let points_wanted = own.massages && !page.points.is_empty();
    let nothing = page.rows.is_empty() && !notes_wanted && !points_wanted;
    el("section")
        .class("rpe-paper rpe-paper-diary")
        .child(el("slot").attr("name", "letterhead"))
        .child(el("header").child(say("h2", Msg::ReportHeading)).child(el("p").text(date.to_owned())))
        .child(
            div("rpe-paper-who")
                .child(el("p").text([scene.text.say(Msg::ReportName), ":"].concat()))
                .child(el("p").text(span)),
        )
        .child_if(own.mornings && !nothing, || el("p").text(verdict(&state.text, &page.trend)))
        .child_if(nothing, || say("p", Msg::ReportNothing))
        .child_if(!page.rows.is_empty(), body)
        .child_if(points_wanted, points)
        .child_if(notes_wanted, notes)
        .child(say("p", Msg::ReportOrigin).class("rpe-paper-foot"))
        .into()
}

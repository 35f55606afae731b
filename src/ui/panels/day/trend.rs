//! Whether it is getting better, drawn: the chart, the same as a table, and the calendar of days with a massage.
use crate::app::Action;
use crate::app::journal::Deed;
use crate::app::select::trend::{Cell, Chart, Heat, TrendModel, half};
use crate::atlas::Msg;
use crate::diary::report::Row;
use crate::diary::trend::Range;
use crate::diary::{Day, WORST};
use crate::ui::dom::{El, div, el, number};
use crate::ui::root::Scene;
use crate::ui::widgets::{SegmentItem, segment};
use yew::prelude::*;

/// How far apart the days of the calendar are, and how large a square is: one of all that was wished for, and of nothing.
const STEP: usize = 14;
const SIZE: usize = 12;
const LEAST: usize = 4;

fn day(scene: &Scene, day: &Day) -> String {
    scene.store.ports().clock.calendar(day, scene.text.lang())
}

/// A day, or the first and last of some.
pub fn days(scene: &Scene, row: &Row) -> String {
    // Of two days, the line may end between them and nowhere else.
    let day = |own: &Day| day(scene, own).replace(' ', "\u{a0}");
    let first = day(&row.first);
    if row.first == row.last { first } else { [first.as_str(), "– ", &day(&row.last)].join("\u{a0}") }
}

/// A drawing that is stretched to the width it has; its lines keep theirs.
fn stretched(class: &'static str, width: usize, top: i32, height: usize) -> El {
    let frame = ["0".to_owned(), top.to_string(), width.to_string(), height.to_string()].join(" ");
    el("svg").class(class).attr("viewBox", frame).attr("preserveAspectRatio", "none").hidden()
}

fn path(class: &'static str, data: &str) -> El {
    el("path").class(class).attr("d", data.to_owned())
}

/// What is drawn: a line of its kind, and what it means.
const KINDS: [(&str, &str, Msg); 4] = [
    ("rpe-chart-dot", "M12 6h.01", Msg::TrendMorning),
    ("rpe-chart-median", "M1 6H23", Msg::TrendMedian),
    ("rpe-chart-around", "M12 1V11", Msg::TrendAround),
    ("rpe-chart-bar", "M9 12V2h6V12z", Msg::TrendDone),
];

fn sample((class, data, _): (&'static str, &'static str, Msg)) -> El {
    el("svg")
        .class("rpe-chart-sample")
        .attr("viewBox", "0 0 24 12")
        .hidden()
        .child(el("path").class(class).attr("d", data))
}

/// The chart: pain above, massages below, and what the lines mean.
pub fn chart(scene: &Scene, chart: &Chart) -> El {
    let [from, to] = chart.days.each_ref().map(|own| day(scene, own));
    let said = scene.text.fill(Msg::TrendChart, &[("from", &from), ("to", &to)]);
    let grid = (0..=2).map(|line| ["M0 ", &(line * 50).to_string(), "H", &chart.width.to_string()].concat());
    let pain = stretched("rpe-chart-pain", chart.width, -6, 112)
        .child(path("rpe-chart-grid", &grid.collect::<String>()))
        .child(path("rpe-chart-around", &chart.around))
        .child(path("rpe-chart-end", &chart.ends))
        .child(path("rpe-chart-median", &chart.median))
        .child(path("rpe-chart-dot", &chart.dots));
    let done = stretched("rpe-chart-done", chart.width, 0, 100).child(path("rpe-chart-bar", &chart.bars));
    let scale =
        div("rpe-chart-scale").hidden().children([WORST, WORST / 2, 0].map(|n| el("span").text(number(n.into()))));
    let key = KINDS.map(|kind| el("li").child(sample(kind)).text(scene.say(kind.2)));
    let key = el("ul").class("rpe-chart-key").children(key);
    div("rpe-chart")
        .child(div("rpe-chart-box").attr("role", "img").label(said).child(scale).child(pain).child(done))
        .child(el("p").class("rpe-scale-ends").child(el("span").text(from)).child(el("span").text(to)))
        .child(key)
}

/// The days as a table.
pub fn table(scene: &Scene, rows: &[Row]) -> El {
    let [morning, _, around, done] = KINDS;
    // A narrow column shows the kinds of lines alone; their words stand under the chart.
    let kind = |kind, msg: Msg| {
        el("th")
            .attr("scope", "col")
            .child(sample(kind))
            .child(el("span").class("rpe-sr").text(scene.say(msg)))
            .child(el("span").class("rpe-head").hidden().text(scene.say(msg)))
    };
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(scene.say(Msg::TrendDay)))
        .child(kind(morning, Msg::TrendMorning))
        .child(kind(done, Msg::TrendDone))
        .child(kind(around, Msg::TrendBoth));
    let pain = |twice: Option<i64>| twice.map_or_else(|| "–".to_owned(), |twice| half(&scene.text, twice));
    let row = |row: &Row| {
        let both = match row.around {
            [None, None] => pain(None),
            both => both.map(pain).join(" → "),
        };
        el("tr")
            .child(el("th").attr("scope", "row").text(days(scene, row)))
            .child(el("td").text(pain(row.morning)))
            .child(el("td").text(number(row.done)))
            .child(el("td").text(both))
    };
    el("table").class("rpe-table").child(el("thead").child(head)).child(el("tbody").children(rows.iter().map(row)))
}

/// The calendar: a column for each week, a square for each day, the larger the more was done.
fn calendar(heat: &Heat) -> El {
    let square = |cell: &Cell| {
        let middle = |at: usize| at * STEP + STEP / 2;
        let place = |size: usize| {
            let corner = |at: usize| (middle(at) - size / 2).to_string();
            let (x, y, size) = (corner(cell.week), corner(cell.weekday), size.to_string());
            ["M", &x, " ", &y, "h", &size, "v", &size, "h-", &size, "z"].concat()
        };
        let done = (cell.quarters > 0).then(|| place(LEAST + (SIZE - LEAST) * cell.quarters / 4));
        (place(SIZE), done.unwrap_or_default())
    };
    let (all, done): (String, Vec<String>) = heat.cells.iter().map(square).unzip();
    let width = heat.weeks * STEP;
    el("svg")
        .class("rpe-heat")
        .attr("viewBox", ["0 0", &width.to_string(), &(7 * STEP).to_string()].join(" "))
        .attr("data-weeks", number(heat.weeks))
        .hidden()
        .child(path("rpe-heat-day", &all))
        .child(path("rpe-heat-done", &done.concat()))
}

fn range(scene: &Scene, now: Range) -> Html {
    let item = |range: Range| {
        let (key, msg) = match range {
            Range::Month => ("month", Msg::TrendMonth),
            Range::Quarter => ("quarter", Msg::TrendQuarter),
            Range::Year => ("year", Msg::TrendYear),
        };
        let on_press = scene.on(Action::Diary(Deed::Range(range)));
        SegmentItem { key, label: scene.say(msg), on: range == now, on_press }
    };
    segment("rpe-ranges", scene.say(Msg::TrendRange), Range::ALL.map(item).into())
}

/// The trend.
#[inline(never)]
pub fn trend(scene: &Scene, model: &TrendModel) -> El {
    let say = |tag: &'static str, msg: Msg| el(tag).text(scene.say(msg));
    let section = el("section").class("rpe-trend").child(say("h3", Msg::TrendTitle));
    if model.empty {
        return section.child(say("p", Msg::TrendEmpty).class("rpe-lead"));
    }
    let more = || {
        let table = table(scene, &model.rows);
        el("details").class("rpe-more").child(say("summary", Msg::TrendTable)).child(table)
    };
    section
        .child(el("p").class("rpe-verdict").text(model.verdict.clone()))
        .child_if(model.stuck, || say("p", Msg::TrendStuck).class("rpe-stuck"))
        .child(range(scene, model.range))
        .child(chart(scene, &model.chart))
        .child_if(!model.rows.is_empty(), more)
        .child(el("p").class("rpe-heat-said").text(model.heat.said.clone()))
        .child(calendar(&model.heat))
}

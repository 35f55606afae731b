//! The diary as a table for a spreadsheet, by RFC 4180: one row for each point that was pressed and for each thing said.
//! A text that a spreadsheet would take for a formula, because it begins with = + - @ or a tab, gets an apostrophe in
//! front; reading takes that away again.
use super::book::{Book, Record};
use super::day::Day;
use super::entry::{Entry, EntryStep};
use super::file::Brought;
use super::score::{About, Score, WORST};
use std::rc::Rc;

/// The columns, in order.
pub const COLUMNS: [&str; 11] =
    ["kind", "id", "at", "day", "complete", "point", "side", "held_seconds", "of", "pain", "text"];

/// What a formula may begin with; and the apostrophe, so that one of the person's own is not taken away.
const RISKY: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// The column of the moment, which is a number also when it begins with a minus.
const AT: usize = 2;

fn put(out: &mut String, cell: &str, text: bool) {
    let risky = text && cell.starts_with(RISKY);
    let quoted = cell.contains([',', '"', '\r', '\n']);
    out.push_str(if quoted { "\"" } else { "" });
    out.push_str(if risky { "'" } else { "" });
    for letter in cell.chars() {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    out.push_str(if quoted { "\"" } else { "" });
}

fn row(out: &mut String, cells: [&str; COLUMNS.len()]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        put(out, cell, at != AT);
    }
    out.push_str("\r\n");
}

/// The table.
pub fn write(book: &Book) -> String {
    let mut out = String::new();
    row(&mut out, COLUMNS);
    for record in book.records() {
        let (id, at, day) = (record.id(), record.at().to_string(), record.day().as_str());
        match record {
            Record::Entry(entry) => {
                let complete = if entry.complete { "yes" } else { "no" };
                // One of which nothing was pressed long enough to be written down is a row all the same.
                if entry.steps.is_empty() {
                    row(&mut out, ["massage", id, &at, day, complete, "", "", "", "", "", ""]);
                }
                for step in &entry.steps {
                    let held = step.held.to_string();
                    row(&mut out, ["massage", id, &at, day, complete, &step.point, &step.side, &held, "", "", ""]);
                }
            }
            Record::Score(score) => {
                let (kind, of, point) = score.about.parts();
                let pain = score.pain.map_or_else(String::new, |pain| pain.to_string());
                let point = point.unwrap_or_default();
                row(&mut out, [kind, id, &at, day, "", point, "", "", of.unwrap_or_default(), &pain, &score.text]);
            }
        }
    }
    out
}

/// The rows of a table. A quote that is never closed ends with the text.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut letters) = (false, text.trim_start_matches('\u{feff}').chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                cells.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut cells));
            }
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        rows.push(cells);
    }
    rows
}

fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(RISKY)).unwrap_or(cell)
}

fn step(point: &str, side: &str, held: &str) -> Option<EntryStep> {
    let side = Some(side).filter(|side| matches!(*side, "left" | "right"))?;
    Some(EntryStep { point: point.to_owned(), side: side.to_owned(), held: held.parse().ok()? })
}

/// Reads a table. None when its first row is not ours.
pub fn read(text: &str) -> Option<Brought> {
    let mut rows = rows(text).into_iter();
    rows.next().filter(|head| head.iter().map(String::as_str).eq(COLUMNS))?;
    let (mut entries, mut out): (Vec<Entry>, _) = (Vec::new(), Brought::default());
    for cells in rows {
        let cells: Vec<&str> = cells.iter().map(|cell| plain(cell)).collect();
        let read = || -> Option<Result<Entry, Score>> {
            let [kind, id, at, day, complete, point, side, held, of, pain, text] = cells.as_slice() else {
                return None;
            };
            let (id, at, day) = ((*id).to_owned(), at.parse().ok()?, Day::parse(day)?);
            if *kind == "massage" {
                let complete = Some(*complete).filter(|said| matches!(*said, "yes" | "no"))? == "yes";
                let steps = if point.is_empty() { Vec::new() } else { vec![step(point, side, held)?] };
                return Some(Ok(Entry { id, at, day, complete, steps }));
            }
            let some = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
            let about = About::of(kind, some(of), some(point))?;
            let pain = match *pain {
                "" => None,
                pain => Some(pain.parse().ok().filter(|pain: &u8| *pain <= WORST)?),
            };
            Some(Err(Score { id, at, day, about, pain, text: (*text).to_owned() }))
        };
        match read() {
            Some(Ok(entry)) => match entries.last_mut().filter(|last| last.id == entry.id) {
                Some(last) => last.steps.extend(entry.steps),
                None => entries.push(entry),
            },
            Some(Err(score)) => out.records.push(Record::Score(Rc::new(score))),
            None => out.unreadable += 1,
        }
    }
    out.records.extend(entries.into_iter().map(|entry| Record::Entry(Rc::new(entry))));
    Some(out)
}

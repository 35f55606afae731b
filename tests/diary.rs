//! The diary: it goes out of a device and into another without a loss, junk harms nothing, and what is said of the pain is
//! written down where it belongs.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::journal::{Deed, Doubt};
use referred_pain_explorer::app::select::{day, trend};
use referred_pain_explorer::app::{Action, State, update};
use referred_pain_explorer::diary::file::{MOST, NotRead, Tally, merge};
use referred_pain_explorer::diary::report::{self, Report};
use referred_pain_explorer::diary::trend::{Range, Verdict};
use referred_pain_explorer::diary::{About, Book, Day, Entry, EntryStep, Record, Score, Value, csv, file};
use referred_pain_explorer::ports::Records;
use referred_pain_explorer::ports::records::Plain;
use std::rc::Rc;
use support::{after, at, passed, running};

const NOTES: [&str; 8] = ["", "better", "=1+1", "'quoted'", "a,\"b\"\r\nc", "-5", "@home\t", "Füße 🦶"];

fn many(count: i64) -> Book {
    let record = |n: i64| {
        let (id, at, day) = (format!("{n}-7"), n * 7_000_000, Day::of(20_000 + n / 4));
        let about = match n % 5 {
            0 => {
                let step = |side: &str| EntryStep { point: "soleus.1".into(), side: side.into(), held: n as u32 % 90 };
                let steps = ["left", "right"].map(step).into_iter().take(n as usize % 3).collect();
                return Record::Entry(Rc::new(Entry { id, at, day, complete: n % 2 == 0, steps }));
            }
            1 => About::Morning,
            2 => About::Before(format!("{n}"), None),
            3 => About::After(format!("{n}"), Some("soleus.1".into())),
            _ => About::Note,
        };
        let text = if about == About::Note { NOTES[n as usize / 5 % NOTES.len()] } else { "" };
        let pain = if about == About::Note { None } else { Some((n % 11) as u8) };
        Record::Score(Rc::new(Score { id, at, day, about, pain, text: text.into() }))
    };
    Book::new((0..count).map(record))
}

#[test]
fn five_thousand_records_go_out_and_in_byte_for_byte() {
    let book = many(5_000);
    let text = Plain.write(&file::write(&book));
    let mut other = Book::default();
    let brought = file::read(&Plain.read(&text).unwrap()).unwrap();
    assert_eq!(merge(&mut other, brought.clone()), Tally { new: 5_000, known: 0, unreadable: 0 });
    assert_eq!(Plain.write(&file::write(&other)), text);
    assert_eq!(other.since(&Book::default()).len(), 5_000, "all of it is to be kept");
    assert_eq!(merge(&mut other, brought), Tally { new: 0, known: 5_000, unreadable: 0 }, "nothing doubles");

    let table = csv::write(&book);
    let read = csv::read(&table).unwrap();
    assert_eq!((read.unreadable, Book::new(read.records)), (0, book));
}

#[test]
fn a_table_keeps_to_its_rules() {
    let table = csv::write(&many(200));
    assert!(table.starts_with(&csv::COLUMNS.join(",")) && table.ends_with("\r\n"));
    assert!(table.contains("\"a,\"\"b\"\"\r\nc\""), "commas, quotes and line ends are quoted");
    for formula in [",=", ",@", ",-", ",+", "\"="] {
        assert!(!table.contains(formula), "{formula}");
    }
    assert!(table.contains(",'=1+1") && table.contains(",''quoted'") && table.contains(",'-5"));
}

#[test]
fn damaged_and_newer_pieces_are_counted_and_the_rest_is_read() {
    let text = Plain.write(&file::write(&many(10))).replacen("\"v\":1,\"id\":\"3-7\"", "\"v\":9,\"id\":\"3-7\"", 1);
    let brought = file::read(&Plain.read(&text).unwrap()).unwrap();
    assert_eq!((brought.records.len(), brought.unreadable), (9, 1));
    assert_eq!(file::read(&Value::Null), None);
    assert_eq!(csv::read("a,b\r\n1,2\r\n"), None);
}

proptest! {
    #[test]
    fn junk_never_harms(text in ".{0,400}", rows in "[a-z0-9,\"'=\r\n-]{0,400}") {
        let mut book = many(20);
        if let Some(brought) = Plain.read(&text).as_ref().and_then(file::read) {
            merge(&mut book, brought);
        }
        let table = [csv::COLUMNS.join(",").as_str(), "\r\n", &rows].concat();
        merge(&mut book, csv::read(&table).unwrap());
        let kept = many(20);
        prop_assert!(kept.records().iter().all(|record| book.records().contains(record)));
    }

    #[test]
    fn any_note_goes_through_a_table(text in any::<String>()) {
        let (day, about) = (Day::new(2026, 3, 29), About::Note);
        let score = Score { id: "1-2".into(), at: -5, day, about, pain: None, text };
        let book = Book::new([Record::Score(Rc::new(score))]);
        prop_assert_eq!(Book::new(csv::read(&csv::write(&book)).unwrap().records), book);
    }
}

#[test]
fn what_is_said_before_is_written_down_with_the_massage() {
    let said = update(&running("en"), Action::Diary(Deed::Before(Some(6))));
    assert!(said.book.records().is_empty());
    let done = after(&said, passed(3_600_000));
    let entry = done.finished.as_ref().and_then(|finished| finished.entry.clone()).unwrap();
    let before = About::Before(entry.id.clone(), None);
    assert_eq!(done.book.said(&entry.day, &before).and_then(|score| score.pain), Some(6));
    assert_eq!(done.book.since(&said.book).len(), 2, "both are to be kept");
    assert_eq!(done.journal.before, None, "the next massage is asked anew");

    // After it: all in all, and each point; what is said later holds.
    let asked = day::after(&done);
    assert!(asked.len() > 1 && asked[0].name.is_empty() && asked.iter().all(|own| own.pain.is_none()));
    let say = |pain| Action::Diary(Deed::Say(asked[0].about.clone(), pain, at(3_700_000)));
    let mended = after(&done, [say(Some(4)), say(Some(3))]);
    assert_eq!(day::after(&mended)[0].pain, Some(3));
    assert_eq!(day::after(&update(&mended, say(None)))[0].pain, None);
}

#[test]
fn the_first_steps_are_asked_once_a_day_and_can_be_changed() {
    let say = |pain| Action::Diary(Deed::Say(About::Morning, pain, at(0)));
    let state = after(&running("en"), passed(3_600_000));
    let state = after(&state, [say(Some(8)), say(Some(5))]);
    assert_eq!(day::day(&state).morning, Some(5));
    let note = |text: &str| Action::Diary(Deed::Note(text.into(), at(0)));
    let noted = after(&state, [note("  <b>stairs</b> "), note("<b>stairs</b>")]);
    assert_eq!(day::day(&noted).note, "<b>stairs</b>");
    assert_eq!(noted.book.records().len(), state.book.records().len() + 1, "the same note is not written twice");
    let long = update(&noted, note(&"x".repeat(900)));
    assert_eq!(day::day(&long).note.len(), 500);
}

#[test]
fn the_day_says_what_comes_next() {
    let state = after(&running("en"), passed(3_600_000));
    assert_eq!(day::day(&state).next, "", "nobody looked at the clock yet");
    // The massage ended at 10 and some minutes; the tests' clock begins at 10:00.
    let look = |minute: i64| update(&state, Action::Diary(Deed::Look(at((minute - 600) * 60_000), minute)));
    let noon = day::day(&look(720));
    assert!(noon.next.contains("14:30") && !noon.missed, "{}", noon.next);
    assert!(day::day(&look(870)).next.contains("Now"), "{}", day::day(&look(870)).next);
    let late = day::day(&look(1_200));
    assert!(late.missed && late.left.starts_with('1'), "{}", late.left);
    assert!(day::day(&look(1_350)).next.is_empty());
}

#[test]
fn a_file_is_told_from_what_is_none() {
    let book = many(50);
    let read = |text: &str| Plain.import(text).map(|brought| Book::new(brought.records));
    assert_eq!(read(&Plain.export(&book)), Ok(book.clone()));
    assert_eq!(read(&["\u{feff} ", &Plain.export(&book)].concat()), Ok(book.clone()), "as an editor saves it");
    assert_eq!(read(&csv::write(&book)), Ok(book));
    for text in ["", "{", "{}", "[1]", "Dear diary", "{\"format\":\"rpe-diary\",\"v\":2,\"records\":[]}"] {
        assert_eq!(read(text), Err(NotRead::NoDiary), "{text}");
    }
    assert_eq!(read(&" ".repeat(MOST + 1)), Err(NotRead::TooLarge));
}

/// Ninety days: each morning better by a little, a massage every other day, a note on each tenth.
fn season() -> (Book, Day) {
    let first = Day::new(2026, 1, 20);
    let mut records = Vec::new();
    for n in 0..90_i64 {
        let (day, at) = (first.plus(n), n * 86_400_000);
        let mut say = |about: About, pain: Option<u8>, text: &str| {
            let id = format!("{at}-{}", records.len());
            let score = Score { id, at, day: day.clone(), about, pain, text: text.into() };
            records.push(Record::Score(Rc::new(score)));
        };
        say(About::Morning, Some((9 - n / 12) as u8), "");
        if n % 10 == 0 {
            say(About::Note, None, &format!("note {n}"));
        }
        if n % 2 == 0 {
            let id = format!("m{n}");
            say(About::Before(id.clone(), None), Some(6), "");
            say(About::After(id.clone(), None), Some(3), "");
            let steps = vec![EntryStep { point: "soleus.1".into(), side: "left".into(), held: 60 }];
            records.push(Record::Entry(Rc::new(Entry { id, at, day: day.clone(), complete: true, steps })));
        }
    }
    (Book::new(records), first.plus(89))
}

#[test]
fn a_page_for_a_clinician_stays_a_page() {
    let (book, today) = season();
    let whole = Report { from: Some(Day::new(2026, 1, 1)), ..Report::default() };
    let page = |report: &Report| report::page(&book, report, &today, 14);
    for (report, rows) in [(Report::default(), 28), (whole.clone(), 14)] {
        let page = page(&report);
        assert_eq!(page.rows.len(), rows);
        assert!(page.rows.is_sorted_by(|a, b| a.last < b.first), "in order and apart");
        assert!(page.rows.iter().all(|row| row.around == [Some(12), Some(6)] || row.done == 0));
    }
    let all = page(&whole);
    assert_eq!((all.points[0].times, all.points[0].held), (45, 45 * 60));
    assert_eq!(all.rows.iter().map(|row| row.done).sum::<usize>(), 45, "none is left out or counted twice");
    assert_eq!(all.notes.first().map(|(_, text)| text.as_str()), Some("note 0"));
    let one = Report { from: Some(today.clone()), to: Some(today.plus(-9)), ..Report::default() };
    let one = page(&one);
    assert_eq!((one.rows.len(), one.points[0].times), (10, 5), "first and last may stand the other way round");
    let long = Report { from: Some(Day::new(1980, 1, 1)), ..Report::default() };
    assert!(page(&long).rows.len() <= 31 && page(&long).trend.days.len() == 366);
    assert_eq!(report::page(&Book::default(), &Report::default(), &today, 14).rows, []);
}

#[test]
fn the_trend_is_one_picture_and_one_sentence() {
    let (book, today) = season();
    let mut state = running("en");
    state.session = None;
    (state.book, state.today) = (Rc::new(book), today);
    for range in Range::ALL {
        let shown = trend::trend(&update(&state, Action::Diary(Deed::Range(range))));
        assert_eq!(shown.chart.width, range.days() * 10);
        let dots = shown.chart.dots.matches('M').count();
        assert_eq!(dots, range.days().min(90));
        assert_eq!(shown.chart.bars.matches('z').count(), range.days().min(90) / 2);
        assert_eq!(shown.chart.around.matches('L').count(), shown.chart.ends.matches('M').count());
        assert!(shown.verdict.contains("9 of 10 then, 2 now"), "{}", shown.verdict);
        assert!(!shown.stuck && !shown.empty);
        let days = shown.heat.cells.len();
        assert!(days > 7 * (shown.heat.weeks - 1) && days <= 7 * shown.heat.weeks, "the last week ends today");
    }
    let few = State { book: Rc::default(), ..state.clone() };
    let few = update(&few, Action::Diary(Deed::Say(About::Morning, Some(4), at(0))));
    assert!(trend::trend(&few).verdict.starts_with("Too early"), "{}", trend::trend(&few).verdict);
    let (book, today) = season();
    let same: Vec<Record> = book.records().iter().filter(|r| r.day().number() > today.number() - 7).cloned().collect();
    let late = report::page(&Book::new(same), &Report::default(), &today, 14);
    assert_eq!(
        (late.trend.verdict, late.trend.stuck),
        (Verdict::Early, false),
        "one week has nothing to be held against"
    );
}

#[test]
fn the_diary_is_deleted_as_a_whole_and_only_when_asked_twice() {
    let state = after(&running("en"), passed(3_600_000));
    assert_eq!(state.book.records().len(), 1);
    let asked = update(&state, Action::Diary(Deed::Doubt(Doubt::Asked)));
    assert_eq!(asked.book, state.book);
    let gone = update(&asked, Action::Diary(Deed::Empty));
    assert!(gone.book.records().is_empty() && gone.journal.doubt == Doubt::None && gone.finished.is_none());
}

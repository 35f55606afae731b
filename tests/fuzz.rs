//! What comes from outside may be anything: links, files brought in, records on the device, options, atlases. However it is
//! spoiled, nothing panics, nothing takes long, nothing takes much memory.
//!
//! So many inputs per run of the tests; `cargo xtask fuzz 10000000` takes more of them, built for speed. The inputs follow
//! from their number alone: a failure tells it, and `RPE_FUZZ_FROM` starts there again.
#![cfg(all(feature = "bundled", feature = "check"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
#![allow(clippy::disallowed_methods, reason = "what an input takes is measured, and nothing goes by it but a bound")]
mod support;

use peak_alloc::PeakAlloc;
use referred_pain_explorer::app::plan::Kept;
use referred_pain_explorer::app::prefs::Prefs;
use referred_pain_explorer::app::wish::{Wish, wish};
use referred_pain_explorer::app::{Action, Settings, State, saved, share, update};
use referred_pain_explorer::atlas::bundle;
use referred_pain_explorer::atlas::source::{Problems, document, make};
use referred_pain_explorer::diary::file::merge;
use referred_pain_explorer::diary::{About, Book, Day, Entry, EntryStep, Hours, Record, Score, csv, file};
use referred_pain_explorer::ports::Records;
use referred_pain_explorer::ports::records::Plain;
use serde_json::{Value, json};
use std::io::Write;
use std::rc::Rc;
use std::time::{Duration, Instant};
use support::{fresh, running, sore_heel};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many inputs a run of the tests takes.
const USUAL: u64 = 60_000;
/// What one input may take, and how much of it at once. Measured where the build is for speed.
const MOST_TIME: Duration = Duration::from_millis(50);
const MOST_MEMORY: usize = 10 << 20;

/// A row of numbers that follows from its start (xorshift64*).
struct Chance(u64);

impl Chance {
    fn new(input: u64) -> Self {
        Chance(input.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }
    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Pieces that mean something somewhere, and some that try to.
const PIECES: [&str; 44] = [
    "#rpe=1",
    "&m=heel.5",
    "&p=soleus.1.l.h40",
    "heel_plantar",
    "quadratus_plantae.1",
    "both",
    "massage",
    "=",
    "&",
    ",",
    ".",
    ";",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "9223372036854775807",
    "-9223372036854775808",
    "0.1",
    "NaN",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{1F9B6}",
    "%00",
    "%F0%9F",
    "<script>alert(1)</script>",
    "__proto__",
    "constructor",
    "=cmd|' /C calc'!A0",
    "\r\n",
    "\"\"",
    "é",
    "2026-02-30",
    "soleus.99",
    "\u{10FFFF}",
];

/// An input that was spoiled: pieces put in, taken out, doubled, exchanged.
fn spoil(seed: &str, other: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = seed.chars().collect();
    for _ in 0..=chance.below(4) {
        let (at, to) = (chance.below(letters.len() + 1), chance.below(letters.len() + 1));
        let (from, end) = (at.min(to), at.max(to).min(at.min(to) + 64));
        match chance.below(8) {
            0 => drop(letters.drain(from..end)),
            1 => letters.splice(at..at, chance.of(&PIECES[..]).chars()).for_each(drop),
            2 => letters.splice(from..end, chance.of(&PIECES[..]).chars()).for_each(drop),
            3 => {
                let doubled = letters[from..end].to_vec();
                letters.splice(at..at, doubled).for_each(drop);
            }
            4 => letters.truncate(at),
            5 if at < letters.len() => letters[at] = char::from_u32(chance.next() as u32 % 0x300).unwrap_or('\u{fffd}'),
            6 if at < letters.len() => letters[at] = char::from(b'0' + (chance.next() % 10) as u8),
            _ => {
                let donor: Vec<char> = other.chars().collect();
                let cut = chance.below(donor.len() + 1);
                letters.splice(at.., donor[cut..].iter().copied()).for_each(drop);
            }
        }
    }
    letters.into_iter().collect()
}

fn records() -> Vec<Record> {
    let day = Day::new(2026, 11, 22);
    let step = |side: &str| EntryStep { point: "soleus.1".into(), side: side.into(), held: 45 };
    let entry =
        Entry { id: "1-7".into(), at: 1, day: day.clone(), complete: true, steps: ["left", "right"].map(step).into() };
    let said = |id: &str, about, pain, text: &str| {
        Record::Score(Rc::new(Score { id: id.into(), at: 2, day: day.clone(), about, pain, text: text.into() }))
    };
    vec![
        Record::Entry(Rc::new(entry)),
        said("2-7", About::Morning, Some(6), ""),
        said("3-7", About::After("1-7".into(), Some("soleus.1".into())), Some(2), ""),
        said("4-7", About::Note, None, "a,\"b\"\r\n=1"),
    ]
}

/// All that is kept on a device, as texts.
fn kept() -> Vec<String> {
    let session = running("en").session.unwrap();
    let settings = Settings::usual(&support::atlas().dose);
    let link = share::fragment(&sore_heel("en"));
    let plan = Kept { id: "1-7".into(), name: "Morning".into(), link };
    let mut all: Vec<String> = records().iter().map(|record| Plain.write(&record.write())).collect();
    all.push(Plain.write(&saved::write(&session, &support::atlas(), Some(4), 7)));
    all.push(Plain.write(&Prefs { checked: true, own: true, settings }.write()));
    all.push(Plain.write(&plan.write()));
    all.push(Plain.write(&Hours::default().write()));
    all
}

/// A small atlas: two muscles, one view.
fn small_atlas() -> String {
    let mut small: Value = serde_json::from_str(bundle::DOCUMENT).unwrap();
    small["muscles"].as_array_mut().unwrap().truncate(2);
    small["studies"] = json!([]);
    small["views"].as_array_mut().unwrap().truncate(1);
    small["views"][0]["shapes"].as_array_mut().unwrap().truncate(20);
    small.to_string()
}

/// What is fuzzed: its name, how many in a thousand inputs it gets, what is spoiled, and what happens with it.
struct Target {
    name: &'static str,
    share: u64,
    seeds: Vec<String>,
    run: Box<dyn Fn(&str)>,
}

fn links() -> Target {
    let (state, heel) = (fresh("en"), sore_heel("nl"));
    let seeds = vec![
        share::fragment(&heel),
        "#rpe=1&m=heel_plantar.5&p=soleus.1.l.h40.tstroke,quadratus_plantae.1.wball&hold=45&rounds=2&day=3&side=left&mode=massage&view=plantar&rest=8&c=soleus.1".into(),
    ];
    let run = move |text: &str| {
        if let Ok((shared, _)) = share::read(&state, text) {
            let mut opened = state.clone();
            share::open(&mut opened, shared);
            // What was understood is told again.
            assert!(share::is_ours(&share::fragment(&opened)));
        }
    };
    Target { name: "links", share: 330, seeds, run: Box::new(run) }
}

fn stored() -> Target {
    let atlas = support::atlas();
    let run = move |text: &str| {
        let Some(value) = Plain.read(text) else { return };
        let _ = (Record::read(&value), Prefs::read(&value, 3), Kept::read(&value), Hours::read(&value));
        let _ = saved::read(&value, &atlas);
    };
    Target { name: "stored records", share: 330, seeds: kept(), run: Box::new(run) }
}

fn imports() -> Target {
    let book = Book::new(records());
    let seeds = vec![Plain.write(&file::write(&book)), csv::write(&book)];
    let run = move |text: &str| {
        if let Ok(brought) = Plain.import(text) {
            let mut grown = book.clone();
            merge(&mut grown, brought);
            assert!(book.records().iter().all(|record| grown.records().contains(record)), "something was lost");
        }
    };
    Target { name: "imports", share: 200, seeds, run: Box::new(run) }
}

fn options() -> Target {
    const NAMES: [&str; 9] = ["region", "muscle", "side", "view", "mode", "hold", "rounds", "per-day", "lang"];
    let state: State = fresh("de");
    let seeds: Vec<String> = ["heel", "heel_plantar heel_medial", "soleus", "both", "plantar", "massage", "45", "2"]
        .map(str::to_owned)
        .into();
    let run = move |text: &str| {
        for name in NAMES {
            if let Wish::Do(actions) = wish(&state, name, Some(text)) {
                let after = actions.into_iter().fold(state.clone(), |state, action: Action| update(&state, action));
                assert!(after.settings.hold >= 10 && after.settings.hold <= 120);
            }
        }
    };
    Target { name: "options", share: 139, seeds, run: Box::new(run) }
}

fn atlases() -> Target {
    let run = |text: &str| {
        let mut problems = Problems::default();
        let source = document::read(text, &mut problems);
        if problems.0.is_empty() {
            let _ = make(&source);
        }
    };
    Target { name: "atlases", share: 1, seeds: vec![small_atlas()], run: Box::new(run) }
}

/// How long this thread has worked so far; waiting for its turn is not work. Where the system tells it, as Linux does.
fn worked() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn nothing_from_outside_harms() {
    let targets = [links(), stored(), imports(), options(), atlases()];
    let (count, from) = (number("RPE_FUZZ").unwrap_or(USUAL), number("RPE_FUZZ_FROM").unwrap_or(0));
    let mut told: Vec<(u64, Duration, usize)> = vec![(0, Duration::ZERO, 0); targets.len()];
    for input in from..from + count {
        let mut chance = Chance::new(input);
        let mut place = chance.next() % 1000;
        let at = targets.iter().position(|target| {
            let own = place < target.share;
            place = place.saturating_sub(target.share);
            own
        });
        let at = at.unwrap_or(0);
        let target = &targets[at];
        let (seed, other): (&String, &String) = (chance.of(&target.seeds[..]), chance.of(&target.seeds[..]));
        let text = spoil(seed, other, &mut chance);
        let once = || {
            MEMORY.reset_peak_usage();
            let (before, start) = (MEMORY.current_usage(), Instant::now());
            (target.run)(&text);
            (start.elapsed(), MEMORY.peak_usage().saturating_sub(before))
        };
        let (mut time, memory) = match std::panic::catch_unwind(std::panic::AssertUnwindSafe(once)) {
            Ok(measured) => measured,
            Err(_) => panic!("input {input}, {}: {text:?}", target.name),
        };
        // A machine that does something else meanwhile is no fault of the input.
        if time > MOST_TIME {
            let before = worked();
            once();
            time = worked().zip(before).map_or(time, |(after, before)| after.saturating_sub(before));
        }
        assert!(cfg!(debug_assertions) || time <= MOST_TIME, "input {input}, {}: {time:?} for {text:?}", target.name);
        assert!(memory <= MOST_MEMORY, "input {input}, {}: {memory} bytes for {text:?}", target.name);
        let (inputs, longest, most) = &mut told[at];
        (*inputs, *longest, *most) = (*inputs + 1, (*longest).max(time), (*most).max(memory));
    }
    for (target, (inputs, longest, most)) in targets.iter().zip(told) {
        let line = format!("    {}: {inputs} inputs, at most {longest:?} and {} kB", target.name, most / 1000);
        // Past the runner, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "{line}");
        assert!(inputs > 0 || count < 10_000, "{line}");
    }
}

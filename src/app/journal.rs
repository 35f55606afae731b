//! What surrounds the diary: what is said of the pain, the hours of the day, bringing in a file, and emptying it.
use super::action::Moment;
use super::sheet::Sheet;
use super::state::State;
use crate::diary::file::{Brought, NotRead, Tally, merge};
use crate::diary::report::Report;
use crate::diary::score::LONGEST;
use crate::diary::trend::Range;
use crate::diary::{About, Book, Day, Entry, Hours, Record, Score};
use crate::session::Instant;
use std::rc::Rc;

/// What is done with the diary.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The day was looked at, at this minute since midnight of the clock on the wall.
    Look(Moment, i64),
    /// These are the hours in which the person is awake.
    Keep(Hours),
    /// So much it hurts before the massage that is about to begin; none takes it back.
    Before(Option<u8>),
    /// So much it hurts; none takes back what was said.
    Say(About, Option<u8>, Moment),
    /// This was written on the day; empty takes it back.
    Note(String, Moment),
    /// A file was picked: what was read in it, or why it was not.
    Bring(Result<Brought, NotRead>),
    /// The trend is looked at over so long.
    Range(Range),
    /// This is to be on the page for a clinician.
    Report(Report),
    /// That page is to be printed; with the date that stands on it, in the person's language.
    Print(String),
    /// Whether the diary is to be deleted: it is asked about, or no longer.
    Doubt(Doubt),
    /// The diary is deleted.
    Empty,
}

/// Asking before the diary is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Doubt {
    /// Nobody wants that.
    #[default]
    None,
    /// It is asked.
    Asked,
    /// It is asked again: what was typed is not the word.
    Wrong,
}

/// What surrounds the diary.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Journal {
    /// When the person is awake.
    pub hours: Hours,
    /// When the day was looked at last, and its minute since midnight.
    pub clock: Option<(Instant, i64)>,
    /// What was said before the massage that is about to begin, or runs.
    pub before: Option<u8>,
    /// What came of the last file.
    pub told: Option<Result<Tally, NotRead>>,
    /// Over how long the trend is looked at.
    pub range: Range,
    /// What is to be on the page for a clinician.
    pub report: Report,
    /// Whether it is being asked if the diary is to be deleted.
    pub doubt: Doubt,
}

impl State {
    fn journal_mut(&mut self) -> &mut Journal {
        Rc::make_mut(&mut self.journal)
    }

    /// The minute since midnight of a moment of today. Reckoned from the moment at which the clock was looked at: on the two
    /// days a year on which the clock changes, at night, what was before that is an hour off, which moves nothing that is
    /// planned in waking hours.
    pub fn minute(&self, at: i64) -> Option<i64> {
        self.journal.clock.map(|(now, minute)| (minute - (now.0 - at).div_euclid(60_000)).clamp(0, 24 * 60 - 1))
    }
}

/// Does it.
#[inline(never)]
pub fn act(state: &mut State, deed: Deed) {
    match deed {
        Deed::Look(moment, minute) => {
            if state.live().is_none() {
                state.today = moment.day;
            }
            state.journal_mut().clock = Some((moment.now, minute));
        }
        Deed::Keep(hours) => state.journal_mut().hours = hours.within(),
        Deed::Before(pain) => state.journal_mut().before = pain,
        Deed::Say(about, pain, moment) => {
            let day = state.today.clone();
            // What is said of a massage belongs to the day of that massage.
            let of = match &about {
                About::Before(of, _) | About::After(of, _) => state.book.entries().find(|entry| entry.id == *of),
                _ => None,
            };
            let day = of.map_or(day, |entry| entry.day.clone());
            say(state, about, pain, String::new(), day, &moment);
        }
        Deed::Note(text, moment) => {
            let text: String = text.trim().chars().take(LONGEST).collect();
            let day = state.today.clone();
            if state.book.said(&day, &About::Note).map_or("", |score| &score.text) != text {
                say(state, About::Note, None, text, day, &moment);
            }
        }
        Deed::Bring(brought) => {
            let told = brought.map(|brought| merge(Rc::make_mut(&mut state.book), brought));
            state.journal_mut().told = Some(told);
        }
        Deed::Range(range) => state.journal_mut().range = range,
        Deed::Report(report) => state.journal_mut().report = report,
        Deed::Print(date) => state.sheet = Sheet::Diary(Rc::from(date)),
        Deed::Doubt(doubt) => state.journal_mut().doubt = doubt,
        Deed::Empty => {
            state.book = Rc::new(Book::default());
            state.finished = None;
            let journal = state.journal_mut();
            (journal.doubt, journal.told, journal.before) = (Doubt::None, None, None);
        }
    }
}

fn say(state: &mut State, about: About, pain: Option<u8>, text: String, day: Day, moment: &Moment) {
    let mut random = moment.random;
    let id = |random: u32| [moment.now.0.to_string().as_str(), "-", &random.to_string()].concat();
    // Two things may be said in one millisecond.
    while state.book.records().iter().rev().take(8).any(|record| record.id() == id(random)) {
        random = random.wrapping_add(1);
    }
    // What is said later holds, also after a clock was set back.
    let last = state.book.records().last().map_or(moment.now.0, Record::at);
    let score = Score { id: id(random), at: moment.now.0.max(last), day, about, pain, text };
    Rc::make_mut(&mut state.book).add(Record::Score(Rc::new(score)));
}

/// What was said before a massage that is gone on with here.
pub fn said_before(state: &mut State, pain: Option<u8>) {
    state.journal_mut().before = pain;
}

/// What was said before a massage is written down with the massage itself, when that is over.
pub fn follow(state: &mut State, entry: &Entry) {
    let Some(pain) = state.journal.before else { return };
    let score = Score {
        id: [entry.id.as_str(), "-before"].concat(),
        at: entry.at,
        day: entry.day.clone(),
        about: About::Before(entry.id.clone(), None),
        pain: Some(pain),
        text: String::new(),
    };
    Rc::make_mut(&mut state.book).add(Record::Score(Rc::new(score)));
    state.journal_mut().before = None;
}

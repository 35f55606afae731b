//! The timer: a row of slots (get ready, hold, change over, hold, ...) and a deadline. Ticks are never
//! counted: what is left is the deadline less now, so a sleeping tab cannot lose time.
use super::routine::{Routine, Step};
use super::time::{Instant, Span};

/// Where a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Getting ready for the first hold.
    Ready,
    /// Pressing. The number counts holds over all rounds, from 0.
    Hold(usize),
    /// Changing over to that hold.
    Rest(usize),
    /// All done, or stopped.
    Done,
}

/// A phase that began: at which moment it was due, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// When the phase began by plan; the caller may have learned of it later.
    pub at: Instant,
    /// The phase that began.
    pub phase: Phase,
}

/// All there is to a session beside its routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// When it started.
    pub started: Instant,
    /// When it last took notice of the time.
    pub seen: Instant,
    /// The slot it is in: even ones are changing over, odd ones holds.
    pub slot: usize,
    /// Until when the present slot lasts, or what is left of it while it stands still.
    pub run: Result<Instant, Span>,
    /// How long each hold was pressed before the present slot.
    pub held: Vec<Span>,
    /// What was added to the present slot.
    pub extra: Span,
    /// Steps of a round that are left out.
    pub left_out: Vec<usize>,
}

/// The most that can be added to one phase.
pub(super) const MOST_EXTRA: Span = Span::seconds(600);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Until(Instant),
    Paused(Span),
}

/// One run of a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub(super) routine: Routine,
    pub(super) started: Instant,
    pub(super) seen: Instant,
    pub(super) slot: usize,
    pub(super) run: Run,
    pub(super) held: Vec<Span>,
    /// What was added to the present phase by hand.
    pub(super) extra: Span,
    /// Steps of a round that are not pressed any more, by their place in it.
    pub(super) left_out: Vec<usize>,
}

impl Session {
    /// Starts a routine. None when it has no step or no round.
    pub fn start(routine: Routine, now: Instant) -> Option<Self> {
        if routine.holds() == 0 {
            return None;
        }
        let run = Run::Until(now.after(routine.ready));
        let held = vec![Span::ZERO; routine.holds()];
        Some(Session { routine, started: now, seen: now, slot: 0, run, held, extra: Span::ZERO, left_out: Vec::new() })
    }

    /// All there is to a session, to be kept and read again.
    pub fn parts(&self) -> Parts {
        let run = match self.run {
            Run::Until(deadline) => Ok(deadline),
            Run::Paused(left) => Err(left),
        };
        let (held, left_out) = (self.held.clone(), self.left_out.clone());
        Parts { started: self.started, seen: self.seen, slot: self.slot, run, held, extra: self.extra, left_out }
    }

    /// A session from its parts. None when they do not fit the routine.
    pub fn from_parts(routine: Routine, parts: Parts) -> Option<Self> {
        let Parts { started, seen, slot, run, held, extra, left_out } = parts;
        let mut own = Session::start(routine, started)?;
        let fits = slot <= own.slots() && held.len() == own.held.len() && extra <= MOST_EXTRA;
        let known = left_out.iter().all(|step| *step < own.routine.steps.len());
        if !fits || !known {
            return None;
        }
        let run = match run {
            Ok(deadline) => Run::Until(deadline),
            Err(left) => Run::Paused(left),
        };
        own = Session { seen, slot, run, held, extra, left_out, ..own };
        Some(own)
    }

    /// The routine that runs.
    pub fn routine(&self) -> &Routine {
        &self.routine
    }
    /// When it started.
    pub fn started(&self) -> Instant {
        self.started
    }
    /// The phase it is in.
    pub fn phase(&self) -> Phase {
        match (self.slot, self.slot.div_ceil(2)) {
            (slot, _) if slot >= self.slots() => Phase::Done,
            (0, _) => Phase::Ready,
            (slot, up) if slot % 2 == 1 => Phase::Hold(up - 1),
            (_, half) => Phase::Rest(half),
        }
    }
    /// Whether it stands still on the person's wish.
    pub fn paused(&self) -> bool {
        matches!(self.run, Run::Paused(_)) && self.phase() != Phase::Done
    }
    /// Whether time is running.
    pub fn running(&self) -> bool {
        matches!(self.run, Run::Until(_)) && self.phase() != Phase::Done
    }
    /// The hold that is pressed now or comes next; past the last when done.
    pub fn hold(&self) -> usize {
        match self.phase() {
            Phase::Ready => 0,
            Phase::Hold(k) | Phase::Rest(k) => k,
            Phase::Done => self.routine.holds(),
        }
    }
    /// The step that is pressed now or comes next.
    pub fn step(&self) -> Option<&Step> {
        self.routine.step(self.hold())
    }
    /// How long the present phase lasts in all, with what was added to it.
    pub fn length(&self) -> Span {
        let planned = match self.phase() {
            Phase::Ready => self.routine.ready,
            Phase::Hold(k) => self.routine.step(k).map_or(Span::ZERO, |s| s.hold),
            Phase::Rest(_) => self.routine.rest,
            Phase::Done => Span::ZERO,
        };
        planned.plus(self.extra)
    }
    /// What is left of the present phase.
    pub fn remaining(&self, now: Instant) -> Span {
        match (self.phase(), self.run) {
            (Phase::Done, _) => Span::ZERO,
            (_, Run::Paused(left)) => left,
            (_, Run::Until(deadline)) => deadline.since(now).min(self.length()),
        }
    }
    /// What has passed of the present phase.
    pub fn elapsed(&self, now: Instant) -> Span {
        self.length().minus(self.remaining(now))
    }
    /// The moment the present phase ends, while running.
    pub fn deadline(&self) -> Option<Instant> {
        match self.run {
            Run::Until(deadline) if self.phase() != Phase::Done => Some(deadline),
            _ => None,
        }
    }
    /// How long each hold was pressed so far, the present one included.
    pub fn held(&self, now: Instant) -> Vec<Span> {
        let mut held = self.held.clone();
        if let Phase::Hold(k) = self.phase()
            && let Some(sum) = held.get_mut(k)
        {
            *sum = sum.plus(self.elapsed(now));
        }
        held
    }
    /// The hold after the present or coming one; none when that is the last.
    pub fn upcoming(&self) -> Option<usize> {
        (self.hold() + 1..self.routine.holds()).find(|hold| !self.is_left_out(*hold))
    }
    /// When it ended; none while it runs.
    pub fn ended(&self) -> Option<Instant> {
        let at = if let Run::Until(at) = self.run { at } else { self.seen };
        (self.phase() == Phase::Done).then_some(at)
    }
    /// When it last took notice of the time.
    pub fn seen(&self) -> Instant {
        self.seen
    }
    /// Whether every hold was pressed to its end.
    pub fn complete(&self) -> bool {
        let full = |(k, sum): (usize, &Span)| self.routine.step(k).is_some_and(|s| *sum >= s.hold);
        self.held.iter().enumerate().all(full)
    }

    pub(super) fn slots(&self) -> usize {
        self.routine.holds() * 2
    }

    pub(super) fn is_left_out(&self, hold: usize) -> bool {
        self.left_out.contains(&(hold % self.routine.steps.len().max(1)))
    }

    /// Whether a slot is of a step that is left out.
    pub(super) fn is_passed_over(&self, slot: usize) -> bool {
        slot < self.slots() && self.is_left_out(slot / 2)
    }

    pub(super) fn enter(&mut self, slot: usize, at: Instant) -> Change {
        self.slot = slot.min(self.slots());
        self.extra = Span::ZERO;
        let length = self.length();
        self.run = match self.run {
            Run::Paused(_) => Run::Paused(length),
            Run::Until(_) => Run::Until(at.after(length)),
        };
        Change { at, phase: self.phase() }
    }

    /// Takes notice of the time: enters every phase whose moment has come, and tells each exactly once.
    /// A clock that was set back moves the deadline back with it, so that nobody presses longer for it.
    pub fn wake(&mut self, now: Instant) -> Vec<Change> {
        if let (Run::Until(deadline), true) = (self.run, now < self.seen) {
            self.run = Run::Until(deadline.before(self.seen.since(now)));
        }
        self.seen = now;
        let mut changes = Vec::new();
        while let Some(deadline) = self.deadline().filter(|d| *d <= now) {
            self.keep(deadline);
            changes.push(self.enter(self.following(), deadline));
        }
        changes
    }

    /// The slot after this one.
    pub(super) fn following(&self) -> usize {
        (self.slot + 1..self.slots()).find(|slot| !self.is_passed_over(*slot)).unwrap_or(self.slots())
    }

    /// Books the pressing time of the present hold, because it is being left.
    pub(super) fn keep(&mut self, now: Instant) {
        self.held = self.held(now);
    }
}

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Until(Instant),
    Paused(Span),
}

/// One run of a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    routine: Routine,
    started: Instant,
    seen: Instant,
    slot: usize,
    run: Run,
    held: Vec<Span>,
}

impl Session {
    /// Starts a routine. None when it has no step or no round.
    pub fn start(routine: Routine, now: Instant) -> Option<Self> {
        if routine.holds() == 0 {
            return None;
        }
        let run = Run::Until(now.after(routine.ready));
        let held = vec![Span::ZERO; routine.holds()];
        Some(Session { routine, started: now, seen: now, slot: 0, run, held })
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
    /// How long the present phase lasts in all.
    pub fn length(&self) -> Span {
        match self.phase() {
            Phase::Ready => self.routine.ready,
            Phase::Hold(k) => self.routine.step(k).map_or(Span::ZERO, |s| s.hold),
            Phase::Rest(_) => self.routine.rest,
            Phase::Done => Span::ZERO,
        }
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
    /// Whether every hold was pressed to its end.
    pub fn complete(&self) -> bool {
        let full = |(k, sum): (usize, &Span)| self.routine.step(k).is_some_and(|s| *sum >= s.hold);
        self.held.iter().enumerate().all(full)
    }

    fn slots(&self) -> usize {
        self.routine.holds() * 2
    }

    fn enter(&mut self, slot: usize, at: Instant) -> Change {
        self.slot = slot.min(self.slots());
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
            changes.push(self.enter(self.slot + 1, deadline));
        }
        changes
    }

    /// Books the pressing time of the present hold, because it is being left.
    fn keep(&mut self, now: Instant) {
        self.held = self.held(now);
    }

    /// Stands still.
    pub fn pause(&mut self, now: Instant) -> Vec<Change> {
        let changes = self.wake(now);
        if self.running() {
            self.run = Run::Paused(self.remaining(now));
        }
        changes
    }

    /// Goes on after a pause.
    pub fn resume(&mut self, now: Instant) -> Vec<Change> {
        if self.running() {
            return self.wake(now);
        }
        self.seen = now;
        if let (Run::Paused(left), true) = (self.run, self.paused()) {
            self.run = Run::Until(now.after(left));
        }
        Vec::new()
    }

    /// Goes on at once: from getting ready or changing over to the hold, from a hold to the next point.
    pub fn next(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = self.wake(now);
        if self.phase() != Phase::Done {
            self.keep(now);
            changes.push(self.enter(self.slot + 1, now));
        }
        changes
    }

    /// Goes back: from a hold to its change-over, from there to the change-over before.
    pub fn previous(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = self.wake(now);
        if self.phase() != Phase::Done {
            self.keep(now);
            let back = if self.slot % 2 == 1 { 1 } else { 2 };
            changes.push(self.enter(self.slot.saturating_sub(back), now));
        }
        changes
    }

    /// Ends the session where it is.
    pub fn stop(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = self.wake(now);
        if self.phase() != Phase::Done {
            self.keep(now);
            changes.push(self.enter(self.slots(), now));
        }
        changes
    }
}

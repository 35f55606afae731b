//! What a person does to a session. Each first takes notice of the time, so that nothing of it is lost or counted twice.
use super::machine::{Change, MOST_EXTRA, Phase, Run, Session};
use super::time::{Instant, Span};

impl Session {
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
            changes.push(self.enter(self.following(), now));
        }
        changes
    }

    /// Adds time to the present phase, as far as a hold may last.
    pub fn extend(&mut self, now: Instant, span: Span) -> Vec<Change> {
        let changes = self.wake(now);
        if self.phase() == Phase::Done {
            return changes;
        }
        let extra = self.extra.plus(span).min(MOST_EXTRA);
        let more = extra.minus(self.extra);
        self.extra = extra;
        self.run = match self.run {
            Run::Until(deadline) => Run::Until(deadline.after(more)),
            Run::Paused(left) => Run::Paused(left.plus(more)),
        };
        changes
    }

    /// Begins the present phase anew. What was pressed stays booked: it was pressed.
    pub fn restart(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = self.wake(now);
        if self.phase() != Phase::Done {
            self.keep(now);
            changes.push(self.enter(self.slot, now));
        }
        changes
    }

    /// Leaves the present or coming point, in this round and all that follow, and stands still before the next one: the
    /// person has something to read.
    pub fn leave_out(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = self.wake(now);
        if self.phase() != Phase::Done {
            self.keep(now);
            self.left_out.push(self.hold() % self.routine.steps.len().max(1));
            changes.push(self.enter(self.following(), now));
            if self.phase() != Phase::Done {
                self.run = Run::Paused(self.length());
            }
        }
        changes
    }

    /// The session as it stood when it last took notice of the time, standing still: for who was away and wants to press
    /// again what ran out meanwhile.
    pub fn as_seen(&self) -> Self {
        let run = if self.phase() == Phase::Done { self.run } else { Run::Paused(self.remaining(self.seen)) };
        Session { run, ..self.clone() }
    }

    /// Goes back: from a hold to its change-over, from there to the change-over before.
    pub fn previous(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = self.wake(now);
        if self.phase() != Phase::Done {
            self.keep(now);
            let back = if self.slot % 2 == 1 { 1 } else { 2 };
            let slot = self.slot.saturating_sub(back);
            let before = (0..=slot).rev().filter(|slot| slot % 2 == 0).find(|slot| !self.is_passed_over(*slot));
            changes.push(self.enter(before.unwrap_or(self.slot), now));
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

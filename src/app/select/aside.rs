//! What is asked or said beside the running session: what ran out unseen, why a point was left, and a session that could
//! be gone on with.
use super::words;
use crate::app::{Advice, State};
use crate::atlas::Msg;
use crate::session::Session;

/// What ran out while nobody looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwayModel {
    /// "You were away for 3 min 10 s".
    pub title: String,
    /// How many points ran out, and the question.
    pub text: String,
}

/// What ran out unseen, until the person says what it was.
#[inline(never)]
pub fn away(state: &State) -> Option<AwayModel> {
    let away = state.run.away.as_ref()?;
    let time = words::exact(&state.text, away.gone);
    Some(AwayModel {
        title: state.text.fill(Msg::RunAway, &[("time", &time)]),
        text: state.text.count(Msg::RunAwayOne, Msg::RunAwayMany, away.ran_out),
    })
}

/// Why the last point was left, until the person goes on.
pub fn advice(state: &State) -> Option<Msg> {
    state.run.advice.map(|advice| match advice {
        Advice::Sore => Msg::RunSoreText,
        Advice::Tingling => Msg::RunTinglingText,
    })
}

/// A session that could be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundModel {
    /// Whether it was broken off, or goes on in another tab.
    pub title: Msg,
    /// Where it stands.
    pub at: String,
}

/// A session that was broken off, or is under way in another tab.
#[inline(never)]
pub fn found(state: &State) -> Option<FoundModel> {
    let found = state.run.found.as_ref()?;
    let session: &Session = &found.session;
    let count = session.routine().steps.len().max(1);
    let step = session.step()?;
    let name = [words::point(&state.atlas, &state.text, step.point), state.text.say(words::leg(step.side)).to_owned()];
    let slots =
        [("point", (session.hold() % count + 1).to_string()), ("of", count.to_string()), ("name", name.join(", "))];
    let slots = slots.each_ref().map(|(slot, value)| (*slot, value.as_str()));
    let title = if found.taken { Msg::RunElsewhere } else { Msg::RunBrokenOff };
    Some(FoundModel { title, at: state.text.fill(Msg::RunFoundAt, &slots) })
}

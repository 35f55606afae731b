//! The running session as it is shown. What changes every moment (the digits, the ring) is left to the
//! timer's own face, which asks the session again; this model changes only when the phase does.
use super::words;
use crate::app::{Able, Settings, State};
use crate::atlas::{Msg, Side, Technique, Tool};
use crate::session::{Phase, Session, Span, Step, Tone};

/// The look of a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Getting ready or changing over.
    Waiting,
    /// Pressing.
    Pressing,
}

/// The running session.
#[derive(Clone, Debug, PartialEq)]
pub struct TimerModel {
    /// The session, for its deadline.
    pub session: Session,
    /// The phase in words.
    pub phase: Msg,
    /// How it looks.
    pub face: Face,
    /// Whether it stands still.
    pub paused: bool,
    /// The muscle of the point pressed now or next.
    pub muscle: String,
    /// The point's place.
    pub place: String,
    /// Which leg.
    pub leg: String,
    /// How to press, in words.
    pub how: String,
    /// How hard to press.
    pub pressure: String,
    /// How to press, at length.
    pub press: String,
    /// Where the point lies and how to find it, at length.
    pub find: String,
    /// What to take for it, in words.
    pub take: String,
    /// The technique, if there is a figure of it for this part of the body.
    pub figure: Option<Technique>,
    /// The pain above which one stops, of 10.
    pub ceiling: u8,
    /// The numbers of the plan, with the signals.
    pub settings: Settings,
    /// What the device can do.
    pub able: Able,
    /// Why the last point was left.
    pub advice: Option<Msg>,
    /// Whether it fills the screen.
    pub far: bool,
    /// Which ringing lights up the screen; none when none does.
    pub flash: Option<u32>,
    /// The point after this one; or that this is the last.
    pub upcoming: String,
    /// "Round 1 of 2".
    pub round: String,
    /// "Point 2 of 6".
    pub point: String,
    /// What a screen reader says once when the phase begins.
    pub said: String,
}

fn leg(state: &State, side: Side) -> String {
    state.text.say(words::leg(side)).to_owned()
}

fn upcoming(state: &State, session: &Session) -> String {
    match session.upcoming().and_then(|hold| session.routine().step(hold)) {
        Some(step) => {
            let point = words::point(&state.atlas, &state.text, step.point);
            let name = [point, leg(state, step.side)].join(", ");
            state.text.fill(Msg::TimerUpcoming, &[("point", &name)])
        }
        None => state.text.say(Msg::TimerLast).to_owned(),
    }
}

/// The tools, the best first; of one that was chosen, that alone.
fn take(state: &State, tools: &[Tool], chosen: Option<Tool>) -> String {
    let chosen = chosen.filter(|tool| tools.contains(tool));
    let tools = chosen.as_ref().map_or(tools, std::slice::from_ref);
    let names: Vec<&str> = tools.iter().map(|tool| state.text.say(words::tool(*tool))).collect();
    words::upper(&names.join(", "))
}

fn said(state: &State, session: &Session, step: &Step) -> String {
    if session.paused() {
        return state.text.say(Msg::TimerSayPaused).to_owned();
    }
    let point = words::point(&state.atlas, &state.text, step.point);
    let side = leg(state, step.side);
    let seconds = step.hold.as_seconds_up().to_string();
    match session.phase() {
        Phase::Hold(_) => state.text.fill(Msg::TimerSayHold, &[("point", &point), ("side", &side), ("n", &seconds)]),
        Phase::Ready => [state.text.say(Msg::TimerReady), point.as_str(), side.as_str()].join(": "),
        Phase::Rest(_) => state.text.fill(Msg::TimerSayRest, &[("point", &point), ("side", &side)]),
        Phase::Done => state.text.say(Msg::TimerSayDone).to_owned(),
    }
}

/// The running session; none when there is none or it is over.
#[inline(never)]
pub fn timer(state: &State) -> Option<TimerModel> {
    let session = state.live()?;
    let step = session.step()?;
    let point = state.atlas.point(step.point)?;
    let (phase, face) = match session.phase() {
        Phase::Ready => (Msg::TimerReady, Face::Waiting),
        Phase::Rest(_) => (Msg::TimerRest, Face::Waiting),
        Phase::Hold(_) => (Msg::TimerHold, Face::Pressing),
        Phase::Done => return None,
    };
    let page = state.library.as_ref().and_then(|l| l.point(step.point));
    let routine = session.routine();
    let per_round = routine.steps.len().max(1);
    let of = |msg, n: usize, of: usize| state.text.fill(msg, &[("n", &n.to_string()), ("of", &of.to_string())]);
    Some(TimerModel {
        phase: if session.paused() { Msg::TimerPaused } else { phase },
        face,
        paused: session.paused(),
        muscle: words::muscle(&state.atlas, &state.text, point.muscle),
        place: words::place(&state.atlas, &state.text, step.point),
        leg: leg(state, step.side),
        how: words::upper(state.text.say(words::technique(step.technique))),
        pressure: words::pressure(&state.text, point.ceiling),
        press: page.map(|p| state.text.of(p.press).to_owned()).unwrap_or_default(),
        find: page.map(|p| state.text.of(p.find).to_owned()).unwrap_or_default(),
        take: page.map(|p| take(state, &p.tools, step.tool)).unwrap_or_default(),
        figure: super::figure::shown(state, step.point, step.technique),
        ceiling: point.ceiling,
        settings: state.settings,
        able: state.able,
        advice: super::aside::advice(state),
        far: state.run.far,
        flash: (state.settings.cues.flash && state.run.rings > 0).then_some(state.run.rings),
        upcoming: upcoming(state, session),
        round: of(Msg::TimerRound, session.hold() / per_round + 1, usize::from(routine.rounds)),
        point: of(Msg::TimerPoint, session.hold() % per_round + 1, per_round),
        said: said(state, session, step),
        session: session.clone(),
    })
}

/// What the voice says when something is rung: short, because the next thing follows soon.
#[inline(never)]
pub fn spoken(state: &State, tone: Tone) -> String {
    let step = state.session.as_ref().and_then(Session::step);
    let point = step.map(|step| {
        let muscle = state.atlas.point(step.point).map(|p| words::muscle(&state.atlas, &state.text, p.muscle));
        [muscle.unwrap_or_default(), words::place(&state.atlas, &state.text, step.point), leg(state, step.side)]
            .join(", ")
    });
    let point = point.unwrap_or_default();
    match tone {
        // Each later point was named while it was changed over to.
        Tone::Press if state.session.as_ref().is_some_and(|session| session.hold() == 0) => {
            state.text.fill(Msg::CuesSayFirst, &[("point", &point)])
        }
        Tone::Press => state.text.say(Msg::CuesSayPress).to_owned(),
        Tone::Half => state.text.say(Msg::CuesSayHalf).to_owned(),
        Tone::Last => state.text.say(Msg::CuesSayLast).to_owned(),
        Tone::Change => state.text.fill(Msg::CuesSayChange, &[("point", &point)]),
        Tone::End => state.text.say(Msg::CuesSayEnd).to_owned(),
    }
}

/// What the lock screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The point.
    pub title: String,
    /// Where in the massage one is.
    pub line: String,
    /// Whether time runs.
    pub running: bool,
}

/// What the lock screen shows; none when no session runs.
#[inline(never)]
pub fn shown(state: &State) -> Option<Shown> {
    let model = timer(state)?;
    let title = [model.muscle.as_str(), ", ", &model.leg].concat();
    Some(Shown { title, line: [model.point.as_str(), " · ", &model.round].concat(), running: !model.paused })
}

/// The end of a session as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneModel {
    /// The heading.
    pub title: Msg,
    /// What was done, in words.
    pub summary: String,
    /// A remark, if there is one.
    pub remark: Option<Msg>,
    /// "Done today 1 of 3".
    pub count: String,
}

/// The session that has just ended, until it is put away.
#[inline(never)]
pub fn done(state: &State) -> Option<DoneModel> {
    let finished = state.finished.as_ref()?;
    let count = super::day::count(state);
    let Some(entry) = &finished.entry else {
        let summary = state.text.say(Msg::DoneNothing).to_owned();
        return Some(DoneModel { title: Msg::DoneTitlePart, summary, remark: None, count });
    };
    let held: i64 = entry.steps.iter().map(|s| i64::from(s.held)).sum();
    let time = words::length(&state.text, Span::seconds(held));
    Some(DoneModel {
        title: if entry.complete { Msg::DoneTitle } else { Msg::DoneTitlePart },
        summary: state.text.fill(Msg::DoneSummary, &[("time", &time)]),
        remark: (!entry.complete).then_some(Msg::DonePart),
        count,
    })
}

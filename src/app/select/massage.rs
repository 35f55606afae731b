//! The plan before it runs, and the red-flag check that stands before the first massage.
use super::{card, words};
use crate::app::{Able, Gate, Settings, Sides, State, plan};
use crate::atlas::{Msg, PointId, RedFlag, Urgency};

/// A point of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// Which point.
    pub id: PointId,
    /// The muscle's name.
    pub muscle: String,
    /// The point's place.
    pub place: String,
    /// How to press, in words; and on which leg, if on one only.
    pub how: String,
    /// On which legs.
    pub sides: Sides,
}

/// The plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanModel {
    /// Its points, in order.
    pub lines: Vec<PlanLine>,
    /// Its numbers.
    pub settings: Settings,
    /// What the device can do.
    pub able: Able,
    /// The legs that are shown.
    pub sides: Sides,
    /// Whether each point is pressed on both legs.
    pub both: bool,
    /// Whether the points are the person's own picks.
    pub own: bool,
    /// How long it takes, in words; empty without points.
    pub total: String,
    /// The same as a clock shows it.
    pub clock: String,
    /// "Massage 3 points".
    pub start: String,
    /// Whether there are more points than advised.
    pub many: bool,
    /// Whether the hold lies outside what is usually advised.
    pub unusual_hold: bool,
}

/// The plan as it stands.
pub fn plan(state: &State) -> PlanModel {
    let points = plan::points(state);
    let routine = plan::routine(state);
    let legs = plan::lines(state);
    let line = |(id, sides): &(PointId, Sides)| {
        let point = state.atlas.point(*id)?;
        let how = plan::technique(state, *id).map(|t| state.text.say(words::technique(t)));
        let leg = match sides {
            Sides::Both => None,
            Sides::One(side) => Some(state.text.say(words::leg(*side))),
        };
        let how: Vec<&str> = how.into_iter().chain(leg).collect();
        Some(PlanLine {
            id: *id,
            muscle: words::muscle(&state.atlas, &state.text, point.muscle),
            place: words::place(&state.atlas, &state.text, *id),
            how: how.join(", "),
            sides: *sides,
        })
    };
    let count = state.text.count(Msg::PlanPointsOne, Msg::PlanPointsMany, points.len());
    let dose = &state.atlas.dose;
    let [low, _, high] = dose.hold.map(i64::from);
    PlanModel {
        lines: legs.iter().filter_map(line).collect(),
        both: legs.iter().all(|(_, sides)| *sides == Sides::Both),
        settings: state.settings,
        able: state.able,
        sides: state.sides,
        own: state.picked.is_some(),
        total: state.text.fill(Msg::PlanTotal, &[("time", &words::length(&state.text, routine.total()))]),
        clock: words::clock(routine.total()),
        start: state.text.fill(Msg::PlanStartLong, &[("points", &count)]),
        many: points.len() > usize::from(dose.points),
        unusual_hold: !(low..=high).contains(&state.settings.hold),
    }
}

/// A red flag as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagLine {
    /// What the person would notice.
    pub sign: String,
    /// A short heading.
    pub title: String,
    /// What to do.
    pub advice: String,
    /// How soon, in words.
    pub urgency: Msg,
    /// Whether it is an emergency.
    pub emergency: bool,
}

/// The red-flag check.
#[derive(Clone, Debug, PartialEq)]
pub enum SafetyModel {
    /// The signs to go through, and the conditions that change how one presses.
    Asking(Vec<FlagLine>, Vec<card::CautionLine>),
    /// The sign that applies.
    Stopped(FlagLine),
}

/// A red flag in words.
pub fn flag(state: &State, flag: &RedFlag) -> FlagLine {
    FlagLine {
        sign: state.text.of(flag.sign).to_owned(),
        title: state.text.of(flag.title).to_owned(),
        advice: state.text.of(flag.advice).to_owned(),
        urgency: match flag.urgency {
            Urgency::Emergency => Msg::SafetyEmergency,
            Urgency::Urgent => Msg::SafetyUrgent,
            Urgency::Doctor => Msg::SafetyDoctor,
        },
        emergency: flag.urgency == Urgency::Emergency,
    }
}

/// All red flags, in the atlas's order.
pub fn flags(state: &State) -> Vec<FlagLine> {
    state.atlas.red_flags.iter().map(|own| flag(state, own)).collect()
}

/// The red-flag check, while it is open.
#[inline(never)]
pub fn safety(state: &State) -> Option<SafetyModel> {
    match &state.gate {
        Gate::Open => None,
        Gate::Asking(..) => Some(SafetyModel::Asking(flags(state), card::general_cautions(state))),
        Gate::Stopped(at) => state.atlas.red_flags.get(*at).map(|own| SafetyModel::Stopped(flag(state, own))),
    }
}

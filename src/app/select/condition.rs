//! Pages that are read for one's safety: a condition, what else it could be, and when to see a doctor.
use super::card::confidence;
use super::massage::{FlagLine, flag};
use super::page::{SourceLine, sources, sources_of};
use super::words;
use crate::app::{Action, Choice, State};
use crate::atlas::{Care, Condition, ConditionId, Library, Msg, MuscleId, RegionId, SourceId, Timing, Urgency};

/// How urgent a condition is, in words.
fn care(care: Care) -> Msg {
    match care {
        Care::SelfCare => Msg::ConditionSelfCare,
        Care::Doctor => Msg::ConditionDoctor,
        Care::Urgent => Msg::SafetyUrgent,
    }
}

/// A time at which it hurts, in words.
pub fn timing(timing: Timing) -> Msg {
    match timing {
        Timing::FirstSteps => Msg::TimingFirstSteps,
        Timing::OnFeet => Msg::TimingOnFeet,
        Timing::Activity => Msg::TimingActivity,
        Timing::EndOfDay => Msg::TimingEndOfDay,
        Timing::Shoes => Msg::TimingShoes,
        Timing::UnevenGround => Msg::TimingUnevenGround,
        Timing::Rest => Msg::TimingRest,
        Timing::Sudden => Msg::TimingSudden,
        Timing::Back => Msg::TimingBack,
    }
}

/// A condition in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionLine {
    /// Which condition.
    pub id: ConditionId,
    /// Its name.
    pub name: String,
    /// Where and when it hurts.
    pub felt: String,
    /// How urgent it is, in words.
    pub care: Msg,
    /// Whether it should be looked at the same day.
    pub urgent: bool,
}

fn line(state: &State, id: ConditionId, condition: &Condition) -> ConditionLine {
    ConditionLine {
        id,
        name: state.text.of(condition.title()).to_owned(),
        felt: state.text.of(condition.felt()).to_owned(),
        care: care(condition.care),
        urgent: condition.care == Care::Urgent,
    }
}

/// The library, once there are words for it.
fn library(state: &State) -> Option<&Library> {
    state.library.as_deref().filter(|_| state.text.has_prose())
}

fn conditions(state: &State) -> impl Iterator<Item = (ConditionId, &Condition)> {
    let all = library(state).map(|l| l.conditions.as_slice()).unwrap_or_default();
    all.iter().enumerate().map(|(at, condition)| (ConditionId(at as u16), condition))
}

/// The conditions that the pain of a muscle may be taken for.
pub fn of_muscle(state: &State, muscle: MuscleId) -> Vec<ConditionLine> {
    let of = conditions(state).filter(|(_, c)| c.muscles.contains(&muscle));
    of.map(|(id, c)| line(state, id, c)).collect()
}

/// The page of a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionPage {
    /// Its name, where and when it hurts, how urgent it is.
    pub head: ConditionLine,
    /// What it is.
    pub about: String,
    /// Where it is felt, as places.
    pub places: String,
    /// What sets it apart.
    pub clue: String,
    /// What studies and guidelines say.
    pub evidence: String,
    /// How far that was checked, in words.
    pub sure: String,
    /// What one can do.
    pub advice: String,
    /// When to see a doctor.
    pub doctor: String,
    /// Muscles whose pain can feel like this.
    pub muscles: Vec<(MuscleId, String, String)>,
    /// Marks its places; none where marking would lead to massage that must wait.
    pub mark: Option<Action>,
    /// Where it all comes from.
    pub sources: Vec<SourceLine>,
}

fn page(state: &State, id: ConditionId, condition: &Condition) -> ConditionPage {
    let (atlas, text) = (&state.atlas, &state.text);
    let of = |id| text.of(id).to_owned();
    let evidence = [condition.evidence, condition.supported_by];
    let sure = library(state).and_then(|l| l.evidence(condition.supported_by)).map(|e| e.confidence);
    let sure = sure.map(|c| text.fill(Msg::ConditionSure, &[("confidence", text.say(confidence(c)))]));
    // Where somebody should look first, nothing leads to pressing.
    let open = condition.care == Care::SelfCare || (condition.care == Care::Doctor && !condition.muscles.is_empty());
    let muscle = |m: &MuscleId| (*m, words::muscle(atlas, text, *m), words::plain(atlas, text, *m));
    let own: Vec<SourceId> = sources_of(state, evidence.into_iter());
    ConditionPage {
        head: line(state, id, condition),
        about: of(condition.about()),
        places: words::upper(&words::regions(atlas, text, &condition.regions)),
        clue: of(condition.clue()),
        evidence: of(condition.support()),
        sure: sure.unwrap_or_default(),
        advice: of(condition.advice()),
        doctor: of(condition.doctor()),
        muscles: condition.muscles.iter().filter(|_| open).map(muscle).collect(),
        mark: open.then(|| Action::Mark(condition.regions.clone())),
        sources: sources(state, own),
    }
}

/// What else it could be.
#[derive(Clone, Debug, PartialEq)]
pub struct OthersModel {
    /// Times at which it may hurt, and whether that one is chosen.
    pub times: Vec<(Timing, bool)>,
    /// Whether places are marked.
    pub marked: bool,
    /// What fits the marked places and the chosen time.
    pub here: Vec<ConditionLine>,
    /// The others.
    pub rest: Vec<ConditionLine>,
}

fn others(state: &State) -> OthersModel {
    let marked: Vec<RegionId> = state.marks.iter().map(|m| m.region).collect();
    let fits = |c: &Condition| {
        let there = marked.is_empty() || c.regions.iter().any(|r| marked.contains(r));
        there && state.timing.is_none_or(|t| c.timing.contains(&t))
    };
    let (here, rest): (Vec<_>, Vec<_>) = conditions(state).partition(|(_, c)| fits(c));
    let lines = |list: Vec<(ConditionId, &Condition)>| list.into_iter().map(|(id, c)| line(state, id, c)).collect();
    let known = |t: &&Timing| conditions(state).any(|(_, c)| c.timing.contains(t));
    OthersModel {
        times: Timing::ALL.iter().filter(known).map(|t| (*t, state.timing == Some(*t))).collect(),
        marked: !marked.is_empty(),
        here: lines(here),
        rest: lines(rest),
    }
}

/// Red flags of one urgency.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagGroup {
    /// What to do, in words.
    pub urgency: Msg,
    /// Whether it is an emergency.
    pub emergency: bool,
    /// The signs.
    pub flags: Vec<FlagLine>,
}

/// When to see a doctor.
#[derive(Clone, Debug, PartialEq)]
pub struct DoctorModel {
    /// The signs, the most urgent first.
    pub groups: Vec<FlagGroup>,
    /// Who says so.
    pub sources: Vec<SourceLine>,
}

fn doctor(state: &State) -> DoctorModel {
    let flags = &state.atlas.red_flags;
    let group = |urgency: Urgency| FlagGroup {
        // "First" has no meaning where no massage was asked for.
        urgency: match urgency {
            Urgency::Emergency => Msg::SafetyEmergency,
            Urgency::Urgent => Msg::SafetyUrgent,
            Urgency::Doctor => Msg::ConditionDoctor,
        },
        emergency: urgency == Urgency::Emergency,
        flags: flags.iter().filter(|f| f.urgency == urgency).map(|f| flag(state, f)).collect(),
    };
    DoctorModel {
        groups: Urgency::ALL.iter().map(|u| group(*u)).filter(|g| !g.flags.is_empty()).collect(),
        sources: sources(state, sources_of(state, flags.iter().map(|f| f.evidence))),
    }
}

/// A page to read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// It has not come yet; what stands above it until then.
    Waiting(Msg),
    /// A condition.
    Condition(Box<ConditionPage>),
    /// What else it could be.
    Others(OthersModel),
    /// When to see a doctor.
    Doctor(DoctorModel),
}

/// The page being read, if one is.
#[inline(never)]
pub fn reading(state: &State) -> Option<Reading> {
    let choice = match state.choice? {
        Choice::Muscle(_) | Choice::Point(_) => return None,
        choice => choice,
    };
    let Some(library) = library(state) else {
        return Some(Reading::Waiting(match choice {
            Choice::Others => Msg::OthersTitle,
            Choice::Doctor => Msg::DoctorTitle,
            _ => Msg::SearchConditions,
        }));
    };
    Some(match choice {
        Choice::Condition(id) => Reading::Condition(Box::new(page(state, id, library.condition(id)?))),
        Choice::Others => Reading::Others(others(state)),
        _ => Reading::Doctor(doctor(state)),
    })
}

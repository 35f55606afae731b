//! What the guide would like to know: a few questions, and where to press next.
use super::super::page::{SourceLine, sources, sources_of};
use super::super::words;
use super::results::{Together, leg, together};
use crate::app::{Sides, State, plan};
use crate::atlas::{PointId, QuestionId, QuestionPage, Side, guide};

/// How many questions are open at a time.
const OPEN: usize = 4;

/// Advice that follows from an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// A short heading.
    pub title: String,
    /// What to do.
    pub advice: String,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which question.
    pub id: QuestionId,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// What was answered.
    pub answer: Option<bool>,
    /// Whether what an answer changes is assumed, and no source says it.
    pub assumed: bool,
    /// The warning signs that the answer points to.
    pub warnings: Vec<Warning>,
}

/// The questions that were answered, in their order, and the next few that are worth asking. None while nothing is
/// marked, or while their words have not come.
pub fn questions(state: &State) -> Vec<Question> {
    if state.marks.is_empty() || !state.text.has_prose() {
        return Vec::new();
    }
    let case = state.case();
    let open = guide::questions(&state.atlas, &case, &guide::rank(&state.atlas, &case));
    let ids = state.answers.iter().map(|a| a.question).chain(open.into_iter().take(OPEN));
    let line = |id: QuestionId| {
        let question = state.atlas.question(id)?;
        let answer = case.answer(id);
        let told = question.flags.iter().filter(|_| answer == Some(true));
        let flags = told.filter_map(|at| state.atlas.red_flags.get(usize::from(*at)));
        let said = |id| state.text.of(id).to_owned();
        Some(Question {
            id,
            text: said(question.text),
            why: said(question.why),
            answer,
            assumed: page(state, id).is_some_and(|page| page.convention && page.evidence.is_empty()),
            warnings: flags.map(|f| Warning { title: said(f.title), advice: said(f.advice) }).collect(),
        })
    };
    ids.filter_map(line).collect()
}

fn page(state: &State, id: QuestionId) -> Option<&QuestionPage> {
    state.library.as_ref()?.questions.get(id.at())
}

/// What these questions rest on, each source once.
fn question_sources(state: &State, questions: &[Question]) -> Vec<SourceLine> {
    let evidence = questions.iter().filter_map(|q| page(state, q.id)).flat_map(|page| page.evidence.iter().copied());
    sources(state, sources_of(state, evidence))
}

/// Where to press next.
#[derive(Clone, Debug, PartialEq)]
pub struct PressHere {
    /// Which point.
    pub point: PointId,
    /// On which leg.
    pub side: Side,
    /// The muscle's name.
    pub name: String,
    /// The place of the point.
    pub place: String,
    /// The leg in words.
    pub leg: String,
    /// How to find it with a finger; empty until that has come.
    pub find: String,
    /// How to press it; empty until that has come.
    pub press: String,
    /// The highest pressure pain, of 10.
    pub ceiling: u8,
}

/// The best next point to press by oneself. None when there is none, or none that is worth it.
pub fn next_press(state: &State) -> Option<PressHere> {
    let case = state.case();
    let next = guide::press_next(&state.atlas, &case, &guide::rank(&state.atlas, &case));
    let (point, side) = next.into_iter().find(|(point, _)| plan::pressable(&state.atlas, *point))?;
    let of = state.atlas.point(point)?;
    let page = state.library.as_ref().and_then(|l| l.point(point));
    Some(PressHere {
        point,
        side,
        name: words::muscle(&state.atlas, &state.text, of.muscle),
        place: words::upper(&words::place(&state.atlas, &state.text, point)),
        leg: leg(state, Sides::One(side)),
        find: page.map(|p| state.text.of(p.find).to_owned()).unwrap_or_default(),
        press: page.map(|p| state.text.of(p.press).to_owned()).unwrap_or_default(),
        ceiling: of.ceiling,
    })
}

/// All that makes the list of possible sources sharper.
#[derive(Clone, Debug, PartialEq)]
pub struct Guided {
    /// What explains all of the pain.
    pub together: Option<Together>,
    /// Where to press next.
    pub here: Option<PressHere>,
    /// The questions.
    pub questions: Vec<Question>,
    /// What the questions rest on.
    pub sources: Vec<SourceLine>,
}

/// All of it.
#[inline(never)]
pub fn guided(state: &State) -> Guided {
    let questions = questions(state);
    let sources = question_sources(state, &questions);
    Guided { together: together(state), here: next_press(state), questions, sources }
}

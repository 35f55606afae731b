//! What may cause the marked pain: each result with what speaks for it and against it, and what explains all of it.
use super::super::card::confidence;
use super::super::words;
use crate::app::{Sides, State, plan};
use crate::atlas::{
    Doubt, Felt, Msg, MuscleId, PointId, Prevalence, QuestionId, Ranked, Reason, RegionId, Side, guide,
};

/// A muscle point in the list of results.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The point.
    pub point: PointId,
    /// Its muscle.
    pub muscle: MuscleId,
    /// The muscle's name.
    pub name: String,
    /// What a lay person calls the muscle, and the place of the point.
    pub place: String,
    /// On which legs it is suspected.
    pub sides: Sides,
    /// "left leg" or "right leg"; empty when it is both.
    pub leg: String,
    /// How well it matches, 0 to 100.
    pub match_percent: u8,
    /// The match in words.
    pub match_words: String,
    /// Why, in plain words, weightiest first.
    pub reasons: Vec<String>,
    /// Why not higher, in plain words, weightiest first.
    pub doubts: Vec<String>,
    /// How well the weakest of the claims it rests on is supported, in words.
    pub support: String,
    /// Whether the muscle lies far from the pain, and is easily overlooked.
    pub distant: bool,
    /// What was felt when it was pressed, on the legs where it was.
    pub felt: Vec<(Side, Felt)>,
    /// Whether it is in the plan.
    pub picked: bool,
    /// Whether it may be pressed by oneself.
    pub pressable: bool,
}

fn places(state: &State, msg: Msg, ids: &[RegionId]) -> String {
    state.text.fill(msg, &[("places", &words::regions(&state.atlas, &state.text, ids))])
}

fn counted(state: &State, msg: Msg, p: &Prevalence) -> String {
    state.text.fill(msg, &[("found", &p.found.to_string()), ("of", &p.of.to_string())])
}

fn answered(state: &State, msg: Msg, question: QuestionId) -> String {
    let topic = state.atlas.question(question).map_or("", |q| state.text.of(q.topic));
    // The topic is prose, which comes later.
    if topic.is_empty() { String::new() } else { state.text.fill(msg, &[("topic", topic)]) }
}

/// A reason in the person's language. Empty while the words for it have not come.
pub fn reason(state: &State, reason: &Reason) -> String {
    match reason {
        Reason::Pressed(Felt::Reproduced) => state.text.say(Msg::GuideWasReproduced).to_owned(),
        Reason::Pressed(_) => state.text.say(Msg::GuideWasTender).to_owned(),
        Reason::Essential(ids) => places(state, Msg::ResultsEssential, ids),
        Reason::Spillover(ids) => places(state, Msg::ResultsSpillover, ids),
        Reason::Distant => state.text.say(Msg::GuideDistant).to_owned(),
        Reason::Found(p) if p.active => counted(state, Msg::ResultsFoundActive, p),
        Reason::Found(p) => counted(state, Msg::ResultsFound, p),
        Reason::Answer(question) => answered(state, Msg::GuideAnswerFor, *question),
    }
}

/// A doubt in the person's language. Empty while the words for it have not come.
pub fn doubt(state: &State, doubt: &Doubt) -> String {
    match doubt {
        Doubt::NothingFelt => state.text.say(Msg::GuideWasNothing).to_owned(),
        Doubt::OnlySpillover => state.text.say(Msg::GuideOnlySpillover).to_owned(),
        Doubt::Absent(ids) => places(state, Msg::ResultsAbsent, ids),
        Doubt::Unexplained(ids) => places(state, Msg::GuideUnexplained, ids),
        Doubt::Answer(question) => answered(state, Msg::GuideAnswerAgainst, *question),
        Doubt::Rare => state.text.say(Msg::GuideRare).to_owned(),
        Doubt::Seldom(p) => counted(state, Msg::GuideSeldom, p),
    }
}

/// "left leg" or "right leg"; empty for both.
pub(super) fn leg(state: &State, sides: Sides) -> String {
    match sides {
        Sides::Both => String::new(),
        Sides::One(side) => state.text.say(words::leg(side)).to_owned(),
    }
}

fn found(state: &State, picked: &[PointId], ranked: &Ranked) -> Option<Found> {
    let text = &state.text;
    let muscle = state.atlas.point(ranked.point)?.muscle;
    let percent = (ranked.score * 100.0).round().clamp(1.0, 100.0) as u8;
    let plain = words::upper(&words::plain(&state.atlas, text, muscle));
    let place = words::place(&state.atlas, text, ranked.point);
    let mut reasons: Vec<String> = ranked.reasons.iter().map(|r| reason(state, r)).collect();
    let mut doubts: Vec<String> = ranked.doubts.iter().map(|d| doubt(state, d)).collect();
    reasons.retain(|r| !r.is_empty());
    doubts.retain(|d| !d.is_empty());
    let pressed = state.pressed.iter().filter(|p| p.point == ranked.point);
    Some(Found {
        point: ranked.point,
        muscle,
        name: words::muscle(&state.atlas, text, muscle),
        place: text.fill(Msg::ResultsAt, &[("plain", &plain), ("place", &place)]),
        sides: ranked.sides,
        leg: leg(state, ranked.sides),
        match_percent: percent,
        match_words: text.fill(Msg::ResultsMatch, &[("n", &percent.to_string())]),
        reasons,
        doubts,
        support: text.fill(Msg::GuideSupport, &[("confidence", text.say(confidence(ranked.confidence)))]),
        distant: ranked.reasons.contains(&Reason::Distant),
        felt: pressed.map(|p| (p.side, p.felt)).collect(),
        picked: picked.contains(&ranked.point),
        pressable: plan::pressable(&state.atlas, ranked.point),
    })
}

/// What may cause the marked pain, best first, one entry per muscle.
pub fn results(state: &State) -> Vec<Found> {
    let picked = plan::points(state);
    plan::results(state).iter().filter_map(|ranked| found(state, &picked, ranked)).collect()
}

/// What explains all of the pain together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// The fewest points that do, the likeliest first, and on which legs.
    pub points: Vec<(PointId, Sides)>,
    /// That they do, in a sentence.
    pub words: String,
    /// What no muscle explains, in a sentence; empty when there is nothing.
    pub rest: String,
}

/// What explains all of the pain. None unless at least two places hurt and something explains them.
pub fn together(state: &State) -> Option<Together> {
    let case = state.case();
    let cover = guide::cover(&state.atlas, &case, &guide::rank(&state.atlas, &case));
    if state.sore().len() < 2 || cover.points.is_empty() {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for (point, _) in &cover.points {
        let muscle = state.atlas.point(*point).map(|p| words::muscle(&state.atlas, &state.text, p.muscle));
        names.extend(muscle.filter(|name| !names.contains(name)));
    }
    let rest: Vec<RegionId> = cover.rest.iter().map(|(region, _)| *region).collect();
    let msg = match (rest.is_empty(), names.len()) {
        (true, 1) => Msg::GuideCoverOne,
        (true, _) => Msg::GuideCover,
        (false, _) => Msg::GuideCoverPart,
    };
    Some(Together {
        words: state.text.fill(msg, &[("muscles", &names.join(", "))]),
        rest: if rest.is_empty() { String::new() } else { places(state, Msg::GuideCoverRest, &rest) },
        points: cover.points,
    })
}

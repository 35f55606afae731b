//! Which questions are worth asking: those whose answer would change the order of what stands first.
use super::super::model::{Atlas, MuscleId, PointId, Question, QuestionId};
use super::case::Case;
use super::leg::{odds, percent};
use super::reason::Ranked;

/// How many results a question must matter to.
const FIRST: usize = 8;

impl Question {
    /// What an answer multiplies the odds of a point by; 1 when it says nothing of it.
    pub fn factor(&self, point: PointId, yes: bool) -> f64 {
        let says = self.effects.iter().filter(|e| e.points.contains(&point));
        says.map(|e| percent(if yes { e.yes } else { e.no })).product()
    }
}

/// The muscles that stand first, with the score each would have after an answer.
fn after(atlas: &Atlas, ranked: &[Ranked], question: &Question, yes: bool) -> Vec<f64> {
    let mut muscles: Vec<(MuscleId, f64)> = Vec::new();
    for one in ranked {
        let Some(muscle) = atlas.point(one.point).map(|p| p.muscle) else { continue };
        let score = odds(one.score, question.factor(one.point, yes));
        let full = muscles.len() == FIRST;
        match muscles.iter_mut().find(|(other, _)| *other == muscle) {
            Some((_, best)) => *best = best.max(score),
            None if full => {}
            None => muscles.push((muscle, score)),
        }
    }
    muscles.into_iter().map(|(_, score)| score).collect()
}

/// How much an answer would change the order; the higher up, the more it counts.
fn swing(scores: &[f64]) -> f64 {
    let mut swing = 0.0;
    for (at, score) in scores.iter().enumerate() {
        let overtaking = scores.iter().skip(at + 1).filter(|later| *later > score).count();
        swing += overtaking as f64 / (at + 1) as f64;
    }
    swing
}

/// The questions that were not answered yet and would change the order of the first results, the most telling first.
/// After them those that point to a warning sign, which change no order and are asked for the person's safety.
/// `ranked` is the ranking of the same case.
pub fn questions(atlas: &Atlas, case: &Case, ranked: &[Ranked]) -> Vec<QuestionId> {
    let mut out: Vec<(QuestionId, f64)> = Vec::new();
    for id in atlas.question_ids().filter(|q| case.answer(*q).is_none() && !ranked.is_empty()) {
        let Some(question) = atlas.question(id) else { continue };
        let worth = [true, false].map(|yes| swing(&after(atlas, ranked, question, yes)));
        let [yes, no] = worth;
        if yes + no > 0.0 || !question.flags.is_empty() {
            out.insert(out.partition_point(|(_, other)| *other >= yes + no), (id, yes + no));
        }
    }
    out.into_iter().map(|(id, _)| id).collect()
}

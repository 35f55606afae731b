//! The plain objects that cross the border, and their conversion from and to the program's own types.
use super::error::{out_of_range, wrong_type};
use super::told::object as plain;
use crate::app::plan::pressable;
use crate::app::select::find;
use crate::app::{Sides, State};
use crate::atlas::{Atlas, Mark, PointId, Ranked, Side, ZoneKind};
use crate::browser::records;
use crate::diary::Entry;
use crate::session::{Limits, Phase, Routine, Session, Span, Step};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A value as JavaScript sees it; plain objects, null for none.
pub fn to_js<T: Serialize>(value: &T) -> JsValue {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&plain).unwrap_or(JsValue::NULL)
}

/// `el.session` and `rpe-session`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionOut {
    phase: &'static str,
    step: usize,
    steps: usize,
    point: Option<String>,
    side: Option<&'static str>,
    remaining_ms: i64,
    elapsed_ms: i64,
}

/// A session as the host sees it. `step` counts holds from 0 over all rounds, `steps` is how many there are.
#[inline(never)]
pub fn session(atlas: &Atlas, session: &Session, now: crate::session::Instant) -> JsValue {
    let phase = match session.phase() {
        Phase::Done => "done",
        _ if session.paused() => "paused",
        Phase::Ready => "ready",
        Phase::Hold(_) => "hold",
        Phase::Rest(_) => "rest",
    };
    let step = session.step();
    to_js(&SessionOut {
        phase,
        step: session.hold(),
        steps: session.routine().holds(),
        point: step.map(|s| atlas.point_name(s.point)),
        side: step.map(|s| s.side.name()),
        remaining_ms: session.remaining(now).as_millis(),
        elapsed_ms: session.elapsed(now).as_millis(),
    })
}

/// One row of `rank()`.
#[derive(Serialize)]
pub struct RankOut {
    muscle: String,
    point: String,
    side: &'static str,
    score: f64,
    essential: Vec<String>,
    spillover: Vec<String>,
    reasons: Vec<String>,
    doubts: Vec<String>,
}

/// A ranked point as the host sees it.
pub fn ranked(state: &State, ranked: &Ranked) -> RankOut {
    let names = |kind| ranked.covers(kind).iter().map(|r| state.atlas.region_name(*r).to_owned()).collect();
    let muscle = state.atlas.point(ranked.point).map(|p| state.atlas.muscle_name(p.muscle).to_owned());
    RankOut {
        muscle: muscle.unwrap_or_default(),
        point: state.atlas.point_name(ranked.point),
        side: ranked.sides.name(),
        score: ranked.score,
        essential: names(ZoneKind::Essential),
        spillover: names(ZoneKind::Spillover),
        reasons: ranked.reasons.iter().map(|r| find::reason(state, r)).collect(),
        doubts: ranked.doubts.iter().map(|d| find::doubt(state, d)).collect(),
    }
}

/// A field of an object; none when it is missing, undefined or null.
pub fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|v| !v.is_undefined() && !v.is_null())
}

/// The argument as an object.
///
/// # Errors
/// TypeError naming the argument.
pub fn object(value: &JsValue, name: &str) -> Result<(), JsValue> {
    if value.is_object() && !Array::is_array(value) { Ok(()) } else { Err(wrong_type(name, "an object")) }
}

/// The argument as text.
///
/// # Errors
/// TypeError naming it.
pub fn text(value: &JsValue, name: &str) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| wrong_type(name, "a string"))
}

/// The argument as a whole number between two, which may be it too.
///
/// # Errors
/// TypeError or RangeError naming it.
pub fn whole(value: &JsValue, name: &str, (low, high): (i64, i64)) -> Result<i64, JsValue> {
    let number = value.as_f64().ok_or_else(|| wrong_type(name, "a number"))?;
    let range = [low.to_string(), high.to_string()].join(" to ");
    if number.fract() != 0.0 || number < low as f64 || number > high as f64 {
        let got = js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default();
        return Err(out_of_range(name, &got, &["a whole number from ", &range].concat()));
    }
    Ok(number as i64)
}

/// Marks: region or group ids, or `{region, intensity, side}`; on the given legs where they name none.
///
/// # Errors
/// TypeError or RangeError naming the entry.
pub fn marks(atlas: &Atlas, value: &JsValue, name: &str, legs: Sides) -> Result<Vec<Mark>, JsValue> {
    if !Array::is_array(value) {
        return Err(wrong_type(name, "an array of region ids or {region, intensity, side}"));
    }
    let mut out = Vec::new();
    for (at, entry) in Array::from(value).iter().enumerate() {
        let here = [name, "[", &at.to_string(), "]"].concat();
        let (region, intensity, legs) = if entry.is_object() && !Array::is_array(&entry) {
            let within = |f: &str| [here.as_str(), ".", f].concat();
            let region = field(&entry, "region").ok_or_else(|| wrong_type(&within("region"), "a string"))?;
            let intensity = match field(&entry, "intensity") {
                Some(value) => whole(&value, &within("intensity"), (1, 10))?,
                None => 5,
            };
            let legs = match field(&entry, "side") {
                Some(value) => sides(&value, &within("side"))?,
                None => legs,
            };
            (text(&region, &within("region"))?, intensity, legs)
        } else {
            (text(&entry, &here)?, 5, legs)
        };
        let found = atlas.regions_named(&region);
        if found.is_empty() {
            return Err(out_of_range(&here, &region, "a region or group of this atlas"));
        }
        let on = |side: &Side| {
            let side = *side;
            found.iter().map(move |region| Mark { region: *region, side, intensity: intensity as u8 })
        };
        out.extend(legs.list().iter().flat_map(on));
    }
    Ok(out)
}

/// A point by its public name.
///
/// # Errors
/// TypeError or RangeError naming the field.
pub fn point(atlas: &Atlas, value: &JsValue, name: &str) -> Result<PointId, JsValue> {
    let id = text(value, name)?;
    atlas.point_named(&id).ok_or_else(|| out_of_range(name, &id, "a point of this atlas, such as a muscle's id and .1"))
}

/// A muscle by its public name.
///
/// # Errors
/// TypeError or RangeError naming the field.
pub fn muscle(atlas: &Atlas, value: &JsValue, name: &str) -> Result<crate::atlas::MuscleId, JsValue> {
    let id = text(value, name)?;
    atlas.muscle_named(&id).ok_or_else(|| out_of_range(name, &id, "a muscle of this atlas"))
}

/// A choice of legs.
///
/// # Errors
/// TypeError or RangeError naming the field.
pub fn sides(value: &JsValue, name: &str) -> Result<Sides, JsValue> {
    let id = text(value, name)?;
    Sides::parse(&id).ok_or_else(|| out_of_range(name, &id, "left, right or both"))
}

/// A plan: `{steps: [{point, side, hold}], rounds, rest}`.
///
/// # Errors
/// TypeError or RangeError naming the field.
pub fn routine(state: &State, value: &JsValue) -> Result<Routine, JsValue> {
    object(value, "plan")?;
    let listed = field(value, "steps").unwrap_or(JsValue::UNDEFINED);
    if !Array::is_array(&listed) {
        return Err(wrong_type("plan.steps", "an array of {point, side, hold}"));
    }
    let mut steps = Vec::new();
    for (at, entry) in Array::from(&listed).iter().enumerate() {
        let here = |f: &str| ["plan.steps[", &at.to_string(), "]", f].concat();
        object(&entry, &here(""))?;
        let id = point(&state.atlas, &field(&entry, "point").unwrap_or(JsValue::UNDEFINED), &here(".point"))?;
        if !pressable(&state.atlas, id) {
            return Err(out_of_range(&here(".point"), &state.atlas.point_name(id), "a point to be pressed by oneself"));
        }
        let legs = match field(&entry, "side") {
            Some(value) => sides(&value, &here(".side"))?,
            None => Sides::One(Side::Right),
        };
        let hold = match field(&entry, "hold") {
            Some(value) => whole(&value, &here(".hold"), Limits::HOLD)?,
            None => state.settings.hold,
        };
        let technique = state.atlas.point(id).and_then(|p| p.techniques.first().copied());
        let hold = Span::seconds(hold);
        let of = |side: &Side| Some(Step { point: id, side: *side, technique: technique?, hold, tool: None });
        steps.extend(legs.list().iter().filter_map(of));
    }
    if steps.is_empty() {
        return Err(out_of_range("plan.steps", "", "a list with at least one step"));
    }
    let rounds = field(value, "rounds").map(|v| whole(&v, "plan.rounds", Limits::ROUNDS)).transpose()?;
    let rest = field(value, "rest").map(|v| whole(&v, "plan.rest", (0, 120))).transpose()?;
    Ok(Routine {
        steps,
        rounds: rounds.unwrap_or(state.settings.rounds) as u8,
        ready: Routine::READY,
        rest: rest.map_or(Routine::REST, Span::seconds),
    })
}

/// An entry of the diary as the host sees it.
#[inline(never)]
pub fn entry(entry: &Entry) -> JsValue {
    plain(&[("entry", records::to_js(&entry.write()))])
}

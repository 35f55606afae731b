//! What can be handed on, as a plain object: `capture()` and `restore()`.
use super::error::{out_of_range, wrong_type};
use super::wire;
use crate::app::plan::own::{Line, Own};
use crate::app::plan::pressable;
use crate::app::share::VERSION;
use crate::app::{Choice, Settings, Shared, State};
use crate::atlas::{PointId, Sides, Technique, Tool, View};
use crate::session::Limits;
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::JsValue;

#[derive(Serialize)]
struct MarkOut<'a> {
    region: &'a str,
    side: &'static str,
    intensity: u8,
}

#[derive(Serialize)]
struct PointOut {
    point: String,
    side: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hold: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    technique: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tool: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Captured<'a> {
    version: i64,
    regions: Vec<MarkOut<'a>>,
    plan: Vec<PointOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<i64>,
    hold: i64,
    rounds: i64,
    per_day: i64,
    side: &'static str,
    view: Option<&'static str>,
    mode: &'static str,
    muscle: Option<&'a str>,
    point: Option<String>,
}

/// What `capture()` gives.
pub fn capture(state: &State) -> JsValue {
    let (shared, atlas) = (Shared::of(state), &state.atlas);
    let (set, side) = (&shared.settings, shared.sides.name());
    let region = |m: &crate::atlas::Mark| MarkOut {
        region: atlas.region_name(m.region),
        side: m.side.name(),
        intensity: m.intensity,
    };
    let point = |p: &PointId| {
        let own = shared.own.of(*p);
        PointOut {
            point: atlas.point_name(*p),
            side: own.sides.map_or(side, Sides::name),
            hold: own.hold,
            technique: own.technique.map(Technique::name),
            tool: own.tool.map(Tool::name),
        }
    };
    wire::to_js(&Captured {
        version: VERSION,
        regions: shared.marks.iter().map(region).collect(),
        plan: shared.plan.iter().flatten().map(point).collect(),
        rest: shared.own.rest,
        hold: set.hold,
        rounds: set.rounds,
        per_day: set.per_day,
        side,
        view: shared.view.map(View::name),
        mode: shared.mode(),
        muscle: state.muscle().map(|m| atlas.muscle_name(m)),
        point: match shared.choice {
            Some(Choice::Point(point)) => Some(atlas.point_name(point)),
            _ => None,
        },
    })
}

/// The points of a plan and what is decided about them. A side that is that of the whole decides nothing.
fn plan(state: &State, value: &JsValue, whole: Sides) -> Result<(Vec<PointId>, Own), JsValue> {
    if !Array::is_array(value) {
        return Err(wrong_type("plan", "an array of {point, side, hold, technique, tool}"));
    }
    let (mut points, mut own) = (Vec::new(), Own::default());
    for (at, entry) in Array::from(value).iter().enumerate() {
        let here = |f: &str| ["plan[", &at.to_string(), "]", f].concat();
        wire::object(&entry, &here(""))?;
        let name = wire::field(&entry, "point").unwrap_or(JsValue::UNDEFINED);
        let id = wire::point(&state.atlas, &name, &here(".point"))?;
        if !pressable(&state.atlas, id) {
            return Err(out_of_range(&here(".point"), &state.atlas.point_name(id), "a point to be pressed by oneself"));
        }
        let field = |name: &str| wire::field(&entry, name);
        let ways = state.atlas.point(id).map(|point| point.techniques.clone()).unwrap_or_default();
        let way = |name: &str| Technique::parse(name).filter(|way| ways.contains(way));
        let sides = field("side").map(|v| wire::sides(&v, &here(".side"))).transpose()?;
        let line = Line {
            point: id,
            sides: sides.filter(|sides| *sides != whole),
            hold: field("hold").map(|v| wire::whole(&v, &here(".hold"), Limits::HOLD)).transpose()?,
            technique: field("technique")
                .map(|v| named(&v, &here(".technique"), way, "a way to press this point"))
                .transpose()?,
            tool: field("tool").map(|v| named(&v, &here(".tool"), Tool::parse, "a tool of the atlas")).transpose()?,
        };
        if !points.contains(&id) {
            points.push(id);
            own.set(line);
        }
    }
    Ok((points, own))
}

/// One of a few names.
fn named<T>(value: &JsValue, field: &str, find: impl Fn(&str) -> Option<T>, wanted: &str) -> Result<T, JsValue> {
    let name = wire::text(value, field)?;
    find(&name).ok_or_else(|| out_of_range(field, &name, wanted))
}

/// What `restore()` takes: what `capture()` gave. Without a field, or with null, nothing is marked, planned or
/// looked at; numbers, legs and room stay as they are.
///
/// # Errors
/// TypeError or RangeError naming the field.
pub fn restored(state: &State, value: &JsValue) -> Result<Shared, JsValue> {
    wire::object(value, "state")?;
    let atlas = &state.atlas;
    let field = |name: &str| wire::field(value, name);
    let version = field("version").unwrap_or(JsValue::UNDEFINED);
    // A later version's object may mean something else by the same names.
    wire::whole(&version, "version", (VERSION, VERSION))?;
    let number = |name: &str, usual: i64, limits| field(name).map_or(Ok(usual), |v| wire::whole(&v, name, limits));
    let settings = Settings {
        hold: number("hold", state.settings.hold, Limits::HOLD)?,
        rounds: number("rounds", state.settings.rounds, Limits::ROUNDS)?,
        per_day: number("perDay", state.settings.per_day, Limits::PER_DAY)?,
        cues: state.settings.cues,
    };
    let sides = field("side").map_or(Ok(state.sides), |v| wire::sides(&v, "side"))?;
    let (plan, own) = field("plan").map(|v| plan(state, &v, sides)).transpose()?.unzip();
    let rest = field("rest").map(|v| wire::whole(&v, "rest", Limits::REST)).transpose()?;
    let own = Own { rest, ..own.unwrap_or_default() };
    let marks = field("regions").map_or(Ok(Vec::new()), |v| wire::marks(atlas, &v, "regions", sides))?;
    let drawn = |name: &str| View::parse(name).filter(|v| atlas.plate(*v).is_some());
    let view = field("view").map(|v| named(&v, "view", drawn, "a view of this atlas")).transpose()?;
    let screen = field("mode").map(|v| named(&v, "mode", Shared::room, "explore, massage or day")).transpose()?;
    let muscle = field("muscle").map(|v| wire::muscle(atlas, &v, "muscle")).transpose()?;
    let point = field("point").map(|v| wire::point(atlas, &v, "point")).transpose()?;
    let choice = point.map(Choice::Point).or(muscle.map(Choice::Muscle));
    Ok(Shared { marks, sides, plan, own, settings, view, screen: screen.unwrap_or(state.screen), choice })
}

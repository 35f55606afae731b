//! A session as it is kept while it runs, so that a reload, a crash or another tab can go on with it. A versioned record
//! with the points by their public names.
use crate::atlas::{Atlas, Side, Technique, Tool};
use crate::diary::{Value, WORST};
use crate::session::machine::Parts;
use crate::session::{Instant, Limits, Routine, Session, Span, Step};

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// The longest a session that was broken off is offered again.
pub const LASTS: Span = Span::seconds(12 * 3600);

/// The record of a session, of what was said of the pain before it, and of the widget that runs it.
pub fn write(session: &Session, atlas: &Atlas, before: Option<u8>, owner: u32) -> Value {
    let routine = session.routine();
    let parts = session.parts();
    let step = |step: &Step| {
        Value::map([
            ("point", atlas.point_name(step.point).as_str().into()),
            ("side", step.side.name().into()),
            ("technique", step.technique.name().into()),
            ("hold", step.hold.as_millis().into()),
            ("tool", Value::maybe(step.tool.map(|tool| tool.name()))),
        ])
    };
    let (until, left) = match parts.run {
        Ok(deadline) => (Some(deadline.0), None),
        Err(left) => (None, Some(left.as_millis())),
    };
    Value::map([
        ("v", VERSION.into()),
        ("owner", owner.into()),
        ("steps", Value::List(routine.steps.iter().map(step).collect())),
        ("rounds", routine.rounds.into()),
        ("ready", routine.ready.as_millis().into()),
        ("rest", routine.rest.as_millis().into()),
        ("started", parts.started.0.into()),
        ("seen", parts.seen.0.into()),
        ("slot", (parts.slot as i64).into()),
        ("until", Value::maybe(until)),
        ("left", Value::maybe(left)),
        ("held", parts.held.iter().map(|span| span.as_millis()).collect::<Vec<i64>>().into()),
        ("extra", parts.extra.as_millis().into()),
        ("before", Value::maybe(before)),
        ("left_out", parts.left_out.iter().map(|step| *step as i64).collect::<Vec<i64>>().into()),
    ])
}

/// What a record holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The session.
    pub session: Session,
    /// What was said of the pain before it, 0 to 10.
    pub before: Option<u8>,
    /// Which widget runs it.
    pub owner: u32,
}

/// Reads a record. None when it is damaged, of another version, or of points not known here.
pub fn read(record: &Value, atlas: &Atlas) -> Option<Saved> {
    record.int("v").filter(|v: &u8| *v == VERSION)?;
    let span = |value: &Value, name: &str, most: Span| value.int(name).map(Span::millis).filter(|span| *span <= most);
    let hold = Span::seconds(Limits::HOLD.1);
    let step = |value: &Value| {
        let point = atlas.point_named(value.text("point")?)?;
        let side = Side::parse(value.text("side")?)?;
        let technique = Technique::parse(value.text("technique")?)?;
        let tool = value.text("tool").and_then(Tool::parse);
        Some(Step { point, side, technique, hold: span(value, "hold", hold)?, tool })
    };
    let routine = Routine {
        steps: record.list("steps")?.iter().map(step).collect::<Option<_>>()?,
        rounds: record.int("rounds").filter(|rounds: &u8| i64::from(*rounds) <= Limits::ROUNDS.1)?,
        ready: span(record, "ready", hold)?,
        rest: span(record, "rest", hold)?,
    };
    let numbers = |name: &str| {
        let whole = |value: &Value| match value {
            Value::Int(value) => Some(*value),
            _ => None,
        };
        record.list(name)?.iter().map(whole).collect::<Option<Vec<i64>>>()
    };
    let run = match (record.int("until"), record.int("left")) {
        (Some(deadline), None) => Ok(Instant(deadline)),
        (None, Some(left)) => Err(Span::millis(left)),
        _ => return None,
    };
    let parts = Parts {
        started: Instant(record.int("started")?),
        seen: Instant(record.int("seen")?),
        slot: record.int("slot")?,
        run,
        held: numbers("held")?.into_iter().map(Span::millis).collect(),
        extra: Span::millis(record.int("extra")?),
        left_out: numbers("left_out")?.into_iter().map(usize::try_from).collect::<Result<_, _>>().ok()?,
    };
    let before = record.int("before").filter(|pain: &u8| *pain <= WORST);
    Some(Saved { session: Session::from_parts(routine, parts)?, before, owner: record.int("owner")? })
}

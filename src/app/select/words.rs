//! Names and phrases in the person's language.
use crate::app::{Sides, State};
use crate::atlas::{Atlas, Layer, Msg, MuscleId, PointId, RegionId, Side, Technique, Text, Tool, View};
use crate::session::{Limits, Span};

/// The name of a region.
pub fn region(atlas: &Atlas, text: &Text, id: RegionId) -> String {
    upper(&inside(atlas, text, id))
}

/// The name of a region as it stands inside a sentence.
fn inside(atlas: &Atlas, text: &Text, id: RegionId) -> String {
    atlas.region(id).map_or_else(String::new, |r| text.of(r.name).to_owned())
}

/// The names of regions, in a row.
pub fn regions(atlas: &Atlas, text: &Text, ids: &[RegionId]) -> String {
    let names: Vec<String> = ids.iter().map(|id| inside(atlas, text, *id)).collect();
    names.join(", ")
}

/// The name of a muscle, first letter upper case. What stands in brackets behind it is another name, for the search.
pub fn muscle(atlas: &Atlas, text: &Text, id: MuscleId) -> String {
    // Split at a letter, not at a text: searching for a text costs 4 kB of download.
    let first = |name: &str| upper(name.split('(').next().unwrap_or(name).trim_end());
    atlas.muscle(id).map_or_else(String::new, |m| first(text.of(m.name)))
}

/// The names of the muscles of points, each once, in their order.
pub fn muscles(atlas: &Atlas, text: &Text, points: &[PointId]) -> String {
    let muscles = points.iter().filter_map(|point| atlas.point(*point).map(|p| muscle(atlas, text, p.muscle)));
    let mut names: Vec<String> = Vec::new();
    for name in muscles {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// What a lay person would call a muscle.
pub fn plain(atlas: &Atlas, text: &Text, id: MuscleId) -> String {
    atlas.muscle(id).map_or_else(String::new, |m| text.of(m.plain).to_owned())
}

/// The place name of a point within its muscle.
pub fn place(atlas: &Atlas, text: &Text, id: PointId) -> String {
    atlas.point(id).map_or_else(String::new, |p| text.of(p.label).to_owned())
}

/// A point by muscle and place: "Soleus, lower inner calf".
pub fn point(atlas: &Atlas, text: &Text, id: PointId) -> String {
    let Some(of) = atlas.point(id) else { return String::new() };
    [muscle(atlas, text, of.muscle), place(atlas, text, id)].join(", ")
}

/// The first letter upper case, if it is one of a to z: tables of all alphabets would cost kilobytes of download.
pub fn upper(text: &str) -> String {
    let mut out = text.to_owned();
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    out
}

/// How much a region hurts, 1 to 10; 0 when it is not marked. Marked on both legs, the stronger one counts.
pub fn intensity(state: &State, id: RegionId) -> u8 {
    state
        .marks
        .iter()
        .filter(|m| m.region == id && state.sides.has(m.side))
        .map(|m| m.intensity)
        .max()
        .unwrap_or_default()
}

/// A place with how much it hurts, if it does.
pub fn strong(text: &Text, place: &str, intensity: u8) -> String {
    match intensity {
        0 => place.to_owned(),
        n => text.fill(Msg::PaintStrong, &[("place", place), ("n", &n.to_string())]),
    }
}

/// The name of a view.
pub fn view(view: View) -> Msg {
    match view {
        View::Posterior => Msg::ViewPosterior,
        View::Anterior => Msg::ViewAnterior,
        View::Medial => Msg::ViewMedial,
        View::Lateral => Msg::ViewLateral,
        View::Plantar => Msg::ViewPlantar,
        View::Dorsal => Msg::ViewDorsal,
        View::FootMedial => Msg::ViewFootMedial,
        View::FootLateral => Msg::ViewFootLateral,
    }
}

/// The name of a layer.
pub fn layer(layer: Layer) -> Msg {
    match layer {
        Layer::Skin => Msg::MapSkin,
        Layer::Superficial => Msg::MapSuperficial,
        Layer::Deep => Msg::MapDeep,
    }
}

/// The name of a choice of legs.
pub fn sides(sides: Sides) -> Msg {
    match sides {
        Sides::Both => Msg::SideBoth,
        Sides::One(Side::Left) => Msg::SideLeft,
        Sides::One(Side::Right) => Msg::SideRight,
    }
}

/// "left leg" or "right leg".
pub fn leg(side: Side) -> Msg {
    match side {
        Side::Left => Msg::TimerLeft,
        Side::Right => Msg::TimerRight,
    }
}

/// How to press.
pub fn technique(technique: Technique) -> Msg {
    match technique {
        Technique::Hold => Msg::TechniqueHold,
        Technique::Stroke => Msg::TechniqueStroke,
        Technique::KneeStroke => Msg::TechniqueKneeStroke,
        Technique::Stick => Msg::TechniqueStick,
        Technique::BallFloor => Msg::TechniqueBallFloor,
        Technique::BallWall => Msg::TechniqueBallWall,
        Technique::BallChair => Msg::TechniqueBallChair,
        Technique::Pinch => Msg::TechniquePinch,
        Technique::Roller => Msg::TechniqueRoller,
    }
}

/// What to press with.
pub fn tool(tool: Tool) -> Msg {
    match tool {
        Tool::Thumbs => Msg::ToolThumbs,
        Tool::Fingers => Msg::ToolFingers,
        Tool::Knuckles => Msg::ToolKnuckles,
        Tool::OppositeKnee => Msg::ToolOppositeKnee,
        Tool::Ball => Msg::ToolBall,
        Tool::SmallBall => Msg::ToolSmallBall,
        Tool::BluntStick => Msg::ToolBluntStick,
        Tool::Roller => Msg::ToolRoller,
    }
}

/// How hard to press.
pub fn pressure(text: &Text, ceiling: u8) -> String {
    let msg = if ceiling < Limits::PRESSURE_CEILING { Msg::PressureLight } else { Msg::PressureFirm };
    text.fill(msg, &[("n", &ceiling.to_string())])
}

/// Minutes and seconds as a clock shows them: `4:05`.
pub fn clock(span: Span) -> String {
    let seconds = span.as_seconds_up();
    let (minutes, rest) = (seconds / 60, seconds % 60);
    [minutes.to_string().as_str(), if rest < 10 { ":0" } else { ":" }, rest.to_string().as_str()].concat()
}

/// A length in words: whole minutes from two minutes on, seconds below.
pub fn length(text: &Text, span: Span) -> String {
    let seconds = span.as_seconds_up();
    if seconds < 120 {
        return text.fill(Msg::UnitSeconds, &[("n", &seconds.to_string())]);
    }
    text.fill(Msg::UnitMinutes, &[("n", &((seconds + 30) / 60).to_string())])
}

/// A length to the second: "3 min 10 s".
pub fn exact(text: &Text, span: Span) -> String {
    let seconds = span.as_seconds_up();
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let minutes = (minutes > 0).then(|| text.fill(Msg::UnitMinutes, &[("n", &minutes.to_string())]));
    let rest = (rest > 0 || minutes.is_none()).then(|| text.fill(Msg::UnitSeconds, &[("n", &rest.to_string())]));
    minutes.into_iter().chain(rest).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(
            (upper("soleus"), upper("élévateur"), upper("")),
            ("Soleus".into(), "élévateur".into(), String::new())
        );
    }

    #[test]
    fn a_clock_shows_two_digits_of_seconds() {
        assert_eq!(clock(Span::seconds(245)), "4:05");
        assert_eq!(clock(Span::millis(59_001)), "1:00");
    }
}

//! A line of the plan in a link: the point, and what was decided about it: `soleus.1.l.h40.tstroke.wball` is the point
//! `soleus.1`, on the left leg, for 40 seconds, stroked, with a ball.
use crate::app::plan::own::Line;
use crate::app::plan::pressable;
use crate::atlas::{Atlas, Side, Sides, Technique, Tool};
use crate::session::Limits;

/// The letters of legs.
const LEGS: [(&str, Sides); 3] = [("l", Sides::One(Side::Left)), ("r", Sides::One(Side::Right)), ("b", Sides::Both)];

/// What a line is called.
pub fn name(atlas: &Atlas, line: &Line) -> String {
    let mut name = atlas.point_name(line.point);
    let mut add = |letter: &str, value: &str| [".", letter, value].iter().for_each(|part| name.push_str(part));
    if let Some((letter, _)) = line.sides.and_then(|sides| LEGS.iter().find(|(_, own)| *own == sides)) {
        add(letter, "");
    }
    if let Some(hold) = line.hold {
        add("h", &hold.to_string());
    }
    if let Some(technique) = line.technique {
        add("t", technique.name());
    }
    if let Some(tool) = line.tool {
        add("w", tool.name());
    }
    name
}

/// The line of that name, and how many of its pieces mean nothing here. None when there is no such point, or nobody should
/// press it by themselves.
pub fn named(atlas: &Atlas, name: &str) -> Option<(Line, usize)> {
    let mut parts = name.split('.');
    let point = [parts.next()?, parts.next()?].join(".");
    let mut line = Line::new(atlas.point_named(&point).filter(|point| pressable(atlas, *point))?);
    let ways = atlas.point(line.point).map(|point| point.techniques.clone()).unwrap_or_default();
    let mut unknown = 0;
    for part in parts {
        let value = part.get(1..).unwrap_or_default();
        let known = match part.get(..1) {
            Some("h") => {
                let hold = value.parse().ok().filter(|hold| (Limits::HOLD.0..=Limits::HOLD.1).contains(hold));
                line.hold = hold.or(line.hold);
                hold.is_some()
            }
            Some("t") => {
                let way = Technique::parse(value).filter(|way| ways.contains(way));
                line.technique = way.or(line.technique);
                way.is_some()
            }
            Some("w") => {
                let tool = Tool::parse(value);
                line.tool = tool.or(line.tool);
                tool.is_some()
            }
            _ => {
                let legs = LEGS.iter().find(|(letter, _)| *letter == part).map(|(_, sides)| *sides);
                line.sides = legs.or(line.sides);
                legs.is_some()
            }
        };
        unknown += usize::from(!known);
    }
    Some((line, unknown))
}

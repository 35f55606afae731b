//! The text of a link: names of the atlas and no places in its lists, so that it reads the same in every language and
//! outlives a version. Read with care, for it may come from anywhere.
//!
//! `rpe=1&m=<region>.5&p=<muscle>.1.h40&rest=8&hold=45&rounds=2&day=3&side=left&view=plantar&c=<muscle>`
use super::{Shared, line};
use crate::app::plan::Own;
use crate::app::prefs::within;
use crate::app::state::{Choice, Screen, State};
use crate::atlas::{Atlas, Mark, PointId, RegionId, Side, Sides, View};
use crate::session::Limits;

/// The version of a link's form, and of what `capture()` gives. Raised only when an older program would misread it.
pub const VERSION: i64 = 1;

/// What a link's text begins with.
const BEGINS: &str = "rpe=";
/// The longest text that is read, in bytes. All regions and points together are half of it.
const LONGEST: usize = 4096;
/// The intensity of a region that comes without one, of 10.
const USUAL: u8 = 5;

/// Why a text is no link that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not ours: another fragment of the page.
    Foreign,
    /// It is damaged, or too long.
    Garbled,
    /// A later version made it.
    Newer,
}

/// What a choice is called in a link.
fn choice_name(atlas: &Atlas, choice: Choice) -> String {
    match choice {
        Choice::Muscle(muscle) => atlas.muscle_name(muscle).to_owned(),
        Choice::Point(point) => atlas.point_name(point),
        // Pages to read come with the library, which is not there when a link is opened.
        Choice::Condition(_) | Choice::Others | Choice::Doctor => String::new(),
    }
}

/// The choice of that name.
fn choice_named(atlas: &Atlas, name: &str) -> Option<Choice> {
    atlas.point_named(name).map(Choice::Point).or_else(|| atlas.muscle_named(name).map(Choice::Muscle))
}

/// What the marks are called in a link: the region and how much it hurts, as one number when both legs hurt alike.
fn mark_names(atlas: &Atlas, marks: &[Mark]) -> String {
    let mut regions: Vec<RegionId> = Vec::new();
    for mark in marks {
        if !regions.contains(&mark.region) {
            regions.push(mark.region);
        }
    }
    let on = |region: RegionId, side: Side| marks.iter().find(|m| (m.region, m.side) == (region, side));
    let name = |region: RegionId| {
        let legs = [("l", on(region, Side::Left)), ("r", on(region, Side::Right))];
        let mut name = atlas.region_name(region).to_owned();
        if let [(_, Some(left)), (_, Some(right))] = legs
            && left.intensity == right.intensity
        {
            return [&name, ".", &left.intensity.to_string()].concat();
        }
        for (leg, mark) in legs {
            if let Some(mark) = mark {
                name.push('.');
                name.push_str(leg);
                name.push_str(&mark.intensity.to_string());
            }
        }
        name
    };
    joined(regions.into_iter().map(name))
}

/// The marks of one name: a region or group, then how much it hurts: one number, or one for each leg (`.5`,
/// `.l5.r3`). None when there is no such place or no such number.
fn marks_named(atlas: &Atlas, name: &str) -> Option<Vec<Mark>> {
    let mut parts = name.split('.');
    let regions = atlas.regions_named(parts.next()?);
    let mut legs: Vec<(Side, u8)> = Vec::new();
    for part in parts {
        let number = part.strip_prefix(['l', 'r']).unwrap_or(part).parse::<u8>().ok()?;
        (1..=10).contains(&number).then_some(())?;
        let sides = if part.starts_with('l') {
            Sides::One(Side::Left)
        } else if part.starts_with('r') {
            Sides::One(Side::Right)
        } else {
            Sides::Both
        };
        legs.retain(|(side, _)| !sides.has(*side));
        legs.extend(sides.list().iter().map(|side| (*side, number)));
    }
    if legs.is_empty() {
        legs.extend(Sides::Both.list().iter().map(|side| (*side, USUAL)));
    }
    let mark = |region: RegionId| legs.iter().map(move |(side, intensity)| (region, *side, *intensity));
    let marks = regions.into_iter().flat_map(mark);
    let marks: Vec<Mark> = marks.map(|(region, side, intensity)| Mark { region, side, intensity }).collect();
    if marks.is_empty() { None } else { Some(marks) }
}

/// What a room is called.
pub fn screen_name(screen: Screen) -> &'static str {
    match screen {
        Screen::Find => "explore",
        Screen::Massage => "massage",
        Screen::Day => "day",
    }
}

/// The room of that name.
pub fn screen_named(name: &str) -> Option<Screen> {
    [Screen::Find, Screen::Massage, Screen::Day].into_iter().find(|s| screen_name(*s) == name)
}

fn joined(names: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    for name in names {
        if !out.is_empty() {
            out.push(',');
        }
        out.push_str(&name);
    }
    out
}

impl Shared {
    /// The text of a link to it. The day is nobody else's: a link never leads there.
    pub fn write(&self, atlas: &Atlas) -> String {
        let mut out = [BEGINS, &VERSION.to_string()].concat();
        let mut add = |key: &str, value: &str| {
            if !value.is_empty() {
                for part in ["&", key, "=", value] {
                    out.push_str(part);
                }
            }
        };
        let set = &self.settings;
        add("m", &mark_names(atlas, &self.marks));
        add("p", &joined(self.plan.iter().flatten().map(|p| line::name(atlas, &self.own.of(*p)))));
        add("rest", &self.own.rest.map_or_else(String::new, |rest| rest.to_string()));
        add("hold", &set.hold.to_string());
        add("rounds", &set.rounds.to_string());
        add("day", &set.per_day.to_string());
        add("side", self.sides.name());
        add("view", self.view.map_or("", View::name));
        add("mode", if self.screen == Screen::Massage { self.mode() } else { "" });
        add("c", &self.choice.map_or_else(String::new, |choice| choice_name(atlas, choice)));
        out
    }
}

/// A text without its percent signs: mail programs like to put them in. None when it is not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let digit = |byte: Option<&u8>| byte.and_then(|b| char::from(*b).to_digit(16));
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

/// The version and the rest of a link's text.
fn opened(text: &str) -> Result<String, Fault> {
    let text = text.trim_ascii();
    let begins = text.strip_prefix('#').unwrap_or(text);
    if begins.len() > LONGEST {
        let ours = begins.get(..3).is_some_and(|word| BEGINS.starts_with(word));
        return Err(if ours { Fault::Garbled } else { Fault::Foreign });
    }
    let decoded = decoded(begins).ok_or(Fault::Foreign)?;
    let rest = decoded.strip_prefix(BEGINS).ok_or(Fault::Foreign)?;
    let (version, rest) = rest.split_once('&').unwrap_or((rest, ""));
    match version.parse::<i64>() {
        Ok(VERSION) => Ok(rest.to_owned()),
        Ok(newer) if newer > VERSION => Err(Fault::Newer),
        _ => Err(Fault::Garbled),
    }
}

/// Whether a page's fragment is meant for us.
pub fn is_ours(text: &str) -> bool {
    opened(text) != Err(Fault::Foreign)
}

/// Reads a link's text for a widget in this state, and tells how many of its parts mean nothing here and were left out.
/// A link stands for all that is selected; numbers, legs and room it does not name stay as they are.
///
/// # Errors
/// When it is no link, damaged or of a later version.
pub fn read(state: &State, text: &str) -> Result<(Shared, usize), Fault> {
    let rest = opened(text)?;
    let atlas: &Atlas = &state.atlas;
    let mut unknown = 0;
    let mut shared = Shared {
        marks: Vec::new(),
        sides: state.sides,
        plan: None,
        own: Own::default(),
        settings: state.settings,
        view: None,
        screen: state.screen,
        choice: None,
    };
    for pair in rest.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        // An ampersand that was written out on its way.
        let key = key.strip_prefix("amp;").unwrap_or(key);
        let mut number = |field: &mut i64| match value.parse() {
            Ok(n) => *field = n,
            Err(_) => unknown += 1,
        };
        match key {
            "hold" => number(&mut shared.settings.hold),
            "rounds" => number(&mut shared.settings.rounds),
            "day" => number(&mut shared.settings.per_day),
            "rest" => {
                let rest = value.parse().ok().filter(|rest| (Limits::REST.0..=Limits::REST.1).contains(rest));
                unknown += take(&mut shared.own.rest, rest.map(Some));
            }
            "m" => unknown += read_marks(atlas, value, &mut shared.marks),
            "p" => unknown += read_plan(atlas, value, shared.plan.get_or_insert_default(), &mut shared.own),
            "side" => unknown += take(&mut shared.sides, Sides::parse(value)),
            "view" => {
                let view = View::parse(value).filter(|v| atlas.plate(*v).is_some());
                unknown += take(&mut shared.view, view.map(Some));
            }
            "mode" => unknown += take(&mut shared.screen, screen_named(value)),
            "c" => unknown += take(&mut shared.choice, choice_named(atlas, value).map(Some)),
            // What others add to an address.
            _ => {}
        }
    }
    shared.settings = within(shared.settings);
    Ok((shared, unknown))
}

/// Takes a value if there is one, and says how many were missing.
fn take<T>(field: &mut T, value: Option<T>) -> usize {
    match value {
        Some(value) => {
            *field = value;
            0
        }
        None => 1,
    }
}

fn read_marks(atlas: &Atlas, value: &str, marks: &mut Vec<Mark>) -> usize {
    let mut unknown = 0;
    for name in value.split(',').filter(|n| !n.is_empty()) {
        let Some(found) = marks_named(atlas, name) else {
            unknown += 1;
            continue;
        };
        for mark in found {
            if !marks.iter().any(|m| (m.region, m.side) == (mark.region, mark.side)) {
                marks.push(mark);
            }
        }
    }
    unknown
}

/// The points of a plan, and what was decided about them.
fn read_plan(atlas: &Atlas, value: &str, plan: &mut Vec<PointId>, own: &mut Own) -> usize {
    let mut unknown = 0;
    for name in value.split(',').filter(|n| !n.is_empty()) {
        match line::named(atlas, name) {
            Some((line, left)) if !plan.contains(&line.point) => {
                plan.push(line.point);
                own.set(line);
                unknown += left;
            }
            Some(_) => {}
            None => unknown += 1,
        }
    }
    unknown
}

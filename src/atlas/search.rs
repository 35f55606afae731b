//! Searching by name: muscles, places, and what else may be behind the pain. In the language in use, in the atlas's first
//! language and in Latin; by other words for a thing; whatever the case, the accents, the order of the words and small
//! slips of the fingers. The same words always find the same things in the same order.
use super::fold::{fold, joined, words};
use super::model::{Atlas, ConditionId, GroupId, Library, MuscleId, RegionId, TextId};
use super::text::{Msg, Text};

/// The most things that are found.
pub const MOST: usize = 12;
/// How many letters of a query are read.
const LETTERS: usize = 64;
/// How many words of a query are read.
const WORDS: usize = 8;
/// How many letters of a word are compared for slips.
const LONG: usize = 24;

/// Something that can be found. Of what fits equally well, what comes first here comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A part of the body.
    Group(GroupId),
    /// A place.
    Region(RegionId),
    /// Something else that may be behind the pain.
    Condition(ConditionId),
    /// A muscle.
    Muscle(MuscleId),
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub thing: Thing,
    /// The other word by which it was found; empty when it was its own name.
    pub by: String,
    cost: u16,
}

// What the ways to match cost. A slip costs more than all else together, so that where something is spelt as typed,
// what only resembles it is left out.
const LATER: u16 = 1;
const OTHER_NAME: u16 = 2;
const BEGINS: u16 = 3;
const SURPLUS: u16 = 6;
const INSIDE: u16 = 10;
const SLIP: u16 = 100;
const MISSING: u16 = 1000;
/// The most that a match may cost for which all that needs a slip is left out.
const CLEAR: u16 = 9;

/// How much a word means: a small one less.
fn weight(word: &[u8]) -> u16 {
    if word.len() > 3 { 2 } else { 1 }
}

/// How many slips a word of that length may hold.
fn slips(letters: usize) -> u16 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many letters must be added, dropped, changed or swapped with their neighbour to make `typed` of the whole word, and
/// of the best beginning of it. None where it is more than `most` for both.
fn edits(typed: &[u8], word: &[u8], most: u16) -> Option<(u16, u16)> {
    let get = |row: &[u16], at: usize| row.get(at).copied().unwrap_or(u16::MAX / 2);
    let mut before: Vec<u16> = Vec::new();
    let mut above: Vec<u16> = (0..=word.len() as u16).collect();
    let mut row = Vec::new();
    let (mut letter_before, mut least) = (0, 0);
    for (i, letter) in typed.iter().enumerate() {
        row.clear();
        row.push(i as u16 + 1);
        let mut other_before = 0;
        for (j, other) in word.iter().enumerate() {
            let mut cost = get(&above, j) + u16::from(letter != other);
            cost = cost.min(get(&above, j + 1) + 1).min(get(&row, j) + 1);
            if letter_before == *other && *letter == other_before {
                cost = cost.min(get(&before, j.wrapping_sub(1)) + 1);
            }
            other_before = *other;
            row.push(cost);
        }
        letter_before = *letter;
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
        least = above.iter().copied().min().unwrap_or_default();
        if least > most {
            return None;
        }
    }
    Some((get(&above, word.len()), least))
}

/// What it costs to take a typed word for a word. None when they have nothing to do with each other.
fn alike(typed: &[u8], word: &[u8]) -> Option<u16> {
    let longer = word.len().saturating_sub(typed.len());
    if word.starts_with(typed) {
        return Some(if longer == 0 { 0 } else { BEGINS + u16::from(longer > 4) });
    }
    if typed.len() >= 3 && word.windows(typed.len()).any(|part| part == typed) {
        return Some(INSIDE);
    }
    let most = slips(typed.len());
    if most == 0 || typed.len() > LONG || word.len() > LONG * 2 || typed.len() > word.len() + usize::from(most) {
        return None;
    }
    let (whole, beginning) = edits(typed, word, most)?;
    let whole = (whole <= most).then_some(whole * SLIP);
    let beginning = (beginning <= most).then_some(beginning * SLIP + BEGINS);
    [whole, beginning].into_iter().flatten().min()
}

/// A query made ready.
struct Query {
    /// Its words, and whether each may be missing.
    words: Vec<(Vec<u8>, bool)>,
    joined: Vec<u8>,
    /// Whether words that must be there may be missing all the same.
    loose: bool,
}

impl Query {
    fn new(text: &Text, typed: &str) -> Self {
        let folded = fold(typed, LETTERS);
        let skipped = fold(text.say(Msg::SearchSkip), usize::MAX);
        let skip = |word: &[u8]| words(&skipped).any(|other| other == word);
        // Where there is nothing else, small words are what is meant.
        let small = words(&folded).all(skip);
        let words = words(&folded).take(WORDS).map(|word| (word.to_vec(), !small && skip(word))).collect();
        Query { words, joined: joined(&folded), loose: false }
    }

    /// What it costs to take what was typed for this name.
    fn cost(&self, name: &str) -> Option<u16> {
        let folded = fold(name, usize::MAX);
        let as_one = || alike(&self.joined, &joined(&folded)).map(|cost| cost + 1);
        let together = if self.joined.len() > 4 { as_one() } else { None };
        let (mut sum, mut found, mut meant) = (0, 0, 0);
        for (typed, skipped) in &self.words {
            match words(&folded).filter_map(|word| alike(typed, word)).min() {
                Some(cost) => {
                    sum += cost;
                    meant += weight(typed);
                    found += usize::from(typed.len() > 2 && cost < SLIP && !skipped);
                    continue;
                }
                None if *skipped => sum += 1,
                None if self.loose => sum += MISSING,
                None => return together,
            }
        }
        // What a name says that was not typed makes it less likely to be meant.
        let surplus = words(&folded).map(weight).sum::<u16>().saturating_sub(meant).min(SURPLUS);
        let begins = self.words.first().zip(words(&folded).next()).is_some_and(|(a, b)| alike(&a.0, b).is_some());
        let surplus = if begins { surplus } else { surplus + LATER };
        let apart = (found > 0 || !self.loose).then_some(sum + surplus);
        [together, apart].into_iter().flatten().min()
    }
}

/// What was found so far.
struct Finder<'a> {
    query: Query,
    text: &'a Text,
    hits: Vec<Hit>,
    /// The best way to the thing being looked at.
    best: Option<(u16, String)>,
}

impl Finder<'_> {
    /// Looks at a name; `extra` is what it costs that it is not the thing's own whole name, `told` is that it is to be told.
    fn name(&mut self, name: &str, extra: u16, told: bool) {
        if name.is_empty() {
            return;
        }
        let Some(cost) = self.query.cost(name).map(|cost| cost + extra) else { return };
        if self.best.as_ref().is_none_or(|(least, _)| cost < *least) {
            let by = if told { name.to_owned() } else { String::new() };
            self.best = Some((cost, by));
        }
    }

    /// Looks at a thing's own name, in this language and the atlas's first. What stands in brackets or behind a comma
    /// only adds to it.
    fn own(&mut self, id: TextId) {
        let name = self.text.of(id);
        self.name(name, 0, false);
        if let Some((before, _)) = name.split_once(['(', ',']) {
            self.name(before, OTHER_NAME, false);
        }
        self.name(self.text.also(id), OTHER_NAME, true);
    }

    /// Looks at other words, which are separated by commas.
    fn also(&mut self, words: &str) {
        words.split(',').for_each(|word| self.name(word, OTHER_NAME, true));
    }

    /// Notes a thing if one of its names was found.
    fn note(&mut self, thing: Thing) {
        let Some((cost, by)) = self.best.take() else { return };
        let by = by.trim_matches(' ').to_owned();
        let at = self.hits.partition_point(|hit| (hit.cost, hit.thing) <= (cost, thing));
        if at < MOST {
            self.hits.insert(at, Hit { thing, by, cost });
            self.hits.truncate(MOST);
        }
    }

    fn places(&mut self, atlas: &Atlas, library: Option<&Library>) {
        for (at, group) in atlas.groups.iter().enumerate() {
            let id = GroupId(at as u16);
            self.own(group.name);
            let words = library.and_then(|l| l.words_of_group(id));
            words.into_iter().for_each(|words| self.also(self.text.of(words)));
            self.note(Thing::Group(id));
        }
        for (id, region) in atlas.region_ids().zip(&atlas.regions) {
            self.own(region.name);
            let words = library.and_then(|l| l.words_of_region(id));
            words.into_iter().for_each(|words| self.also(self.text.of(words)));
            self.note(Thing::Region(id));
        }
    }

    fn muscles(&mut self, atlas: &Atlas, library: Option<&Library>) {
        for (id, muscle) in atlas.muscle_ids().zip(&atlas.muscles) {
            self.own(muscle.name);
            self.name(self.text.of(muscle.plain), OTHER_NAME, false);
            if let Some(page) = library.and_then(|l| l.muscle(id)) {
                self.also(self.text.of(page.aliases));
                self.name(&page.latin, OTHER_NAME, true);
            }
            self.note(Thing::Muscle(id));
        }
    }

    fn conditions(&mut self, library: &Library) {
        for (at, condition) in library.conditions.iter().enumerate() {
            self.own(condition.title());
            self.also(self.text.of(condition.aliases()));
            self.note(Thing::Condition(ConditionId(at as u16)));
        }
    }

    fn all(&mut self, atlas: &Atlas, library: Option<&Library>) {
        self.places(atlas, library);
        self.muscles(atlas, library);
        if let Some(library) = library {
            self.conditions(library);
        }
    }
}

/// What these words may mean, best first, at most `MOST`. Without the library and the prose, names alone are searched.
pub fn search(atlas: &Atlas, library: Option<&Library>, text: &Text, typed: &str) -> Vec<Hit> {
    let query = Query::new(text, typed);
    if query.words.is_empty() {
        return Vec::new();
    }
    let mut finder = Finder { query, text, hits: Vec::new(), best: None };
    finder.all(atlas, library);
    if finder.hits.is_empty() && finder.query.words.len() > 1 {
        finder.query.loose = true;
        finder.all(atlas, library);
    }
    if finder.hits.first().is_some_and(|hit| hit.cost <= CLEAR) {
        finder.hits.retain(|hit| hit.cost < SLIP);
    }
    finder.hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_fingers_are_counted() {
        let count = |a: &str, b: &str| edits(a.as_bytes(), b.as_bytes(), 9).unwrap_or_default();
        assert_eq!(count("soleus", "soleus"), (0, 0));
        assert_eq!(count("solues", "soleus"), (1, 1));
        assert_eq!(count("solaire", "soleaire"), (1, 1));
        assert_eq!(count("schollenmusekl", "schollenmuskel").0, 1);
        assert_eq!(count("achiles", "achillessehne").1, 1);
        assert_eq!(count("abc", ""), (3, 3));
        assert_eq!(edits(b"soleus", b"gracilis", 1), None);
    }

    #[test]
    fn short_words_take_no_slips() {
        assert_eq!(alike(b"hak", b"hal"), None);
        assert!(alike(b"hiel", b"hil").is_none_or(|cost| cost >= SLIP));
        assert_eq!(alike(b"calf", b"calf"), Some(0));
        assert_eq!(alike(b"sporn", b"fersensporn"), Some(INSIDE));
    }
}

//! Names beside the trigger points: in two columns left and right of the limb, each level with its point as far as the
//! others leave room, so that no two collide. Pure geometry, in limb units.
use super::camera::Box4;

/// The height of a line of text, in letters' heights.
const LINE: f64 = 1.25;
/// The width of an average letter, in letters' heights.
const LETTER: f64 = 0.56;
/// The gap between names, and between the limb and a name, in letters' heights.
const GAP: f64 = 0.5;
/// The most lines a name may take.
const LINES: usize = 3;

/// A name and the point it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place of its point.
    pub at: (f64, f64),
    /// The name, in lines.
    pub lines: Vec<String>,
    /// Whether it stands to the right of the limb.
    pub right: bool,
    /// Where its text begins (right) or ends (left), and the middle of its height.
    pub text: (f64, f64),
}

/// A name in lines of so many letters. What does not fit ends in three dots.
fn lines(name: &str, most: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let room = |line: &String| line.chars().count() + 1 + word.chars().count() <= most;
        match out.last_mut().filter(|line| room(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => out.push(word.to_owned()),
        }
    }
    if out.len() > LINES {
        out.truncate(LINES);
        if let Some(last) = out.last_mut() {
            last.push('\u{2026}');
        }
    }
    out
}

/// Adds a name to its column, which goes from top to bottom.
fn add(column: &mut Vec<Label>, label: Label) {
    column.insert(column.partition_point(|other| other.at.1 <= label.at.1), label);
}

/// Moves the names of one column apart, downwards and then back up, so that they keep their order and stay in the box.
fn settle(column: &mut [Label], letter: f64, [_, top, _, height]: Box4) {
    let half = |l: &Label| l.lines.len() as f64 * LINE * letter / 2.0;
    let gap = GAP * letter;
    let mut free = top;
    for label in column.iter_mut() {
        let half = half(label);
        label.text.1 = label.text.1.max(free + half);
        free = label.text.1 + half + gap;
    }
    let mut free = top + height;
    for label in column.iter_mut().rev() {
        let half = half(label);
        label.text.1 = label.text.1.min(free - half);
        free = label.text.1 - half - gap;
    }
}

/// Places names. `corner` is the height that the controls take of the right column. `seen` is what the screen shows, `limb` from where to where the limb reaches across it, `letter` the
/// height of a letter. Names for which there is no room at all are left out.
pub fn place(points: &[((f64, f64), &str)], seen: Box4, limb: (f64, f64), letter: f64, corner: f64) -> Vec<Label> {
    let [x, _, w, _] = seen;
    let gap = GAP * letter;
    let edges = (limb.0 - gap, limb.1 + gap);
    let rooms = (edges.0 - x - gap, x + w - gap - edges.1);
    let fits = |room: f64| (room / (LETTER * letter)).floor().max(0.0) as usize;
    let fits = (fits(rooms.0), fits(rooms.1));
    let mut columns = (Vec::new(), Vec::new());
    for (at, name) in points {
        // To the nearer side, unless only the other has room.
        let nearer = at.0 > (limb.0 + limb.1) / 2.0;
        let longest = name.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
        let right = if nearer { fits.1 >= longest || fits.1 >= fits.0 } else { fits.0 < longest && fits.1 > fits.0 };
        let most = if right { fits.1 } else { fits.0 };
        if most < longest {
            continue;
        }
        let edge = if right { edges.1 } else { edges.0 };
        let label = Label { at: *at, lines: lines(name, most), right, text: (edge, at.1) };
        add(if right { &mut columns.1 } else { &mut columns.0 }, label);
    }
    settle(&mut columns.0, letter, seen);
    let [x, y, w, h] = seen;
    settle(&mut columns.1, letter, [x, y + corner, w, h - corner]);
    columns.0.append(&mut columns.1);
    columns.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: Box4 = [-300.0, 0.0, 600.0, 400.0];
    const LIMB: (f64, f64) = (-60.0, 60.0);

    fn collide(a: &Label, b: &Label) -> bool {
        let half = |l: &Label| l.lines.len() as f64 * LINE * 10.0 / 2.0;
        a.right == b.right && (a.text.1 - b.text.1).abs() < half(a) + half(b) - 1e-9
    }

    #[test]
    fn names_of_neighbouring_points_do_not_collide() {
        let points: Vec<((f64, f64), &str)> = (0..12)
            .map(|i| ((f64::from(i) - 6.0, 380.0 + f64::from(i)), "Flexor digitorum longus, lower inner shin"))
            .collect();
        let labels = place(&points, SEEN, LIMB, 10.0, 0.0);
        assert_eq!(labels.len(), 12);
        for (i, a) in labels.iter().enumerate() {
            assert!(labels.iter().skip(i + 1).all(|b| !collide(a, b)), "{a:?}");
            assert!(a.text.1 > 0.0 && a.text.1 < 400.0);
        }
    }

    #[test]
    fn a_name_stands_on_its_points_side_of_the_limb_and_level_with_it() {
        let labels = place(&[((-20.0, 100.0), "Soleus"), ((30.0, 200.0), "Plantaris")], SEEN, LIMB, 10.0, 0.0);
        assert_eq!(labels[0].text, (-65.0, 100.0));
        assert_eq!(labels[1].text, (65.0, 200.0));
        assert!(!labels[0].right && labels[1].right);
    }

    #[test]
    fn without_room_there_is_no_name() {
        assert_eq!(place(&[((0.0, 100.0), "Soleus")], [-60.0, 0.0, 120.0, 400.0], LIMB, 10.0, 0.0), []);
    }

    #[test]
    fn a_long_name_is_broken_between_words() {
        assert_eq!(lines("lower inner calf", 11), ["lower inner", "calf"]);
        assert_eq!(lines("a b c d e", 1), ["a", "b", "c\u{2026}"]);
    }
}

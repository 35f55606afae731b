//! All there is to know at a moment. What can be derived is not in here; see `select`.
use super::journal::Journal;
use super::paint::{Painted, Painting};
use super::part::{Part, Program};
use super::plan::{Editing, Own, Shelf};
use super::run::Run;
use super::settings::{Able, Settings};
use super::share::Handed;
use super::sheet::Sheet;
use crate::atlas::{
    Answer, Atlas, Case, ConditionId, Drawing, Layer, Library, Mark, MuscleId, PointId, Pressed, RegionId, Sides, Text,
    Timing, View,
};
use crate::diary::{Book, Day, Entry};
use crate::session::{Instant, Phase, Routine, Session};
use std::rc::Rc;

/// The three rooms of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// From pain to muscle, or back.
    #[default]
    Find,
    /// The plan and the timer.
    Massage,
    /// What was done today.
    Day,
}

/// What the list beside the map lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Listing {
    /// Regions, then what may cause the pain.
    #[default]
    Pain,
    /// All muscles.
    Muscles,
}

/// What is looked at: a muscle, one of its points, or a page to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A muscle with all its points.
    Muscle(MuscleId),
    /// One point.
    Point(PointId),
    /// Something else that may be behind the pain.
    Condition(ConditionId),
    /// What else it could be, at the marked places.
    Others,
    /// When to see a doctor.
    Doctor,
}

/// How the person looks at the limb. What they did not choose follows what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// The view they chose.
    pub view: Option<View>,
    /// The layer they chose.
    pub layer: Option<Layer>,
}

/// The check for red flags that stands before the first massage.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Gate {
    /// Nothing asked.
    #[default]
    Open,
    /// Asking since that moment, before this routine may start.
    Asking(Routine, Instant),
    /// A red flag applies (its place in the atlas's list): no massage.
    Stopped(usize),
}

/// One quiet line about something the person should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be kept on this device.
    NotKept,
    /// Some records could not be read; they were left as they are.
    Unreadable(usize),
    /// A link could not be read.
    BadLink,
    /// A link is of a later version.
    NewerLink,
    /// So many parts of a link mean nothing here.
    LeftOut(usize),
}

/// A session that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// What went into the diary; none when next to nothing was pressed.
    pub entry: Option<Rc<Entry>>,
}

/// The state of one widget.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is known.
    pub atlas: Rc<Atlas>,
    /// What the claims rest on, when it has come.
    pub library: Option<Rc<Library>>,
    /// Which drawings have come.
    pub drawn: Vec<Part>,
    /// How the views are drawn, as far as they have come.
    pub drawings: Vec<(View, Rc<Drawing>)>,
    /// How much of the program is here.
    pub program: Program,
    /// The words it is told in.
    pub text: Rc<Text>,
    /// Whether the person did something yet. Before that, only what is in sight is fetched.
    pub touched: bool,
    /// The room the person is in.
    pub screen: Screen,
    /// What the list lists.
    pub listing: Listing,
    /// Whether all results are listed, or the first few.
    pub all_results: bool,
    /// Where it hurts: at most one mark for a region of a leg.
    pub marks: Vec<Mark>,
    /// What the person answered to the guide, each question once.
    pub answers: Vec<Answer>,
    /// What they felt when they pressed, each point of a leg once.
    pub pressed: Vec<Pressed>,
    /// The legs that a tap speaks of, and that are shown.
    pub sides: Sides,
    /// What is being looked at.
    pub choice: Option<Choice>,
    /// What was looked at before that, the way back.
    pub trail: Vec<Choice>,
    /// How the map is looked at.
    pub look: Look,
    /// The points picked for the massage, in order; none picked means: as suggested.
    pub picked: Option<Vec<PointId>>,
    /// What the person decided about the plan beside that.
    pub own: Own,
    /// What surrounds the plan while it is being changed.
    pub editing: Editing,
    /// The plans that are kept.
    pub shelf: Rc<Shelf>,
    /// The numbers of the plan.
    pub settings: Settings,
    /// What the device can do.
    pub able: Able,
    /// Whether the person set them. Until then they are the page's.
    pub own_settings: bool,
    /// Whether the red-flag check was passed on this device.
    pub checked: bool,
    /// The red-flag check.
    pub gate: Gate,
    /// The running or just ended session.
    pub session: Option<Session>,
    /// What surrounds the session.
    pub run: Rc<Run>,
    /// How the last session ended, until the person goes on.
    pub finished: Option<Finished>,
    /// What was done.
    pub book: Rc<Book>,
    /// What surrounds the diary.
    pub journal: Rc<Journal>,
    /// The person's calendar day.
    pub today: Day,
    /// The moment of the last action that carried one.
    pub now: Instant,
    /// One quiet line, if there is one.
    pub notice: Option<Notice>,
    /// The numbers the person set, while those of a link are in use.
    pub set_aside: Option<Settings>,
    /// The link that was handed out last.
    pub handed: Option<Handed>,
    /// The printed sheet.
    pub sheet: Sheet,
    /// What was painted on the map.
    pub painting: Rc<Painting>,
    /// Whether a stroke is being made.
    pub stroking: bool,
    /// The marks that the painting made.
    pub painted: Vec<Painted>,
    /// What is searched for; empty when nothing is.
    pub query: String,
    /// When it hurts, as far as the person said.
    pub timing: Option<Timing>,
}

impl State {
    /// A fresh widget.
    pub fn new(atlas: Rc<Atlas>, text: Rc<Text>) -> Self {
        State {
            settings: Settings::usual(&atlas.dose),
            atlas,
            library: None,
            drawn: Vec::new(),
            drawings: Vec::new(),
            program: Program::default(),
            text,
            touched: false,
            screen: Screen::default(),
            listing: Listing::default(),
            all_results: false,
            marks: Vec::new(),
            answers: Vec::new(),
            pressed: Vec::new(),
            sides: Sides::default(),
            choice: None,
            trail: Vec::new(),
            look: Look::default(),
            picked: None,
            own: Own::default(),
            editing: Editing::default(),
            shelf: Rc::default(),
            able: Able { voice: false, vibration: false },
            own_settings: false,
            checked: false,
            gate: Gate::default(),
            session: None,
            run: Rc::default(),
            finished: None,
            book: Rc::default(),
            journal: Rc::default(),
            today: Day::default(),
            now: Instant::default(),
            notice: None,
            set_aside: None,
            handed: None,
            sheet: Sheet::default(),
            painting: Rc::default(),
            stroking: false,
            painted: Vec::new(),
            query: String::new(),
            timing: None,
        }
    }

    /// How a view is drawn, if that has come.
    pub fn drawing(&self, view: View) -> Option<&Rc<Drawing>> {
        self.drawings.iter().find(|(of, _)| *of == view).map(|(_, drawing)| drawing)
    }

    /// The numbers the person set themselves, if they did: what is kept of them. Those of a link are not.
    pub fn kept_settings(&self) -> Option<Settings> {
        self.own_settings.then(|| self.set_aside.unwrap_or(self.settings))
    }

    /// Whether a region is marked on a leg that is shown.
    pub fn hurts(&self, region: RegionId) -> bool {
        self.marks.iter().any(|m| m.region == region && self.sides.has(m.side))
    }

    /// The regions that are marked, on whichever leg, each once.
    pub fn sore(&self) -> Vec<RegionId> {
        let mut regions: Vec<RegionId> = Vec::new();
        for mark in &self.marks {
            if !regions.contains(&mark.region) {
                regions.push(mark.region);
            }
        }
        regions
    }

    /// All that is known of the pain.
    pub fn case(&self) -> Case<'_> {
        Case { marks: &self.marks, answers: &self.answers, pressed: &self.pressed }
    }

    /// The session, while it is not over.
    pub fn live(&self) -> Option<&Session> {
        self.session.as_ref().filter(|s| s.phase() != Phase::Done)
    }

    /// What surrounds the session, to be changed.
    #[inline(never)]
    pub fn run_mut(&mut self) -> &mut Run {
        Rc::make_mut(&mut self.run)
    }

    /// Whether there is nothing to a massage now but a question: it ran to its end unseen, or was broken off.
    pub fn is_in_doubt(&self) -> bool {
        (self.run.away.is_some() && self.live().is_none()) || self.run.found.is_some()
    }

    /// The muscle being looked at, directly or by one of its points.
    pub fn muscle(&self) -> Option<MuscleId> {
        match self.choice? {
            Choice::Muscle(muscle) => Some(muscle),
            Choice::Point(point) => self.atlas.point(point).map(|p| p.muscle),
            Choice::Condition(_) | Choice::Others | Choice::Doctor => None,
        }
    }
}

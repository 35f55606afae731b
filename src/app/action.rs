//! Everything that can happen. Time comes in here and nowhere else.
use super::journal;
use super::paint::{Extent, Painting};
use super::part::{Part, Program};
use super::plan;
use super::run::Deed;
use super::saved::Saved;
use super::settings::{Able, Settings};
use super::share::{Handed, Shared};
use super::state::{Choice, Listing, Notice, Screen};
use crate::atlas::{
    Drawing, Felt, GroupId, Layer, Library, Mark, PointId, Prose, QuestionId, RegionId, Side, Sides, Text, Timing, View,
};
use crate::diary::{Book, Day, Record};
use crate::session::{Instant, Routine};
use std::rc::Rc;

/// A moment as the person lives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The wall clock.
    pub now: Instant,
    /// The calendar day where the person is.
    pub day: Day,
    /// A number that makes ids unique.
    pub random: u32,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another room was entered.
    Show(Screen),
    /// The list was switched.
    List(Listing),
    /// A region was tapped: marked, or unmarked, on the legs that are shown.
    Tap(RegionId),
    /// A whole group was tapped: all marked, or all unmarked, on the legs that are shown.
    TapGroup(GroupId),
    /// It hurts here, and nowhere else. Of two marks for a region of a leg, the stronger stays.
    Hurts(Vec<Mark>),
    /// A question of the guide was answered; none takes the answer back.
    Answer(QuestionId, Option<bool>),
    /// A point of a leg was pressed, and this was felt; none takes it back. A point that brought on the pain joins the plan.
    Press(PointId, Side, Option<Felt>),
    /// All results are to be listed, or the first few.
    ShowAll(bool),
    /// A muscle or point was chosen, or the choice was left.
    Choose(Option<Choice>),
    /// Back to what was looked at before.
    Back,
    /// Which legs. One leg, while all is marked alike on both, means that it is only that one.
    SetSides(Sides),
    /// A view was chosen; none means the best one.
    SetView(Option<View>),
    /// A layer was chosen.
    SetLayer(Layer),
    /// A point was put into the plan or taken out.
    Pick(PointId),
    /// The plan was given back to the suggestion.
    Unpick,
    /// Something was done to the plan.
    Plan(plan::Deed),
    /// A point was moved in the plan: up (true) or down.
    Move(PointId, bool),
    /// The numbers of the plan were changed. Values outside the limits are brought back to them.
    Set(Settings),
    /// The page offers numbers for the plan. They hold until the person sets their own; the massages a day always do.
    Offer(Settings),
    /// A massage was asked for: this routine, or the plan.
    Start(Option<Routine>, Moment),
    /// No red flag applies.
    Safe(Moment),
    /// This red flag applies.
    Flag(usize),
    /// The red-flag check or its advice was left.
    LeaveGate,
    /// Time went on.
    Wake(Moment),
    /// Stand still.
    Pause(Moment),
    /// Go on.
    Resume(Moment),
    /// On to the next point.
    Next(Moment),
    /// Back to the one before.
    Previous(Moment),
    /// End the session.
    Stop(Moment),
    /// Something else was done to the session, or to one that was found.
    Do(Deed, Moment),
    /// The timer fills the screen, or no longer.
    Far(bool),
    /// The session that is kept on the device is another widget's; none when there is none any more.
    Found(Option<Box<Saved>>),
    /// The ended session was put away.
    PutAway,
    /// The settings that were kept on the device.
    Loaded {
        /// Whether the red-flag check was passed before.
        checked: bool,
        /// The numbers the person had set, if any.
        settings: Option<Settings>,
        /// Today.
        today: Day,
    },
    /// What the device can do.
    Can(Able),
    /// The diary that was kept on the device.
    Opened(Book),
    /// Another tab kept this record.
    Heard(Record),
    /// Another tab forgot the record of this id.
    Forgotten(String),
    /// Something to tell quietly; none clears it.
    Tell(Option<Notice>),
    /// The words changed.
    Speak(Rc<Text>),
    /// How a view is drawn has come, or its deeper half.
    Draw(Part, Rc<Drawing>),
    /// What there is to read has come.
    Read(Rc<Prose>),
    /// What the claims rest on has come.
    Lend(Rc<Library>),
    /// The person did something, for the first time.
    Touch,
    /// How much of the program is here changed.
    Come(Program),
    /// A link's text was found in the page's address.
    Follow(String),
    /// What was handed on is shown.
    Open(Box<Shared>),
    /// A link was handed out.
    Hand(Handed),
    /// The printed sheet was asked for; with the date that stands on it, in the person's language.
    Print(String),
    /// Printing is over.
    Printed,
    /// A region hurts so much, 1 to 10, on the legs that are shown.
    Hurt(RegionId, u8),
    /// Something was painted, taken back or cleared: the painting as it is now, and what it says of the regions.
    Paint(Rc<Painting>, Vec<Extent>),
    /// A stroke is being made: what the painting says with it already.
    Stroke(Vec<Extent>),
    /// These regions hurt too.
    Mark(Vec<RegionId>),
    /// This is searched for; empty to search no more.
    Search(String),
    /// Something was done with the diary.
    Diary(journal::Deed),
    /// When it hurts; none when that does not matter.
    When(Option<Timing>),
}

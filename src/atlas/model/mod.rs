//! The shapes of the data, shared word for word with the build script: what `build.rs` packs is what
//! the program unpacks. Nothing in here may refer to the rest of the crate.
mod condition;
mod curve;
mod figure;
mod form;
mod id;
mod index;
mod kind;
mod library;
mod muscle;
pub mod pack;
mod place;
mod plate;
mod question;
mod routine;
mod view;
mod words;

pub use condition::Condition;
pub use curve::{Contour, Cubic, Pt};
pub use figure::{FRAME, Figure, FigureKind, FigurePart, Motion, Toward};
pub use form::{Form, Knot, Rib, SCALE};
pub use id::{
    CautionId, ConditionId, EvidenceId, GroupId, MuscleId, PointId, QuestionId, RegionId, Shelf, SourceId, TextId,
};
pub use index::Atlas;
pub use kind::{
    Care, CautionKind, Claim, Confidence, Depth, Felt, Frequency, Technique, Timing, Tissue, Tool, Urgency, ZoneKind,
};
pub use library::{Disagreement, Evidence, Library, MusclePage, PointPage, Study};
pub use muscle::{Muscle, Prevalence, TriggerPoint, Zone};
pub use place::{Caution, Dose, Group, Population, RedFlag, Region, Weights};
pub use plate::{Drawing, Ink, Plate, PointMark, Shape};
pub use question::{Effect, Question, QuestionPage};
pub use routine::Regimen;
pub use view::{Layer, Side, Sides, View};
pub use words::{Interface, Names, Prose};

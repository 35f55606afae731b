//! Finding a record by its name. Tables, so that the cost of joining grows with the size of an atlas and not with its
//! square.
use super::model::{MuscleId, PointId, RegionId};
use std::collections::HashMap;

/// The names that drawings and zones use.
#[derive(Debug, Default)]
pub struct Index {
    /// Muscles by id.
    pub muscles: HashMap<String, MuscleId>,
    /// Regions by id.
    pub regions: HashMap<String, RegionId>,
    /// Points by `<muscle>.<n>`.
    pub points: HashMap<String, PointId>,
}

//! The atlas as a whole, and looking things up in it by name or id.
use super::id::{CautionId, GroupId, MuscleId, PointId, QuestionId, RegionId};
use super::kind::ZoneKind;
use super::muscle::{Muscle, TriggerPoint};
use super::pack::packed;
use super::place::{Caution, Dose, Group, Population, RedFlag, Region, Weights};
use super::plate::{Ink, Plate};
use super::question::Question;
use super::view::View;

/// Everything the explorer knows. Lists are in reading order; ids are places in them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Atlas {
    /// Groups of regions, in the order in which people look for them.
    pub groups: Vec<Group>,
    /// Pain regions, from the trunk to the toes.
    pub regions: Vec<Region>,
    /// Muscles.
    pub muscles: Vec<Muscle>,
    /// Trigger points, muscle by muscle.
    pub points: Vec<TriggerPoint>,
    /// The drawn views.
    pub plates: Vec<Plate>,
    /// Cautions and contraindications.
    pub cautions: Vec<Caution>,
    /// Red flags.
    pub red_flags: Vec<RedFlag>,
    /// Whom the prevalence studies examined.
    pub populations: Vec<Population>,
    /// The weights of the guide.
    pub weights: Weights,
    /// What the guide may ask.
    pub questions: Vec<Question>,
    /// How long and how hard to press.
    pub dose: Dose,
}
packed!(Atlas { groups, regions, muscles, points, plates, cautions, red_flags, populations, weights, questions, dose });

fn find<T>(list: &[T], same: impl Fn(&T) -> bool) -> Option<usize> {
    list.iter().position(same)
}

impl Atlas {
    /// The muscle of that id. None for an id of another atlas.
    pub fn muscle(&self, id: MuscleId) -> Option<&Muscle> {
        self.muscles.get(id.at())
    }
    /// The trigger point of that id.
    pub fn point(&self, id: PointId) -> Option<&TriggerPoint> {
        self.points.get(id.at())
    }
    /// The region of that id.
    pub fn region(&self, id: RegionId) -> Option<&Region> {
        self.regions.get(id.at())
    }
    /// The group of that id.
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.get(id.at())
    }
    /// The caution of that id.
    pub fn caution(&self, id: CautionId) -> Option<&Caution> {
        self.cautions.get(id.at())
    }
    /// The question of that id.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.get(id.at())
    }
    /// The drawing of that view, if the atlas has one.
    pub fn plate(&self, view: View) -> Option<&Plate> {
        self.plates.iter().find(|p| p.view == view)
    }

    /// The muscle called `soleus`.
    pub fn muscle_named(&self, name: &str) -> Option<MuscleId> {
        find(&self.muscles, |m| m.id == name).map(|i| MuscleId(i as u16))
    }
    /// The region called `heel_plantar`.
    pub fn region_named(&self, name: &str) -> Option<RegionId> {
        find(&self.regions, |r| r.id == name).map(|i| RegionId(i as u16))
    }
    /// The regions meant by a region's or a group's name. Empty when neither exists.
    pub fn regions_named(&self, name: &str) -> Vec<RegionId> {
        if let Some(region) = self.region_named(name) {
            return vec![region];
        }
        match find(&self.groups, |g| g.id == name) {
            Some(group) => self.regions_in(GroupId(group as u16)),
            None => Vec::new(),
        }
    }
    /// The regions of a group.
    pub fn regions_in(&self, group: GroupId) -> Vec<RegionId> {
        self.region_ids().filter(|r| self.region(*r).is_some_and(|r| r.group == group)).collect()
    }
    /// The point called `soleus.1`.
    pub fn point_named(&self, name: &str) -> Option<PointId> {
        let (muscle, number) = name.rsplit_once('.')?;
        let muscle = self.muscle_named(muscle)?;
        let number: u8 = number.parse().ok()?;
        find(&self.points, |p| p.muscle == muscle && p.number == number).map(|i| PointId(i as u16))
    }
    /// What a point is called: `soleus.1`.
    pub fn point_name(&self, id: PointId) -> String {
        let Some(point) = self.point(id) else { return String::new() };
        let muscle = self.muscle(point.muscle).map_or("", |m| m.id.as_str());
        [muscle, ".", &point.number.to_string()].concat()
    }
    /// What a region is called: `heel_plantar`.
    pub fn region_name(&self, id: RegionId) -> &str {
        self.region(id).map_or("", |r| r.id.as_str())
    }
    /// What a muscle is called: `soleus`.
    pub fn muscle_name(&self, id: MuscleId) -> &str {
        self.muscle(id).map_or("", |m| m.id.as_str())
    }

    /// All region ids, in order.
    pub fn region_ids(&self) -> impl Iterator<Item = RegionId> + use<> {
        (0..self.regions.len()).map(|i| RegionId(i as u16))
    }
    /// All muscle ids, in order.
    pub fn muscle_ids(&self) -> impl Iterator<Item = MuscleId> + use<> {
        (0..self.muscles.len()).map(|i| MuscleId(i as u16))
    }
    /// All question ids, in order.
    pub fn question_ids(&self) -> impl Iterator<Item = QuestionId> + use<> {
        (0..self.questions.len()).map(|i| QuestionId(i as u16))
    }
    /// All point ids, in order.
    pub fn point_ids(&self) -> impl Iterator<Item = PointId> + use<> {
        (0..self.points.len()).map(|i| PointId(i as u16))
    }
    /// The points of a muscle, in order.
    pub fn points_of(&self, muscle: MuscleId) -> Vec<PointId> {
        self.point_ids().filter(|p| self.point(*p).is_some_and(|p| p.muscle == muscle)).collect()
    }
    /// How a point's zones name a region, if they do.
    pub fn zone_kind(&self, point: PointId, region: RegionId) -> Option<ZoneKind> {
        self.point(point)?.zones.iter().find(|z| z.region == region).map(|z| z.kind)
    }
    /// Whether a view shows that region.
    pub fn shows_region(&self, view: View, region: RegionId) -> bool {
        self.plate(view).is_some_and(|p| p.shows(Ink::Region(region)))
    }
    /// Whether a view shows that point.
    pub fn shows_point(&self, view: View, point: PointId) -> bool {
        self.plate(view).is_some_and(|p| p.mark(point).is_some())
    }
}

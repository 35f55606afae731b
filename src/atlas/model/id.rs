//! Ids inside the program: small indices into one atlas, each with a type of its own, so that a region
//! cannot be taken for a muscle. Their names (`heel_plantar`, `soleus.1`) live at the edges.

use super::pack::{Pack, Reader};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub $int);
        impl $name {
            /// The place in the atlas's list.
            pub fn at(self) -> usize { usize::from(self.0) }
        }
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) { self.0.pack(out); }
            fn unpack(from: &mut Reader) -> Self { $name(Pack::unpack(from)) }
        }
    )*};
}

ids! {
    /// A muscle (or the plantar fascia).
    MuscleId(u16);
    /// A trigger point.
    PointId(u16);
    /// A pain region.
    RegionId(u16);
    /// A group of regions, such as the heel.
    GroupId(u16);
    /// A caution or contraindication.
    CautionId(u16);
    /// Something else that may be behind the pain.
    ConditionId(u16);
    /// Who says something: a piece of evidence.
    EvidenceId(u16);
    /// A source that claims name.
    SourceId(u16);
    /// A question of the guide.
    QuestionId(u16);
}

/// A name or a sentence of the atlas in a loaded language. Names come with the language; sentences, the greater part,
/// come when somebody reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextId(u32);

/// Where the words of a `TextId` stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Among the names.
    Name(usize),
    /// Among the sentences.
    Sentence(usize),
}

impl TextId {
    /// The id of what stands there.
    pub fn new(shelf: Shelf) -> Self {
        match shelf {
            Shelf::Name(at) => TextId(at as u32 * 2),
            Shelf::Sentence(at) => TextId(at as u32 * 2 + 1),
        }
    }
    /// The id of what stands so many places behind it on the same shelf.
    pub fn after(self, places: u32) -> Self {
        TextId(self.0.saturating_add(places.saturating_mul(2)))
    }
    /// Where its words stand.
    pub fn shelf(self) -> Shelf {
        let at = self.0 as usize / 2;
        if self.0.is_multiple_of(2) { Shelf::Name(at) } else { Shelf::Sentence(at) }
    }
}

impl Pack for TextId {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }
    fn unpack(from: &mut Reader) -> Self {
        TextId(Pack::unpack(from))
    }
}

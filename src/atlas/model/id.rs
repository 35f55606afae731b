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
    MuscleId(u8);
    /// A trigger point.
    PointId(u8);
    /// A pain region.
    RegionId(u8);
    /// A group of regions, such as the heel.
    GroupId(u8);
    /// A caution or contraindication.
    CautionId(u8);
    /// A source that claims name.
    SourceId(u16);
    /// A sentence or name in the loaded language pack.
    TextId(u16);
}

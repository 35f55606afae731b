//! Views, layers and sides: from where the limb is seen, how deep, and which leg.

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// Every value, in reading order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];
            const FIRST: $name = { let [first, ..] = [$($name::$variant,)*]; first };
            /// The name used in data files, attributes and events.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
            /// The value of that name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)* _ => None }
            }
        }
        impl super::pack::Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                out.push(*self as u8);
            }
            fn unpack(from: &mut super::pack::Reader) -> Self {
                let place = usize::from(from.byte());
                // The first value stands in for one that does not exist; the reader says that it was refused.
                let Some(value) = $name::ALL.get(place) else {
                    from.refuse();
                    return $name::FIRST;
                };
                *value
            }
        }
    };
}
pub(crate) use named;

named! {
    /// From where the limb is seen. The drawings show the right limb; the left is its mirror image.
    View {
        /// From behind.
        Posterior = "posterior",
        /// From the front.
        Anterior = "anterior",
        /// From the inner side.
        Medial = "medial",
        /// From the outer side.
        Lateral = "lateral",
        /// The sole, from below.
        Plantar = "plantar",
        /// The back of the foot, from above.
        Dorsal = "dorsal",
        /// The inner side of the foot.
        FootMedial = "foot_medial",
        /// The outer side of the foot.
        FootLateral = "foot_lateral",
    }
}

named! {
    /// How deep one looks.
    Layer {
        /// The surface, with the regions of pain.
        Skin = "skin",
        /// The muscles right under the skin.
        Superficial = "superficial",
        /// The muscles below those.
        Deep = "deep",
    }
}

named! {
    /// The body's own left or right.
    Side {
        /// The left leg.
        Left = "left",
        /// The right leg.
        Right = "right",
    }
}

impl View {
    /// Whether the view shows the foot alone, in the foot's own frame.
    pub fn is_foot(self) -> bool {
        matches!(self, View::Plantar | View::Dorsal | View::FootMedial | View::FootLateral)
    }
}

/// Which legs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sides {
    /// Both legs.
    #[default]
    Both,
    /// One leg.
    One(Side),
}

impl Sides {
    /// The sides, left first.
    pub fn list(self) -> &'static [Side] {
        match self {
            Sides::Both => &[Side::Left, Side::Right],
            Sides::One(Side::Left) => &[Side::Left],
            Sides::One(Side::Right) => &[Side::Right],
        }
    }
    /// Whether that leg is one of them.
    pub fn has(self, side: Side) -> bool {
        self == Sides::Both || self == Sides::One(side)
    }
    /// These and those together.
    #[must_use]
    pub fn and(self, other: Sides) -> Sides {
        if self == other { self } else { Sides::Both }
    }
    /// The name used in attributes and events.
    pub fn name(self) -> &'static str {
        match self {
            Sides::Both => "both",
            Sides::One(side) => side.name(),
        }
    }
    /// The value of that name.
    pub fn parse(name: &str) -> Option<Self> {
        if name == "both" { Some(Sides::Both) } else { Side::parse(name).map(Sides::One) }
    }
}

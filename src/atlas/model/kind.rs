//! The closed lists of the clinical records: kinds of zones, depths, techniques, tools, and how sure a claim is.
use super::view::named;

named! {
    /// How well a claim is supported.
    Confidence {
        /// Read in the classical textbook, in translation.
        Book = "book",
        /// Read in a published study.
        Study = "study",
        /// Read on a secondary page.
        Secondary = "secondary",
        /// General knowledge that was not looked up.
        Unverified = "unverified",
    }
}

// The weakest word, where nobody said anything.
#[allow(clippy::derivable_impls, reason = "the macro above cannot derive it")]
impl Default for Confidence {
    fn default() -> Self {
        Confidence::Unverified
    }
}

named! {
    /// Whether nearly everyone or only some feel the pain there.
    ZoneKind {
        /// Felt by nearly everyone with that point.
        Essential = "essential",
        /// Felt by some.
        Spillover = "spillover",
    }
}

named! {
    /// What the person felt when a point was pressed.
    Felt {
        /// Their own pain, the one they know.
        Reproduced = "reproduced",
        /// A sore spot, but not their pain.
        Tender = "tender",
        /// Nothing.
        Nothing = "nothing",
        /// It could not be reached.
        Unreachable = "unreachable",
    }
}

named! {
    /// How deep a muscle or point lies.
    Depth {
        /// Right under the skin.
        Superficial = "superficial",
        /// Under another muscle.
        Deep = "deep",
    }
}

named! {
    /// What kind of tissue a record describes.
    Tissue {
        /// A muscle.
        Muscle = "muscle",
        /// A sheet of connective tissue.
        Fascia = "fascia",
    }
}

named! {
    /// How often a point is found among the points of its muscle.
    Frequency {
        /// The most frequent of the muscle.
        Most = "most",
        /// Common.
        Common = "common",
        /// Uncommon.
        Uncommon = "uncommon",
        /// Rare.
        Rare = "rare",
        /// Not reported.
        Unknown = "unknown",
    }
}

named! {
    /// A way to press.
    Technique {
        /// Press and hold.
        Hold = "hold",
        /// Slow short strokes toward the heart.
        Stroke = "stroke",
        /// Draw the calf over the opposite knee.
        KneeStroke = "knee_stroke",
        /// A blunt stick into a deep point.
        Stick = "stick",
        /// A ball between the body and the floor.
        BallFloor = "ball_floor",
        /// A ball between the body and a wall.
        BallWall = "ball_wall",
        /// A ball between the thigh and a chair.
        BallChair = "ball_chair",
        /// The muscle held between thumb and fingers.
        Pinch = "pinch",
        /// A foam roller or rolling pin.
        Roller = "roller",
    }
}

named! {
    /// What to press with.
    Tool {
        /// The thumbs.
        Thumbs = "thumbs",
        /// The fingertips.
        Fingers = "fingers",
        /// The knuckles.
        Knuckles = "knuckles",
        /// The knee of the other leg.
        OppositeKnee = "opposite_knee",
        /// A tennis ball.
        Ball = "ball",
        /// A golf ball or other small hard ball.
        SmallBall = "small_ball",
        /// A blunt stick.
        BluntStick = "blunt_stick",
        /// A foam roller or rolling pin.
        Roller = "roller",
    }
}

named! {
    /// What a caution is about.
    CautionKind {
        /// Take care.
        Caution = "caution",
        /// Do not press at all.
        Contraindication = "contraindication",
    }
}

named! {
    /// What to do about a red flag.
    Urgency {
        /// Call the emergency number.
        Emergency = "emergency",
        /// Be seen the same day.
        Urgent = "urgent",
        /// See a doctor before massaging.
        Doctor = "doctor",
    }
}

named! {
    /// A kind of claim about a muscle that carries its own evidence.
    Claim {
        /// Where it lies, what it does.
        Anatomy = "anatomy",
        /// Where it sends pain.
        Referral = "referral",
        /// How to massage it.
        Massage = "massage",
        /// How to stretch it.
        Stretch = "stretch",
        /// What loads it.
        Causes = "causes",
        /// What it is mistaken for.
        MistakenFor = "mistaken_for",
        /// Its names in the languages.
        Names = "names",
    }
}

named! {
    /// What a person can do about a condition.
    Care {
        /// Looking after it oneself is possible.
        SelfCare = "self_care",
        /// A doctor or physiotherapist should look at it.
        Doctor = "doctor",
        /// It should be looked at the same day.
        Urgent = "urgent",
    }
}

named! {
    /// When a pain is felt.
    Timing {
        /// At the first steps in the morning or after rest.
        FirstSteps = "first_steps",
        /// While standing and walking.
        OnFeet = "on_feet",
        /// While running, on stairs and hills.
        Activity = "activity",
        /// More and more through the day.
        EndOfDay = "end_of_day",
        /// Under the pressure of shoes.
        Shoes = "shoes",
        /// On uneven ground.
        UnevenGround = "uneven_ground",
        /// At night or at rest.
        Rest = "rest",
        /// It began all at once.
        Sudden = "sudden",
        /// With movements of the back, or coughing.
        Back = "back",
    }
}

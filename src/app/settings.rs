//! The numbers a plan starts from, and how a massage makes itself felt.
use super::prefs::within;
use crate::atlas::Dose;

/// The numbers a plan starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Seconds per hold.
    pub hold: i64,
    /// Rounds per massage.
    pub rounds: i64,
    /// Massages a day.
    pub per_day: i64,
    /// How the massage makes itself felt.
    pub cues: Cues,
}

/// How a massage tells what comes, to a person whose hands are full and whose phone lies on the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cues {
    /// Tones.
    pub tone: bool,
    /// A voice in the person's language.
    pub voice: bool,
    /// Vibration, where the device has it.
    pub vibration: bool,
    /// The screen lights up at a change.
    pub flash: bool,
    /// A quiet beat for the pace of a stroke.
    pub beat: bool,
    /// How loud tones and voice are, 0 to 10.
    pub volume: u8,
    /// Whether the screen is kept on.
    pub awake: bool,
}

/// What the device can do for a person, beside tones and light, which every one can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Able {
    /// It has voices.
    pub voice: bool,
    /// It can vibrate.
    pub vibration: bool,
}

impl Cues {
    /// The loudest there is.
    pub const LOUDEST: u8 = 10;
}

impl Default for Cues {
    fn default() -> Self {
        Cues { tone: true, voice: false, vibration: true, flash: false, beat: false, volume: 7, awake: true }
    }
}

impl Settings {
    /// Where a plan starts from: the usual dose of the atlas, within what a routine accepts.
    pub fn usual(dose: &Dose) -> Self {
        let [_, hold, _] = dose.hold.map(i64::from);
        within(Settings { hold, rounds: dose.rounds.into(), per_day: dose.per_day.into(), cues: Cues::default() })
    }
}

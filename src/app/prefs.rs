//! What is kept of the person's settings: one small versioned record. Its form is not the state's.
use super::state::Settings;
use crate::session::Limits;
#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// The record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
pub struct Prefs {
    /// The version of this form.
    pub v: u8,
    /// Whether the red-flag check was passed.
    pub checked: bool,
    /// Whether the person set the numbers; otherwise they are what the page offered then, and not used again.
    pub own: bool,
    /// Seconds per hold.
    pub hold: i64,
    /// Rounds per massage.
    pub rounds: i64,
    /// Whether tones are played.
    pub sound: bool,
}

impl Prefs {
    /// The record of these settings.
    pub fn of(settings: &Settings, own: bool, checked: bool) -> Self {
        Prefs { v: VERSION, checked, own, hold: settings.hold, rounds: settings.rounds, sound: settings.sound }
    }
    /// The person's own settings, if they set any, given the massages a day, which the page decides.
    pub fn settings(self, per_day: i64) -> Option<Settings> {
        let settings = Settings { hold: self.hold, rounds: self.rounds, per_day, sound: self.sound };
        self.own.then(|| within(settings))
    }
    /// The record as it is kept. In the browser `crate::browser` writes the same text.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
    /// Reads a record. None when it is damaged or of another version.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(record: &str) -> Option<Self> {
        serde_json::from_str(record).ok().filter(|p: &Prefs| p.v == VERSION)
    }
}

/// Settings brought back within their limits.
pub fn within(settings: Settings) -> Settings {
    let keep = |value: i64, (low, high): (i64, i64)| value.clamp(low, high);
    Settings {
        hold: keep(settings.hold, Limits::HOLD),
        rounds: keep(settings.rounds, Limits::ROUNDS),
        per_day: keep(settings.per_day, Limits::PER_DAY),
        sound: settings.sound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_reads_as_it_was_written_and_within_limits() {
        let wild = Settings { hold: 9_000, rounds: 0, per_day: 3, sound: false };
        let read = Prefs::read(&Prefs::of(&wild, true, true).write()).map(|p| (p.checked, p.settings(99)));
        let tame = Settings { hold: 120, rounds: 1, per_day: 12, sound: false };
        assert_eq!(read, Some((true, Some(tame))));
        assert_eq!(Prefs::of(&wild, false, true).settings(3), None);
        assert_eq!(Prefs::read("{}"), None);
    }
}

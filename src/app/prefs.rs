//! What is kept of the person's settings: one small versioned record. Its form is not the state's.
use super::settings::{Cues, Settings};
use crate::diary::Value;
use crate::session::Limits;

/// The version of the record's form. Version 1 knew of the cues only whether tones are played.
pub const VERSION: u8 = 2;

/// The record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefs {
    /// Whether the red-flag check was passed.
    pub checked: bool,
    /// Whether the person set the numbers; otherwise they are what the page offered then, and not used again.
    pub own: bool,
    /// The numbers; the massages a day are the page's and not among them.
    pub settings: Settings,
}

impl Prefs {
    /// The record.
    pub fn write(&self) -> Value {
        let Settings { hold, rounds, cues, .. } = self.settings;
        Value::map([
            ("v", VERSION.into()),
            ("checked", self.checked.into()),
            ("own", self.own.into()),
            ("hold", hold.into()),
            ("rounds", rounds.into()),
            ("tone", cues.tone.into()),
            ("voice", cues.voice.into()),
            ("vibration", cues.vibration.into()),
            ("flash", cues.flash.into()),
            ("beat", cues.beat.into()),
            ("volume", cues.volume.into()),
            ("awake", cues.awake.into()),
        ])
    }

    /// Reads a record, given the massages a day. None when it is damaged or of a newer version.
    pub fn read(record: &Value, per_day: i64) -> Option<Self> {
        let flag = |name: &str| record.flag(name);
        let cues = match record.int("v")? {
            1u8 => Cues { tone: flag("sound")?, ..Cues::default() },
            VERSION => Cues {
                tone: flag("tone")?,
                voice: flag("voice")?,
                vibration: flag("vibration")?,
                flash: flag("flash")?,
                beat: flag("beat")?,
                volume: record.int("volume")?,
                awake: flag("awake")?,
            },
            _ => return None,
        };
        let settings = within(Settings { hold: record.int("hold")?, rounds: record.int("rounds")?, per_day, cues });
        Some(Prefs { checked: flag("checked")?, own: flag("own")?, settings })
    }

    /// The person's own settings, if they set any.
    pub fn own_settings(self) -> Option<Settings> {
        self.own.then_some(self.settings)
    }
}

/// Settings brought back within their limits.
pub fn within(settings: Settings) -> Settings {
    let keep = |value: i64, (low, high): (i64, i64)| value.clamp(low, high);
    Settings {
        hold: keep(settings.hold, Limits::HOLD),
        rounds: keep(settings.rounds, Limits::ROUNDS),
        per_day: keep(settings.per_day, Limits::PER_DAY),
        cues: Cues { volume: settings.cues.volume.min(Cues::LOUDEST), ..settings.cues },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_reads_as_it_was_written_and_within_limits() {
        let cues = Cues { voice: true, volume: 200, ..Cues::default() };
        let wild = Settings { hold: 9_000, rounds: 0, per_day: 3, cues };
        let read = Prefs::read(&Prefs { checked: true, own: true, settings: wild }.write(), 99);
        let tame = Settings { hold: 120, rounds: 1, per_day: 12, cues: Cues { volume: 10, ..cues } };
        assert_eq!(read, Some(Prefs { checked: true, own: true, settings: tame }));
        assert_eq!(Prefs { own: false, ..read.unwrap_or_else(|| unreachable!()) }.own_settings(), None);
        assert_eq!(Prefs::read(&Value::default(), 3), None);
    }

    #[test]
    fn the_first_form_is_still_read() {
        let flags = [("checked", true.into()), ("own", true.into()), ("sound", false.into())];
        let numbers = [("v", 1u8.into()), ("hold", 45u8.into()), ("rounds", 2u8.into())];
        let read = Prefs::read(&Value::map(numbers.into_iter().chain(flags)), 3).map(|p| p.settings.cues);
        assert_eq!(read, Some(Cues { tone: false, ..Cues::default() }));
    }
}

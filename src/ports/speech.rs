//! A voice.

/// A speaker.
pub trait Speech {
    /// Says this in a language (a BCP 47 tag), 0 to 10 loud, instead of what is being said. Where there is no voice, nothing
    /// is heard: tones always are.
    fn say(&self, words: &str, lang: &str, volume: u8);
    /// Falls silent.
    fn hush(&self);
    /// Whether the device has voices at all.
    fn able(&self) -> bool;
}

/// Says nothing.
pub struct Mute;

impl Speech for Mute {
    fn say(&self, _: &str, _: &str, _: u8) {}
    fn hush(&self) {}
    fn able(&self) -> bool {
        false
    }
}

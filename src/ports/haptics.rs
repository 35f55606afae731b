//! Vibration.

/// Something that shakes the device.
pub trait Haptics {
    /// Shakes and rests by turns, in milliseconds, beginning with shaking. Few devices can, and none says whether it did.
    fn shake(&self, pattern: &[u32]);
    /// Whether the device can at all.
    fn able(&self) -> bool;
}

/// Keeps still.
pub struct Quiet;

impl Haptics for Quiet {
    fn shake(&self, _: &[u32]) {}
    fn able(&self) -> bool {
        false
    }
}

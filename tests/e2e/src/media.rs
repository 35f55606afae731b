//! What the page believes about the person's settings: dark, forced colours, less motion. Chromium only.

use serde_json::json;

use crate::page::Page;

impl Page<'_> {
    /// Sets media features, such as `("prefers-color-scheme", "dark")`, all at once; those not named are as by default.
    #[track_caller]
    pub fn emulate(self, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.browser.cdp("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// A person who likes it dark.
    #[track_caller]
    pub fn dark(self) {
        self.emulate(&[("prefers-color-scheme", "dark")]);
    }

    /// A person who chose all colours themselves.
    #[track_caller]
    pub fn forced_colours(self) {
        self.emulate(&[("forced-colors", "active")]);
    }

    /// A person whom motion makes ill.
    #[track_caller]
    pub fn reduced_motion(self) {
        self.emulate(&[("prefers-reduced-motion", "reduce")]);
    }

    /// As it would be printed.
    #[track_caller]
    pub fn print_media(self) {
        self.browser.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }
}

//! Files that come late: a test holds them back, looks at what the page does without them, and lets them through.

use crate::browser::Browser;
use crate::page::Page;

/// The first half of the program, as a pattern of its address.
pub const FIRST_HALF: &str = r"/rpe-[0-9a-f]+\.wasm$";
/// The second half.
pub const SECOND_HALF: &str = r"/rest-[0-9a-f]+\.wasm$";

impl Browser {
    /// Holds back what pages fetch from an address that fits a regular expression, until [`Page::let_through`] is told the
    /// same one. Chromium only.
    #[track_caller]
    pub fn hold_back(&self, address: &str) {
        self.before_load(&format!(
            "(() => {{
                const address = String.raw`{address}`;
                const held = (window.__held ??= {{}});
                if (held[address]) return;
                const gate = new Promise((resolve) => {{ held[address] = () => resolve(); }});
                const fetched = window.fetch;
                window.fetch = async (...args) => {{
                    if (new RegExp(address).test(String(args[0]?.url ?? args[0]))) await gate;
                    return fetched(...args);
                }};
            }})();"
        ));
    }
}

impl Page<'_> {
    /// Lets through what [`Browser::hold_back`] holds, now and from now on.
    #[track_caller]
    pub fn let_through(self, address: &str) {
        self.run(&format!("window.__held[String.raw`{address}`]()"));
    }
}

//! The harness of the end-to-end tests: a server, a real browser, and a page that one clicks, types and looks at.
//!
//! Helpers panic with what they expected and what they saw: a test reads as a list of what a person does.
//!
//! ```no_run
//! use e2e::{Browser, serve};
//!
//! let server = serve(e2e::site());
//! let browser = Browser::start();
//! let page = browser.open(&server.url("index.html"));
//! page.ready();
//! let widget = page.explorer();
//! widget.click("button");
//! widget.wait_text("output", "1");
//! page.assert_clean();
//! ```

mod axe;
mod browser;
mod clock;
mod driver;
mod embed;
mod engine;
mod guest;
mod held;
mod keys;
mod media;
mod page;
mod pointer;
mod scope;
mod states;
mod way;
mod wire;

pub use axe::Finding;
pub use browser::{Browser, Window};
pub use embed::{MEMORIES, before_embed, beside, data, embed, embed_all, heard, set};
pub use engine::Engine;
pub use guest::{Folder, guest, run};
pub use held::{FIRST_HALF, SECOND_HALF};
pub use page::Page;
pub use scope::Scope;
pub use states::{LANGUAGES, STATES, State, VIEWS, dressed, walk};
pub use way::WHOLE_MASSAGE;
pub use xtask::project;
pub use xtask::server::{Request, Server, Site};

/// What `cargo xtask build` made, at `/`, the pages that the tests bring along, under `/pages/`, and what other people's
/// tools make of the element, under `/guests/`.
pub fn site() -> Site {
    let pages = project::root().join("tests/e2e/pages");
    Site::new(project::dist()).mount("/pages/", pages).mount("/guests/", project::target().join("guests"))
}

/// Serves a site on a free port.
#[track_caller]
pub fn serve(site: Site) -> Server {
    Server::start(site).expect("a free port on the loopback address")
}

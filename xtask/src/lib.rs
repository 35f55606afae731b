//! The project's own commands, as a library: only what the end-to-end tests share with them. The verbs are in the binary.

pub mod project;
pub mod server;

/// How we start Chromium. It runs as root in containers, where its sandbox cannot, and it shall not look for the network.
/// Not here: anything that keeps timers running in hidden pages, because a test shall see what a person sees.
pub const CHROMIUM_ARGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

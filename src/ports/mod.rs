//! What the program needs of the world, as small traits, each with a twin in memory for tests and servers.
//! The browser's own are in `crate::browser`, in files of the same names.
pub mod clock;
pub mod files;
pub mod focus;
pub mod haptics;
pub mod layout;
pub mod media;
pub mod print;
pub mod records;
pub mod share;
pub mod sound;
pub mod speech;
pub mod storage;
pub mod wake_lock;

pub use clock::{Clock, Timer};
pub use files::Files;
pub use focus::Focus;
pub use haptics::Haptics;
pub use layout::Layout;
pub use media::Media;
pub use print::Print;
pub use records::Records;
pub use share::Share;
pub use sound::Sound;
pub use speech::Speech;
pub use storage::{Refused, Storage};
pub use wake_lock::WakeLock;

use std::rc::Rc;

/// Everything a widget needs of the world.
#[derive(Clone)]
pub struct Ports {
    /// What time it is, and being woken.
    pub clock: Rc<dyn Clock>,
    /// How records are written.
    pub records: Rc<dyn Records>,
    /// Files to save and to pick.
    pub files: Rc<dyn Files>,
    /// Where things are kept.
    pub storage: Rc<dyn Storage>,
    /// What is heard.
    pub sound: Rc<dyn Sound>,
    /// What is said.
    pub speech: Rc<dyn Speech>,
    /// What is felt.
    pub haptics: Rc<dyn Haptics>,
    /// The lock screen.
    pub media: Rc<dyn Media>,
    /// Where the keyboard is.
    pub focus: Rc<dyn Focus>,
    /// Where things lie on the screen.
    pub layout: Rc<dyn Layout>,
    /// Keeping the screen on.
    pub wake_lock: Rc<dyn WakeLock>,
    /// Handing out links.
    pub share: Rc<dyn Share>,
    /// Paper.
    pub print: Rc<dyn Print>,
}

impl Ports {
    /// Ports that keep everything in memory and make no sound.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn memory() -> Self {
        Ports {
            clock: Rc::new(clock::Still::default()),
            records: Rc::new(records::Plain),
            files: Rc::new(files::Nowhere),
            storage: Rc::new(storage::Memory::default()),
            sound: Rc::new(sound::Silent),
            speech: Rc::new(speech::Mute),
            haptics: Rc::new(haptics::Quiet),
            media: Rc::new(media::Hidden),
            focus: Rc::new(focus::Nowhere),
            layout: Rc::new(layout::Square),
            wake_lock: Rc::new(wake_lock::Unneeded),
            share: Rc::new(share::Nobody),
            print: Rc::new(print::Paperless),
        }
    }
}

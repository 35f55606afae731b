//! The browser's side of `crate::ports`: the only code that touches it, besides `crate::embed`. A refusal
//! becomes a default; nothing in here can fail loudly.
mod clock;
mod files;
mod focus;
mod haptics;
mod layout;
mod media;
mod print;
pub mod records;
mod reflect;
pub mod seat;
mod share;
mod sound;
mod speech;
#[cfg(feature = "bundled")]
pub mod stage;
mod storage;
mod wake_lock;

use crate::ports::Ports;
use crate::ports::storage::Memory;
use std::rc::Rc;
use web_sys::Element;

/// Where things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Keep {
    /// On the device.
    #[default]
    Local,
    /// Nowhere: for as long as the page lives.
    None,
}

/// The browser's ports, for a widget inside `place`.
pub fn ports(keep: Keep, place: Element) -> Ports {
    let storage: Rc<dyn crate::ports::Storage> = match keep {
        Keep::Local => Rc::new(storage::Local),
        Keep::None => Rc::new(Memory::default()),
    };
    Ports {
        clock: Rc::new(clock::Wall),
        records: Rc::new(records::Json),
        files: Rc::new(files::Disk::default()),
        storage,
        sound: Rc::new(sound::Tones::default()),
        speech: Rc::new(speech::Voice),
        haptics: Rc::new(haptics::Buzz),
        media: Rc::new(media::LockScreen::default()),
        focus: Rc::new(focus::Within(place.clone())),
        layout: Rc::new(layout::Within(place)),
        wake_lock: Rc::new(wake_lock::Screen::default()),
        share: Rc::new(share::Link),
        print: Rc::new(print::Dialogue::default()),
    }
}

//! What the widget does not need before it answers its first tap on the map, and is therefore in the second half of the
//! program. The cut itself is `split.rs`.

/// Places of the library, as Rust names them, without the name of the crate: a module means all in it. A function needs
/// `#[inline(never)]`, or it may be part of its caller. Exported functions have no path.
pub const LATER: &[&str] = &[
    // Methods of the element: `ready` waits for both halves, and nobody calls them before.
    "handle_capture",
    "handle_exportDiary",
    "handle_fragment",
    "handle_importDiary",
    "handle_open",
    "handle_rank",
    "handle_restore",
    "handle_select",
    "handle_session",
    "handle_startSession",
    "embed::capture",
    "embed::wire",
    // The library and all that is read, asked or searched.
    "atlas::bundle::unpack_library",
    "atlas::bundle::unpack_prose",
    "atlas::fold",
    "atlas::guide::cover",
    "atlas::guide::press",
    "atlas::model::condition",
    "atlas::model::figure",
    "atlas::model::library",
    "atlas::search",
    "session::cue",
    "session::machine",
    "diary",
    "app::drive",
    // Not the whole module: the state holds its values, and is copied from the start.
    "app::plan::edit::act",
    "app::plan::edit::shift",
    "app::plan::kept",
    "app::journal",
    "app::saved",
    "app::paint",
    "app::select::aside",
    "app::select::card",
    "app::select::condition",
    "app::select::day",
    "app::select::figure",
    "app::select::edit",
    "app::select::find::ask",
    "app::select::find::muscles",
    "app::select::find::sore",
    "app::select::massage::safety",
    "app::select::page",
    "app::select::search::found",
    "app::select::sheet",
    "app::select::timer",
    "app::select::trend",
    "app::share",
    "app::state::State>::run_mut",
    "app::update::later",
    // Keeping and waking.
    "ports::clock::Clock>::after",
    "ports::clock::Clock>::calendar",
    "ports::clock::Clock>::date",
    "ports::clock::Clock>::on_return",
    "ports::records::Records>::",
    "ports::storage::Storage>::",
    "browser::files",
    "browser::haptics",
    "browser::media",
    "browser::print",
    "browser::records",
    "browser::share",
    "browser::sound",
    "browser::speech",
    "browser::wake_lock",
    // Rooms, pages and tools that open after a tap.
    "ui::body_map::draw::easel",
    "ui::body_map::easel",
    "ui::body_map::picture",
    "ui::effects::Effects>::load",
    "ui::effects::diary::Keeper>::keep",
    "ui::effects::diary::Keeper>::load",
    "ui::effects::journal",
    "ui::effects::plans::Keeper>::keep",
    "ui::effects::plans::Keeper>::load",
    "ui::effects::prefs::Keeper>::keep",
    "ui::effects::prefs::Keeper>::load",
    "ui::effects::running::Keeper>::keep",
    "ui::effects::running::Keeper>::load",
    "ui::effects::timing::Timing>::follow",
    "ui::effects::print",
    "ui::effects::session",
    "ui::panels::card",
    "ui::panels::cues",
    "ui::panels::condition",
    "ui::panels::day",
    "ui::panels::find::muscles",
    "ui::panels::find::strengths",
    "ui::panels::guided",
    "ui::panels::drag",
    "ui::panels::plan",
    "ui::panels::plan_kept",
    "ui::panels::plan_line",
    "ui::panels::plan_more",
    "ui::panels::safety",
    "ui::panels::search",
    "ui::panels::sheet",
    "ui::room::handing",
    "ui::room::massage",
    "ui::timer",
    "ui::widgets::share",
];

/// Our own crate.
const OURS: &str = "referred_pain_explorer::";

/// What is done all the time also where there is nothing of that: the state is copied, compared and let go of.
const ALWAYS: [&str; 5] = ["drop_in_place", "drop_slow", "Clone>::clone", "PartialEq>::eq", "Default>::default"];

/// The first of these places that a function belongs to, by its name as Rust writes it. `ui::timer` is a place in
/// `ui::timer::dial` and in `ui::timer`, but not in `ui::timers`.
pub fn place_of<'a>(name: &str, later: &[&'a str]) -> Option<&'a str> {
    if ALWAYS.iter().any(|deed| name.contains(deed)) {
        return None;
    }
    later.iter().copied().find(|place| name == *place || within(name, place))
}

fn within(name: &str, place: &str) -> bool {
    let ends = |after: &str| place.ends_with(':') || !after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    name.split(OURS).skip(1).any(|own| own.strip_prefix(place).is_some_and(ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_whole_word_anywhere_in_a_name() {
        let later = ["ui::timer", "app::update::later", "ports::storage::Storage>::", "handle_open"];
        for (name, place) in [
            ("referred_pain_explorer::ui::timer::dial::draw", Some("ui::timer")),
            ("<yew::Component<referred_pain_explorer::ui::timer> as yew::Runs>::run", Some("ui::timer")),
            ("referred_pain_explorer::app::update::later", Some("app::update::later")),
            ("<x as referred_pain_explorer::ports::storage::Storage>::get", Some("ports::storage::Storage>::")),
            ("handle_open", Some("handle_open")),
            ("handle_opened", None),
            ("referred_pain_explorer::app::update::laters", None),
            ("other::ui::timer", None),
            ("core::ptr::drop_in_place::<referred_pain_explorer::ui::timer::Dial>", None),
        ] {
            assert_eq!(place_of(name, &later), place, "{name}");
        }
    }
}

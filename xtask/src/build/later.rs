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
    "handle_next",
    "handle_open",
    "handle_pause",
    "handle_previous",
    "handle_rank",
    "handle_restore",
    "handle_resume",
    "handle_select",
    "handle_session",
    "handle_startSession",
    "handle_stop",
    // Ends of widgets: one that ends early is let go of when both halves are here. An atlas that a page gave and took back
    // before that is what the synchronous way of `www/rest.js` is for.
    "__wbg_handle_free",
    "__wbg_known_free",
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
    "ports::clock::Clock>::every",
    "ports::clock::Clock>::hidden",
    "ports::clock::Clock>::on_return",
    "ports::layout::Layout>::coalesces",
    "ports::layout::Layout>::hold",
    "ports::layout::Layout>::raise",
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
    "ui::panels::find::places",
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
    "ui::room::all_muscles",
    "ui::room::handing",
    "ui::room::massage",
    "ui::room::onward",
    "ui::room::opened",
    "ui::room::searched",
    "ui::room::sharper",
    "ui::timer",
    "ui::widgets::share",
];

/// Values that do not come about before the second half is here, or are there as long as a widget: nobody lets go of them
/// before. Never a value that the state holds by itself, for that is let go of with each state.
const ENDING: [&str; 17] = [
    "app::journal::Journal",
    "app::paint::Stroke",
    "app::plan::kept::Shelf",
    "app::run::Run",
    "app::saved::Saved",
    "app::share::Shared",
    "atlas::model::index::Atlas",
    "atlas::model::library::Library",
    "browser::media::LockScreen",
    "browser::sound::Own",
    "browser::sound::Tones",
    "diary::entry::Entry",
    "diary::score::Score",
    "embed::handle::Handle",
    "embed::known::Inner",
    "ui::root::RootProps",
    "ui::store::Inner",
];

/// Values that nobody copies before the second half is here.
const COPIED: [&str; 1] = ["app::action::Action"];

/// What Yew can do and nobody here asks it to.
const UNUSED: [&str; 12] = [
    "<yew::virtual_dom::vnode::VNode as core::clone::Clone>::clone",
    "<yew::virtual_dom::vlist::VList as core::clone::Clone>::clone",
    "<yew::virtual_dom::vportal::",
    "<yew::virtual_dom::vraw::",
    "<yew::virtual_dom::vsuspense::",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::",
    "<yew::dom_bundle::braw::",
    "<yew::html::component::lifecycle::ComponentState>::suspend",
    "<yew::html::component::scope::AnyScope>::find_parent_scope",
    "<yew::html::component::scope::Scope<yew::suspense::",
    "<yew::suspense::",
];

/// Our own crate.
const OURS: &str = "referred_pain_explorer::";

/// What is done all the time also where there is nothing of that: the state is copied, compared and let go of.
const ALWAYS: [&str; 5] = ["drop_in_place", "drop_slow", "Clone>::clone", "PartialEq>::eq", "Default>::default"];

/// The first of these places that a function belongs to, by its name as Rust writes it. `ui::timer` is a place in
/// `ui::timer::dial` and in `ui::timer`, but not in `ui::timers`.
pub fn place_of<'a>(name: &str, later: &[&'a str]) -> Option<&'a str> {
    if let Some(unused) = UNUSED.iter().find(|place| name.starts_with(**place)) {
        return Some(unused);
    }
    let copies = |value: &&&str| name.strip_prefix('<').is_some_and(|own| is(own, value, " as core::clone::Clone>"));
    if let Some(value) = ENDING.iter().find(|value| ends(name, value)).or(COPIED.iter().find(copies)) {
        return Some(value);
    }
    if ALWAYS.iter().any(|deed| name.contains(deed)) {
        return None;
    }
    later.iter().copied().find(|place| name == *place || within(name, place))
}

/// What a value may be wrapped in where it is let go of.
const WRAPS: [&str; 4] =
    ["core::ptr::drop_in_place::<", "<alloc::rc::Rc<", "alloc::boxed::Box<", "wasm_bindgen::__rt::WasmRefCell<"];

/// Whether a function lets go of this value, and of nothing around it.
fn ends(name: &str, value: &str) -> bool {
    let mut inner = name;
    while let Some(within) = WRAPS.iter().find_map(|wrap| inner.strip_prefix(wrap)) {
        inner = within;
    }
    inner.len() < name.len() && is(inner, value, ">")
}

/// Whether a text begins with the name of a value of ours, and goes on like this.
fn is(text: &str, value: &str, after: &str) -> bool {
    let rest = text.strip_prefix(OURS).and_then(|own| own.strip_prefix(value));
    rest.is_some_and(|rest| rest.starts_with(after))
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
            ("core::ptr::drop_in_place::<referred_pain_explorer::app::run::Run>", Some("app::run::Run")),
            ("<alloc::rc::Rc<referred_pain_explorer::app::run::Run>>::drop_slow", Some("app::run::Run")),
            ("core::ptr::drop_in_place::<alloc::vec::Vec<referred_pain_explorer::app::run::Run>>", None),
            ("<referred_pain_explorer::app::run::Run>::rung", None),
            ("<referred_pain_explorer::app::run::Run as core::clone::Clone>::clone", None),
            ("<referred_pain_explorer::app::action::Action as core::clone::Clone>::clone", Some("app::action::Action")),
        ] {
            assert_eq!(place_of(name, &later), place, "{name}");
        }
    }
}

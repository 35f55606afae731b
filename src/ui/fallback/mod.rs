//! What stands in a page before the program is there, and if it never comes: the map of a region's trigger points, when to
//! see a doctor, the muscles that may send pain there, and how to press them. Plain elements, so that it can be read in any
//! page: no button that does nothing, no class, and the drawing's colours in its own attributes, because no style sheet
//! of ours is there.
mod still;

use crate::app::select::sheet::sheet;
use crate::app::select::{find, words};
use crate::app::{Action, Part, State, update};
use crate::atlas::{Atlas, Drawing, Library, Mark, Msg, Side, Text, View};
use crate::ports::Ports;
use crate::ui::body_map::{DrawingRef, key, picture};
use crate::ui::dom::{El, el};
use crate::ui::root::{AtlasRef, Features, Scene};
use crate::ui::store::Store;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;
use yew::prelude::*;

/// How many muscles are listed: those that come first for the region.
const MUSCLES: usize = 6;
/// For how high a picture its marks are drawn, in CSS pixels, and how high it is.
const HIGH: f64 = 380.0;
/// How strong the pain is taken to be, of 10: nobody was asked.
const STRENGTH: u8 = 5;

/// The properties of the fallback.
#[derive(Properties, PartialEq)]
struct FallbackProps {
    store: Store,
    title: AttrValue,
}

#[component]
fn Fallback(props: &FallbackProps) -> Html {
    let state = props.store.state();
    let scene = Scene {
        store: props.store.clone(),
        text: state.text.clone(),
        prefix: "rpe-still".into(),
        features: Features::default(),
    };
    written(&scene, &state, &props.title)
}

fn list(items: impl Iterator<Item = El>) -> El {
    el("ul").children(items)
}

fn written(scene: &Scene, state: &State, title: &AttrValue) -> Html {
    let model = sheet(state);
    let say = |msg| scene.say(msg);
    let head = |msg| el("h3").text(say(msg));
    let own = |at: usize| Scene { prefix: scene.id(&at.to_string()), ..scene.clone() };
    let atlas = AtlasRef(state.atlas.clone());
    let maps = model
        .maps
        .iter()
        .enumerate()
        .map(|(at, map)| picture(&own(at), &atlas, map, DrawingRef(state.drawing(map.view).cloned()), HIGH));
    let flag = |(soon, signs): &(Msg, Vec<String>)| {
        el("li").child(el("strong").text(say(*soon))).child(list(signs.iter().map(|sign| el("li").text(sign.clone()))))
    };
    let muscle = |found: &find::Found| {
        let line = el("li").child(el("strong").text(found.name.clone())).text([" (", &found.place, "). "].concat());
        line.text(found.reasons.join(" "))
    };
    let point = |(at, point): (usize, &crate::app::select::sheet::SheetPoint)| {
        el("li")
            .attr("value", (at + 1).to_string())
            .child(el("strong").text(point.name.clone()))
            .child(el("p").text(point.card.find.clone()))
            .child(el("p").text(point.card.press.clone()))
    };
    let caution = |line: &crate::app::select::card::CautionLine| {
        el("li").child(el("strong").text(line.title.clone())).text(". ").text(line.advice.clone())
    };
    let mut results: Vec<find::Found> = find::results(state);
    results.truncate(MUSCLES);
    el("section")
        .attr("lang", scene.text.lang().to_owned())
        .child(el("h2").text([say(Msg::ResultsTitle).as_str(), ": ", title].concat()))
        .child(el("p").text(say(Msg::ResultsLead)))
        .children(maps)
        .child(key(&own(0), true))
        .child(list(results.iter().map(muscle)))
        .child(head(Msg::SafetyStop))
        .child(list(model.flags.iter().map(flag)))
        .child(head(Msg::PlanTitle))
        .child(el("p").text(model.dose.clone()))
        .child(el("ol").children(model.points.iter().enumerate().map(point)))
        .child(head(Msg::CardCautions))
        .child(list(model.cautions.iter().map(caution)))
        .child(el("p").child(el("small").text(say(Msg::AboutDisclaimer))))
        .into()
}

/// What a fallback is made of: the data of one language.
pub struct Made {
    /// The atlas.
    pub atlas: Rc<Atlas>,
    /// The drawings of all views.
    pub drawings: Vec<(View, Rc<Drawing>)>,
    /// What there is to read.
    pub library: Rc<Library>,
    /// The words of the language, all of them.
    pub text: Rc<Text>,
}

/// The fallback for a region or group, as HTML to stand inside of the element. None if the atlas has none of this name.
pub fn fallback(made: &Made, region: &str) -> Option<String> {
    let mut state = State::new(made.atlas.clone(), made.text.clone());
    let regions = state.atlas.regions_named(region);
    if regions.is_empty() {
        return None;
    }
    state.drawn = View::ALL.iter().flat_map(|v| [Part::Drawing(*v), Part::Deeper(*v)]).collect();
    state.drawings = made.drawings.clone();
    state.library = Some(made.library.clone());
    let on = |side: &Side| {
        let side = *side;
        regions.iter().map(move |region| Mark { region: *region, side, intensity: STRENGTH })
    };
    let state = update(&state, Action::Hurts(Side::ALL.iter().flat_map(on).collect()));
    let group = state.atlas.groups.iter().find(|group| group.id == region);
    let title = match group {
        Some(group) => state.text.of(group.name).to_owned(),
        None => words::regions(&state.atlas, &state.text, &regions),
    };
    let title = AttrValue::from(title);
    let store = Store::new(state, Ports::memory(), "rpe", Rc::new(|_| ()));
    let props = FallbackProps { store, title };
    let mut drawn = pin!(LocalServerRenderer::<Fallback>::with_props(props).hydratable(false).render());
    // Nothing in it waits for anything.
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..1000 {
        if let Poll::Ready(html) = drawn.as_mut().poll(&mut context) {
            return Some(still::plain(&html, HIGH));
        }
    }
    None
}

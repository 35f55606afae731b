//! The map: the drawn leg with places to mark, zones of pain and trigger points, and how to look at it.
mod art;
mod controls;
mod keys;
mod marks;

use crate::app::select::map::MapModel;
use crate::app::{Action, Choice, Sides};
use crate::atlas::{Atlas, Ink, Msg, PointId, Pt, RegionId};
use crate::ui::dom::{div, el};
use crate::ui::root::{AtlasRef, Scene};
use art::Art;
use controls::{Look, legend, look_controls, view_tabs};
use keys::Way;
use marks::{Hands, point_marks, region_marks, zone_marks};
use yew::prelude::*;

/// Something on the map that can be reached and used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A place that can be marked.
    Region(RegionId),
    /// A trigger point that can be opened.
    Point(PointId),
}

impl Item {
    fn id(self, scene: &Scene) -> AttrValue {
        match self {
            Item::Region(r) => scene.id(&["region-", &r.0.to_string()].concat()),
            Item::Point(p) => scene.id(&["point-", &p.0.to_string()].concat()),
        }
    }
}

/// The properties of the map.
#[derive(Properties, PartialEq)]
pub struct BodyMapProps {
    /// What it shows.
    pub model: MapModel,
    /// Which legs.
    pub sides: Sides,
    /// The drawings.
    pub atlas: AtlasRef,
    /// Whether a session runs: then the map only shows, and cannot be changed.
    pub running: bool,
    /// Where it stands.
    pub scene: Scene,
}

fn items(model: &MapModel, atlas: &Atlas, running: bool) -> Vec<(Item, String, Pt)> {
    if running {
        return Vec::new();
    }
    let plate = atlas.plate(model.view);
    let centre = |id: RegionId| {
        let shape = plate?.shapes.iter().find(|s| s.ink == Ink::Region(id))?;
        Some(shape.form.contour().centre())
    };
    let region = model.regions.iter().map(|r| (Item::Region(r.id), r.name.clone(), centre(r.id).unwrap_or_default()));
    let point = model.points.iter().map(|p| (Item::Point(p.id), p.name.clone(), p.at));
    let mut all: Vec<(Item, String, Pt)> = region.chain(point).collect();
    let [x, y, w, h] = model.frame.map(f64::from);
    all.retain(|(_, _, at)| at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h);
    if model.mirrored {
        for (_, _, at) in &mut all {
            at.x = 2.0 * x + w - at.x;
        }
    }
    all
}

fn action(item: Item) -> Action {
    match item {
        Item::Region(region) => Action::Tap(region),
        Item::Point(point) => Action::Choose(Some(Choice::Point(point))),
    }
}

/// The map. It knows only what the keyboard is on and what the pointer is over.
pub struct BodyMap {
    active: Option<Item>,
    hovered: Option<Item>,
}

/// What happens on the map.
pub enum Deed {
    /// The pointer is over something, or over nothing.
    Hover(Option<Item>),
    /// The keyboard moved to something.
    Reach(Item),
    /// Something was tapped, or the key for it pressed.
    Use(Item),
}

impl Component for BodyMap {
    type Message = Deed;
    type Properties = BodyMapProps;

    fn create(_: &Context<Self>) -> Self {
        BodyMap { active: None, hovered: None }
    }

    fn update(&mut self, ctx: &Context<Self>, deed: Deed) -> bool {
        let before = (self.active, self.hovered);
        match deed {
            Deed::Hover(item) => self.hovered = item,
            Deed::Reach(item) => self.active = Some(item),
            Deed::Use(item) => {
                self.active = Some(item);
                ctx.props().scene.store.touch();
                ctx.props().scene.store.dispatch(action(item));
            }
        }
        before != (self.active, self.hovered)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        draw(self, ctx)
    }
}

/// The arrow keys move, Enter and Space use.
fn on_key(
    ctx: &Context<BodyMap>,
    items: &[(Item, String, Pt)],
    current: Option<(Item, Pt)>,
) -> Callback<KeyboardEvent> {
    let link = ctx.link().clone();
    let places: Vec<(Item, Pt)> = items.iter().map(|(item, _, at)| (*item, *at)).collect();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        // Alt and an arrow is the browser's way back; a key held down must not mark and unmark by turns.
        if event.ctrl_key() || event.alt_key() || event.meta_key() || (event.repeat() && Way::of(&key).is_none()) {
            return;
        }
        let deed = match (Way::of(&key), key.as_str(), current) {
            (Some(way), _, Some((_, from))) => keys::nearest(places.iter().copied(), from, way).map(Deed::Reach),
            (None, "Enter" | " ", Some((item, _))) => Some(Deed::Use(item)),
            _ => return,
        };
        // At the edge too: the page must not scroll while the arrow keys mean the map.
        event.prevent_default();
        if let Some(deed) = deed {
            link.send_message(deed);
        }
    })
}

fn draw(own: &BodyMap, ctx: &Context<BodyMap>) -> Html {
    let props = ctx.props();
    let (scene, atlas, model) = (&props.scene, &props.atlas.0, &props.model);
    let items = items(model, atlas, props.running);
    let find = |wanted: Option<Item>| items.iter().find(|(item, _, _)| Some(*item) == wanted);
    let current = find(own.active).or(items.first()).map(|(item, _, at)| (*item, *at));
    let caption = find(own.hovered).map(|(_, name, _)| name.clone());
    let on_key = on_key(ctx, &items, current);
    let [x, y, w, h] = model.frame;
    let view_box = [x, y, w, h].map(|n| n.to_string()).join(" ");
    let turn = model.mirrored.then(|| ["matrix(-1 0 0 1 ", &(2 * x + w).to_string(), " 0)"].concat());
    let current_item = current.map(|(item, _)| item);
    let link = ctx.link();
    let hands = Hands {
        active: current_item,
        on_use: link.callback(Deed::Use),
        on_hover: link.callback(Deed::Hover),
        tied: props.running,
    };
    let look = Look { layer: model.layer, whole: model.whole, can_zoom: model.can_zoom, sides: props.sides };
    let art = html! {
        <Art view={model.view} layer={model.layer} muscle={model.muscle} atlas={props.atlas.clone()} prefix={scene.prefix.clone()} />
    };
    let drawing = el("g")
        .attr_if("transform", turn)
        .child(art)
        .child(region_marks(scene, atlas, model, &hands))
        .child(zone_marks(scene, atlas, model))
        .child(point_marks(scene, model, &hands));
    let svg = el("svg")
        .class("rpe-svg")
        .attr("viewBox", view_box)
        .attr("data-view", model.view.name())
        .label(model.label.clone());
    let svg = if props.running {
        svg.attr("role", "img")
    } else {
        svg.attr("role", "listbox")
            .state("aria-multiselectable", true)
            .attr("aria-describedby", scene.id("map-help"))
            .attr_if("aria-activedescendant", current_item.map(|i| i.id(scene)))
            .attr("tabindex", "0")
            .on_key(on_key)
    };
    let stage = div("rpe-stage")
        .child(svg.child(drawing))
        .child(el("p").class("rpe-caption").hidden().text(caption.unwrap_or_default()))
        .child(el("p").class("rpe-sr").attr("id", scene.id("map-help")).text(scene.say(Msg::MapHelp)))
        .child_if(!props.running, || look_controls(scene, &look));
    el("section")
        .class("rpe-map")
        .attr("part", "map")
        .child_if(!props.running, || view_tabs(scene, model.view, atlas))
        .child(stage)
        .child(legend(scene, model))
        .child_if(!model.elsewhere.is_empty(), || el("p").class("rpe-elsewhere").text(model.elsewhere.clone()))
        .into()
}

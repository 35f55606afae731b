//! The map: the drawn leg with places to mark, zones of pain and trigger points, and how to look at it.
mod art;
mod controls;
mod keys;
mod marks;

use crate::app::select::map::MapModel;
use crate::app::{Action, Choice, Sides};
use crate::atlas::{Atlas, Ink, Msg, PointId, Pt, RegionId};
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

fn deed(item: Item) -> Action {
    match item {
        Item::Region(region) => Action::Tap(region),
        Item::Point(point) => Action::Choose(Some(Choice::Point(point))),
    }
}

/// The map.
#[component]
pub fn BodyMap(props: &BodyMapProps) -> Html {
    let active = use_state_eq(|| None::<Item>);
    let hovered = use_state_eq(|| None::<Item>);
    let scene = &props.scene;
    let atlas = &props.atlas.0;
    let model = &props.model;
    let items = items(model, atlas, props.running);
    let current = items.iter().find(|(item, _, _)| Some(*item) == *active).or(items.first()).cloned();
    let named =
        |wanted: Option<Item>| items.iter().find(|(i, _, _)| Some(*i) == wanted).map(|(_, name, _)| name.clone());
    let caption = named(*hovered);

    let onkeydown = {
        let (scene, active, items, current) = (scene.clone(), active.clone(), items.clone(), current.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if let Some(way) = Way::of(&key) {
                event.prevent_default();
                let from = current.as_ref().map_or(Pt::default(), |(_, _, at)| *at);
                if let Some(next) = keys::nearest(items.iter().map(|(i, _, at)| (*i, *at)), from, way) {
                    active.set(Some(next));
                }
            } else if let ("Enter" | " ", Some((item, _, _))) = (key.as_str(), &current) {
                event.prevent_default();
                active.set(Some(*item));
                scene.store.dispatch(deed(*item));
            }
        })
    };
    let on_use = {
        let (scene, active) = (scene.clone(), active.clone());
        Callback::from(move |item: Item| {
            active.set(Some(item));
            scene.store.dispatch(deed(item));
        })
    };
    let on_hover = {
        let hovered = hovered.clone();
        Callback::from(move |item: Option<Item>| hovered.set(item))
    };
    let [x, y, w, h] = model.frame;
    let view_box = [x, y, w, h].map(|n| n.to_string()).join(" ");
    let turn = model.mirrored.then(|| ["matrix(-1 0 0 1 ", &(2 * x + w).to_string(), " 0)"].concat());
    let current_item = current.as_ref().map(|(item, _, _)| *item);
    let hands = Hands { active: current_item, on_use, on_hover, tied: props.running };
    let look = Look { layer: model.layer, whole: model.whole, can_zoom: model.can_zoom, sides: props.sides };
    html! {
        <section class="rpe-map" part="map">
            if !props.running { { view_tabs(scene, model.view, atlas) } }
            <div class="rpe-stage">
                <svg class="rpe-svg" viewBox={view_box} data-view={model.view.name()}
                    role={if props.running { "img" } else { "listbox" }} aria-label={model.label.clone()}
                    aria-multiselectable={(!props.running).then_some("true")}
                    aria-describedby={scene.id("map-help")}
                    aria-activedescendant={current_item.map(|i| i.id(scene))}
                    tabindex={(!props.running).then_some("0")} {onkeydown}>
                    <g transform={turn}>
                        <Art view={model.view} layer={model.layer} muscle={model.muscle} atlas={props.atlas.clone()} prefix={scene.prefix.clone()} />
                        { region_marks(scene, atlas, model, &hands) }
                        { zone_marks(scene, atlas, model) }
                        { point_marks(scene, model, &hands) }
                    </g>
                </svg>
                <p class="rpe-caption" aria-hidden="true">{ caption }</p>
                <p class="rpe-sr" id={scene.id("map-help")}>{ scene.say(Msg::MapHelp) }</p>
                if !props.running { { look_controls(scene, &look) } }
            </div>
            { legend(scene, model) }
            if !model.elsewhere.is_empty() { <p class="rpe-elsewhere">{ &model.elsewhere }</p> }
        </section>
    }
}

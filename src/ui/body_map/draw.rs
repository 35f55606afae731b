//! The map as elements: the drawing, what lies on it, and the controls around it.
use super::art::{Art, ArtProps};
use super::camera::{Camera, STEP};
use super::controls::{legend, look_controls, view_tabs, zoom_controls};
use super::easel::{Easel, EaselProps, PaintingRef};
use super::keys::{self, Way};
use super::labels::{self, Label};
use super::marks::{Hands, LETTER, name_marks, number_marks, point_marks, region_marks, zone_marks};
use super::{BodyMap, BodyMapProps, Deed, GUESS, Item, Reachable, items};
use crate::atlas::{Msg, Pt};
use crate::ui::dom::{El, component, div, el, tenths};
use yew::prelude::*;

/// The height of the zoom buttons over the map, in pixels.
const CORNER: f64 = 56.0;

/// The arrow keys move, Enter and Space use, plus and minus zoom.
fn on_key(ctx: &Context<BodyMap>, items: &[Reachable], current: Option<(Item, Pt)>) -> Callback<KeyboardEvent> {
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
            (None, "+" | "=", _) => Some(Deed::Zoom(STEP)),
            (None, "-", _) => Some(Deed::Zoom(1.0 / STEP)),
            (None, "0", _) => Some(Deed::Reset),
            _ => return,
        };
        // At the edge too: the page must not scroll while the arrow keys mean the map.
        event.prevent_default();
        if let Some(deed) = deed {
            link.send_message(deed);
        }
    })
}

/// Names beside what is shown: the points, and what the pointer is over or the keyboard on.
fn names(own: &BodyMap, props: &BodyMapProps, camera: Camera, unit: f64, items: &[Reachable]) -> Vec<Label> {
    let Some([_, _, width, height]) = own.screen else { return Vec::new() };
    let model = &props.model;
    let mut points: Vec<((f64, f64), &str)> =
        model.points.iter().map(|p| ((model.flip(p.at.x), p.at.y), p.label.as_str())).collect();
    let pointed = own.hovered.or(own.active.filter(|_| props.scene.store.ports().focus.inside()));
    let region = |(item, _, _): &&Reachable| Some(*item) == pointed && matches!(item, Item::Region(_));
    points.extend(items.iter().find(region).map(|(_, name, at)| ((at.x, at.y), name.as_str())));
    let (x, y) = camera.middle();
    let seen = [x - width * unit / 2.0, y - height * unit / 2.0, width * unit, height * unit];
    points.retain(|((x, y), _)| *x > seen[0] && *x < seen[0] + seen[2] && *y > seen[1] && *y < seen[1] + seen[3]);
    let limb = model.limb(camera.seen);
    labels::place(&points, seen, limb, LETTER * unit, CORNER * unit)
}

fn svg(own: &BodyMap, ctx: &Context<BodyMap>, items: &[Reachable], unit: f64, camera: Camera) -> Html {
    let props = ctx.props();
    let (scene, model) = (&props.scene, &props.model);
    // Nothing reached yet: what lies nearest to the middle of what is seen, so that the keyboard begins in sight.
    let (x, y) = camera.middle();
    let away = |(_, _, at): &&Reachable| (at.x - x).abs() + (at.y - y).abs();
    let nearest = || items.iter().reduce(|a, b| if away(&b) < away(&a) { b } else { a });
    let current = items.iter().find(|(item, _, _)| Some(*item) == own.active).or_else(nearest);
    let current = current.map(|(item, _, at)| (*item, *at));
    let current_item = current.map(|(item, _)| item);
    let link = ctx.link();
    let hands = Hands {
        active: current_item,
        on_aim: link.callback(Deed::Aim),
        on_click: link.callback(|(item, event)| Deed::Click(item, event)),
        on_hover: link.callback(Deed::Hover),
        tied: props.running,
        unit,
    };
    let atlas = &props.atlas.0;
    let drawing = el("g")
        .attr_if("transform", model.turn())
        .child(region_marks(scene, atlas, model, &own.paths, &hands))
        .child(zone_marks(scene, atlas, model, &own.paths))
        .child(point_marks(scene, model, &hands));
    let labels = names(own, props, camera, unit, items);
    let svg = el("svg")
        .class("rpe-svg")
        .class_if(own.seen.is_some(), "rpe-close")
        .class_if(own.painting, "rpe-beside")
        .attr("viewBox", camera.seen.map(tenths).join(" "))
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
            .on_key(on_key(ctx, items, current))
            .on_fingers(link.callback(Deed::Press), link.callback(Deed::Drag), link.callback(Deed::Lift))
            .on_wheel(link.callback(Deed::Wheel), link.callback(|_| Deed::Reset))
    };
    let numbers = || number_marks(items, model, unit);
    svg.child(drawing).child_if(model.zones.is_empty(), numbers).child(name_marks(&labels, unit)).into()
}

/// The drawing, under all that reacts: a picture of its own, so that it is not painted again with every mark.
fn plate(props: &BodyMapProps, camera: Camera) -> El {
    let (scene, model) = (&props.scene, &props.model);
    let art = component::<Art>(ArtProps {
        view: model.view,
        layer: model.layer,
        muscle: model.muscle,
        atlas: props.atlas.clone(),
        drawing: props.drawing.clone(),
        prefix: scene.prefix.clone(),
    });
    let turned = el("g").attr_if("transform", model.turn()).child(art);
    el("svg").class("rpe-plate").attr("viewBox", camera.seen.map(tenths).join(" ")).hidden().child(turned)
}

#[inline(never)]
fn easel(own: &BodyMap, props: &BodyMapProps, camera: Camera) -> Html {
    let (scene, model) = (&props.scene, &props.model);
    let [left, _, width, _] = model.frame.map(f64::from);
    component::<Easel>(EaselProps {
        on: own.painting,
        view: model.view,
        sides: props.sides,
        mirror: model.mirrored.then_some(2.0 * left + width),
        camera,
        faint: !model.zones.is_empty(),
        painting: PaintingRef::of(&scene.store.state()),
        drawing: props.drawing.clone(),
        atlas: props.atlas.clone(),
        scene: scene.clone(),
        hear: own.hear.clone(),
    })
}

pub fn draw(own: &BodyMap, ctx: &Context<BodyMap>) -> Html {
    let props = ctx.props();
    let (scene, model) = (&props.scene, &props.model);
    let items = items(props);
    let camera = own.camera(model);
    let unit = camera.scale(own.screen.unwrap_or(GUESS));
    let link = ctx.link();
    let zoom = || {
        let (closer, further) = (link.callback(|_| Deed::Zoom(STEP)), link.callback(|_| Deed::Zoom(1.0 / STEP)));
        zoom_controls(scene, camera, closer, further)
    };
    let (painting, leave) = (own.painting, own.hear.clone());
    let escape = Callback::from(move |event: KeyboardEvent| {
        if painting && event.key() == "Escape" {
            event.stop_propagation();
            leave.emit(Deed::Paint(false));
        }
    });
    let stage = div("rpe-stage")
        .state("aria-busy", props.waiting)
        // While painting the stage takes the focus of a press, or Escape would be heard by nobody.
        .attr_if("tabindex", own.painting.then_some("-1"))
        .on_key(escape)
        .child(plate(props, camera))
        .child_if(
            !props.running,
            || if scene.store.whole() { easel(own, props, camera) } else { div("rpe-tools").into() },
        )
        .child(svg(own, ctx, &items, unit, camera))
        .child(el("p").class("rpe-sr").attr("id", scene.id("map-help")).text(scene.say(Msg::MapHelp)))
        .child_if(!props.running, zoom);
    el("section")
        .class("rpe-map")
        .attr("part", "map")
        .child_if(!props.running, || view_tabs(scene, model.view, &props.atlas.0, &own.outlines))
        .child(stage)
        .child_if(!props.running, || look_controls(scene, model.layer, props.sides))
        .child(legend(scene, model))
        .child_if(!model.elsewhere.is_empty(), || el("p").class("rpe-elsewhere").text(model.elsewhere.clone()))
        .into()
}

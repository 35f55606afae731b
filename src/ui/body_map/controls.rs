//! How to look at the map: from where, how deep, which leg, how close; and what its marks mean.
use super::camera::Camera;
use crate::app::select::map::MapModel;
use crate::app::select::words;
use crate::app::{Action, Sides};
use crate::atlas::{Atlas, Layer, Msg, Plate, Side, View, ZoneKind};
use crate::ui::dom::{button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, icon, segment};
use yew::prelude::*;

/// From where to look, each with the outline one would see from there.
pub fn view_tabs(scene: &Scene, shown: View, atlas: &Atlas, outlines: &[AttrValue]) -> Html {
    let item = |(plate, outline): (&Plate, &AttrValue)| {
        let (view, on) = (plate.view, plate.view == shown);
        let view_box = plate.frame.map(|n| n.to_string()).join(" ");
        let thumb = el("svg").class("rpe-thumb").attr("viewBox", view_box).hidden();
        button("rpe-seg-item", scene.on(Action::SetView(Some(view))))
            .key(view.name())
            .attr("data-key", view.name())
            .state("aria-pressed", on)
            .child(thumb.child(el("path").attr("d", outline.clone())))
            .child(el("span").text(scene.say(words::view(view))))
    };
    let items = atlas.plates.iter().zip(outlines).map(item);
    div("rpe-seg").class("rpe-views").attr("role", "group").label(scene.say(Msg::MapViews)).children(items).into()
}

/// How deep, and which leg.
pub fn look_controls(scene: &Scene, layer: Layer, sides: Sides) -> Html {
    let deep = |own: Layer| SegmentItem {
        key: own.name(),
        label: scene.say(words::layer(own)),
        on: own == layer,
        on_press: scene.on(Action::SetLayer(own)),
    };
    let leg = |own: Sides| SegmentItem {
        key: own.name(),
        label: scene.say(words::sides(own)),
        on: own == sides,
        on_press: scene.on(Action::SetSides(own)),
    };
    let layers: Vec<SegmentItem> = Layer::ALL.iter().map(|l| deep(*l)).collect();
    let legs = [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both].map(leg).to_vec();
    div("rpe-look")
        .child(segment("rpe-layers", scene.say(Msg::MapLayers), layers))
        .child(segment("rpe-legs", scene.say(Msg::SideLabel), legs))
        .into()
}

/// Closer and further, for those who do not pinch.
pub fn zoom_controls(
    scene: &Scene,
    camera: Camera,
    closer: Callback<MouseEvent>,
    further: Callback<MouseEvent>,
) -> Html {
    let one = |name: IconName, says: Msg, end: bool, hear| {
        button("rpe-round", hear).disabled(end).label(scene.say(says)).child(icon(name))
    };
    div("rpe-zoom")
        .child(one(IconName::Plus, Msg::MapCloser, camera.closest(), closer))
        .child(one(IconName::Minus, Msg::MapFurther, camera.furthest(), further))
        .into()
}

/// What the marks mean; only those that are there.
pub fn legend(scene: &Scene, model: &MapModel) -> Html {
    let zone = |kind: ZoneKind| model.zones.iter().any(|(_, k)| *k == kind);
    let line = |class: &'static str, msg: Msg| {
        el("li").child(el("span").class("rpe-key").class(class).hidden()).text(scene.say(msg))
    };
    el("ul")
        .class("rpe-legend")
        .child_if(model.regions.iter().any(|r| r.on), || line("rpe-key-marked", Msg::MapKeyMarked))
        .child_if(zone(ZoneKind::Essential), || line("rpe-key-essential", Msg::MapKeyEssential))
        .child_if(zone(ZoneKind::Spillover), || line("rpe-key-spillover", Msg::MapKeySpillover))
        .child_if(!model.points.is_empty(), || line("rpe-key-point", Msg::MapKeyPoint))
        .into()
}

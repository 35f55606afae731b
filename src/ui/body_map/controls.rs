//! How to look at the map: from where, how deep, which leg, how close; and what its marks mean.
use crate::app::select::map::MapModel;
use crate::app::select::words;
use crate::app::{Action, Sides};
use crate::atlas::{Atlas, Layer, Msg, Side, View, ZoneKind};
use crate::ui::dom::{button, div, el};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, icon, segment};
use yew::prelude::*;

/// From where to look.
pub fn view_tabs(scene: &Scene, shown: View, atlas: &Atlas) -> Html {
    let item = |view: View| SegmentItem {
        key: view.name(),
        label: scene.say(words::view(view)),
        on: view == shown,
        on_press: scene.on(move || Action::SetView(Some(view))),
    };
    let items: Vec<SegmentItem> = atlas.plates.iter().map(|p| item(p.view)).collect();
    segment("rpe-views", scene.say(Msg::MapViews), items)
}

/// What the controls below the map show.
pub struct Look {
    /// The layer that is shown.
    pub layer: Layer,
    /// Whether the whole view is shown.
    pub whole: bool,
    /// Whether there is a closer one.
    pub can_zoom: bool,
    /// Which legs.
    pub sides: Sides,
}

/// How deep, which leg, how close.
pub fn look_controls(scene: &Scene, props: &Look) -> Html {
    let layer = |layer: Layer| SegmentItem {
        key: layer.name(),
        label: scene.say(words::layer(layer)),
        on: layer == props.layer,
        on_press: scene.on(move || Action::SetLayer(layer)),
    };
    let side = |sides: Sides| SegmentItem {
        key: sides.name(),
        label: scene.say(words::sides(sides)),
        on: sides == props.sides,
        on_press: scene.on(move || Action::SetSides(sides)),
    };
    let layers: Vec<SegmentItem> = Layer::ALL.iter().map(|l| layer(*l)).collect();
    let legs = [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both].map(side).to_vec();
    let whole = props.whole;
    let zoom = || {
        button("rpe-round rpe-zoom", scene.on(move || Action::SetWhole(!whole)))
            .state("aria-pressed", !whole)
            .label(scene.say(Msg::MapClose))
            .child(icon(if whole { IconName::Zoom } else { IconName::Minus }))
    };
    div("rpe-look")
        .child(segment("rpe-layers", scene.say(Msg::MapLayers), layers))
        .child(segment("rpe-legs", scene.say(Msg::SideLabel), legs))
        .child_if(props.can_zoom, zoom)
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

//! The map: the drawn leg with places to mark, zones of pain and trigger points, and how to look at it.
mod art;
mod camera;
mod controls;
mod deed;
mod draw;
mod easel;
mod fingers;
mod keys;
mod labels;
mod marks;
mod paths;
mod picture;
mod taps;

use crate::app::select::map::MapModel;
use crate::app::{Action, Sides};
use crate::atlas::{Drawing, Ink, Pt, RegionId};
use crate::ports::Timer;
use crate::ui::root::{AtlasRef, Scene};
use camera::{Box4, Camera, STEP};
pub use deed::{Deed, Item};
use fingers::Fingers;
use marks::Hands;
use paths::Paths;
pub use picture::{key, picture};
use std::rc::Rc;
use taps::Taps;
use yew::prelude::*;

/// A drawing as a property: compared by identity, because it is large and never changes in place.
#[derive(Clone)]
pub struct DrawingRef(pub Option<Rc<Drawing>>);

impl PartialEq for DrawingRef {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

/// The properties of the map.
#[derive(Properties)]
pub struct BodyMapProps {
    /// What it shows.
    pub model: MapModel,
    /// How the view is drawn, if that has come.
    pub drawing: DrawingRef,
    /// Whether some of it is still to come.
    pub waiting: bool,
    /// Which legs.
    pub sides: Sides,
    /// The records.
    pub atlas: AtlasRef,
    /// Whether a session runs: then the map only shows, and cannot be changed.
    pub running: bool,
    /// Where it stands.
    pub scene: Scene,
}

/// The map is drawn anew with the widget. Most of it is the drawing, which compares its own properties; comparing all
/// that the map shows would be more code than it saves work.
impl PartialEq for BodyMapProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Something that can be reached: which, its name, and where, as the screen shows it.
type Reachable = (Item, String, Pt);

fn items(props: &BodyMapProps) -> Vec<Reachable> {
    if props.running {
        return Vec::new();
    }
    let model = &props.model;
    let centre = |id: RegionId| {
        let shape = props.drawing.0.as_ref()?.of(Ink::Region(id)).next()?;
        Some(shape.form.contour().centre())
    };
    let region = |id, name: &String| Some((Item::Region(id), name.clone(), centre(id)?));
    let regions = model.regions.iter().filter_map(|r| region(r.id, &r.name));
    let point = model.points.iter().map(|p| (Item::Point(p.id), p.name.clone(), p.at));
    let flip = |(item, name, at): Reachable| (item, name, Pt { x: model.flip(at.x), ..at });
    regions.chain(point).map(flip).collect()
}

/// The map. It knows only what the keyboard is on, what the pointer is over, and how close one has come.
pub struct BodyMap {
    active: Option<Item>,
    hovered: Option<Item>,
    fingers: Fingers,
    /// What is seen, when somebody has zoomed.
    seen: Option<Box4>,
    /// Where the map lies on the screen, once that is known.
    screen: Option<Box4>,
    paths: Paths,
    outlines: Vec<AttrValue>,
    taps: Taps,
    /// Whether one paints on it.
    painting: bool,
    /// Hears what the easel leaves to the map.
    hear: Callback<Deed>,
    #[allow(dead_code, reason = "held as long as the map is there")]
    watch: Box<dyn Timer>,
}

/// Where the map lies on the screen as long as that was not measured.
const GUESS: Box4 = [0.0, 0.0, 288.0, 400.0];

/// The map among what the widget draws.
const SVG: &str = ".rpe-svg";

/// What the wheel turns in one notch, in pixels.
const NOTCH: f64 = 100.0;

impl BodyMap {
    fn camera(&self, model: &MapModel) -> Camera {
        let frame = model.frame.map(f64::from);
        Camera { seen: self.seen.unwrap_or(frame), whole: model.whole.map(f64::from) }
    }

    fn use_item(&mut self, ctx: &Context<Self>, item: Item) {
        let (props, store) = (ctx.props(), &ctx.props().scene.store);
        self.active = Some(item);
        store.touch();
        // Another view may show the new mark best; who has come closer stays where they are.
        if self.seen.is_some() && matches!(item, Item::Region(_)) {
            store.dispatch(Action::SetView(Some(props.model.view)));
        }
        store.dispatch(item.action());
    }

    /// Measures where the map lies. Only when something happens there, never while drawing.
    fn survey(&mut self, ctx: &Context<Self>) -> Box4 {
        self.screen = ctx.props().scene.store.ports().layout.place(SVG);
        self.screen.unwrap_or(GUESS)
    }

    fn drag(&mut self, ctx: &Context<Self>, event: &PointerEvent) {
        let spot = (f64::from(event.client_x()), f64::from(event.client_y()));
        let Some(drag) = self.fingers.drag(event.pointer_id(), spot) else { return };
        // One finger scrolls the page until somebody has come closer.
        if !drag.two && self.seen.is_none() {
            return;
        }
        let screen = self.survey(ctx);
        let camera = self.camera(&ctx.props().model);
        let from = camera.at(screen, drag.from);
        let closer = camera.zoom(drag.spread, from);
        let to = closer.at(screen, drag.to);
        self.seen = Some(closer.pan(from.0 - to.0, from.1 - to.1).seen);
    }

    fn wheel(&mut self, ctx: &Context<Self>, event: &WheelEvent) {
        // Without the modifier the wheel scrolls the page. A pinch on a touchpad comes as a wheel with Ctrl.
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let screen = self.survey(ctx);
        let camera = self.camera(&ctx.props().model);
        let at = camera.at(screen, (f64::from(event.client_x()), f64::from(event.client_y())));
        let notches = (event.delta_y() / NOTCH).clamp(-1.0, 1.0);
        let factor = if notches < 0.0 { 1.0 - notches * (STEP - 1.0) } else { 1.0 / (1.0 + notches * (STEP - 1.0)) };
        self.seen = Some(camera.zoom(factor, at).seen);
    }
}

impl Component for BodyMap {
    type Message = Deed;
    type Properties = BodyMapProps;

    fn create(ctx: &Context<Self>) -> Self {
        let outline = |plate: &crate::atlas::Plate| {
            AttrValue::from(plate.skin.iter().map(crate::atlas::Form::path).collect::<String>())
        };
        let outlines = ctx.props().atlas.0.plates.iter().map(outline).collect();
        let mut paths = Paths::default();
        paths.follow(ctx.props().drawing.0.as_ref());
        let fingers = Fingers::default();
        let link = ctx.link().clone();
        let resized = Box::new(move || link.send_message(Deed::Resized));
        let watch = ctx.props().scene.store.ports().layout.watch(resized);
        BodyMap {
            active: None,
            hovered: None,
            fingers,
            seen: None,
            screen: None,
            paths,
            outlines,
            taps: Taps::default(),
            painting: false,
            hear: ctx.link().callback(|deed| deed),
            watch,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &BodyMapProps) -> bool {
        let now = ctx.props();
        self.paths.follow(now.drawing.0.as_ref());
        // A mark more changes what is best seen, but not what somebody came closer to see.
        if (now.model.view, now.model.about) != (old.model.view, old.model.about) {
            self.seen = None;
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, deed: Deed) -> bool {
        let size = |own: &Self| own.screen.map(|[_, _, width, height]| (width, height));
        let before = (self.active, self.hovered, self.seen, size(self), self.painting);
        let model = &ctx.props().model;
        match deed {
            Deed::Hover(item) => self.hovered = item,
            Deed::Reach(item) => {
                self.active = Some(item);
                let camera = self.camera(model);
                if let Some((_, _, at)) = items(ctx.props()).into_iter().find(|(own, _, _)| *own == item) {
                    let shown = camera.show((at.x, at.y));
                    self.seen = if shown == camera { self.seen } else { Some(shown.seen) };
                }
            }
            Deed::Use(item) => self.use_item(ctx, item),
            Deed::Aim(item) => self.taps.aim(item),
            Deed::Click(item, event) if self.taps.is_own(event.detail(), event.time_stamp()) => {
                self.use_item(ctx, item);
            }
            Deed::Click(..) => {}
            Deed::Press(event) => {
                let id = event.pointer_id();
                self.fingers.press(id, (f64::from(event.client_x()), f64::from(event.client_y())));
                self.taps.press(id, self.fingers.alone() && event.button() == 0);
            }
            Deed::Drag(event) => self.drag(ctx, &event),
            Deed::Lift(event) => {
                let id = event.pointer_id();
                self.fingers.lift(id);
                if event.type_() == "pointerup" {
                    // A finger that moved the map lets go of it; that is no tap.
                    let tapped = self.taps.lift(id, self.fingers.moved(), event.time_stamp());
                    tapped.into_iter().for_each(|item| self.use_item(ctx, item));
                } else {
                    self.taps.lose();
                }
            }
            Deed::Paint(on) => self.painting = on,
            Deed::Wheel(event) => self.wheel(ctx, &event),
            Deed::Zoom(factor) => {
                let camera = self.camera(model);
                self.seen = Some(camera.zoom(factor, camera.middle()).seen);
            }
            Deed::Reset => self.seen = None,
            Deed::Resized => {
                self.survey(ctx);
            }
        }
        before != (self.active, self.hovered, self.seen, size(self), self.painting)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        draw::draw(self, ctx)
    }
}

//! The easel: painting where it hurts. Keeps the stroke that is being made to itself, so that neither the map nor the
//! list is drawn anew with every step of a finger; tells what the paint says of the regions a few times a second.
mod dry;
mod hand;
mod tools;
mod trace;
mod view;

use super::camera::Camera;
use super::{Deed, DrawingRef};
use crate::app::paint::{Act, Canvas, Extent, Grid, Painting};
use crate::app::{Action, Sides};
use crate::atlas::{Pt, View};
use crate::ports::Timer;
use crate::session::Span;
use crate::ui::root::{AtlasRef, Scene};
use dry::Dry;
pub use dry::PaintingRef;
use hand::Hand;
use std::rc::Rc;
use yew::prelude::*;

/// How long after telling what the paint says it is told again, in milliseconds.
const BREATH: f64 = 120.0;

/// The properties of the easel.
#[derive(Properties, PartialEq)]
pub struct EaselProps {
    /// Whether one paints; otherwise the paint is only seen.
    pub on: bool,
    /// The view.
    pub view: View,
    /// Which legs are painted on.
    pub sides: Sides,
    /// When the picture is mirrored: the sum of a place and its mirror image across it, in limb units.
    pub mirror: Option<f64>,
    /// What part of the view is seen.
    pub camera: Camera,
    /// Whether something else on the map matters more.
    pub faint: bool,
    /// What was painted.
    pub painting: PaintingRef,
    /// How the view is drawn.
    pub drawing: DrawingRef,
    /// The records.
    pub atlas: AtlasRef,
    /// Where it stands.
    pub scene: Scene,
    /// Hears what is meant for the map: two fingers, the wheel.
    pub hear: Callback<Deed>,
}

/// What one can take from the tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A brush.
    Brush(usize),
    /// The eraser, or the brush again.
    Erase,
    /// The last thing is taken back.
    Undo,
    /// And done again.
    Redo,
    /// All paint is taken away.
    Clear,
}

/// What happens at the easel.
pub enum Move {
    /// A tool was used.
    Tool(Tool),
    /// A finger, pen or mouse was put down.
    Press(PointerEvent),
    /// It moved.
    Drag(PointerEvent),
    /// It was taken away.
    Lift(PointerEvent),
    /// The next picture is about to be drawn.
    Frame,
    /// It is time to tell what the paint says.
    Tell,
}

impl From<Tool> for Move {
    fn from(tool: Tool) -> Self {
        Move::Tool(tool)
    }
}

/// The easel.
pub struct Easel {
    brush: usize,
    erase: bool,
    /// The stroke that is being made.
    hand: Option<Hand>,
    /// What touches the map.
    down: Vec<i32>,
    /// The paint, view by view, as far as anything was painted there.
    canvases: Vec<Canvas>,
    /// The painting that is on them.
    painted: Rc<Painting>,
    /// What was told last, and when.
    told: (Vec<Extent>, f64),
    /// The paths of the strokes that are made.
    dry: Dry,
    frame: Option<Box<dyn Timer>>,
    telling: Option<Box<dyn Timer>>,
}

impl Easel {
    /// The canvas of a view, if its drawing is there.
    fn canvas(&mut self, props: &EaselProps, view: View) -> Option<&mut Canvas> {
        let at = self.canvases.iter().position(|c| c.view() == view);
        let at = match at {
            Some(at) => at,
            None => {
                let state = props.scene.store.state();
                let grid = Grid::new(props.atlas.0.plate(view)?, state.drawing(view)?);
                self.canvases.push(Canvas::new(Rc::new(grid)));
                self.canvases.len() - 1
            }
        };
        self.canvases.get_mut(at)
    }

    /// Puts a painting on the canvases, stroke by stroke.
    fn replay(&mut self, props: &EaselProps, painting: Rc<Painting>) {
        for act in &painting.acts {
            if let Act::Stroke(stroke) = act {
                self.canvas(props, stroke.view);
            }
        }
        for canvas in &mut self.canvases {
            canvas.act(&Act::Clear);
            painting.acts.iter().for_each(|act| canvas.act(act));
        }
        self.painted = painting;
        self.told.0 = self.felt();
        self.hand = None;
    }

    fn felt(&self) -> Vec<Extent> {
        let mut out = Vec::new();
        self.canvases.iter().for_each(|canvas| canvas.tell(&mut out));
        out
    }

    /// Tells what the paint says, if it says something new or the painting is another.
    fn tell(&mut self, props: &EaselProps, painting: Rc<Painting>, now: f64) {
        let felt = self.felt();
        if felt == self.told.0 && Rc::ptr_eq(&painting, &self.painted) {
            return;
        }
        self.told = (felt.clone(), now);
        self.painted = painting.clone();
        let store = &props.scene.store;
        // The best view for the new marks may be another one: who paints stays where they paint.
        if store.state().look.view != Some(props.view) {
            store.dispatch(Action::SetView(Some(props.view)));
        }
        store.touch();
        store.dispatch(if self.hand.is_some() { Action::Stroke(felt) } else { Action::Paint(painting, felt) });
    }

    fn take(&mut self, props: &EaselProps, tool: Tool) {
        let painting = &self.painted;
        let next = match tool {
            Tool::Brush(brush) => {
                (self.brush, self.erase) = (brush, false);
                return;
            }
            Tool::Erase => {
                self.erase = !self.erase;
                return;
            }
            Tool::Undo if !painting.acts.is_empty() => painting.undo(),
            Tool::Redo if !painting.undone.is_empty() => painting.redo(),
            Tool::Clear if !painting.is_clear() => painting.and(Act::Clear),
            _ => return,
        };
        let (before, next) = (self.painted.clone(), Rc::new(next));
        let told = std::mem::take(&mut self.told);
        self.replay(props, next.clone());
        (self.painted, self.told) = (before, told);
        self.tell(props, next, 0.0);
    }
}

impl Component for Easel {
    type Message = Move;
    type Properties = EaselProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut own = Easel {
            brush: 1,
            erase: false,
            hand: None,
            down: Vec::new(),
            canvases: Vec::new(),
            painted: Rc::default(),
            told: (Vec::new(), 0.0),
            dry: Dry::default(),
            frame: None,
            telling: None,
        };
        own.replay(ctx.props(), ctx.props().painting.0.clone());
        own.dry.follow(&ctx.props().painting.0);
        own
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &EaselProps) -> bool {
        let props = ctx.props();
        self.dry.follow(&props.painting.0);
        if !Rc::ptr_eq(&self.painted, &props.painting.0) {
            self.replay(props, props.painting.0.clone());
        } else if (old.on, old.view, old.sides) != (props.on, props.view, props.sides) {
            self.give_up(props);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, deed: Move) -> bool {
        let props = ctx.props();
        match deed {
            Move::Tool(tool) => self.take(props, tool),
            Move::Press(event) => return self.press(props, event, ctx.link()),
            Move::Drag(event) => return self.drag(props, event, ctx.link()),
            Move::Lift(event) => return self.lift(props, event),
            Move::Frame => {
                self.frame = None;
                let due = self.hand.as_ref().is_some_and(|hand| hand.now - self.told.1 >= BREATH);
                if due && self.telling.is_none() {
                    // After this picture: what follows from telling is the next one's work.
                    let link = ctx.link().clone();
                    let call = Box::new(move || link.send_message(Move::Tell));
                    self.telling = Some(props.scene.store.ports().clock.after(Span::ZERO, call));
                }
            }
            Move::Tell => {
                self.telling = None;
                if let Some(now) = self.hand.as_ref().map(|hand| hand.now) {
                    self.tell(props, self.painted.clone(), now);
                }
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::view(self, ctx)
    }
}

/// A place of the picture as a place of the drawing.
fn unmirror(props: &EaselProps, (x, y): (f64, f64)) -> Pt {
    Pt { x: props.mirror.map_or(x, |sum| sum - x), y }
}

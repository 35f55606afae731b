//! The hand at the easel: from what a finger, pen or mouse does to a stroke. A second finger takes the stroke back and
//! moves the map instead.
use super::tools::BRUSHES;
use super::trace::Trace;
use super::{Deed, Easel, EaselProps, Move, unmirror};
use crate::app::paint::{Act, Dab, Stroke};
use crate::ui::body_map::camera::Box4;
use crate::ui::body_map::{GUESS, SVG};
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

/// How far the pointer moves before that is told, in pixels.
const STEP: f64 = 2.0;
/// The button of a pen's own eraser, among the buttons that are held.
const ERASER: u16 = 32;

/// The stroke that is being made.
pub struct Hand {
    id: i32,
    /// The stroke, as far as it got.
    pub stroke: Stroke,
    /// Its path.
    pub trace: Trace,
    /// When the pointer moved last, in milliseconds of the page.
    pub now: f64,
    screen: Box4,
    spot: (f64, f64),
    last: Option<Dab>,
}

fn spot(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

impl Easel {
    /// The stroke that is being made is as if it had never been.
    pub fn give_up(&mut self, props: &EaselProps) {
        let Some(hand) = self.hand.take() else { return };
        if let Some(canvas) = self.canvas(props, hand.stroke.view) {
            canvas.cancel();
        }
        self.tell(props, self.painted.clone(), hand.now);
    }

    pub fn press(&mut self, props: &EaselProps, event: PointerEvent, link: &Scope<Self>) -> bool {
        let id = event.pointer_id();
        self.down.retain(|own| *own != id);
        self.down.push(id);
        props.hear.emit(Deed::Press(event.clone()));
        if self.down.len() > 1 {
            self.give_up(props);
            return true;
        }
        if event.button() != 0 && event.buttons() & ERASER == 0 {
            return false;
        }
        let screen = props.scene.store.ports().layout.place(SVG).unwrap_or(GUESS);
        let width = BRUSHES.get(self.brush).copied().unwrap_or(STEP) * props.camera.scale(screen);
        let erase = self.erase || event.buttons() & ERASER != 0;
        let Some(canvas) = self.canvas(props, props.view) else { return false };
        canvas.begin();
        let stroke = Stroke::new(props.view, props.sides, erase, width);
        let (now, spot) = (event.time_stamp(), spot(&event));
        self.told.1 = now;
        self.hand = Some(Hand { id, stroke, trace: Trace::default(), now, screen, spot, last: None });
        self.go(props, &event);
        self.ask_frame(props, link);
        false
    }

    /// Draws with the next picture, once however often the pointer moves before it.
    fn ask_frame(&mut self, props: &EaselProps, link: &Scope<Self>) {
        if self.frame.is_none() {
            let link = link.clone();
            let call = Box::new(move || link.send_message(Move::Frame));
            self.frame = Some(props.scene.store.ports().layout.frame(call));
        }
    }

    /// The brush goes on to where an event says.
    fn go(&mut self, props: &EaselProps, event: &PointerEvent) {
        let Some(mut hand) = self.hand.take() else { return };
        let spot = spot(event);
        let far = (spot.0 - hand.spot.0).abs() + (spot.1 - hand.spot.1).abs();
        let pressure = (event.pointer_type() == "pen").then(|| event.pressure());
        let at = unmirror(props, props.camera.at(hand.screen, spot));
        if let Some(dab) = Dab::new(at, pressure).filter(|_| hand.last.is_none() || far >= STEP) {
            if let Some(canvas) = self.canvas(props, hand.stroke.view) {
                canvas.go(&hand.stroke, hand.last.unwrap_or(dab), dab);
            }
            hand.stroke.push(dab);
            hand.trace.add(dab);
            (hand.spot, hand.last) = (spot, Some(dab));
        }
        self.hand = Some(hand);
    }

    pub fn drag(&mut self, props: &EaselProps, event: PointerEvent, link: &Scope<Self>) -> bool {
        if self.down.len() > 1 {
            props.hear.emit(Deed::Drag(event));
            return false;
        }
        let Some(hand) = self.hand.as_mut().filter(|hand| hand.id == event.pointer_id()) else { return false };
        hand.now = event.time_stamp();
        // Where it was since the last event, as far as the browser tells.
        let between = if props.scene.store.ports().layout.coalesces() {
            event.get_coalesced_events().iter().map(PointerEvent::from).collect()
        } else {
            Vec::new()
        };
        between.iter().for_each(|event| self.go(props, event));
        self.go(props, &event);
        self.ask_frame(props, link);
        false
    }

    pub fn lift(&mut self, props: &EaselProps, event: PointerEvent) -> bool {
        let id = event.pointer_id();
        self.down.retain(|own| *own != id);
        let own = self.hand.as_ref().is_some_and(|hand| hand.id == id);
        if own && event.type_() == "pointercancel" {
            self.give_up(props);
        }
        props.hear.emit(Deed::Lift(event));
        let Some(hand) = self.hand.take_if(|hand| hand.id == id) else { return own };
        let next = self.painted.and(Act::Stroke(Rc::new(hand.stroke)));
        self.tell(props, Rc::new(next), hand.now);
        true
    }
}

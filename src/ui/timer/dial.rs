//! The face of the timer: a ring that empties, and digits to be read from two metres. The only part of the
//! widget that is drawn again every moment, and only while time runs.
use crate::app::select::words;
use crate::atlas::Msg;
use crate::ports::Timer;
use crate::session::{Session, Span};
use crate::ui::dom::el;
use crate::ui::root::Scene;
use yew::prelude::*;

/// The properties of the face.
#[derive(Properties, PartialEq)]
pub struct DialProps {
    /// The session, asked for what is left.
    pub session: Session,
    /// Where it stands.
    pub scene: Scene,
}

/// How long after a second is over the face looks at the clock: a timer may come a little early.
const PAST: Span = Span::millis(8);
/// The circumference of the ring, in its own units (radius 90).
const AROUND: i64 = 566;

/// The face of the timer.
pub struct Dial {
    tick: Option<Box<dyn Timer>>,
}

impl Dial {
    /// Looks again when the second that is shown is over, while time runs, and not a moment longer.
    fn follow(&mut self, ctx: &Context<Self>) {
        let session = &ctx.props().session;
        let (clock, link) = (&ctx.props().scene.store.ports().clock, ctx.link().clone());
        let left = session.remaining(clock.now()).as_millis();
        let wait = Span::millis((left - 1).rem_euclid(1000) + 1).plus(PAST);
        self.tick = session.running().then(|| clock.after(wait, Box::new(move || link.send_message(()))));
    }
}

impl Component for Dial {
    type Message = ();
    type Properties = DialProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut dial = Dial { tick: None };
        dial.follow(ctx);
        dial
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &DialProps) -> bool {
        self.follow(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.follow(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        face(&ctx.props().scene, &ctx.props().session)
    }
}

fn face(scene: &Scene, session: &Session) -> Html {
    let left = session.remaining(scene.store.ports().clock.now());
    let length = session.length().as_millis().max(1);
    let gone = (AROUND * (length - left.as_millis()) / length).to_string();
    let digits = if left.as_seconds_up() < 60 { left.as_seconds_up().to_string() } else { words::clock(left) };
    let ring = |class: &str| el("circle").attr("cx", "100").attr("cy", "100").attr("r", "90").class(class);
    let fill = ring("rpe-ring-fill")
        .attr("transform", "rotate(-90 100 100)")
        .attr("stroke-dasharray", AROUND.to_string())
        .attr("stroke-dashoffset", gone);
    let face = el("svg").attr("viewBox", "0 0 200 200").hidden().child(ring("rpe-ring-back")).child(fill);
    let long = left.as_seconds_up() >= 60;
    let digits = el("span")
        .class("rpe-digits")
        .class_if(long, "rpe-long")
        .attr("data-left", left.as_millis().to_string())
        .text(digits);
    el("span").class("rpe-dial").attr("role", "timer").label(scene.say(Msg::TimerRing)).child(face).child(digits).into()
}

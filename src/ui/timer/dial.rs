//! The face of the timer: a ring that empties, and digits to be read from two metres. The only part of the
//! widget that is drawn again every moment, and only while time runs.
use crate::app::select::words;
use crate::atlas::Msg;
use crate::session::{Session, Span};
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

/// How often the face looks at the clock.
const LOOK: Span = Span::millis(200);
/// The circumference of the ring, in its own units (radius 90).
const AROUND: i64 = 566;

/// The face of the timer.
#[component]
pub fn Dial(props: &DialProps) -> Html {
    let redraw = use_force_update();
    let scene = &props.scene;
    let clock = scene.store.ports().clock.clone();
    let ticking = clock.clone();
    use_effect_with(props.session.running(), move |running| {
        let timer = running.then(|| ticking.every(LOOK, Box::new(move || redraw.force_update())));
        move || drop(timer)
    });
    let session = &props.session;
    let left = session.remaining(clock.now());
    let length = session.length().as_millis().max(1);
    let gone = (AROUND * (length - left.as_millis()) / length).to_string();
    let digits = if left.as_seconds_up() < 60 { left.as_seconds_up().to_string() } else { words::clock(left) };
    html! {
        <span class="rpe-dial" role="timer" aria-label={scene.say(Msg::TimerRing)}>
            <svg viewBox="0 0 200 200" aria-hidden="true">
                <circle cx="100" cy="100" r="90" class="rpe-ring-back" />
                <circle cx="100" cy="100" r="90" class="rpe-ring-fill" transform="rotate(-90 100 100)"
                    stroke-dasharray={AROUND.to_string()} stroke-dashoffset={gone} />
            </svg>
            <span class="rpe-digits" data-left={left.as_millis().to_string()}>{ digits }</span>
        </span>
    }
}

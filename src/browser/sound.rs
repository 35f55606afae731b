//! Tones on the browser's audio clock: set ahead of time, they ring on time even in a page that sleeps. One
//! context serves the widget; it is made and woken inside a tap, because browsers allow sound only there.
use crate::ports::Sound;
use crate::ports::sound::Beep;
use crate::session::{Span, Tone};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode, OscillatorType};

/// The maker of tones.
#[derive(Default)]
pub struct Tones {
    own: Rc<Own>,
    // Held for as long as the context may call it.
    waking: RefCell<Option<Closure<dyn FnMut()>>>,
}

#[derive(Default)]
struct Own {
    context: RefCell<Option<AudioContext>>,
    // Each beep with the second on the audio clock at which it starts.
    set: RefCell<Vec<(f64, OscillatorNode)>>,
    wanted: RefCell<Vec<(f64, Beep)>>,
    // How loud a beep is, 0 to 1.
    loudness: Cell<f32>,
}

/// Pitch in Hz, start and length in seconds of each beep of a tone.
fn beeps(beep: Beep) -> &'static [(f32, f64, f64)] {
    let tone = match beep {
        Beep::Cue(tone) => tone,
        Beep::Beat => return &[(330.0, 0.0, 0.09)],
    };
    match tone {
        Tone::Half => &[(494.0, 0.0, 0.12)],
        Tone::Last => &[(740.0, 0.0, 0.1), (740.0, 0.22, 0.1)],
        Tone::Press => &[(660.0, 0.0, 0.16), (880.0, 0.18, 0.22)],
        Tone::Change => &[(587.0, 0.0, 0.30)],
        Tone::End => &[(523.0, 0.0, 0.2), (659.0, 0.22, 0.2), (784.0, 0.44, 0.5)],
    }
}

/// The gain at full volume.
const FULL: f32 = 0.32;
/// How loud the beat is, beside the tones.
const BEAT: f32 = 0.35;
/// How late a tone may still ring, in milliseconds; an older one would only confuse.
const LATE: f64 = 500.0;
/// How many seconds before its start a beep counts as begun.
const BEGUN: f64 = 0.05;

impl Own {
    /// One beep. None when the browser refuses a node: then it stays silent.
    fn beep(context: &AudioContext, loudness: f32, pitch: f32, at: f64, length: f64) -> Option<OscillatorNode> {
        let gain: GainNode = context.create_gain().ok()?;
        let node: OscillatorNode = context.create_oscillator().ok()?;
        node.set_type(OscillatorType::Sine);
        node.frequency().set_value(pitch);
        let level = gain.gain();
        // A soft attack and end, or the speaker clicks.
        level.set_value_at_time(0.0, at).ok()?;
        level.linear_ramp_to_value_at_time(loudness, at + 0.02).ok()?;
        level.set_value_at_time(loudness, at + length - 0.06).ok()?;
        level.linear_ramp_to_value_at_time(0.0, at + length).ok()?;
        node.connect_with_audio_node(&gain).ok()?;
        gain.connect_with_audio_node(&context.destination()).ok()?;
        node.start_with_when(at).ok()?;
        node.stop_with_when(at + length + 0.02).ok()?;
        Some(node)
    }

    /// Silences what has not begun. A beep that is sounding is let finish: it tells of the very change that sets the
    /// others anew.
    fn clear(&self) {
        let now = self.context.borrow().as_ref().map_or(0.0, |c| c.current_time());
        for (start, node) in self.set.borrow_mut().drain(..) {
            if start > now + BEGUN {
                // Not begun, so nothing is cut.
                let _ = node.disconnect();
            }
        }
    }

    fn set(&self) {
        self.clear();
        let context = self.context.borrow();
        // The clock of a context that does not run stands still: tones set on it would come too late.
        let Some(context) = context.as_ref().filter(|c| c.state() == AudioContextState::Running) else { return };
        let now = js_sys::Date::now();
        for (due, tone) in self.wanted.borrow().iter().filter(|(due, _)| *due > now - LATE) {
            let at = context.current_time() + ((due - now) / 1000.0).max(0.0);
            for (pitch, start, length) in beeps(*tone) {
                let loudness = self.loudness.get() * if *tone == Beep::Beat { BEAT } else { 1.0 };
                let node = Self::beep(context, loudness, *pitch, at + start, *length);
                self.set.borrow_mut().extend(node.map(|node| (at + start, node)));
            }
        }
    }
}

impl Sound for Tones {
    fn unlock(&self) {
        let mut context = self.own.context.borrow_mut();
        if context.is_none() {
            *context = AudioContext::new().ok();
            let own = self.own.clone();
            let waking = Closure::<dyn FnMut()>::new(move || own.set());
            if let Some(context) = context.as_ref() {
                context.set_onstatechange(Some(waking.as_ref().unchecked_ref()));
            }
            *self.waking.borrow_mut() = Some(waking);
        }
        if let Some(context) = context.as_ref().filter(|c| c.state() != AudioContextState::Running) {
            // The promise says when it runs, and so does the state change that sets the tones.
            let _ = context.resume();
        }
    }

    fn schedule(&self, tones: &[(Span, Beep)], volume: u8) {
        // The ear hears loudness by steps of the square.
        let share = f32::from(volume.min(10)) / 10.0;
        self.own.loudness.set(FULL * share * share);
        let now = js_sys::Date::now();
        *self.own.wanted.borrow_mut() =
            tones.iter().map(|(span, tone)| (now + span.as_millis() as f64, *tone)).collect();
        self.own.set();
    }
}

impl Drop for Tones {
    fn drop(&mut self) {
        self.own.clear();
        if let Some(context) = self.own.context.borrow_mut().take() {
            context.set_onstatechange(None);
            // A context that is closed already does not mind.
            let _ = context.close();
        }
    }
}

//! How a massage makes itself felt: a switch for each signal, how loud it is, and a way to try it.
use crate::app::{Able, Action, Cues, Settings};
use crate::atlas::Msg;
use crate::ports::sound::Beep;
use crate::session::{Span, Tone};
use crate::ui::dom::{El, button, div, el, number};
use crate::ui::root::Scene;
use yew::prelude::*;

/// A signal.
type Switch = (&'static str, Msg, bool, fn(Cues, bool) -> Cues);

fn switches(cues: Cues) -> [Switch; 6] {
    [
        ("tone", Msg::CuesTone, cues.tone, |cues, tone| Cues { tone, ..cues }),
        ("voice", Msg::CuesVoice, cues.voice, |cues, voice| Cues { voice, ..cues }),
        ("vibration", Msg::CuesVibration, cues.vibration, |cues, vibration| Cues { vibration, ..cues }),
        ("flash", Msg::CuesFlash, cues.flash, |cues, flash| Cues { flash, ..cues }),
        ("beat", Msg::CuesBeat, cues.beat, |cues, beat| Cues { beat, ..cues }),
        ("awake", Msg::CuesAwake, cues.awake, |cues, awake| Cues { awake, ..cues }),
    ]
}

/// Lets a person hear and feel it before they need it. While a session runs its own tones are set and stay so.
fn attempt(scene: &Scene, key: &'static str, cues: Cues) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |_| {
        let ports = scene.store.ports();
        ports.sound.unlock();
        match key {
            "tone" => {
                let tones = [(0, Tone::Press), (1_400, Tone::Last), (2_800, Tone::Change), (4_200, Tone::End)];
                ports.sound.schedule(&tones.map(|(ms, tone)| (Span::millis(ms), Beep::Cue(tone))), cues.volume);
            }
            "beat" => {
                let beats = [0, 4, 8].map(|s| (Span::seconds(s), Beep::Beat));
                ports.sound.schedule(&beats, cues.volume);
            }
            "voice" => ports.speech.say(scene.text.say(Msg::CuesSayPress), scene.text.lang(), cues.volume),
            _ => ports.haptics.shake(&[120, 80, 120]),
        }
    })
}

fn line(scene: &Scene, settings: Settings, able: Able, (key, msg, on, change): Switch) -> El {
    let lacks = match key {
        "voice" if !able.voice => Some(Msg::CuesNoVoice),
        "vibration" if !able.vibration => Some(Msg::CuesNoVibration),
        _ => None,
    };
    let turned = Settings { cues: change(settings.cues, !on), ..settings };
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("data-cue", key)
        .checked(on && lacks.is_none())
        .disabled(lacks.is_some())
        .on_change(scene.on(Action::Set(if lacks.is_some() { settings } else { turned })));
    let tries = lacks.is_none() && matches!(key, "tone" | "voice" | "vibration" | "beat");
    let attempt = || {
        button("rpe-link", attempt(scene, key, settings.cues))
            .attr("data-try", key)
            .label([scene.text.say(msg), ": ", scene.text.say(Msg::CuesAttempt)].concat())
            .text(scene.say(Msg::CuesAttempt))
    };
    div("rpe-cue")
        .key(key)
        .child(el("label").class("rpe-check").child(tick).child(el("span").text(scene.say(msg))))
        .child_if(tries, attempt)
        .child_if(lacks.is_some(), || {
            el("p").class("rpe-note").text(lacks.map(|msg| scene.say(msg)).unwrap_or_default())
        })
}

/// The signals, folded away.
#[inline(never)]
pub fn cues_panel(scene: &Scene, settings: Settings, able: Able) -> Html {
    let louder = {
        let scene = scene.clone();
        Callback::from(move |_| {
            let typed = scene.store.ports().layout.typed(VOLUME).and_then(|text| text.parse().ok());
            if let Some(volume) = typed {
                let cues = Cues { volume, ..scene.store.state().settings.cues };
                scene.store.dispatch(Action::Set(Settings { cues, ..scene.store.state().settings }));
            }
        })
    };
    let volume = el("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", number(Cues::LOUDEST.into()))
        .attr("data-cue", "volume")
        .value(number(settings.cues.volume.into()))
        .on_input(louder);
    let volume = el("label").class("rpe-volume").child(el("span").text(scene.say(Msg::CuesVolume))).child(volume);
    el("details")
        .class("rpe-more rpe-cues")
        .child(el("summary").text(scene.say(Msg::CuesTitle)))
        .children(switches(settings.cues).map(|switch| line(scene, settings, able, switch)))
        .child(volume)
        .into()
}

/// The field of the volume.
const VOLUME: &str = "[data-cue=volume]";

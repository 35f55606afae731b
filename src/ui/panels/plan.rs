//! The plan: which points in which order, how long, how often; and the start.
use crate::app::select::massage::{PlanLine, PlanModel};
use crate::app::select::words;
use crate::app::{Action, Choice, Screen, Settings, Sides};
use crate::atlas::{Msg, Side};
use crate::session::Limits;
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, Stepper, icon, segment, stepper};
use yew::prelude::*;

fn line(scene: &Scene, at: usize, count: usize, line: &PlanLine) -> Html {
    let id = line.id;
    let name = [line.muscle.as_str(), ", ", &line.place].concat();
    let act = |msg: Msg, name_of: IconName, off: bool, key: &'static str, action: Callback<MouseEvent>| {
        html! {
            <button type="button" class="rpe-round rpe-quiet" data-act={key} disabled={off}
                aria-label={scene.text.fill(msg, &[("point", &name)])} onclick={action}>{ icon(name_of) }</button>
        }
    };
    html! {
        <li key={id.0} class="rpe-plan-line">
            <span class="rpe-rank" aria-hidden="true">{ at + 1 }</span>
            <button type="button" class="rpe-row-text rpe-open" onclick={scene.on(move || Action::Choose(Some(Choice::Point(id))))}>
                <b>{ &line.muscle }</b><small>{ &line.place }</small><small>{ words::upper(&line.how) }</small>
            </button>
            <span class="rpe-plan-acts">
                { act(Msg::PlanUp, IconName::Up, at == 0, "up", scene.on(move || Action::Move(id, true))) }
                { act(Msg::PlanDown, IconName::Down, at + 1 == count, "down", scene.on(move || Action::Move(id, false))) }
                { act(Msg::PlanRemove, IconName::Cross, false, "remove", scene.on(move || Action::Pick(id))) }
            </span>
        </li>
    }
}

fn numbers(scene: &Scene, settings: Settings) -> Html {
    let set = |change: fn(Settings, i64) -> Settings| {
        let scene = scene.clone();
        Callback::from(move |value: i64| scene.store.dispatch(Action::Set(change(settings, value))))
    };
    let (less, more) = (scene.say(Msg::PlanLess), scene.say(Msg::PlanMore));
    html! {
        <div class="rpe-numbers">
            { stepper(Stepper {
                name: "hold", label: scene.say(Msg::PlanHold), value: settings.hold, limits: Limits::HOLD, step: 5,
                less: less.clone(), more: more.clone(), on_change: set(|s, hold| Settings { hold, ..s }),
            }) }
            { stepper(Stepper {
                name: "rounds", label: scene.say(Msg::PlanRounds), value: settings.rounds, limits: Limits::ROUNDS, step: 1,
                less, more, on_change: set(|s, rounds| Settings { rounds, ..s }),
            }) }
            <label class="rpe-check">
                <input type="checkbox" checked={settings.sound} onchange={scene.on(move || Action::Set(Settings { sound: !settings.sound, ..settings }))} />
                <span>{ scene.say(Msg::PlanSound) }</span>
            </label>
        </div>
    }
}

fn legs(scene: &Scene, sides: Sides) -> Html {
    let item = |value: Sides| SegmentItem {
        key: value.name(),
        label: scene.say(words::sides(value)),
        on: value == sides,
        on_press: scene.on(move || Action::SetSides(value)),
    };
    let items = [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both].map(item).to_vec();
    html! {
        <div class="rpe-plan-legs">
            { segment("", scene.say(Msg::SideLabel), items) }
            if sides == Sides::Both { <p class="rpe-note">{ scene.say(Msg::PlanLegs) }</p> }
        </div>
    }
}

/// The plan.
pub fn plan_panel(scene: &Scene, model: &PlanModel) -> Html {
    let count = model.lines.len();
    if count == 0 {
        return html! {
            <div class="rpe-panel" part="massage">
                <h2>{ scene.say(Msg::PlanTitle) }</h2>
                <p class="rpe-lead">{ scene.say(Msg::PlanEmpty) }</p>
                <button type="button" class="rpe-button rpe-first" onclick={scene.on(|| Action::Show(Screen::Find))}>{ scene.say(Msg::PlanToFind) }</button>
            </div>
        };
    }
    html! {
        <div class="rpe-panel" part="massage">
            <h2>{ scene.say(Msg::PlanTitle) }</h2>
            <p class="rpe-lead">{ scene.say(Msg::PlanLead) }</p>
            <ol class="rpe-list rpe-plan">{ for model.lines.iter().enumerate().map(|(at, l)| line(scene, at, count, l)) }</ol>
            if model.own {
                <button type="button" class="rpe-link" onclick={scene.on(|| Action::Unpick)}>{ scene.say(Msg::PlanSuggest) }</button>
            }
            if model.many { <p class="rpe-note">{ scene.say(Msg::PlanMany) }</p> }
            { legs(scene, model.sides) }
            { numbers(scene, model.settings) }
            if model.unusual_hold { <p class="rpe-note">{ scene.say(Msg::PlanAdvised) }</p> }
            <div class="rpe-startbar">
                <button type="button" class="rpe-button rpe-first" data-act="start" onclick={scene.now(|m| Action::Start(None, m))}>
                    { icon(IconName::Play) }<span>{ scene.say(Msg::PlanStart) }</span><span class="rpe-time">{ &model.clock }</span>
                </button>
            </div>
        </div>
    }
}

//! Moving a line of the plan by its grip: with a finger, the mouse or keys. The line takes its new place at once, and the
//! others make room; what happens is in the state, so that Escape puts all of it back.
use crate::app::plan::Deed;
use crate::app::select::edit::LineModel;
use crate::app::{Action, plan};
use crate::atlas::{Msg, PointId};
use crate::ui::dom::{El, button};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, icon};
use yew::prelude::*;

/// The list of the plan.
const LIST: &str = ".rpe-plan";

/// A point comes to stand at this place; `by` is the button that keeps the focus.
pub fn to(point: PointId, place: usize, by: &'static str) -> Deed {
    Deed::To(point, place, by)
}

fn keys(scene: &Scene, id: PointId, at: usize, carried: bool) -> Callback<KeyboardEvent> {
    let store = scene.store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let deed = match (event.key().as_str(), carried) {
            (" " | "Enter", false) => Deed::Lift(id),
            (" " | "Enter", true) => Deed::Drop,
            ("ArrowUp", true) => to(id, at.saturating_sub(1), "grip"),
            ("ArrowDown", true) => to(id, at + 1, "grip"),
            ("Escape", true) => Deed::Return,
            ("Tab", true) => return store.dispatch(Action::Plan(Deed::Drop)),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        store.touch();
        store.dispatch(Action::Plan(deed));
    })
}

/// The grip of a line.
pub fn grip(scene: &Scene, own: &LineModel, at: usize) -> El {
    let (id, carried) = (own.id, own.carried);
    let store = scene.store.clone();
    let press = Callback::from(move |event: PointerEvent| {
        if event.button() == 0 {
            store.ports().layout.hold(LIST, event.pointer_id());
            store.touch();
            store.dispatch(Action::Plan(Deed::Lift(id)));
        }
    });
    // A screen reader clicks without a pointer, and without a key that we would hear.
    let store = scene.store.clone();
    let click = Callback::from(move |event: MouseEvent| {
        if event.detail() == 0 {
            store.touch();
            store.dispatch(Action::Plan(if carried { Deed::Drop } else { Deed::Lift(id) }));
        }
    });
    button("rpe-round rpe-quiet rpe-grip", click)
        .attr("data-act", "grip")
        .state("aria-pressed", carried)
        .label(scene.text.fill(Msg::PlanGrip, &[("point", &own.name)]))
        .on_press(press)
        .on_key(keys(scene, id, at, carried))
        .child(icon(IconName::Grip))
}

/// Lets a list hear where its carried line is to go.
pub fn hear(scene: &Scene, list: El) -> El {
    let store = scene.store.clone();
    let drag = Callback::from(move |event: PointerEvent| {
        let state = store.state();
        // A mouse that passes by does not carry what the keys have picked up.
        let Some(carried) = state.editing.carried.as_ref().filter(|_| event.buttons() != 0) else { return };
        let points = plan::points(&state);
        let Some(at) = points.iter().position(|point| *point == carried.point) else { return };
        let above = |row: &usize| {
            let row = [LIST, " > :nth-child(", &(row + 1).to_string(), ")"].concat();
            let place = store.ports().layout.place(&row);
            place.is_some_and(|[_, top, _, height]| top + height / 2.0 < f64::from(event.client_y()))
        };
        let place = (0..points.len()).filter(|row| *row != at).filter(above).count();
        if place != at {
            store.dispatch(Action::Plan(to(carried.point, place, "grip")));
        }
    });
    let store = scene.store.clone();
    let lift = Callback::from(move |event: PointerEvent| {
        // Nor does one that lay on the list drop it, when the list moves away from under it.
        let passes = event.type_() == "pointerleave" && event.buttons() == 0;
        if store.state().editing.carried.is_some() && !passes {
            store.dispatch(Action::Plan(Deed::Drop));
        }
    });
    list.on_fingers(Callback::noop(), drag, lift)
}

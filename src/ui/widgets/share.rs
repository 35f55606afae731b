//! The buttons that hand the plan on: as a link, and on paper.
use super::icon::{IconName, icon};
use crate::app::{Action, Given, Handed, share};
use crate::atlas::Msg;
use crate::ui::dom::{button, div, el};
use crate::ui::root::Scene;
use yew::prelude::*;

/// A callback that hands out the link to what is shown. Inside the tap: browsers allow it only there.
fn hand(scene: &Scene) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |_| {
        let store = &scene.store;
        store.touch();
        let fragment = share::fragment(&store.state());
        let (weak, own) = (store.weak(), fragment.clone());
        let told = Box::new(move |given| {
            if let Some(store) = weak.get() {
                store.dispatch(Action::Hand(Handed { fragment: own, given }));
            }
        });
        store.ports().share.give(scene.text.say(Msg::PlanTitle), &fragment, told);
    })
}

/// A callback that asks for the printed sheet.
fn paper(scene: &Scene) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |_| {
        let store = &scene.store;
        store.touch();
        let clock = &store.ports().clock;
        store.dispatch(Action::Print(clock.date(clock.now(), scene.text.lang())));
    })
}

/// The buttons, as far as the page offers them, and how the link went out. `plan` says whether there is something to
/// print.
pub fn share_bar(scene: &Scene, given: Option<&Given>, plan: bool) -> Html {
    let (share, print) = (scene.features.share, scene.features.print && plan);
    if !share && !print {
        return Html::default();
    }
    let act = |act: &'static str, msg: Msg, name: IconName, hear: Callback<MouseEvent>| {
        button("rpe-quick", hear).attr("data-act", act).child(icon(name)).text(scene.say(msg))
    };
    let copied = given == Some(&Given::Copied);
    let said = el("span").attr("role", "status").child_if(copied, || el("span").text(scene.say(Msg::ShareCopied)));
    let link = |url: &String| {
        let field = el("input").attr("readonly", "").attr("value", url.clone()).attr("data-act", "link");
        el("label").class("rpe-hand").text(scene.say(Msg::ShareLink)).child(field)
    };
    let link = match given {
        Some(Given::Shown(url)) => link(url).into(),
        _ => Html::default(),
    };
    div("rpe-share")
        .child_if(share, || act("share", Msg::ShareButton, IconName::Share, hand(scene)))
        .child_if(print, || act("print", Msg::SharePrint, IconName::Print, paper(scene)))
        .child(said)
        .child(link)
        .into()
}

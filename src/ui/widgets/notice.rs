//! One quiet line about something the person should know.
use super::icon::{IconName, icon};
use crate::app::{Action, Notice};
use crate::atlas::Msg;
use crate::ui::root::Scene;
use yew::prelude::*;

/// One quiet line. The live region is always there, so that a screen reader hears it change.
pub fn notice_bar(scene: &Scene, notice: Option<Notice>) -> Html {
    let words = notice.map(|notice| match notice {
        Notice::NotKept => scene.text.say(Msg::NoticeNotKept).to_owned(),
        Notice::Unreadable(n) => scene.text.count(Msg::NoticeUnreadableOne, Msg::NoticeUnreadableMany, n),
        Notice::Missed(n) => scene.text.count(Msg::NoticeMissedOne, Msg::NoticeMissedMany, n),
    });
    html! {
        <div class="rpe-notice" role="status">
            if let Some(words) = words {
                <p>{ words }</p>
                <button type="button" class="rpe-round rpe-quiet" aria-label={scene.say(Msg::NoticeClose)}
                    onclick={scene.on(|| Action::Tell(None))}>{ icon(IconName::Cross) }</button>
            }
        </div>
    }
}

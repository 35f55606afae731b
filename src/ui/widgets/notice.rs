//! One quiet line about something the person should know.
use super::icon::{IconName, icon};
use crate::app::{Action, Notice};
use crate::atlas::Msg;
use crate::ui::dom::{button, div, el};
use crate::ui::panels::save_copy;
use crate::ui::root::Scene;
use yew::prelude::*;

/// One quiet line; `any` says whether the diary holds anything. The live region is always there, so that a screen reader
/// hears it change.
pub fn notice_bar(scene: &Scene, notice: Option<Notice>, any: bool) -> Html {
    let words = notice.map(|notice| match notice {
        Notice::NotKept => scene.text.say(Msg::NoticeNotKept).to_owned(),
        Notice::Unreadable(n) => scene.text.count(Msg::NoticeUnreadableOne, Msg::NoticeUnreadableMany, n),
        Notice::BadLink => scene.text.say(Msg::NoticeBadLink).to_owned(),
        Notice::NewerLink => scene.text.say(Msg::NoticeNewerLink).to_owned(),
        Notice::LeftOut(n) => scene.text.count(Msg::NoticeLeftOutOne, Msg::NoticeLeftOutMany, n),
    });
    let close = || {
        button("rpe-round rpe-quiet", scene.on(Action::Tell(None)))
            .label(scene.say(Msg::NoticeClose))
            .child(icon(IconName::Cross))
    };
    let line = div("rpe-notice").attr("role", "status");
    match words {
        // What the device does not keep can still be taken along.
        Some(words) => {
            let save = notice == Some(Notice::NotKept) && scene.features.diary && any;
            line.child(el("p").text(words)).child_if(save, || save_copy(scene)).child(close()).into()
        }
        None => line.into(),
    }
}

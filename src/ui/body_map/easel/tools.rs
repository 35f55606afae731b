//! What one paints with: how to mark, how wide, the eraser, and taking back.
use super::{Easel, Tool};
use crate::app::paint::Painting;
use crate::atlas::Msg;
use crate::ui::body_map::Deed;
use crate::ui::dom::{El, button, div, el, tenths};
use crate::ui::root::Scene;
use crate::ui::widgets::{IconName, SegmentItem, icon, segment};
use yew::html::Scope;
use yew::prelude::*;

/// The widths of the brush, in pixels.
pub const BRUSHES: [f64; 3] = [12.0, 22.0, 36.0];

/// What the tools show.
pub struct Bench<'a> {
    /// Words and ids.
    pub scene: &'a Scene,
    /// Whether one paints.
    pub on: bool,
    /// Which brush.
    pub brush: usize,
    /// Whether it erases.
    pub erase: bool,
    /// What is painted.
    pub painting: &'a Painting,
    /// Hears what was taken.
    pub link: &'a Scope<Easel>,
    /// Hears whether one paints.
    pub hear: &'a Callback<Deed>,
}

impl Bench<'_> {
    fn tool(&self, key: &'static str, says: Msg, tool: Tool) -> El {
        let link = self.link.clone();
        button("rpe-tool", Callback::from(move |_| link.send_message(tool)))
            .attr("data-key", key)
            .label(self.scene.say(says))
    }

    fn brush(&self, at: usize, key: &'static str, says: Msg) -> El {
        let dot = el("circle").attr("r", tenths(BRUSHES.get(at).map_or(0.0, |width| width / 2.0)));
        let dot = el("svg").class("rpe-dab").attr("viewBox", "-20 -20 40 40").hidden().child(dot);
        self.tool(key, says, Tool::Brush(at)).state("aria-pressed", !self.erase && self.brush == at).child(dot)
    }

    fn act(&self, key: &'static str, says: Msg, tool: Tool, name: IconName, off: bool) -> El {
        self.tool(key, says, tool).disabled(off).child(icon(name))
    }

    /// The row of tools.
    pub fn view(&self) -> El {
        let way = |key, says, on: bool| {
            let hear = self.hear.clone();
            let on_press = Callback::from(move |_| hear.emit(Deed::Paint(on)));
            SegmentItem { key, label: self.scene.say(says), on: self.on == on, on_press }
        };
        let ways = vec![way("tap", Msg::PaintTap, false), way("paint", Msg::PaintPaint, true)];
        let (acts, undone) = (self.painting.acts.is_empty(), self.painting.undone.is_empty());
        let brushes = || {
            div("rpe-brushes")
                .attr("role", "group")
                .label(self.scene.say(Msg::PaintBrush))
                .child(self.brush(0, "fine", Msg::PaintFine))
                .child(self.brush(1, "medium", Msg::PaintMedium))
                .child(self.brush(2, "broad", Msg::PaintBroad))
                .child(
                    self.act("eraser", Msg::PaintEraser, Tool::Erase, IconName::Eraser, false)
                        .state("aria-pressed", self.erase),
                )
        };
        let back = || {
            div("rpe-brushes")
                .attr("role", "group")
                .label(self.scene.say(Msg::PaintBack))
                .child(self.act("undo", Msg::PaintUndo, Tool::Undo, IconName::Undo, acts))
                .child(self.act("redo", Msg::PaintRedo, Tool::Redo, IconName::Redo, undone))
                .child(self.act("clear", Msg::PaintClear, Tool::Clear, IconName::Bin, self.painting.is_clear()))
        };
        div("rpe-tools")
            .child(segment("rpe-way", self.scene.say(Msg::PaintWay), ways))
            .child_if(self.on, back)
            .child_if(self.on, brushes)
            .child_if(self.on, || el("p").class("rpe-hint").text(self.scene.say(Msg::PaintHint)))
    }
}

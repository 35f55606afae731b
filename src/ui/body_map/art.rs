//! The drawing itself: skin, bones, muscles, tendons. Nothing in it reacts; it is drawn anew only when the
//! view, the layer or the muscle in focus changes.
use super::DrawingRef;
use crate::atlas::{Contour, Drawing, Form, Ink, Layer, MuscleId, Plate, Shape, View};
use crate::ui::dom::{El, el};
use crate::ui::root::AtlasRef;
use yew::prelude::*;

/// The properties of the drawing.
#[derive(Properties, PartialEq)]
pub struct ArtProps {
    /// The view.
    pub view: View,
    /// The layer.
    pub layer: Layer,
    /// The muscle in full colour, while the others fade.
    pub muscle: Option<MuscleId>,
    /// The outlines.
    pub atlas: AtlasRef,
    /// How the view is drawn, if that has come.
    pub drawing: DrawingRef,
    /// What ids begin with.
    pub prefix: AttrValue,
}

/// Where the shadow and the light lie across a muscle: the light comes from the top left.
const SHADOW: (f64, f64) = (0.3, 1.0);
const LIGHT: (f64, f64) = (-0.8, -0.35);
/// Where fibres are drawn across a muscle.
const FIBRES: [f64; 5] = [-0.66, -0.33, 0.0, 0.33, 0.66];

fn joined(contours: &[Contour]) -> String {
    contours.iter().map(Contour::path).collect()
}

fn path(class: &'static str, d: String) -> El {
    el("path").class(class).attr("d", d)
}

fn flesh(group: El, shape: &Shape, muscle: bool) -> El {
    let form = &shape.form;
    let mut group = group.child(path("rpe-body-fill", form.path()));
    for (class, (from, to)) in [("rpe-shadow", SHADOW), ("rpe-light", LIGHT)] {
        if let Some(band) = form.shade(from, to) {
            group = group.child(path(class, band.path()));
        }
    }
    let fibred = muscle && matches!(form, Form::Spine(_));
    group.child_if(fibred, || path("rpe-fibre", joined(&form.fibres(&FIBRES))))
}

fn muscle_group(shape: &Shape, id: MuscleId, props: &ArtProps, tendon: bool) -> El {
    let focus = props.muscle;
    let group = el("g")
        .class(if tendon { "rpe-tendon" } else { "rpe-muscle" })
        .class_if(shape.layer == Layer::Deep, "rpe-deep")
        .class_if(focus.is_some_and(|f| f != id), "rpe-faded")
        .class_if(is_ghost(shape, id, props), "rpe-ghost");
    flesh(group, shape, !tendon)
}

fn is_ghost(shape: &Shape, id: MuscleId, props: &ArtProps) -> bool {
    props.layer == Layer::Deep && shape.layer == Layer::Superficial && props.muscle != Some(id)
}

fn visible(shape: &Shape, layer: Layer, muscle: Option<MuscleId>, drawing: &Drawing) -> bool {
    match shape.ink {
        Ink::Muscle(id) | Ink::Tendon(id) => {
            // A muscle in focus that is not drawn on this layer is shown through it.
            let here = drawing.shapes.iter().any(|s| is_of(s, id) && s.layer == layer);
            // Under the deep layer the one above it is a ghost, or the deep muscles would float in nothing.
            let ghost = layer == Layer::Deep && shape.layer == Layer::Superficial;
            shape.layer == layer || ghost || (layer != Layer::Skin && muscle == Some(id) && !here)
        }
        Ink::Bone => layer != Layer::Skin,
        Ink::Crease => layer == Layer::Skin,
        _ => false,
    }
}

fn is_of(shape: &Shape, muscle: MuscleId) -> bool {
    matches!(shape.ink, Ink::Muscle(id) | Ink::Tendon(id) if id == muscle)
}

fn shape(shape: &Shape, props: &ArtProps) -> Html {
    match shape.ink {
        Ink::Bone => path("rpe-bone", shape.form.path()).into(),
        Ink::Crease => path("rpe-crease", shape.form.path()).into(),
        Ink::Muscle(id) => muscle_group(shape, id, props, false).into(),
        Ink::Tendon(id) => muscle_group(shape, id, props, true).into(),
        _ => Html::default(),
    }
}

/// The skin in two tones: the shape in shadow, and the same shape moved toward the light on top, cut to its outline.
fn skin(plate: &Plate, prefix: &str) -> [Html; 3] {
    let d: String = plate.skin.iter().map(Form::path).collect();
    let clip = [prefix, "-skin-", plate.view.name()].concat();
    let light = path("rpe-skin-light", d.clone()).attr("transform", "translate(-5 -3)");
    let tones = el("g").attr("clip-path", ["url(#", &clip, ")"].concat());
    [
        el("clipPath").attr("id", clip).child(el("path").attr("d", d.clone())).into(),
        tones.child(path("rpe-skin-shadow", d.clone())).child(light).into(),
        path("rpe-skin-line", d).into(),
    ]
}

/// The drawing.
pub struct Art;

impl Component for Art {
    type Message = ();
    type Properties = ArtProps;

    fn create(_: &Context<Self>) -> Self {
        Art
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        draw(ctx.props())
    }
}

fn draw(props: &ArtProps) -> Html {
    let Some(plate) = props.atlas.0.plate(props.view) else { return Html::default() };
    let order = |s: &Shape| match (s.ink, s.layer) {
        // The muscle in focus is seen through the bones.
        (Ink::Muscle(id) | Ink::Tendon(id), _) if s.behind && props.muscle != Some(id) => 0,
        (Ink::Bone, _) => 1,
        (Ink::Muscle(id) | Ink::Tendon(id), _) if is_ghost(s, id, props) => 2,
        (Ink::Crease, _) => 5,
        (_, Layer::Deep) => 3,
        _ => 4,
    };
    // Until the drawing has come, the outline stands for it.
    let shapes: Vec<&Shape> = match &props.drawing.0 {
        Some(drawing) => drawing.shapes.iter().filter(|s| visible(s, props.layer, props.muscle, drawing)).collect(),
        None => Vec::new(),
    };
    let focus = shapes.iter().filter(|s| props.muscle.is_some_and(|m| s.ink == Ink::Muscle(m)));
    let shapes = (0..6).flat_map(|rank| shapes.iter().filter(move |s| order(s) == rank));
    el("g")
        .class("rpe-art")
        .hidden()
        .key(props.view.name())
        .children(skin(plate, &props.prefix))
        .children(shapes.map(|s| shape(s, props)))
        // What others cover of the muscle in focus shines through them.
        .children(focus.map(|s| path("rpe-focus", s.form.path())))
        .into()
}

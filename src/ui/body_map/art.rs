//! The drawing itself: skin, bones, muscles, tendons. Nothing in it reacts; it is drawn anew only when the
//! view, the layer or the muscle in focus changes.
use crate::atlas::{Atlas, Contour, Form, Ink, Layer, MuscleId, Plate, Shape, View};
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
    /// The drawings.
    pub atlas: AtlasRef,
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

fn flesh(shape: &Shape, muscle: bool) -> Html {
    let form = &shape.form;
    let band = |(from, to): (f64, f64)| form.shade(from, to).map(|c| c.path());
    html! {
        <>
            <path d={form.path()} class="rpe-body-fill" />
            if let Some(d) = band(SHADOW) { <path {d} class="rpe-shadow" /> }
            if let Some(d) = band(LIGHT) { <path {d} class="rpe-light" /> }
            if muscle && matches!(form, Form::Spine(_)) { <path d={joined(&form.fibres(&FIBRES))} class="rpe-fibre" /> }
        </>
    }
}

fn muscle_class(shape: &Shape, id: MuscleId, focus: Option<MuscleId>, tendon: bool) -> Classes {
    classes!(
        if tendon { "rpe-tendon" } else { "rpe-muscle" },
        (shape.layer == Layer::Deep).then_some("rpe-deep"),
        focus.is_some().then_some(if focus == Some(id) { "rpe-focus" } else { "rpe-faded" }),
    )
}

fn visible(shape: &Shape, layer: Layer, muscle: Option<MuscleId>, plate: &Plate) -> bool {
    match shape.ink {
        Ink::Muscle(id) | Ink::Tendon(id) => {
            // A muscle in focus that is not drawn on this layer is shown through it.
            let here = plate.shapes.iter().any(|s| is_of(s, id) && s.layer == layer);
            shape.layer == layer || (layer != Layer::Skin && muscle == Some(id) && !here)
        }
        Ink::Bone => layer != Layer::Skin,
        Ink::Crease => layer == Layer::Skin,
        _ => false,
    }
}

fn is_of(shape: &Shape, muscle: MuscleId) -> bool {
    matches!(shape.ink, Ink::Muscle(id) | Ink::Tendon(id) if id == muscle)
}

fn shape(shape: &Shape, muscle: Option<MuscleId>) -> Html {
    match shape.ink {
        Ink::Bone => html! { <path d={shape.form.path()} class="rpe-bone" /> },
        Ink::Crease => html! { <path d={shape.form.path()} class="rpe-crease" /> },
        Ink::Muscle(id) => html! { <g class={muscle_class(shape, id, muscle, false)}>{ flesh(shape, true) }</g> },
        Ink::Tendon(id) => html! { <g class={muscle_class(shape, id, muscle, true)}>{ flesh(shape, false) }</g> },
        _ => Html::default(),
    }
}

fn skin(atlas: &Atlas, view: View, prefix: &str) -> Html {
    let Some(plate) = atlas.plate(view) else { return Html::default() };
    let skins = plate.shapes.iter().filter(|s| s.ink == Ink::Skin);
    let d: String = skins.map(|s| s.form.path()).collect();
    let clip = AttrValue::from([prefix, "-skin-", view.name()].concat());
    let clip_url = ["url(#", clip.as_str(), ")"].concat();
    // Two tones: the shape in shadow, and the same shape moved toward the light on top, cut to its outline.
    html! {
        <>
            <clipPath id={clip}><path d={d.clone()} /></clipPath>
            <g clip-path={clip_url}>
                <path d={d.clone()} class="rpe-skin-shadow" />
                <path d={d.clone()} class="rpe-skin-light" transform="translate(-5 -3)" />
            </g>
            <path {d} class="rpe-skin-line" />
        </>
    }
}

/// The drawing.
#[component]
pub fn Art(props: &ArtProps) -> Html {
    let Some(plate) = props.atlas.0.plate(props.view) else { return Html::default() };
    let order = |s: &&Shape| match (s.ink, s.layer) {
        (Ink::Bone, _) => 0,
        (Ink::Crease, _) => 3,
        (_, Layer::Deep) => 1,
        _ => 2,
    };
    let mut shapes: Vec<&Shape> =
        plate.shapes.iter().filter(|s| visible(s, props.layer, props.muscle, plate)).collect();
    shapes.sort_by_key(order);
    html! {
        <g class="rpe-art" aria-hidden="true" key={props.view.name()}>
            { skin(&props.atlas.0, props.view, &props.prefix) }
            { for shapes.into_iter().map(|s| shape(s, props.muscle)) }
        </g>
    }
}

//! The widget's style sheets as one, in the order in which the build joins them for the element.

macro_rules! sheets {
    ($($name:literal)*) => { concat!($(include_str!(concat!("../../www/styles/", $name, ".css"))),*) };
}

/// All of the widget's style.
pub const STYLE: &str = sheets!(
    "first/tokens" "first/frame" "first/map" "first/plate" "first/find" "first/widths"
    "later/paint" "later/read" "later/plan" "later/timer" "later/figure" "later/day" "later/paper" "later/trend" "later/forced"
);

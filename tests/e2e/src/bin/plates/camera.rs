//! Takes the pictures: one browser, one page, a new explorer for each plate. Knows the element only from outside.

use std::path::Path;

use base64::Engine as _;
use e2e::{Browser, Window};
use serde_json::{Value, json};

use crate::list::{Plate, Subject, scale};
use crate::{Failure, write};

/// A window in which the whole map fits without scrolling.
const WINDOW: Window = Window { width: 900, height: 1100 };

/// Around the frame of the view, in CSS pixels: a drawing may reach over it.
const MARGIN: f64 = 8.0;

/// How the page with the explorer comes to show a plate.
const POSE: &str = include_str!("pose.js");

/// Takes all of them in one theme into `folder`, and gives what is wrong with which.
pub fn take(origin: &str, theme: &str, plates: &[&Plate], folder: &Path) -> Result<Vec<String>, Failure> {
    let browser = Browser::with_window(WINDOW);
    browser.open("about:blank").emulate(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")]);
    let page = browser.open(&format!("{origin}/pages/element.html"));
    let mut faults = Vec::new();
    for plate in plates {
        let pose = browser.run(POSE, &json!([wish(plate, theme), MARGIN]));
        let told = pose["faults"].as_array().into_iter().flatten().filter_map(Value::as_str);
        faults.extend(told.map(|fault| format!("{}: {fault}", plate.path(theme))));
        if let Some(clip) = pose["clip"].as_array() {
            let clip = std::array::from_fn(|at| clip.get(at).and_then(Value::as_f64).unwrap_or_default());
            write(&folder.join(plate.path(theme)), &picture(&browser, clip)?)?;
        }
    }
    faults.extend(page.problems());
    Ok(faults)
}

fn wish(plate: &Plate, theme: &str) -> Value {
    let (layer, muscle, point) = match &plate.subject {
        Subject::Layer(layer) => (Some(layer), None, None),
        Subject::Muscle(muscle) => (None, Some(muscle), None),
        Subject::Point(point) => (None, None, Some(point)),
    };
    json!({
        "theme": theme, "view": plate.view, "frame": plate.frame,
        "layer": layer, "muscle": muscle, "point": point,
    })
}

/// A box of the page as PNG, as on a screen of so many more pixels that it is as large as a picture may be.
fn picture(browser: &Browser, clip: [f64; 4]) -> Result<Vec<u8>, Failure> {
    let [x, y, width, height] = clip;
    let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": scale(clip) });
    // Larger files, written much faster.
    let params = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let answer = browser.cdp("Page.captureScreenshot", &params);
    let data = answer["data"].as_str().ok_or("the browser gave no picture")?;
    Ok(base64::engine::general_purpose::STANDARD.decode(data)?)
}

//! Contact sheets: many plates side by side in one picture, to see at a glance which of them to open.

use std::path::Path;

use e2e::{Browser, Window};
use serde_json::json;

use crate::Failure;
use crate::list::Plate;

/// Plates on a sheet.
const PLATES: usize = 12;

const WINDOW: Window = Window { width: 1500, height: 1100 };

/// Lays out `[address, caption]` pairs, and is done when all pictures are there. Whatever its shape, each gets as much
/// room as the others: a dozen of them are a sheet about as high as it is wide.
const LAY: &str = "
    const [pairs, theme] = arguments, room = 80000;
    const [paper, ink] = theme === 'dark' ? ['#111', '#ddd'] : ['#eee', '#222'];
    document.body.style.cssText = `margin: 0; padding: 8px; display: flex; flex-wrap: wrap; gap: 8px; align-items: end;
        background: ${paper}; color: ${ink}; font: 13px sans-serif; overflow-wrap: anywhere`;
    document.body.replaceChildren();
    return Promise.all(pairs.map(async ([address, caption]) => {
        const figure = document.createElement('figure'), image = new Image();
        image.src = address;
        figure.append(image, document.createElement('br'), caption);
        document.body.append(figure);
        await image.decode();
        image.width *= Math.sqrt(room / (image.width * image.height));
        figure.style.cssText = `margin: 0; width: ${image.width}px`;
    })).then(() => null);
";

/// Lays the sheets of one theme into `folder`: of each group for itself, or of all together.
pub fn lay(origin: &str, theme: &str, plates: &[&Plate], together: bool, folder: &Path) -> Result<(), Failure> {
    let browser = Browser::with_window(WINDOW);
    let groups: Vec<(&str, Vec<&Plate>)> = if together {
        vec![("only", plates.to_vec())]
    } else {
        let chunks = plates.chunk_by(|a, b| a.group == b.group);
        chunks.filter_map(|chunk| Some((chunk.first()?.group, chunk.to_vec()))).collect()
    };
    for (group, plates) in groups {
        for (at, sheet) in (1..).zip(plates.chunks(PLATES)) {
            // A page of the same origin, emptied.
            let page = browser.open(&format!("{origin}/pages/element.html"));
            let pairs: Vec<_> =
                sheet.iter().map(|plate| [format!("/plates/{}", plate.path(theme)), plate.name.clone()]).collect();
            browser.run(LAY, &json!([pairs, theme]));
            let bounds = page.document().bounds("body");
            page.picture(&folder.join(format!("{group}-{at:02}.png")), Some(bounds));
        }
    }
    Ok(())
}

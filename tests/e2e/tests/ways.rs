//! The other ways into a page: a frame on another site. Chromium only for what the three engines share anyway.

use e2e::{Browser, serve, site};
use serde_json::json;

/// A page of another site with the explorer in a frame: what the frame may do, and what was heard on it.
const AROUND: &str = "
    const done = arguments[arguments.length - 1];
    const frame = document.createElement('iframe');
    frame.width = 400;
    frame.src = 'SOURCE';
    window.heard = [];
    for (const name of ['rpe-ready', 'rpe-select', 'rpe-entry']) {
        frame.addEventListener(name, (event) => heard.push([name, event.detail]));
    }
    const script = document.createElement('script');
    script.type = 'module';
    script.src = 'HOST';
    script.onload = () => { document.body.append(frame); done(null); };
    document.head.append(script);
";

#[test]
fn a_frame_of_another_site_has_its_height_and_tells_what_happens_in_it() {
    let (clinic, ours) = (serve(site()), serve(site()));
    let browser = Browser::start();
    for (options, hears) in [
        (format!("region=heel&lang=nl&origin={}", clinic.url("")), true),
        ("region=heel&origin=https://example.org".to_owned(), false),
    ] {
        let page = browser.open(&clinic.url("pages/harness.html"));
        let source = ours.url(&format!("embed.html?{options}"));
        let script = AROUND.replace("SOURCE", &source).replace("HOST", &clinic.url("referred-pain-explorer.host.js"));
        page.run_async(&script);
        // It is higher than a frame is by itself, and not higher than what is in it.
        page.wait("document.querySelector('iframe').clientHeight > 400");
        if hears {
            page.wait("heard.some(([name]) => name === 'rpe-ready')");
            page.wait("heard.some(([name, detail]) => name === 'rpe-select' && detail.regions.length === 4)");
        } else {
            std::thread::sleep(std::time::Duration::from_millis(1_500));
            assert_eq!(page.run("return heard"), json!([]), "told to a page that was not named");
        }
        // What another window says is not taken for the frame's.
        let before = page.run("return document.querySelector('iframe').clientHeight");
        page.run("postMessage({ type: 'rpe:height', height: 5 }, '*'); postMessage({ type: 'rpe:event', name: 'rpe-entry', detail: 1 }, '*')");
        std::thread::sleep(std::time::Duration::from_millis(200));
        assert_eq!(page.run("return document.querySelector('iframe').clientHeight"), before);
        assert_eq!(page.run("return heard.some(([name]) => name === 'rpe-entry')"), false);
    }
}

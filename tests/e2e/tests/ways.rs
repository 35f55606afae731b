//! The other ways into a page: a frame on another site, and a program without a page. Chromium only for what the three
//! engines share anyway.

use std::process::Command;

use e2e::{Browser, project, serve, site};
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

#[test]
fn it_can_be_imported_where_there_is_no_page() {
    let script = "
        for (const name of ['referred-pain-explorer', 'referred-pain-explorer/inline']) {
            const module = await import(name);
            if (typeof module.ReferredPainExplorer !== 'function' || !/^\\\\d+\\\\.\\\\d+\\\\.\\\\d+/.test(module.ReferredPainExplorer.version)) throw new Error(name);
        }
        const { default: description } = await import('referred-pain-explorer/custom-elements.json', { with: { type: 'json' } });
        if (!description.modules.length) throw new Error('custom-elements.json');
    ";
    // As a package that another one depends on.
    let folder = std::env::temp_dir().join(format!("rpe-import-{}", std::process::id()));
    let inside = folder.join("node_modules/referred-pain-explorer");
    std::fs::create_dir_all(&inside).expect("a folder");
    for entry in std::fs::read_dir(project::dist()).expect("dist").flatten() {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), inside.join(entry.file_name())).expect("a copy");
        }
    }
    std::fs::write(folder.join("main.mjs"), script.replace("\\\\", "\\")).expect("a script");
    let out = Command::new("node").arg("main.mjs").current_dir(&folder).output().expect("node");
    std::fs::remove_dir_all(&folder).expect("nothing left");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}

#[test]
fn every_file_is_named_with_its_hash() {
    let read = |name: &str| std::fs::read(project::dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let list: serde_json::Value = serde_json::from_slice(&read("integrity.json")).expect("JSON");
    let list = list.as_object().expect("an object");
    for name in [
        "referred-pain-explorer.js",
        "referred-pain-explorer.inline.js",
        "standalone.html",
        "LICENSE-MIT",
        "THIRD_PARTY.md",
    ] {
        let hash = list.get(name).and_then(serde_json::Value::as_str).unwrap_or_else(|| panic!("{name} is not in it"));
        assert_eq!(hash, xtask::integrity(&read(name)), "{name}");
    }
    let package: serde_json::Value = serde_json::from_slice(&read("package.json")).expect("JSON");
    for path in package["exports"].as_object().expect("exports").values() {
        let paths = path.as_object().map_or_else(|| vec![path], |more| more.values().collect());
        for path in paths {
            let name = path.as_str().and_then(|path| path.strip_prefix("./")).expect("a path");
            assert!(project::dist().join(name).is_file(), "{name} is exported and not there");
        }
    }
    let third = String::from_utf8(read("THIRD_PARTY.md")).expect("text");
    for name in ["yew", "wasm-bindgen", "serde", "gloo-timers"] {
        assert!(third.contains(&format!("## {name} ")), "{name} is not credited");
    }
}

//! The ways into a page that need no second file, in every engine: the script with everything inside, and the page that lies
//! on a disk.

use e2e::{Browser, Page, serve, site};

/// What the page fetched of its own server: addresses.
fn fetched(page: Page<'_>) -> Vec<String> {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let list = page.run(script);
    list.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// From a sore heel to a running timer, in another language too: all of the program and its data are there.
#[track_caller]
fn assert_works(page: Page<'_>) {
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.click(".rpe-views [data-key=plantar]");
    widget.wait(".rpe-svg[data-view=plantar]");
    widget.click(".rpe-result .rpe-row");
    widget.wait(".rpe-card[aria-busy=false] .rpe-point-card");
    widget.call_host("element.lang = 'de'");
    widget.wait(".rpe[lang=de] .rpe-card");
    widget.start_first_massage();
    widget.assert_falls();
    widget.click("[data-act=stop]");
    page.assert_clean();
}

#[test]
fn the_script_with_everything_inside_fetches_nothing() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("pages/inline.html"));
    assert_works(page);
    let all = fetched(page);
    let other: Vec<_> = all.iter().filter(|name| !name.ends_with("referred-pain-explorer.inline.js")).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn the_page_on_a_disk_works_and_reads_its_options() {
    let file = e2e::project::dist().join("standalone.html");
    let browser = Browser::start();
    let page = browser.open(&format!("file://{}?lang=nl&side=left&hold=40&onclick=alert(1)", file.display()));
    page.ready();
    let widget = page.explorer();
    widget.wait(".rpe[lang=nl]");
    assert_eq!(page.run("return document.documentElement.lang"), "nl");
    assert!(page.run("return document.querySelector('referred-pain-explorer').hasAttribute('onclick')") == false);
    assert_eq!(widget.call_host("const { side, hold } = element.capture(); return `${side} ${hold}`"), "left 40");
    assert_works(page);
    assert_eq!(fetched(page), Vec::<String>::new());
}

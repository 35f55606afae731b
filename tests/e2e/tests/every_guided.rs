//! Sharpening the list: a finger and answers change the order, what was found goes into the massage, and the way back
//! from a page is never lost.

use e2e::{Browser, serve, site};

#[test]
fn a_finger_and_answers_sharpen_the_list() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();

    // Nothing felt at the first, the pain itself at the second: that one is first now, and told why.
    widget.wait("[data-part=press] [data-felt=nothing]");
    let asked = widget.text("[data-part=press] .rpe-link");
    widget.click("[data-part=press] [data-felt=nothing]");
    let other = widget.text("[data-part=press] .rpe-link");
    assert_ne!(asked, other, "another point is next");
    let muscle = other.split(',').next().expect("a name").to_owned();
    widget.click("[data-part=press] [data-felt=reproduced]");
    widget.wait_text(".rpe-result .rpe-row b", &muscle);
    assert!(widget.text(".rpe-result .rpe-why").contains("brought on your pain"));

    // An answer is kept, and taken back by a second tap.
    let answers = "[data-part=questions] [aria-pressed=true]";
    assert!(!widget.has(answers));
    widget.click("[data-part=questions] .rpe-chips button");
    widget.wait(answers);
    widget.click(answers);
    widget.wait_gone(answers);
    page.assert_clean();
}

#[test]
fn the_way_back_is_never_lost() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.click(".rpe-result .rpe-row");
    widget.wait(".rpe-card .rpe-why-page");
    let first = widget.text(".rpe-card h2");
    widget.wait(".rpe-card [data-condition] .rpe-row");
    widget.click(".rpe-card [data-condition] .rpe-row");
    widget.wait_gone(".rpe-why-page");
    let second = widget.text(".rpe-card h2");
    assert_ne!(first, second);
    widget.click(".rpe-back");
    widget.wait_text(".rpe-card h2", &first);
    widget.click(".rpe-back");
    widget.wait(".rpe-result");
    page.assert_clean();
}

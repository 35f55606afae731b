//! Searching in every engine: letters typed one by one, a slip forgiven, a condition read, its places marked, and the way
//! back.

use e2e::{Browser, Page, Scope, serve, site};

const FIELD: &str = ".rpe-search input";

/// Types into the search field, after what is there.
#[track_caller]
fn search(page: Page<'_>, widget: &Scope<'_>, words: &str) {
    widget.focus(FIELD);
    page.type_text(words);
    widget.wait(".rpe-hits");
    assert!(typed(widget).ends_with(words), "the field holds {:?}", typed(widget));
}

/// What stands in the field.
#[track_caller]
fn typed(widget: &Scope<'_>) -> String {
    widget.query(FIELD, "return all[0]?.value ?? ''").as_str().unwrap_or_default().to_string()
}

#[test]
fn a_word_with_a_slip_leads_to_the_card_and_back() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();

    search(page, &widget, "solues");
    widget.wait_text(".rpe-hits .rpe-row b", "Soleus");
    widget.wait_text(".rpe-told", "1 found");
    assert!(page.focus_is(FIELD), "typing moved the focus to {}", page.focused());
    page.press("Enter");
    widget.wait(".rpe-card");
    assert_eq!(widget.text(".rpe-card h2"), "Soleus");

    page.press("Escape");
    widget.wait_gone(".rpe-card");
    widget.wait(".rpe-hits");
    assert_eq!(typed(&widget), "solues", "the words are still there");
    page.press("Escape");
    widget.wait_gone(".rpe-hits");
    assert_eq!(typed(&widget), "");
    widget.wait("[data-group]");
    page.assert_clean();
}

#[test]
fn a_condition_is_read_and_marks_its_places() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();

    search(page, &widget, "heel spur");
    // Conditions come with what there is to read.
    widget.wait("[data-condition] .rpe-row");
    assert_eq!(widget.texts(".rpe-hits .rpe-row b").first().map(String::as_str), Some("Heel spur"));
    widget.click("[data-condition] .rpe-row");
    widget.wait_text(".rpe-card h2", "Heel spur");
    assert!(!widget.has("[data-act=start]"), "a page to read starts no massage");
    widget.click("[data-act=mark]");
    widget.wait(".rpe-result .rpe-row");
    assert!(widget.property("muscle").is_null());
    assert_eq!(typed(&widget), "");
    assert!(widget.has("[data-group][aria-pressed=mixed]"), "a part of the heel is marked");
    page.assert_clean();
}

#[test]
fn nothing_found_says_so_and_the_cross_empties_the_field() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    search(page, &widget, "xyzzy");
    widget.wait_text(".rpe-told", "Nothing found");
    page.press("Enter");
    assert!(widget.has(".rpe-hits"), "Enter opens nothing where there is nothing");
    widget.click("[data-act=clear]");
    widget.wait_gone(".rpe-hits");
    assert_eq!(typed(&widget), "");
    assert!(page.focus_is(FIELD), "the focus is on {}", page.focused());
    page.assert_clean();
}

#[test]
fn when_to_see_a_doctor_and_what_else_it_could_be_are_one_tap_away() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    // By key: what there is to read is coming, and makes the list above longer.
    widget.focus("[data-page=others]");
    page.press("Enter");
    widget.wait(".rpe-times");
    let before = widget.count(".rpe-here > li");
    widget.click("[data-timing=first_steps]");
    widget.wait("[data-timing=first_steps][aria-pressed=true]");
    let after = widget.count(".rpe-here > li");
    assert!(after > 0 && after < before, "{after} of {before}");
    widget.click(".rpe-here .rpe-row");
    widget.wait("[data-act=mark]");
    widget.click(".rpe-back");
    widget.wait(".rpe-times");
    widget.click("[data-page=doctor]");
    widget.wait(".rpe-flags .rpe-emergency");
    assert!(!widget.has("[data-act=start]"), "this page starts no massage");
    widget.focus(".rpe-back");
    page.press("Escape");
    widget.wait_gone(".rpe-flags");
    page.assert_clean();
}

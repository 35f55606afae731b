//! Inside of a Yew page: as a component of its own, and as an element beside it. Two programs of Yew on a page hear each
//! other's clicks unless they are kept apart.

use e2e::{Browser, Page, serve, site};

const COMPONENT: &str = "#component > div";

#[track_caller]
fn open<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    let page = browser.open(url);
    page.wait("document.querySelector('#component > div')?.shadowRoot?.querySelector('.rpe-svg [role=option]')");
    page.ready_at("#element");
    page
}

fn pressed(page: Page<'_>) -> String {
    page.run("return document.querySelector('#press b').textContent").as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_component_walks_the_main_way_and_tells_its_page() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url("pages/yew.html"));
    let widget = page.explorer_at(COMPONENT);
    widget.mark_heel();
    let heard = page.run("return document.querySelector('output').textContent");
    assert_eq!(heard.as_str().unwrap_or_default().split(' ').count(), 4, "{heard}");
    assert!(widget.style(".rpe-result .rpe-row", "font-size") == "16px", "its style is there");
    widget.start_first_massage();
    widget.assert_falls();
    page.document().click("#speak");
    widget.wait(".rpe[lang=nl] .rpe-digits");
    widget.click("[data-act=stop]");
    widget.wait("[data-act=again]");
    page.assert_clean();
}

#[test]
fn three_programs_of_yew_do_not_hear_each_other() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url("pages/yew.html"));
    let (component, element) = (page.explorer_at(COMPONENT), page.explorer_at("#element"));
    page.document().click("#press");
    assert_eq!(pressed(page), "1");
    element.mark_heel();
    assert_eq!((component.count(".rpe-result"), pressed(page).as_str()), (0, "1"));
    component.mark_heel();
    page.document().click("#press");
    assert_eq!(pressed(page), "2");
    let results = element.count(".rpe-result");
    assert!(results > 0);
    component.click(".rpe-marked button");
    assert_eq!((component.count(".rpe-result"), element.count(".rpe-result")), (0, results));
    page.assert_clean();
}

#[test]
fn what_is_put_away_ends_and_comes_back_fresh() {
    let server = serve(site());
    let browser = Browser::start();
    let page = open(&browser, &server.url("pages/yew.html"));
    let widget = page.explorer_at(COMPONENT);
    widget.mark_heel();
    widget.start_first_massage();
    widget.assert_falls();
    page.document().click("#show");
    page.wait("!document.querySelector('#component')");
    page.document().click("#show");
    page.wait("document.querySelector('#component > div')?.shadowRoot?.querySelector('.rpe-svg [role=option]')");
    assert_eq!(page.explorer_at(COMPONENT).count(".rpe-result"), 0);
    page.explorer_at("#element").mark_heel();
    page.assert_clean();
}

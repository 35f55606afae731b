//! Pages that are not kind: prototypes that were changed, other writing directions, other roots, many elements, a second
//! script. The explorer works in each of them, from a sore heel to a running timer. Chromium only.

use e2e::{Browser, Page, before_embed, serve, site};
use serde_json::json;

const ELEMENT: &str = "pages/element.html";

/// The main way in the element of this selector, which is also looked at: it has a size, and words that can be read.
#[track_caller]
fn assert_works(page: Page<'_>, host: &str) {
    page.ready_at(host);
    let widget = page.explorer_at(host);
    widget.mark_heel();
    let [_, _, width, height] = widget.bounds(".rpe-svg");
    assert!(width > 100.0 && height > 100.0, "the map is {width} by {height}");
    let inherited = "return all.map((row) => getComputedStyle(row)).map((own) => [own.textTransform, own.letterSpacing, own.textIndent, own.textShadow, own.fontStyle].join())[0]";
    assert_eq!(widget.query(".rpe-result .rpe-row", inherited), "none,normal,0px,none,normal");
    let size = widget.style(".rpe-result .rpe-row", "font-size");
    let size: f64 = size.trim_end_matches("px").parse().unwrap_or_default();
    assert!((14.0..=44.0).contains(&size), "words of {size} px");
    assert_eq!(widget.style(".rpe-svg", "display"), "block");
    widget.start_first_massage();
    widget.assert_falls();
    widget.click("[data-act=stop]");
    widget.wait("[data-act=again]");
    page.assert_clean();
}

/// A page that was changed by this script before the element came.
#[track_caller]
fn on(script: &str, make: &str, host: &str) {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url(ELEMENT));
    page.run(script);
    page.run(make);
    assert_works(page, host);
}

/// A page with this style sheet.
#[track_caller]
fn styled(css: &str) {
    on(
        &format!(
            "const style = document.createElement('style'); style.textContent = {css:?}; document.head.append(style)"
        ),
        "make({ lang: 'en' })",
        TAG,
    );
}

#[test]
fn a_page_that_takes_every_style_away_takes_none() {
    styled("* { all: unset !important }");
}

#[test]
fn styles_for_everything_stay_outside() {
    styled(
        "html { font-size: 60px } svg, path, g { display: none !important } button { display: none !important }
        * { text-transform: uppercase !important; letter-spacing: 1em !important; white-space: nowrap !important;
            text-indent: 200px !important; line-height: 0 !important; cursor: none !important; float: left; color: #EEE !important;
            position: absolute !important; inset: auto !important; fill: lime !important; width: 600px !important }",
    );
}

#[test]
fn tiny_rem_and_sideways_writing_stay_outside() {
    styled(
        "html { font-size: 62.5%; font: italic small-caps 900 8px/4 fantasy } main { writing-mode: horizontal-tb; text-align: right; visibility: visible; word-spacing: 2em; text-shadow: 0 0 9px red; quotes: none; hyphens: none }",
    );
}

const TAG: &str = "referred-pain-explorer";

#[test]
fn changed_prototypes_change_nothing() {
    on(
        "Object.prototype.extra = () => 'extra';
        Array.prototype.extra = [1, 2, 3];
        Object.prototype.side = 'left';
        String.prototype.toJSON = function () { return 'changed'; };
        Array.prototype.toJSON = function () { return 'changed'; };",
        "make({ lang: 'en' })",
        TAG,
    );
}

/// The browser tells sizes; whoever changes one meanwhile makes it tell the page of an error, unless nobody watches it. This
/// page changes the element's width each time the element hears of it.
#[test]
fn a_size_that_changes_while_it_is_told_is_no_error() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url(ELEMENT));
    page.run(
        "window.__told = [];
        window.ResizeObserver = class extends ResizeObserver {
          constructor(tell) {
            super((entries, own) => {
              tell(entries, own);
              __told.push(entries.at(-1).contentRect.width);
              if (__told.length < 6) element.style.inlineSize = `${500 - 20 * __told.length}px`;
            });
          }
        };
        window.element = make({ lang: 'en' });",
    );
    page.ready();
    page.wait(
        "__told.length > 5 && __told.at(-1) === element.shadowRoot.lastElementChild.getBoundingClientRect().width",
    );
    assert_eq!(page.run("return element.getBoundingClientRect().width"), 400);
    // Nothing changes any more, so nothing is told any more.
    let told = page.run("return __told.length");
    page.run_async("const done = arguments[arguments.length - 1]; setTimeout(done, 300)");
    assert_eq!(page.run("return __told.length"), told);
    page.assert_clean();
}

#[test]
fn it_works_from_right_to_left() {
    on("document.documentElement.dir = 'rtl'", "make({ lang: 'en' })", TAG);
}

#[test]
fn it_works_inside_of_another_root() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url(ELEMENT));
    page.run(
        "const outer = document.createElement('div'); outer.id = 'outer'; document.body.append(outer);
        window.__inner = make({ lang: 'en', region: 'heel' }, outer.attachShadow({ mode: 'open' }));",
    );
    page.wait("__inner.shadowRoot.querySelector('.rpe-result')");
    page.run("__inner.shadowRoot.querySelector('.rpe-result .rpe-row').click()");
    page.wait("__inner.shadowRoot.querySelector('.rpe-card')");
    page.assert_clean();
}

#[test]
fn it_works_in_a_modal_dialog() {
    on(
        "const dialog = document.createElement('dialog'); document.body.append(dialog); dialog.showModal();",
        "make({ lang: 'en' }, document.querySelector('dialog'))",
        TAG,
    );
}

#[test]
fn it_works_in_a_page_of_xml() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url("pages/element.xhtml"));
    assert_eq!(page.run("return document.contentType"), "application/xhtml+xml");
    page.run("make({ lang: 'en' })");
    assert_works(page, TAG);
}

#[test]
fn it_may_come_by_markup_before_and_after_its_script() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url(ELEMENT));
    page.run("document.querySelector('main').innerHTML = '<referred-pain-explorer lang=en loading=eager><p>Fallback</p></referred-pain-explorer>'");
    assert_works(page, TAG);
    let page = browser.open(&server.url("pages/harness.html"));
    page.run(
        "document.body.innerHTML = '<referred-pain-explorer id=early lang=en loading=eager></referred-pain-explorer>';
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '../referred-pain-explorer.js?again';
        document.head.append(script);",
    );
    page.ready_at("#early");
    page.assert_clean();
}

#[test]
fn fifty_of_them_share_one_program() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url(ELEMENT));
    page.run(
        "for (let n = 0; n < 50; n += 1) make({ id: `n${n}`, lang: 'en', loading: 'eager', 'storage-key': `n${n}` })",
    );
    for n in [0, 24, 49] {
        page.ready_at(&format!("#n{n}"));
    }
    page.wait("[...document.querySelectorAll('referred-pain-explorer')].every((one) => one.shadowRoot.querySelector('.rpe-svg'))");
    let fetched =
        "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.endsWith('.wasm'))";
    assert_eq!(page.run(&format!("return {fetched}.length")), json!(2), "{}", page.run(&format!("return {fetched}")));
    let widget = page.explorer_at("#n24");
    widget.mark_heel();
    assert_eq!(page.explorer_at("#n23").count(".rpe-result"), 0, "its neighbour noticed");
    page.assert_clean();
}

#[test]
fn a_second_script_of_another_build_leaves_the_first_in_its_place() {
    let server = serve(site());
    let browser = Browser::start();
    let page = before_embed(&browser, &server.url(ELEMENT));
    page.run(
        "window.__first = customElements.get('referred-pain-explorer');
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '../referred-pain-explorer.inline.js';
        script.onload = () => { window.__second = true; };
        document.head.append(script);",
    );
    page.wait("window.__second");
    assert_eq!(page.run("return customElements.get('referred-pain-explorer') === __first"), true);
    page.run("make({ lang: 'en' })");
    assert_works(page, TAG);
}

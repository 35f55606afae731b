//! The sheet on paper: one page for a plan of three points, and nothing of the page around it. Chromium only, which
//! prints without a printer.

use base64::Engine as _;
use e2e::{Browser, Page, serve, site};
use serde_json::json;

/// How many pages the browser makes of what it prints, on paper of this size in inches.
fn pages(browser: &Browser, width: f64, height: f64) -> usize {
    let answer = browser.cdp("Page.printToPDF", &json!({ "paperWidth": width, "paperHeight": height }));
    let base64 = answer["data"].as_str().unwrap_or_default();
    let pdf = base64::engine::general_purpose::STANDARD.decode(base64).expect("a PDF");
    let pdf = String::from_utf8_lossy(&pdf);
    pdf.matches("/Type /Page").count() - pdf.matches("/Type /Pages").count()
}

fn ask(page: Page<'_>) {
    page.run("window.prints = 0; window.print = () => { window.prints++; }");
    // Not with a pointer: the page may have it under its edge.
    page.explorer().query("[data-act=print]", "all[0].click()");
    page.wait("window.prints === 1");
}

#[test]
fn a_plan_of_three_points_is_one_page_in_every_language() {
    let server = serve(site());
    let browser = Browser::start();
    for lang in ["en", "nl", "de", "fr", "es"] {
        // A4; and Letter, which is shorter, in English.
        for (width, height) in [(8.27, 11.69), (8.5, 11.0)] {
            if width > 8.4 && lang != "en" {
                continue;
            }
            let page = browser.open(&server.url("pages/element.html"));
            page.wait("window.make");
            // A page around it that would fill three more, and bends its parts out of shape.
            page.run(
                "document.body.prepend(Object.assign(document.createElement('h1'), { textContent: 'Clinic' }));
                 const main = document.querySelector('main');
                 main.insertAdjacentHTML('afterend', '<p>More</p>'.repeat(200));
                 main.style.cssText = 'height: 300px; overflow: hidden; padding: 80px; display: flex';",
            );
            page.run(&format!("make({{ lang: '{lang}', region: 'heel', mode: 'massage' }})"));
            page.ready();
            ask(page);
            assert_eq!(pages(&browser, width, height), 1, "{lang} on {width} x {height} inches");
            // Printing is over: the page prints as ever.
            page.explorer().wait_gone(".rpe-paper");
            assert!(pages(&browser, width, height) > 1, "the page around it is gone for good");
        }
    }
}

#[test]
fn our_own_page_and_an_element_in_a_shadow_root_print_the_sheet_alone() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    page.explorer().mark_heel();
    ask(page);
    assert_eq!(pages(&browser, 8.27, 11.69), 1);
    let page = browser.open(&server.url("pages/element.html"));
    page.wait("window.make");
    page.run(
        "document.body.insertAdjacentHTML('beforeend', '<p>More</p>'.repeat(200));
         const root = document.querySelector('main').attachShadow({ mode: 'open' });
         root.innerHTML = '<h1>Inside</h1><section></section>' + '<p>More</p>'.repeat(200);
         window.inner = make({ region: 'heel', mode: 'massage' }, root.querySelector('section'));",
    );
    page.run_async("const done = arguments[0]; inner.ready.then(() => done(null))");
    page.run(
        "window.prints = 0; window.print = () => { window.prints++; };
        inner.shadowRoot.querySelector('[data-act=print]').click()",
    );
    page.wait("window.prints === 1");
    assert_eq!(pages(&browser, 8.27, 11.69), 1);
    page.wait("!inner.shadowRoot.querySelector('.rpe-paper') && !document.querySelector('[data-rpe-printed]')");
}

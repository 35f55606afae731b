//! The main way under the strictest policy that the element promises to live with. Chromium tells of every
//! violation from the first byte on.

use e2e::{Browser, Page, Site, serve, site};

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; manifest-src 'self'; worker-src 'self'";

/// Walks the whole way, with a stop at the card and in both languages.
#[track_caller]
fn walk(page: Page<'_>) {
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.click_text(".rpe-result .rpe-row", "Soleus");
    widget.wait(".rpe-card h2");
    widget.click(".rpe-card .rpe-back");
    widget.call_host("element.lang = 'nl'");
    widget.wait(".rpe[lang=nl]");
    widget.call_host("element.removeAttribute('lang')");
    widget.wait(".rpe[lang=en]");
    widget.start_first_massage();
    widget.assert_falls();
    widget.click("[data-act=pause]");
    widget.click("[data-act=resume]");
    widget.finish_massage();
    widget.assert_day(1, 3);
    widget.call_host("element.setAttribute('theme', 'dark')");
    page.reload();
    page.ready();
    widget.assert_day(1, 3);
}

#[track_caller]
fn violations_of(policy: &str, path: &str) -> Vec<String> {
    let server = serve(Site::policy(site(), policy));
    let browser = Browser::start();
    let page = browser.open(&server.url(path));
    walk(page);
    // What is refused is also said in the console, which outlives the reload.
    let refused = |(_, text): &(String, String)| text.contains("Security Policy") || text.contains("Trusted");
    let console = browser.console().into_iter().filter(refused).map(|(_, text)| text);
    page.violations().into_iter().chain(console).collect()
}

#[test]
fn the_page_walks_the_main_way_without_a_violation() {
    assert_eq!(violations_of(STRICT, "index.html"), [""; 0]);
}

#[test]
fn a_page_around_the_element_needs_no_trusted_types_policy() {
    let policy = format!("{STRICT}; require-trusted-types-for 'script'; trusted-types 'none'");
    assert_eq!(violations_of(&policy, "pages/element.html?static"), [""; 0]);
}

#[test]
fn our_own_page_lives_with_trusted_types() {
    let policy = format!("{STRICT}; require-trusted-types-for 'script'");
    assert_eq!(violations_of(&policy, "index.html"), [""; 0]);
}

#[test]
fn the_page_of_the_docs_says_its_policy_itself() {
    assert_eq!(violations_of("", "pages/strict.html"), [""; 0]);
}

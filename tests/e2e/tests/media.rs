//! What the person set in their system is followed: colours of their own, and no motion. Chromium only, which can pretend.

use std::collections::BTreeSet;

use e2e::{Browser, Page, Scope, Window, dressed, embed, serve, site, walk};
use serde_json::{Value, json};

const HOST: &str = "document.querySelector('referred-pain-explorer')";

/// The widget in a system with forced colours, with that page saved as a picture for whoever wants to look.
#[track_caller]
fn forced<'a>(browser: &'a Browser, url: &str, attributes: &Value) -> Page<'a> {
    browser.open("about:blank").forced_colours();
    let page = embed(browser, url, attributes);
    assert_eq!(page.run("return matchMedia('(forced-colors: active)').matches"), true);
    page
}

/// A computed colour of the first element that fits.
fn colour(widget: &Scope<'_>, css: &str, property: &str) -> String {
    widget.style(css, property)
}

/// The colours that the system gives, as the page computes them.
fn system(page: Page<'_>, name: &str) -> String {
    let script = format!(
        "const probe = document.createElement('i');
        probe.style.cssText = 'forced-color-adjust: none; color: {name}';
        document.body.append(probe);
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;"
    );
    page.run(&script).as_str().unwrap_or_default().to_owned()
}

#[test]
fn marks_and_zones_stand_out_in_forced_colours() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 360, height: 900 });
    let url = server.url("pages/article.html");
    let page = forced(&browser, &url, &json!({ "region": "achilles", "theme": "light" }));
    let widget = page.explorer();
    widget.wait(".rpe-stage[aria-busy=false] .rpe-region.rpe-on");
    let [paper, ink, highlight] = ["Canvas", "CanvasText", "Highlight"].map(|name| system(page, name));
    assert!(paper != ink && paper != highlight, "{paper} {ink} {highlight}");
    // A marked place is filled with what the system marks with; one that is not is empty.
    assert_eq!(colour(&widget, ".rpe-region.rpe-on", "fill"), highlight);
    assert_ne!(colour(&widget, ".rpe-region:not(.rpe-on)", "fill"), highlight);
    // The drawing is in the system's colours too: else its flesh and theirs would meet by chance.
    for (css, property, wanted) in [
        (".rpe-skin-line", "stroke", &ink),
        (".rpe-muscle .rpe-body-fill", "stroke", &ink),
        (".rpe-muscle .rpe-body-fill", "fill", &paper),
        (".rpe-point .rpe-disc", "fill", &paper),
        (".rpe-point .rpe-disc", "stroke", &ink),
        (".rpe-point .rpe-cross", "stroke", &ink),
        (".rpe-label", "fill", &ink),
        (".rpe-label", "stroke", &paper),
        (".rpe-bar-back", "stroke", &ink),
        (".rpe-bar-fill", "fill", &highlight),
    ] {
        assert_eq!(&colour(&widget, css, property), wanted, "{property} of {css}");
    }
    widget.call_host("element.select({ point: 'soleus.1' })");
    widget.wait(".rpe-stage[aria-busy=false] .rpe-essential");
    assert_eq!(colour(&widget, ".rpe-essential", "fill"), highlight);
    assert_eq!(colour(&widget, ".rpe-dot", "fill"), ink, "dots on paper");
    // The keys of the legend show the same.
    assert_eq!(colour(&widget, ".rpe-key-essential", "background-color"), highlight);
    assert_eq!(colour(&widget, ".rpe-key-marked, .rpe-key-essential", "border-top-color"), ink);
    page.assert_clean();
}

#[test]
fn what_is_chosen_differs_from_what_is_not_in_forced_colours() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 360, height: 900 });
    browser.open("about:blank").forced_colours();
    let mut alike = BTreeSet::new();
    walk(&browser, &server, &dressed("en", "auto"), |page, state| {
        assert_eq!(page.run("return matchMedia('(forced-colors: active)').matches"), true);
        let found = page.run(&format!(
            "const look = (element) => {{
                const s = getComputedStyle(element);
                return [s.backgroundColor, s.color, s.borderColor, s.borderStyle, s.outlineStyle, s.outlineColor].join();
            }};
            const alike = [];
            for (const on of {HOST}.shadowRoot.querySelectorAll('[aria-pressed=true], [aria-current]')) {{
                const twins = on.parentElement.querySelectorAll(`.${{on.classList[0]}}`);
                const off = [...twins].find((one) => one.matches('[aria-pressed=false], :not([aria-pressed], [aria-current])'));
                if (off && off !== on && look(on) === look(off)) alike.push(on.className);
            }}
            for (const button of {HOST}.shadowRoot.querySelectorAll('.rpe-button, .rpe-chip, .rpe-pick, .rpe-round:not(.rpe-quiet), .rpe-stop')) {{
                if (getComputedStyle(button).borderTopStyle === 'none') alike.push(`${{button.className}} has no border`);
            }}
            return alike;"
        ));
        alike.extend(found.as_array().into_iter().flatten().map(|one| format!("{state}: {one}")));
    });
    assert!(alike.is_empty(), "{alike:#?}");
}

#[test]
fn nothing_moves_for_who_wants_no_motion() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 360, height: 900 });
    browser.open("about:blank").reduced_motion();
    let mut moving = BTreeSet::new();
    walk(&browser, &server, &dressed("en", "light"), |page, state| {
        assert_eq!(page.run("return matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
        let found = page.run(&format!(
            "const root = {HOST}.shadowRoot;
            const running = root.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 1)
                .map((one) => `${{one.effect.target.className.baseVal ?? one.effect.target.className}} moves`);
            const long = (list) => list.split(',').some((part) => parseFloat(part) > 0.001);
            const would = [...root.querySelectorAll('*')].filter((element) => ['', '::before', '::after'].some((part) => {{
                const style = getComputedStyle(element, part);
                return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration));
            }})).map((element) => `${{element.className.baseVal ?? element.className}} would move`);
            const scrolls = [...root.querySelectorAll('*')].some((element) => getComputedStyle(element).scrollBehavior === 'smooth');
            return [...running, ...would, ...(scrolls ? ['scrolls smoothly'] : [])];"
        ));
        moving.extend(found.as_array().into_iter().flatten().map(|one| format!("{state}: {one}")));
    });
    assert!(moving.is_empty(), "{moving:#?}");
}

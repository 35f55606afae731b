//! How fast it feels, printed for whoever looks at the run. Never asserted: the machine may be busy with other things.

use std::io::Write;

use e2e::{Browser, serve, site};
use serde_json::json;

/// The one in the middle.
fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Past the runner, which keeps what a passing test prints to itself.
fn tell(line: &str) {
    // A closed pipe is no reason to fail.
    let _ = writeln!(std::io::stderr(), "    speed: {line}");
}

#[test]
fn it_tells_how_long_loading_and_clicking_take() {
    let server = serve(site());
    let browser = Browser::start();
    // Each visit is a first one: nothing cached, no service worker between.
    browser.cdp("Network.enable", &json!({}));
    browser.cdp("Network.setBypassServiceWorker", &json!({ "bypass": true }));
    let mut loads = Vec::new();
    for _ in 0..5 {
        browser.cdp("Network.clearBrowserCache", &json!({}));
        loads.push(browser.open(&server.url("index.html")).ready());
    }
    tell(&format!("ready after {:.0} ms (median of {}: {loads:.0?})", median(loads.clone()), loads.len()));

    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    for _ in 0..4 {
        for control in ["[data-group]", "[data-key=plantar]", "[data-screen=massage]", "[data-screen=day]"] {
            widget.click(control);
        }
        widget.click("[data-screen=find]");
    }
    page.wait("__e2e.paints.length === 21");
    // A click on a heading changes nothing: what it takes is the browser's own, most of it waiting for a frame.
    for _ in 0..20 {
        page.document().click("h1");
    }
    page.wait("__e2e.paints.length === 41");
    let times = page.paints();
    let (ours, idle) = times.split_at(21);
    let slowest = ours.iter().copied().fold(0.0, f64::max);
    let (middle, idle) = (median(ours.to_vec()), median(idle.to_vec()));
    tell(&format!("click to paint {middle:.1} ms (median of 21; slowest {slowest:.1}; a click on nothing {idle:.1})"));
}

#[test]
fn it_tells_how_long_a_ranking_takes() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let took = page.explorer().call_host(
        "const marks = ['heel', 'arch_medial', 'midfoot_plantar', 'achilles', 'ball_first', 'ball_middle',
            'leg_posterior_upper'];
        const start = performance.now();
        let rows = 0;
        for (let run = 0; run < 200; run++) rows += element.rank(marks).length;
        return rows > 0 ? (performance.now() - start) / 200 : null;",
    );
    let took = took.as_f64().unwrap_or(f64::NAN);
    tell(&format!("rank() of 10 regions on both legs, with all sentences, across the border: {took:.3} ms"));
}

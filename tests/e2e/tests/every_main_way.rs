//! The main way in every engine: from a sore heel to a running timer, and on to a massage in the diary.

use std::time::Duration;

use e2e::{Browser, Page, Server, Window, serve, site};

/// Nothing went wrong, and nothing was asked of another origin.
#[track_caller]
fn assert_quiet(browser: &Browser, page: Page<'_>, server: &Server) {
    page.assert_clean();
    page.assert_own_resources();
    browser.assert_only_asked(&server.origin());
    let own = server.origin().replace("http://", "");
    for request in server.requests() {
        assert_eq!(request.host, own, "{request:?}");
        assert!(request.status < 400, "{request:?}");
    }
}

#[test]
fn from_a_sore_heel_to_a_massage_that_is_kept() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();

    widget.mark_heel();
    let first: Vec<_> = widget.texts(".rpe-result .rpe-row b").into_iter().take(3).collect();
    for muscle in ["Soleus", "Quadratus plantae"] {
        assert!(first.iter().any(|name| name == muscle), "{muscle} is not among the first three: {first:?}");
    }

    widget.click_text(".rpe-result .rpe-row", "Soleus");
    assert_eq!(widget.text(".rpe-card h2"), "Soleus");
    widget.start_first_massage();
    widget.assert_falls();
    assert_eq!(widget.property("session")["point"], "soleus.1");

    // To get ready is over before a busy machine has paused and looked; the hold is long.
    page.until(|| widget.property("session")["phase"] == "hold", || "nobody holds".to_owned());
    widget.click("[data-act=pause]");
    widget.wait("[data-act=resume]");
    let stood = widget.left();
    widget.assert_stands();
    assert_eq!(widget.property("session")["phase"], "paused");
    assert_eq!(widget.property("session")["remainingMs"], stood);
    widget.click("[data-act=resume]");
    widget.wait("[data-act=pause]");
    assert!(widget.left() <= stood, "{} of {stood} ms are left after the pause", widget.left());
    widget.assert_falls();

    widget.finish_massage();
    assert_eq!(widget.property("session")["phase"], "done");
    widget.wait_text(".rpe-done .rpe-count", "1 of 3");
    widget.click("[data-act=to-day]");
    widget.wait(".rpe-daypanel .rpe-count[data-count='1']");
    assert_quiet(&browser, page, &server);

    page.reload();
    page.ready();
    widget.assert_day(1, 3);
    widget.click("[data-screen=find]");
    widget.mark_heel();
    widget.click("[data-act=start]");
    // The red flags were gone through once: the timer runs at once.
    widget.wait(".rpe-digits[data-left]");
    assert!(!widget.has("[data-act=safe]"), "the red flags are asked a second time");
    widget.assert_falls();
    assert_quiet(&browser, page, &server);
}

#[test]
fn four_taps_at_most_from_the_open_page_to_a_running_timer() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.tap("[data-group]");
    widget.tap("[data-act=start]");
    widget.read_red_flags();
    widget.tap("[data-act=safe]");
    widget.assert_falls();
    assert!(browser.clicks() <= 4, "{} taps", browser.clicks());
    let point = widget.property("session")["point"].as_str().map(String::from).unwrap_or_default();
    assert!(["soleus.1", "quadratus_plantae.1"].contains(&point.as_str()), "it starts with {point}");
    assert_quiet(&browser, page, &server);
}

#[test]
fn a_red_flag_stops_the_way_to_the_timer() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.click("[data-act=start]");
    widget.click("[data-flag]");
    widget.wait(".rpe-safety[role=alert]");
    assert!(!widget.has("[data-act=safe]") && !widget.has(".rpe-digits"), "there is a way on");
    widget.click("[data-act=leave]");
    widget.wait("[data-act=start]");
    // It was not passed, so it is asked again.
    widget.click("[data-act=start]");
    widget.wait("[data-act=safe]");
    assert!(widget.property("session").is_null());
    assert_quiet(&browser, page, &server);
}

#[test]
fn a_hasty_second_tap_does_not_answer_the_red_flags() {
    let server = serve(site());
    let browser = Browser::with_window(Window { width: 390, height: 800 });
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    // Long enough for the red flags to stand where the button was.
    page.press_twice(widget.point("[data-act=start]", 0, None), 150);
    std::thread::sleep(Duration::from_millis(300));
    assert!(widget.property("session").is_null(), "the second tap said that no red flag applies");
    widget.read_red_flags();
    widget.click("[data-act=safe]");
    widget.assert_falls();
}

#[test]
fn the_day_begins_anew_in_a_page_that_stays_open() {
    let server = serve(site());
    let browser = Browser::start();
    let page = browser.open(&server.url("index.html"));
    page.ready();
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    widget.finish_massage();
    widget.click("[data-act=to-day]");
    widget.assert_day(1, 3);
    page.skip(Duration::from_secs(24 * 3600));
    widget.click("[data-screen=find]");
    widget.assert_day(0, 3);

    // Nor does it have to be left and looked at again.
    widget.click("[data-screen=massage]");
    widget.click("[data-act=start]");
    widget.finish_massage();
    widget.assert_day(1, 3);
    widget.click("[data-screen=find]");
    page.pass(Duration::from_secs(24 * 3600));
    widget.assert_day(0, 3);
    assert_quiet(&browser, page, &server);
}

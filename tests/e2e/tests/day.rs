//! The day as it is lived: midnight, the days on which the clock changes, and a diary of years. Chromium only: there the
//! time zone and the speed of the machine can be set.

use std::io::Write;
use std::time::Duration;

use e2e::{Browser, Page, embed, serve, site};
use serde_json::{Value, json};

/// Past the runner, which keeps what a passing test prints to itself.
fn tell(line: &str) {
    // A closed pipe is no reason to fail.
    let _ = writeln!(std::io::stderr(), "    speed: {line}");
}

const ELEMENT: &str = "pages/element.html";

/// A day panel in this time zone, where it is this moment (a date and time there).
#[track_caller]
fn living<'a>(browser: &'a Browser, url: &str, zone: &str, then: &str) -> Page<'a> {
    browser.cdp("Emulation.setTimezoneOverride", &json!({ "timezoneId": zone }));
    let page = browser.open(url);
    let ahead = page.run(&format!("return new Date('{then}').getTime() - Date.now()")).as_i64().expect("a moment");
    page.pass(Duration::from_millis(u64::try_from(ahead).expect("a moment to come")));
    embed(browser, url, &json!({ "lang": "en", "mode": "day" }))
}

/// What is kept of the first steps: day by day.
fn mornings(page: Page<'_>) -> Vec<String> {
    let kept = page.kept();
    let of = |(key, text): (&String, &String)| {
        let record: Value = serde_json::from_str(text).ok().filter(|_| key.starts_with("rpe:score:"))?;
        Some(format!("{} {}", record["day"].as_str()?, record["pain"]))
    };
    let mut all: Vec<String> = kept.iter().filter_map(of).collect();
    all.sort();
    all
}

/// Says how much the first steps hurt, and waits until it stands there.
#[track_caller]
fn say(page: Page<'_>, pain: u8) {
    let widget = page.explorer();
    widget.wait("[data-ask=morning]:not(:has([aria-pressed=true]))");
    widget.click(&format!("[data-ask=morning] [data-pain='{pain}']"));
    widget.wait(&format!("[data-ask=morning] [data-pain='{pain}'][aria-pressed=true]"));
}

#[test]
fn a_day_ends_at_midnight_of_the_person_also_when_the_clock_changes() {
    let server = serve(site());
    let browser = Browser::start();
    let hours = |count: u64| Duration::from_secs(count * 3_600);
    // A day of 25 hours, and one of 23, in a zone east of the meridian and in one west of it.
    for (zone, day, next, length) in [
        ("America/New_York", "2027-03-14", "2027-03-15", 23),
        ("Europe/Amsterdam", "2027-03-28", "2027-03-29", 23),
        ("Europe/Amsterdam", "2027-10-31", "2027-11-01", 25),
        ("America/New_York", "2027-11-07", "2027-11-08", 25),
    ] {
        let page = living(&browser, &server.url(ELEMENT), zone, &format!("{day}T00:10:00"));
        page.run("localStorage.clear()");
        say(page, 8);
        // Half an hour before its end it is still that day.
        page.skip(hours(length - 1) + Duration::from_secs(1_200));
        page.explorer().wait("[data-ask=morning] [data-pain='8'][aria-pressed=true]");
        // And the next one begins when the clock on the wall says so.
        page.skip(Duration::from_secs(1_800));
        say(page, 5);
        assert_eq!(mornings(page), [format!("{day} 8"), format!("{next} 5")], "{zone}");
        assert_eq!(page.explorer().count(".rpe-table tbody tr"), 2, "each day is a row of its own");
        page.assert_clean();
        page.run("localStorage.clear()");
        browser.open("about:blank");
    }
}

#[test]
fn a_journey_to_another_zone_keeps_each_day_where_it_was_lived() {
    let server = serve(site());
    let browser = Browser::start();
    let page = living(&browser, &server.url(ELEMENT), "Asia/Tokyo", "2027-05-10T08:00:00");
    page.run("localStorage.clear()");
    say(page, 6);
    // In Honolulu it is still the day before.
    browser.cdp("Emulation.setTimezoneOverride", &json!({ "timezoneId": "Pacific/Honolulu" }));
    page.wake();
    say(page, 4);
    assert_eq!(mornings(page), ["2027-05-09 4", "2027-05-10 6"]);
    page.assert_clean();
}

/// A diary of years: so many records, one key each.
const YEARS: &str = "
    const [count] = arguments, day = 86400000, now = Date.now();
    for (let n = 0; n < count; n += 1) {
        const at = now - Math.floor(n / 5) * day - (n % 5) * 3600000, id = `${at}-${n}`;
        const date = new Date(at), pad = (part) => String(part).padStart(2, '0');
        const local = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
        const [kind, record] = n % 5 === 0 ? ['score', { about: 'morning', pain: n % 11 }]
            : n % 5 === 4 ? ['score', { about: 'note', text: 'a note' }]
            : ['entry', { complete: true, steps: [{ point: 'soleus.1', side: 'left', held: 90 }] }];
        localStorage.setItem(`rpe:${kind}:${id}`, JSON.stringify({ v: 1, id, at, day: local, ...record }));
    }
";

#[test]
fn it_tells_how_long_a_diary_of_years_takes() {
    let server = serve(site());
    let browser = Browser::start();
    let open = |count: usize| -> (f64, Vec<f64>, f64) {
        let url = server.url("index.html");
        let page = browser.open(&url);
        page.run(&format!("localStorage.clear(); (function () {{ {YEARS} }})({count})"));
        // The program comes out of the cache: what is measured is the diary.
        browser.open(&url).ready();
        browser.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
        let page = browser.open(&url);
        let ready = page.ready();
        let widget = page.explorer();
        let mut turns = Vec::new();
        let clicks: &[&str] = &["[data-screen=day]", "[data-key=quarter]", "[data-key=year]", "[data-key=month]"];
        // An empty diary has nothing to draw.
        for click in clicks.iter().take(if count == 0 { 1 } else { clicks.len() }) {
            widget.wait(click);
            // From the press to what answers it standing in the page, laid out.
            let script = "const done = arguments[arguments.length - 1], css = 'CSS';
                const root = document.querySelector('referred-pain-explorer').shadowRoot;
                const at = performance.now();
                root.querySelector(css).click();
                queueMicrotask(() => queueMicrotask(() => { root.firstElementChild.getBoundingClientRect(); done(performance.now() - at); }));";
            turns.push(page.run_async(&script.replace("CSS", click)).as_f64().unwrap_or_default());
        }
        assert!(count == 0 || widget.has(".rpe-chart-dot[d^=M]"), "nothing is drawn of {count} records");
        let export = page.run(
            "const at = performance.now(), element = document.querySelector('referred-pain-explorer');
            const text = element.exportDiary('json');
            window.__text = text;
            return performance.now() - at",
        );
        assert_eq!(page.run("return JSON.parse(__text).records.length"), json!(count));
        browser.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }));
        page.assert_clean();
        (ready, turns, export.as_f64().unwrap_or_default())
    };
    let (empty, _, _) = open(0);
    let (full, turns, export) = open(5_000);
    let [day, chart @ ..] = turns.as_slice() else { panic!("{turns:?}") };
    tell(&format!(
        "5,000 records at a quarter of the speed: ready {:.0} ms later than with none, the day opens in {day:.0} ms, \
         another range is drawn in {chart:.0?} ms, the copy is made in {export:.0} ms",
        full - empty
    ));
}

//! The diary in every engine: what is said is kept and drawn, it goes out and in without a loss, two tabs write one diary,
//! it is deleted only when the word is typed, and a storage that refuses any one write costs nothing that was reported.

use e2e::{Browser, Page, Scope, beside, embed, heard, serve, set, site};
use serde_json::{Value, json};

/// A plan of two short points, and each phase of it let pass at once. Gives the entry that was reported.
const MASSAGE: &str = "
    element.startSession({ steps: [{ point: 'soleus.1', side: 'left', hold: 10 }, { point: 'soleus.2', side: 'left', hold: 10 }], rounds: 1, rest: 2 });
    for (let n = 0; n < 9 && element.session && element.session.phase !== 'done'; n += 1) {
        window.__skew += element.session.remainingMs + 5;
        document.dispatchEvent(new Event('visibilitychange'));
    }
";

/// A widget that has passed the check for red flags.
#[track_caller]
fn ready<'a>(browser: &'a Browser, url: &str) -> Page<'a> {
    let page = embed(browser, url, &json!({ "lang": "en" }));
    let widget = page.explorer();
    widget.mark_heel();
    widget.start_first_massage();
    widget.click("[data-act=stop]");
    widget.wait(".rpe-done");
    page
}

fn exported(widget: &Scope<'_>, form: &str) -> String {
    widget.call_host(&format!("return element.exportDiary('{form}')")).as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_said_is_kept_and_goes_out_and_in() {
    let server = serve(site());
    let browser = Browser::start();
    let page = ready(&browser, &server.url("pages/element.html"));
    let widget = page.explorer();
    widget.click("[data-screen=day]");
    widget.wait_text(".rpe-trend", "drawn here");
    widget.click("[data-ask=morning] [data-pain='7']");
    widget.wait("[data-ask=morning] [data-pain='7'][aria-pressed=true]");
    widget.focus("[data-field=note]");
    page.type_text("<img src=x onerror=alert(1)> stairs");
    widget.call_host(
        "element.shadowRoot.querySelector('[data-field=note]').dispatchEvent(new Event('change', { bubbles: true }))",
    );
    widget.call_host(MASSAGE);
    widget.wait(".rpe-done");
    widget.click("[data-ask=after] [data-pain='2']");
    widget.wait("[data-ask=after] [data-pain='2'][aria-pressed=true]");
    assert_eq!(heard(page, "rpe-entry").len(), 1);
    widget.click("[data-screen=day]");
    widget.wait(".rpe-chart");
    assert!(!widget.has("img"), "a note became markup");
    let [text, table] = ["json", "csv"].map(|form| exported(&widget, form));
    assert_eq!(
        page.kept().keys().filter(|key| key.starts_with("rpe:entry:") || key.starts_with("rpe:score:")).count(),
        4
    );

    // After a reload, and in another diary of the same page: the same to the byte.
    page.reload();
    page.wait("window.make && customElements.get('referred-pain-explorer')");
    page.run("make({ lang: 'en', mode: 'day' })");
    page.ready();
    let widget = page.explorer();
    assert_eq!(exported(&widget, "json"), text);
    for (key, out) in [("json", &text), ("csv", &table)] {
        page.run(&format!("make({{ id: '{key}', 'storage-key': '{key}' }})"));
        page.ready_at(&format!("#{key}"));
        let other = page.explorer_at(&format!("#{key}"));
        let told = other.call_host(&format!("return element.importDiary({})", json!(out)));
        assert_eq!(told, json!({ "new": 4, "known": 0, "unreadable": 0 }));
        assert_eq!(exported(&other, "json"), text, "through {key}");
        let again = other.call_host(&format!("return element.importDiary({})", json!(out)));
        assert_eq!(again, json!({ "new": 0, "known": 4, "unreadable": 0 }), "nothing doubles");
        assert_eq!(page.kept().keys().filter(|own| own.starts_with(&format!("{key}:"))).count(), 4);
    }
    // What is no diary is refused by name and changes nothing.
    let refused = "try { element.importDiary(arguments[1] ?? GIVEN); return null } catch (error) { return `${error.name}: ${error.message}` }";
    for (given, name) in
        [("'{}'", "RangeError: text"), ("5", "TypeError: text"), ("'x'.repeat(11e6)", "RangeError: text")]
    {
        let said = widget.call_host(&refused.replace("arguments[1] ?? GIVEN", given));
        assert!(said.as_str().is_some_and(|said| said.starts_with(name)), "{given}: {said}");
    }
    assert_eq!(exported(&widget, "json"), text);
    page.assert_clean();
}

#[test]
fn it_is_deleted_only_when_the_word_is_typed() {
    let server = serve(site());
    let browser = Browser::start();
    let page = ready(&browser, &server.url("pages/element.html"));
    let widget = page.explorer();
    page.run("localStorage.setItem('other', 'stays')");
    widget.call_host(MASSAGE);
    widget.wait(".rpe-done");
    widget.click("[data-screen=day]");
    widget.click(".rpe-files summary");
    widget.click("[data-act=delete]");
    widget.focus("[data-field=delete]");
    page.type_text("yes");
    widget.click("[data-act=empty]");
    widget.wait_text(".rpe-doubt [role=alert]", "not the word");
    assert!(page.kept().keys().any(|key| key.starts_with("rpe:entry:")));
    widget.query("[data-field=delete]", "all[0].value = ''");
    widget.focus("[data-field=delete]");
    page.type_text("Delete");
    widget.click("[data-act=empty]");
    widget.wait_gone(".rpe-doubt");
    assert!(!page.kept().keys().any(|key| key.starts_with("rpe:entry:")), "{:?}", page.kept());
    assert_eq!(page.kept().get("other").map(String::as_str), Some("stays"));
    assert!(exported(&widget, "json").ends_with("\"records\":[]}"));
    page.assert_clean();
}

#[test]
fn two_tabs_write_one_diary() {
    let server = serve(site());
    let browser = Browser::start();
    let page = ready(&browser, &server.url("pages/element.html"));
    let widget = page.explorer();
    beside(page, "element.html?static");
    page.run("__other().setAttribute('mode', 'day')");
    widget.call_host(MASSAGE);
    widget.wait(".rpe-done");
    let count = |n: usize| format!("__other().shadowRoot.querySelector(\".rpe-count[data-count='{n}']\")");
    page.wait(&count(1));
    page.run("__other().shadowRoot.querySelector(\"[data-ask=morning] [data-pain='4']\").click()");
    widget.click("[data-screen=day]");
    widget.wait("[data-ask=morning] [data-pain='4'][aria-pressed=true]");
    let there = page.run("return __other().exportDiary('json')");
    assert_eq!(there.as_str(), Some(exported(&widget, "json").as_str()));
    page.assert_clean();
}

/// The whole of a day in a widget of its own, with one write of the storage refused: the one with this number.
const FULL: &str = "
    const done = arguments[arguments.length - 1];
    const real = Storage.prototype.setItem;
    const wait = (ms) => new Promise((then) => setTimeout(then, ms));
    (async () => {
        const [flags] = Object.entries(localStorage).filter(([key]) => key === 'rpe:prefs').map(([, value]) => value);
        const turns = [];
        for (let refused = 1; refused < 60; refused += 1) {
            const key = `t${refused}`;
            real.call(localStorage, `${key}:prefs`, flags);
            const told = [];
            const hear = (event) => told.push(event.detail.entry);
            let writes = 0;
            Storage.prototype.setItem = function (...given) {
                writes += 1;
                if (writes === refused) throw new DOMException('full', 'QuotaExceededError');
                return real.apply(this, given);
            };
            const element = make({ id: key, 'storage-key': key, loading: 'eager', lang: 'en' });
            element.addEventListener('rpe-entry', hear);
            await element.ready;
            const root = element.shadowRoot;
            const press = async (css) => {
                for (let n = 0; n < 80 && !root.querySelector(css); n += 1) await wait(25);
                root.querySelector(css).click();
                await wait(30);
            };
            for (let massage = 0; massage < 2; massage += 1) {
                MASSAGE
                await press(\"[data-ask=after] [data-pain='3']\");
            }
            await press('[data-screen=day]');
            await press(\"[data-ask=morning] [data-pain='5']\");
            await press(\"[data-ask=morning] [data-pain='6']\");
            const kept = Object.keys(localStorage).filter((own) => new RegExp(`^${key}:(entry|score):`).test(own));
            const text = element.exportDiary('json');
            turns.push({
                refused, writes, told: told.map((entry) => entry.id), kept, notice: Boolean(root.querySelector('.rpe-notice p')),
                copy: Boolean(root.querySelector('.rpe-notice [data-act=save-copy]')), known: JSON.parse(text).records.length,
            });
            Storage.prototype.setItem = real;
            element.remove();
            await wait(10);
            for (const own of Object.keys(localStorage)) if (own.startsWith(`${key}:`)) localStorage.removeItem(own);
            if (writes < refused) break;
        }
        return turns;
    })().then(done, (error) => done(String(error.stack ?? error)));
";

#[test]
fn a_storage_that_refuses_any_one_write_loses_nothing_that_was_reported() {
    let server = serve(site());
    let browser = Browser::start();
    let page = ready(&browser, &server.url("pages/element.html"));
    let turns = page.run_async(&FULL.replace("MASSAGE", MASSAGE));
    let turns = turns.as_array().unwrap_or_else(|| panic!("{turns}"));
    // The last one had nothing left to refuse.
    let writes = turns.last().and_then(|last| last["writes"].as_u64()).unwrap_or_default();
    assert!(writes >= 8 && turns.len() as u64 == writes + 1, "{writes} writes in {} turns", turns.len());
    for turn in turns {
        let kept: Vec<&str> = turn["kept"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let told = turn["told"].as_array().cloned().unwrap_or_default();
        assert_eq!(told.len(), 2, "a massage was not reported: {turn}");
        for id in told.iter().filter_map(Value::as_str) {
            assert!(
                kept.iter().any(|key| key.ends_with(&format!(":entry:{id}"))),
                "{id} was reported and is not kept: {turn}"
            );
        }
        // Two massages, a score after each, and the morning's twice: all in memory, and all kept but a last one.
        assert_eq!(turn["known"], 6, "{turn}");
        assert!(kept.len() >= 5, "what was refused is not tried again: {turn}");
        assert!(kept.len() == 6 || (turn["notice"] == true && turn["copy"] == true), "lost without a word: {turn}");
    }
    page.assert_clean();
}

#[test]
fn with_no_storage_nothing_is_kept_at_all() {
    let server = serve(site());
    let browser = Browser::start();
    let page =
        embed(&browser, &server.url("pages/element.html"), &json!({ "lang": "en", "storage": "none", "mode": "day" }));
    let widget = page.explorer();
    widget.click("[data-ask=morning] [data-pain='7']");
    widget.wait("[data-ask=morning] [data-pain='7'][aria-pressed=true]");
    set(page, "lang", Some("nl"));
    widget.wait(".rpe[lang=nl] [data-pain='7'][aria-pressed=true]");
    assert!(exported(&widget, "json").contains("\"pain\":7"));
    assert!(page.kept().is_empty(), "{:?}", page.kept());
    page.assert_clean();
}

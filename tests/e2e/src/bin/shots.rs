//! Screenshots of dist/, for a person to look at: `cargo xtask shots`. Asserts nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use e2e::{Browser, Page, Window, dressed, project, serve, site, walk};
use xtask::server::Server;

const HELP: &str = "\
cargo xtask shots: screenshots of dist/ into tests/e2e/shots/, of the whole page and of the element alone

  --page FILE      a page of dist/ or of tests/e2e/pages/ (pages/NAME); index.html if not given
  --script FILE    JavaScript to run once the element is ready; `explorer` is the element, `root` its shadow root, and
                   `await` and `sleep(ms)` may be used
  --widths LIST    320,768,1200 if not given
  --schemes LIST   light,dark if not given
  --name NAME      how the files' names begin; the page's name if not given
  --states LANG    instead of a page: the element in every state of the walk, in this language
  --window         also what fits into a window of 9:16 (narrow) or 4:3, as one sees it before scrolling";

const TAG: &str = "referred-pain-explorer";

struct Wish {
    page: String,
    script: Option<String>,
    widths: Vec<u32>,
    schemes: Vec<String>,
    name: String,
    window: bool,
    states: Option<String>,
}

fn main() {
    let Some(wish) = read_words(std::env::args().skip(1)) else {
        println!("{HELP}");
        return;
    };
    let server = serve(site());
    let mut problems = BTreeSet::new();
    for &width in &wish.widths {
        let height = if width < 600 { width * 16 / 9 } else { width * 3 / 4 };
        let browser = Browser::with_window(Window { width, height });
        for scheme in &wish.schemes {
            if let Some(lang) = &wish.states {
                all_states(&browser, &server, lang, scheme, width);
                continue;
            }
            // Before the page loads, because its scripts may ask.
            let page = browser.open("about:blank");
            page.emulate(&[("prefers-color-scheme", scheme)]);
            let page = browser.open(&server.url(&wish.page));
            if page.document().has(TAG) {
                page.ready();
            }
            if let Some(script) = &wish.script {
                run_script(page, script);
            }
            take(page, &wish, &format!("{width}-{scheme}"));
            problems.extend(page.problems());
        }
    }
    for problem in problems {
        println!("problem: {problem}");
    }
}

/// Each state of the walk, in its order. The clock runs, so that what is shown of the time is as it happens to be.
fn all_states(browser: &Browser, server: &Server, lang: &str, scheme: &str, width: u32) {
    let mut at = 0;
    walk(browser, server, &dressed(lang, scheme), |page, state| {
        at += 1;
        let name: String = state.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let file = project::root().join(format!("tests/e2e/shots/states-{lang}-{width}-{scheme}-{at:02}-{name}.png"));
        page.picture(&file, Some(page.document().bounds(TAG)));
    });
    println!("{at} states in {lang}, {width}, {scheme}");
}

fn take(page: Page<'_>, wish: &Wish, end: &str) {
    let folder = project::root().join("tests/e2e/shots");
    let save = |what: &str, shoot: &dyn Fn(&PathBuf)| {
        let file = folder.join(format!("{}-{end}{what}.png", wish.name));
        shoot(&file);
        println!("{}", file.strip_prefix(project::root()).unwrap_or(&file).display());
    };
    if wish.window {
        save("-window", &|file| page.screenshot(file));
    }
    if page.document().has(TAG) {
        let bounds = page.document().bounds(TAG);
        save("-element", &|file| page.picture(file, Some(bounds)));
    }
    save("", &|file| page.picture(file, None));
}

fn run_script(page: Page<'_>, script: &str) {
    let wrapped = format!(
        "const done = arguments[arguments.length - 1];
        (async () => {{
            const explorer = document.querySelector('{TAG}'), root = explorer?.shadowRoot;
            const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            {script}
            await sleep(300);
        }})().then(() => done('done'), (error) => done(String(error.stack ?? error)));"
    );
    let answer = page.run_async(&wrapped);
    if answer != "done" {
        println!("    the script failed: {answer}");
    }
}

fn read_words(mut words: impl Iterator<Item = String>) -> Option<Wish> {
    let list = |text: String| text.split(',').map(str::to_string).collect::<Vec<_>>();
    let (mut page, mut script, mut name, mut window) = ("index.html".to_string(), None, None, false);
    let mut states = None;
    let (mut widths, mut schemes) = (vec![320, 768, 1200], list("light,dark".into()));
    while let Some(word) = words.next() {
        match word.as_str() {
            "--page" => page = words.next()?,
            "--script" => {
                let file = words.next()?;
                script = Some(std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("reading {file}: {error}")));
            }
            "--widths" => widths = list(words.next()?).iter().map(|width| width.parse().ok()).collect::<Option<_>>()?,
            "--schemes" => schemes = list(words.next()?),
            "--name" => name = Some(words.next()?),
            "--window" => window = true,
            "--states" => states = Some(words.next()?),
            _ => return None,
        }
    }
    let name = name.unwrap_or_else(|| page.split(['?', '.']).next().unwrap_or("page").replace('/', "-"));
    Some(Wish { page, script, widths, schemes, name, window, states })
}

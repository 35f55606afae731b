//! `cargo xtask <verb>`: the project's own commands. One verb per file; this one only reads the words.

mod args;
mod bench;
mod build;
mod check;
mod deny;
mod docs;
mod e2e;
mod eval;
mod fuzz;
mod guests;
mod lighthouse;
mod plates;
mod reproduce;
mod run;
mod serve;
mod setup;
mod shots;
mod size;
mod steps;
mod test;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::project;

use args::Args;

const HELP: &str = "\
cargo xtask VERB: the project's own commands. Each fetches what it needs, and says what it does and how long it took.

  serve [--port 8080] [--release]   build, serve http://127.0.0.1:8080, and build again on every change
  test [--only STEP]                everything, from formatting to three browsers; STEP is a part of a step's name
  check [--only STEP]               the part of it that needs no browser; run it before a commit
  build [--dev]                     the element and our own pages into dist/ (--dev: quick to build, slow to load)
  deny                              licences, sources and known weaknesses of what we depend on
  docs                              the tables of docs/EMBEDDING.md, anew from the element's description
  eval                              how good the guide is, on vignettes and painted pain; fails below its bounds
  size                              what each file of dist/ weighs after brotli; fails over budget
  bench                             how long the guide takes, and what the element costs beside two other body maps
  e2e [--engine NAME] [--filter T]  end-to-end tests against dist/ as it is; NAME is chromium, firefox or webkit
  shots [--page FILE] [--script F]  screenshots of dist/ into tests/e2e/shots/; `shots --help` has more
  fallback REGION LANGUAGE          prints what stands in the element's place until it is there, to be put into a page
  fuzz [COUNT]                      spoiled links, files, records, options and atlases; 10 million unless told
  guests                            pages of other people's making, for e2e, into target/guests/
  lighthouse                        what Lighthouse says of our own page; fails below 95 of 100
  plates [--dark] [--only TEXT]     every view, muscle and point of the atlas as pictures into target/plates/
  reproduce                         builds what is committed here and in a clone; fails unless all bytes are the same
  setup                             wasm target, node tools, browsers and drivers, PHP; the verbs above do their own part";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_default();
    match dispatch(&verb, Args::new(words)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(verb: &str, mut args: Args) -> Result<ExitCode> {
    if verb == "shots" {
        return done(shots::shots(&args.rest()));
    }
    if verb == "plates" {
        return done(plates::plates(&args.rest()));
    }
    if verb == "fallback" {
        return done(build::fallback(&args.rest()));
    }
    if matches!(verb, "" | "help" | "--help" | "-h") || args.flag("--help") || args.flag("-h") {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    match verb {
        "setup" => {
            args.finish(verb)?;
            done(setup::setup())
        }
        "build" => {
            let options = build::Options { dev: args.flag("--dev"), out: project::dist() };
            args.finish(verb)?;
            done(build::build(&options))
        }
        "serve" => {
            let port = args.value("--port")?.unwrap_or_else(|| "8080".into());
            let port = port.parse().with_context(|| format!("`{port}` is not a port number"))?;
            let release = args.flag("--release");
            args.finish(verb)?;
            done(serve::serve(port, release))
        }
        "check" | "test" => {
            let only = args.value("--only")?;
            args.finish(verb)?;
            if verb == "check" { check::check(only.as_deref()) } else { test::test(only.as_deref()) }
        }
        "eval" => {
            args.finish(verb)?;
            eval::eval()
        }
        "fuzz" => {
            let count = args.word().unwrap_or_else(|| "10000000".into());
            args.finish(verb)?;
            done(fuzz::fuzz(&count))
        }
        "lighthouse" => {
            args.finish(verb)?;
            done(lighthouse::lighthouse())
        }
        "guests" => {
            args.finish(verb)?;
            done(guests::guests())
        }
        "deny" => {
            args.finish(verb)?;
            done(deny::deny())
        }
        "docs" => {
            args.finish(verb)?;
            done(docs::docs())
        }
        "reproduce" => {
            args.finish(verb)?;
            done(reproduce::reproduce())
        }
        "size" => {
            args.finish(verb)?;
            done(size::size())
        }
        "bench" => {
            args.finish(verb)?;
            done(bench::bench())
        }
        "e2e" => {
            let (engine, filter) = (args.value("--engine")?, args.value("--filter")?);
            args.finish(verb)?;
            e2e::e2e(engine.as_deref(), filter.as_deref())
        }
        _ => bail!("there is no verb `{verb}`\n\n{HELP}"),
    }
}

/// For verbs that either succeed or say why not; the others count.
fn done(result: Result<()>) -> Result<ExitCode> {
    result.map(|()| ExitCode::SUCCESS)
}

//! What the glue and the two halves of a module must know of each other: who fetches the second, and by which names they
//! meet. The cut itself is `split.rs`.

use anyhow::{Context, Result, bail};
use walrus::Module;

use super::names::{self, Map};
use super::split::{ENSURE, FIRST};

/// How the list of imports begins in the glue.
const LIST: &str = "const import0 = {";

/// Where the glue begins to start the module, and what it does there; nothing of ours stands behind that.
const START: &str = "let wasmModule, wasmInstance, wasm;";
const STARTS: &str = "wasm.__wbindgen_start();";
const END: &str = "export { initSync, __wbg_init as default };";

/// The glue of a module that was cut: `start` starts it, `script` fetches the rest, and is what the stubs ask for it.
pub fn graft(glue: &str, start: &str, script: &str) -> Result<String> {
    let (glue, end) = glue.split_once(START).context("the glue starts nothing; look at what wasm-bindgen makes")?;
    if !end.contains(STARTS) || !end.trim_end().ends_with(END) {
        bail!("the glue starts the module in another way than www/start.js; look at what wasm-bindgen makes");
    }
    let (before, after) =
        glue.split_once(LIST).context("the glue has no list of imports; look at what wasm-bindgen makes")?;
    Ok(format!("{before}{LIST}\n{ENSURE}: () => completeNow(),{after}\n{start}\n{script}"))
}

/// Lets the rest follow the names that were shortened in the first module and in the glue. What only the rest imports
/// is shortened here.
pub fn follow(rest: &[u8], imports: &str, map: &Map, mut glue: String) -> Result<(Vec<u8>, String)> {
    let mut rest = Module::from_buffer(rest)?;
    let mut count = 0;
    for import in rest.imports.iter_mut() {
        let short = if import.module == FIRST {
            map.export(&import.name)
                .with_context(|| format!("the first module does not export {}", import.name))?
                .to_owned()
        } else if let Some(short) = map.import(&import.name) {
            short.to_owned()
        } else {
            count += 1;
            // A digit cannot be in a name of one letter and is never in one of wasm-opt's at that place.
            let short = format!("$r{count}");
            glue = names::replace(&glue, "", &import.name, &short)
                .with_context(|| format!("the glue has no import {}", import.name))?;
            short
        };
        import.name = short;
        if import.module == imports {
            import.module = names::IMPORTS.to_owned();
        }
    }
    Ok((rest.emit_wasm(), glue))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "const import0 = { a: 1 };\nlet wasmModule, wasmInstance, wasm;\nwasm.__wbindgen_start();\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn our_start_stands_in_the_place_of_the_other() {
        let glue = graft(GLUE, "start", "rest").unwrap();
        assert!(glue.starts_with(LIST) && glue.contains("completeNow()") && glue.ends_with("\nstart\nrest"), "{glue}");
        assert!(!glue.contains("initSync") && !glue.contains(START));
    }

    #[test]
    fn a_glue_that_starts_otherwise_is_refused() {
        for gone in [LIST, START, STARTS, END] {
            assert!(graft(&GLUE.replace(gone, ""), "start", "rest").is_err(), "without {gone}");
        }
        assert!(graft(&[GLUE, "let more;"].concat(), "start", "rest").is_err());
    }
}

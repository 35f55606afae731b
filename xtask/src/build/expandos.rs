//! Yew keeps three numbers on DOM nodes under fixed names. Two Yew programs on one page would read each other's and
//! cross-fire events, so ours get names of our own. Text replacement in the glue; the count is exact or the build fails.

use anyhow::{Result, bail};

use super::files::hash;

const NAMES: [&str; 3] = ["__yew_subtree_id", "__yew_subtree_cache_key", "__yew_listener_id"];

/// A getter and a setter for each name.
const EXPECTED: usize = 6;

/// Renames them in the glue; the new names depend on the build, so that two releases of ours do not meet either.
pub fn rename(glue: &str, build: &[u8]) -> Result<String> {
    let ours = format!("__rpe_{}_", hash(build).get(..6).unwrap_or_default());
    let mut renamed = glue.to_string();
    let mut count = 0;
    for name in NAMES {
        let access = format!(".{name}");
        count += renamed.matches(&access).count();
        renamed = renamed.replace(&access, &access.replace("__yew_", &ours));
    }
    if count != EXPECTED || renamed.contains("__yew") {
        bail!(
            "the glue has {count} uses of Yew's names on DOM nodes where {EXPECTED} were expected, or uses them in \
             another way; look at `__yew` in Yew's source and mend xtask/src/build/expandos.rs"
        );
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glue(names: &[&str]) -> String {
        names.iter().map(|name| format!("const ret = arg0.{name};\narg0.{name} = arg1;\n")).collect()
    }

    #[test]
    fn all_six_uses_are_renamed() {
        let renamed = rename(&glue(&NAMES), b"build").unwrap();
        assert!(!renamed.contains("yew"), "{renamed}");
        assert_eq!(renamed.matches("_listener_id").count(), 2);
    }

    #[test]
    fn any_other_count_fails() {
        assert!(rename(&glue(&["__yew_subtree_id"]), b"build").is_err());
        assert!(rename(&(glue(&NAMES) + "x['__yew_new_thing']"), b"build").is_err());
    }
}

//! Where a module is cut: which functions and which data are needed before the widget answers its first tap, and which leave
//! for the second half. The cutting itself is `split.rs`.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Result, bail};
use walrus::{ExportItem, FunctionId, FunctionKind, Module};

use super::later;
use super::links::Links;
use super::reach::{Reach, Ways};

/// Where to cut. Functions by their place among all, which is the same in two modules read from the same bytes.
#[derive(Debug)]
pub struct Cut {
    /// Those that leave.
    pub late: HashSet<usize>,
    /// Those of them that are called by one that stays, or by JavaScript.
    pub edge: Vec<usize>,
    /// Those that stay.
    pub early: HashSet<usize>,
    /// The data that leaves, by address.
    pub data: Vec<Range<u32>>,
}

/// Fails when it is not known of a function what it refers to: it would then miss what left.
fn all_known(module: &Module, links: &Links) -> Result<()> {
    let names = module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.as_deref());
    // What wasm-bindgen makes refers to nothing: shims have a name with spaces, what serves its own table begins like this.
    let made = |name: &&str| name.contains(' ') || name.starts_with("__");
    match names.filter(|name| !made(name)).find(|name| !links.known.contains(*name)) {
        Some(name) => bail!("the linker wrote down nothing of {name}; look at how wasm-bindgen names functions"),
        None => Ok(()),
    }
}

impl Cut {
    /// Finds it. A function leaves when its name is within one of `later`, or when only such functions come to it; data that
    /// nobody writes leave when only such functions come to them.
    ///
    /// # Errors
    /// When the notes of the linker are not of this module.
    pub fn find(module: &Module, links: &Links, later: &[&str]) -> Result<Self> {
        all_known(module, links)?;
        let ways = Ways::new(module, links);
        let named: HashSet<FunctionId> =
            module.funcs.iter_local().map(|(id, _)| id).filter(|id| place_of(module, *id, later).is_some()).collect();
        let exported = module.exports.iter().filter_map(|e| match e.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        });
        let roots: Vec<FunctionId> = exported.chain(module.start).collect();
        let (soon, all) = (ways.from(roots.clone(), |id| named.contains(&id)), ways.from(roots, |_| false));
        let stays = |id: &FunctionId| soon.functions.contains(id) && !named.contains(id);
        let places = |wanted: &dyn Fn(&FunctionId) -> bool| -> Vec<usize> {
            let local = |id: &FunctionId| matches!(module.funcs.get(*id).kind, FunctionKind::Local(_));
            let ids = module.funcs.iter().map(|f| f.id()).enumerate();
            ids.filter(|(_, id)| local(id) && wanted(id)).map(|(place, _)| place).collect()
        };
        Ok(Cut {
            late: places(&|id| all.functions.contains(id) && !stays(id)).into_iter().collect(),
            edge: places(&|id| soon.functions.contains(id) && named.contains(id)),
            early: places(&stays).into_iter().collect(),
            data: leaving(links, &soon, &all),
        })
    }
}

/// The data that nobody writes and that is read later only. What overlaps with something that stays, stays.
fn leaving(links: &Links, soon: &Reach, all: &Reach) -> Vec<Range<u32>> {
    let constant = |at: &usize| links.data.get(*at).filter(|piece| links.constant.contains(&piece.at.start));
    let bytes = |of: &HashSet<usize>| -> HashSet<u32> {
        of.iter().filter_map(constant).flat_map(|piece| piece.at.clone()).collect()
    };
    let stays = bytes(&soon.data);
    let mut leaves: Vec<u32> = bytes(&all.data).difference(&stays).copied().collect();
    leaves.sort_unstable();
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for byte in leaves {
        match ranges.last_mut() {
            Some(last) if last.end == byte => last.end += 1,
            _ => ranges.push(byte..byte + 1),
        }
    }
    ranges
}

/// The place for later that a function is within.
fn place_of<'a>(module: &Module, id: FunctionId, later: &[&'a str]) -> Option<&'a str> {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    later::place_of(&plain(&rustc_demangle::demangle(name).to_string()), later)
}

/// The places for later within which there is no function.
pub fn idle<'a>(module: &Module, later: &[&'a str]) -> Vec<&'a str> {
    let found: HashSet<&str> = module.funcs.iter_local().filter_map(|(id, _)| place_of(module, id, later)).collect();
    later.iter().copied().filter(|place| !found.contains(place)).collect()
}

/// A name without the numbers of crates: `a[1f]::b` is `a::b`.
fn plain(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut name, part| {
        match part.split_once(']') {
            Some((number, after)) if number.len() > 8 && number.bytes().all(|b| b.is_ascii_hexdigit()) => {
                name.push_str(after)
            }
            _ => {
                name.push('[');
                name.push_str(part);
            }
        }
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_without_the_numbers_of_crates() {
        assert_eq!(plain("<[u8] as a[0123456789abcdef]::b>::c[0]"), "<[u8] as a::b>::c[0]");
    }
}

//! What of a module is needed from where: which functions and which data can be come to by calls, by addresses, and by what
//! is written in data.

use std::collections::{HashMap, HashSet};

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, Module};

use super::links::{Links, Refs};

/// What was come to.
#[derive(Debug, Default)]
pub struct Reach {
    /// Functions, also those at which it was told to stop.
    pub functions: HashSet<FunctionId>,
    /// Pieces of data, by their place in [`Links::data`].
    pub data: HashSet<usize>,
}

/// All ways through a module.
#[derive(Debug)]
pub struct Ways<'a> {
    module: &'a Module,
    links: &'a Links,
    names: HashMap<&'a str, FunctionId>,
}

impl<'a> Ways<'a> {
    /// The ways through a module whose linker left these notes.
    pub fn new(module: &'a Module, links: &'a Links) -> Self {
        let names = module.funcs.iter().filter_map(|f| Some((f.name.as_deref()?, f.id())));
        Ways { module, links, names: names.collect() }
    }

    /// All that can be come to from these functions. It does not go on behind those at which it is to stop.
    pub fn from(&self, roots: impl IntoIterator<Item = FunctionId>, stop: impl Fn(FunctionId) -> bool) -> Reach {
        let mut reach = Reach::default();
        let mut open: Vec<FunctionId> = roots.into_iter().collect();
        let mut pieces: Vec<usize> = Vec::new();
        loop {
            while let Some(piece) = pieces.pop() {
                if let Some(found) = self.links.data.get(piece).filter(|_| reach.data.insert(piece)) {
                    self.follow(&found.refs, &mut open, &mut pieces);
                }
            }
            let Some(function) = open.pop() else { return reach };
            if !reach.functions.insert(function) || stop(function) {
                continue;
            }
            open.extend(calls(self.module, function));
            let name = self.module.funcs.get(function).name.as_deref();
            if let Some(refs) = name.and_then(|name| self.links.functions.get(name)) {
                self.follow(refs, &mut open, &mut pieces);
            }
        }
    }

    fn follow(&self, refs: &Refs, open: &mut Vec<FunctionId>, pieces: &mut Vec<usize>) {
        open.extend(refs.functions.iter().filter_map(|name| self.names.get(name.as_str())));
        pieces.extend(&refs.data);
    }
}

/// The functions a function calls.
#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

/// The functions a function calls.
pub fn calls(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    let FunctionKind::Local(local) = &module.funcs.get(function).kind else { return Vec::new() };
    let mut calls = Calls::default();
    dfs_in_order(&mut calls, local, local.entry_block());
    calls.0
}

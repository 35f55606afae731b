//! Cuts a module in two: what is needed before the widget answers its first tap, and the rest, which is fetched while the
//! person already looks. Works on the compiled module, so that the sources know nothing of it but which folders are for
//! later. Of each function that leaves, a stub stays that calls it through the table; the second module fills the table.

use std::collections::HashSet;

use anyhow::{Context, Result};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, TableId, ValType,
};

use super::later;

/// What the glue must give the first module: makes sure that the second one is there, or throws.
pub const ENSURE: &str = "__rpe_rest";
/// The module name under which the second imports from the first.
pub const FIRST: &str = "rpe";

/// Cuts a module. A function goes into the rest when its name is within one of `later`, or when only such functions
/// call it. `imports` is the name of the module of the JavaScript functions. Gives the module that loads
/// first, and the rest.
pub fn split(bytes: &[u8], imports: &str, later: &[&str]) -> Result<(Vec<u8>, Vec<u8>)> {
    let (mut first, mut rest) = (Module::from_buffer(bytes)?, Module::from_buffer(bytes)?);
    let table = first.tables.main_function_table()?.context("the module has no table of functions")?;
    // Both are read from the same bytes: what stands at a place in one stands at the same place in the other.
    let ids: Vec<FunctionId> = first.funcs.iter().map(|f| f.id()).collect();
    let places: Vec<FunctionId> = rest.funcs.iter().map(|f| f.id()).collect();
    let base = first.tables.get(table).initial;
    for place in idle(&first, later) {
        println!(
            "    notice: no function is within `{place}`, which is for later: it was renamed, or is part of its caller"
        );
    }
    let leaving = moved(&first, later);
    stubs(&mut first, table, base, &leaving, imports)?;
    let leaving = moved(&rest, later);
    for (name, function) in detach(&mut rest, base, &leaving)? {
        let place = places.iter().position(|id| *id == function).and_then(|at| ids.get(at));
        first.exports.add(&name, *place.context("the halves are not of one module")?);
    }
    let tables: Vec<TableId> = first.tables.iter().map(|t| t.id()).collect();
    for (at, table) in tables.into_iter().enumerate() {
        first.exports.add(&format!("{FIRST}_table{at}"), table);
    }
    let globals: Vec<_> = first.globals.iter().map(|g| g.id()).collect();
    for (at, global) in globals.into_iter().enumerate() {
        first.exports.add(&format!("{FIRST}_global{at}"), global);
    }
    let memory = first.get_memory_id()?;
    first.exports.add(&format!("{FIRST}_memory"), memory);
    Ok((first.emit_wasm(), rest.emit_wasm()))
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

/// The functions a function calls.
#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

fn calls(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    let FunctionKind::Local(local) = &module.funcs.get(function).kind else { return Vec::new() };
    let mut calls = Calls::default();
    dfs_in_order(&mut calls, local, local.entry_block());
    calls.0
}

fn elements(module: &Module) -> Vec<FunctionId> {
    let all = module.elements.iter().filter_map(|element| match &element.items {
        ElementItems::Functions(functions) => Some(functions.clone()),
        ElementItems::Expressions(..) => None,
    });
    all.flatten().collect()
}

/// The place for later that a function is within.
fn place_of<'a>(module: &Module, id: FunctionId, later: &[&'a str]) -> Option<&'a str> {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    later::place_of(&plain(&rustc_demangle::demangle(name).to_string()), later)
}

/// The places for later within which there is no function.
fn idle<'a>(module: &Module, later: &[&'a str]) -> Vec<&'a str> {
    let found: HashSet<&str> = module.funcs.iter_local().filter_map(|(id, _)| place_of(module, id, later)).collect();
    later.iter().copied().filter(|place| !found.contains(place)).collect()
}

/// The functions that move: those whose name says so, and what only they reach.
fn moved(module: &Module, later: &[&str]) -> Vec<FunctionId> {
    let named = |id: FunctionId| place_of(module, id, later).is_some();
    let exported =
        module.exports.iter().filter_map(|e| if let ExportItem::Function(f) = e.item { Some(f) } else { None });
    let exported: HashSet<FunctionId> = exported.filter(|f| !named(*f)).collect();
    let mut open: Vec<FunctionId> = exported.iter().copied().collect();
    open.extend(module.start);
    open.extend(elements(module).into_iter().filter(|f| !named(*f)));
    let mut stays: HashSet<FunctionId> = open.iter().copied().collect();
    while let Some(function) = open.pop() {
        for called in calls(module, function) {
            if !named(called) && stays.insert(called) {
                open.push(called);
            }
        }
    }
    let local = module.funcs.iter_local().map(|(id, _)| id);
    local.filter(|id| !stays.contains(id)).collect()
}

/// Puts a stub in the place of each function that moves.
fn stubs(module: &mut Module, table: TableId, base: u64, moved: &[FunctionId], imports: &str) -> Result<()> {
    let nothing = module.types.add(&[], &[]);
    let (ensure, _) = module.add_import_func(imports, ENSURE, nothing);
    let here = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    let mut check = FunctionBuilder::new(&mut module.types, &[], &[]);
    check.name("rest".to_owned()).func_body().global_get(here).if_else(
        None,
        |_| {},
        |absent| {
            absent.call(ensure).i32_const(1).global_set(here);
        },
    );
    let check = check.finish(Vec::new(), &mut module.funcs);
    for (at, id) in moved.iter().enumerate() {
        let ty = module.funcs.get(*id).ty();
        let (params, results) = {
            let ty = module.types.get(ty);
            (ty.params().to_vec(), ty.results().to_vec())
        };
        let args: Vec<_> = params.iter().map(|kind| module.locals.add(*kind)).collect();
        let mut stub = FunctionBuilder::new(&mut module.types, &params, &results);
        let mut body = stub.func_body();
        body.call(check);
        for arg in &args {
            body.local_get(*arg);
        }
        body.i32_const(i32::try_from(base + at as u64)?).call_indirect(ty, table);
        module.funcs.get_mut(*id).kind = FunctionKind::Local(stub.local_func(args));
    }
    let table = module.tables.get_mut(table);
    table.initial += moved.len() as u64;
    table.maximum = table.maximum.map(|most| most + moved.len() as u64);
    Ok(())
}

/// Makes a module of the functions that move, which imports the rest. Gives what it needs: name and function.
fn detach(module: &mut Module, base: u64, moved: &[FunctionId]) -> Result<Vec<(String, FunctionId)>> {
    let own: HashSet<FunctionId> = moved.iter().copied().collect();
    let mut needed: Vec<FunctionId> = Vec::new();
    for called in moved.iter().flat_map(|id| calls(module, *id)) {
        let local = matches!(module.funcs.get(called).kind, FunctionKind::Local(_));
        if local && !own.contains(&called) && !needed.contains(&called) {
            needed.push(called);
        }
    }
    let named: Vec<_> = needed.into_iter().enumerate().map(|(at, id)| (format!("{FIRST}{at}"), id)).collect();
    for (name, id) in &named {
        let ty = module.funcs.get(*id).ty();
        let import = module.imports.add(FIRST, name, ImportKind::Function(*id));
        module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let table = module.tables.main_function_table()?.context("the module has no table of functions")?;
    let tables: Vec<TableId> = module.tables.iter().map(|t| t.id()).collect();
    for (at, id) in tables.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{FIRST}_table{at}"), ImportKind::Table(id));
        let own = module.tables.get_mut(id);
        own.import = Some(import);
        own.elem_segments.clear();
        if id == table {
            own.initial += moved.len() as u64;
            own.maximum = own.maximum.map(|most| most + moved.len() as u64);
        }
    }
    let globals: Vec<_> = module.globals.iter().map(|g| g.id()).collect();
    for (at, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{FIRST}_global{at}"), ImportKind::Global(id));
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let memory = module.get_memory_id()?;
    let import = module.imports.add(FIRST, &format!("{FIRST}_memory"), ImportKind::Memory(memory));
    let own = module.memories.get_mut(memory);
    own.import = Some(import);
    own.data_segments.clear();
    for id in module.data.iter().map(|d| d.id()).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for id in module.elements.iter().map(|e| e.id()).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    for id in module.exports.iter().map(|e| e.id()).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    module.start = None;
    let offset = ConstExpr::Value(Value::I32(i32::try_from(base)?));
    let fill = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(moved.to_vec()));
    module.tables.get_mut(table).elem_segments.insert(fill);
    walrus::passes::gc::run(module);
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a table of one function: `main` calls `early` and `late`, and `late` calls `helper` and `early`.
    fn sample() -> Vec<u8> {
        let mut module = Module::default();
        module.memories.add_local(false, false, 1, None, None);
        let early = function(&mut module, "early", &[]);
        let helper = function(&mut module, "helper", &[]);
        let late = function(&mut module, "referred_pain_explorer::diary::late", &[helper, early]);
        let main = function(&mut module, "main", &[early, late]);
        let table = module.tables.add_local(false, 1, Some(1), walrus::RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(0));
        let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(vec![early]));
        module.tables.get_mut(table).elem_segments.insert(element);
        module.exports.add("main", main);
        module.emit_wasm()
    }

    fn function(module: &mut Module, name: &str, called: &[FunctionId]) -> FunctionId {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
        function.name(name.to_owned());
        for id in called {
            function.func_body().call(*id);
        }
        function.finish(Vec::new(), &mut module.funcs)
    }

    fn names(module: &Module) -> Vec<String> {
        let mut names: Vec<_> =
            module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_for_later_leaves_with_what_only_it_calls_and_a_stub_stays() {
        let (first, rest) = split(&sample(), "./x.js", &["diary::"]).unwrap();
        let (first, rest) = (Module::from_buffer(&first).unwrap(), Module::from_buffer(&rest).unwrap());
        assert_eq!(names(&rest), ["helper", "referred_pain_explorer::diary::late"]);
        // Of the two that left, stubs stay; nothing calls that of the helper, and wasm-opt drops it.
        assert_eq!(names(&first), ["early", "helper", "main", "referred_pain_explorer::diary::late", "rest"]);
        let table = first.tables.main_function_table().unwrap().unwrap();
        assert_eq!(first.tables.get(table).initial, 3);
        // The rest imports what stayed, and puts itself into the table behind what was there.
        let imports: Vec<&str> = rest.imports.iter().map(|i| i.name.as_str()).collect();
        assert!(imports.contains(&"rpe0") && imports.contains(&"rpe_table0"), "{imports:?}");
        assert!(first.exports.iter().any(|e| e.name == "rpe0"));
        assert!(first.imports.find("./x.js", ENSURE).is_some());
    }

    #[test]
    fn names_are_read_without_the_numbers_of_crates() {
        assert_eq!(plain("<[u8] as a[0123456789abcdef]::b>::c[0]"), "<[u8] as a::b>::c[0]");
    }
}

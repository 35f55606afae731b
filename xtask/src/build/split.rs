//! Cuts a module in two: what is needed before the widget answers its first tap, and the rest, which is fetched while the
//! person already looks. Works on the compiled module, so that the sources know nothing of it but which folders are for
//! later. Of each function that leaves and is called by one that stays, a stub stays that calls it through the table; the
//! second module fills the table, and the places of the data that only it reads.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataId, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, Module, TableId,
    ValType,
};

use super::cut::{Cut, idle};
use super::detach::detach;
use super::links::{self, Links};

/// What the glue must give the first module: makes sure that the second one is there, or throws.
pub const ENSURE: &str = "__rpe_rest";
/// The module name under which the second imports from the first.
pub const FIRST: &str = "rpe";

/// Cuts a module. A function goes into the rest when its name is within one of `later`, or when only such functions come to
/// it, and so do the data that nobody writes. `links` are the notes of its linker, `imports` is the name of the module of the
/// JavaScript functions. Gives the module that loads first, and the rest.
pub fn split(bytes: &[u8], links: &Links, imports: &str, later: &[&str]) -> Result<(Vec<u8>, Vec<u8>)> {
    let (mut first, mut rest) = (read(bytes)?, read(bytes)?);
    for place in idle(&first, later) {
        println!(
            "    notice: no function is within `{place}`, which is for later: it was renamed, or is part of its caller"
        );
    }
    let cut = Cut::find(&first, links, later)?;
    let shared = detach(&mut rest, &cut)?;
    let ids = ids(&first);
    for (name, place) in shared {
        first.exports.add(&name, *ids.get(place).context("the halves are not of one module")?);
    }
    stay(&mut first, &cut, imports)?;
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
    walrus::passes::gc::run(&mut first);
    Ok((first.emit_wasm(), rest.emit_wasm()))
}

/// Reads a module without the notes of its linker, which are not true of a part of it.
fn read(bytes: &[u8]) -> Result<Module> {
    let mut module = Module::from_buffer(bytes)?;
    let notes = module.customs.iter().filter(|(_, custom)| links::is_note(custom.name())).map(|(id, _)| id);
    for id in notes.collect::<Vec<_>>() {
        module.customs.delete(id);
    }
    Ok(module)
}

pub fn ids(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|f| f.id()).collect()
}

/// The functions in the table, by where they stand in it.
pub fn slots(module: &Module, table: TableId) -> Vec<(i32, FunctionId)> {
    let mut slots = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: own, offset: ConstExpr::Value(Value::I32(start)) } = element.kind else {
            continue;
        };
        if let ElementItems::Functions(functions) = &element.items
            && own == table
        {
            slots.extend((start..).zip(functions.iter().copied()));
        }
    }
    slots.sort_unstable_by_key(|(at, _)| *at);
    slots
}

/// Leaves in a module what stays, and puts a stub in the place of each function at the edge.
fn stay(module: &mut Module, cut: &Cut, imports: &str) -> Result<()> {
    let table = module.tables.main_function_table()?.context("the module has no table of functions")?;
    let (ids, base) = (ids(module), module.tables.get(table).initial);
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
    // Nobody who stays knows the place of one who leaves; until that comes, anything may stand there.
    let stays: HashSet<FunctionId> = cut.early.iter().filter_map(|place| ids.get(*place)).copied().collect();
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            functions.iter_mut().filter(|id| !stays.contains(id)).for_each(|id| *id = check);
        }
    }
    for (at, id) in cut.edge.iter().filter_map(|place| ids.get(*place)).enumerate() {
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
    grow(module, table, cut);
    for id in segments(module) {
        let Some((start, bytes)) = segment(module.data.get_mut(id)) else { continue };
        for range in &cut.data {
            let range = inside(range, start, bytes.len());
            bytes.get_mut(range).unwrap_or_default().fill(0);
        }
    }
    Ok(())
}

pub fn segments(module: &Module) -> Vec<DataId> {
    module.data.iter().map(|d| d.id()).collect()
}

/// Where a segment of data lies, and what is in it.
pub fn segment(data: &mut walrus::Data) -> Option<(u32, &mut Vec<u8>)> {
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { return None };
    Some((start.cast_unsigned(), &mut data.value))
}

/// What of a range lies within a segment, counted from its start.
pub fn inside(range: &Range<u32>, start: u32, length: usize) -> Range<usize> {
    let at = |address: u32| (address.saturating_sub(start) as usize).min(length);
    at(range.start)..at(range.end)
}

pub fn grow(module: &mut Module, table: TableId, cut: &Cut) {
    let table = module.tables.get_mut(table);
    table.initial += cut.edge.len() as u64;
    table.maximum = table.maximum.map(|most| most + cut.edge.len() as u64);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::links::{Piece, Refs};

    const LATE: &str = "referred_pain_explorer::diary::late";

    /// A module with a table of two functions: `main` calls `early` and `late`, and `late` calls `helper` and `early`. Its
    /// data are eight bytes from address 8 on.
    fn sample() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let early = function(&mut module, "early", &[]);
        let helper = function(&mut module, "helper", &[]);
        let told = function(&mut module, "told", &[]);
        let late = function(&mut module, LATE, &[helper, early]);
        let main = function(&mut module, "main", &[early, late]);
        let table = module.tables.add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(0));
        let functions = ElementItems::Functions(vec![early, told]);
        let element = module.elements.add(ElementKind::Active { table, offset }, functions);
        module.tables.get_mut(table).elem_segments.insert(element);
        let offset = ConstExpr::Value(Value::I32(8));
        let data = module.data.add(DataKind::Active { memory, offset }, (1..=8).collect());
        module.memories.get_mut(memory).data_segments.insert(data);
        module.exports.add("main", main);
        module.emit_wasm()
    }

    /// `main` takes the address of `early` and reads the first four bytes; `late` reads the others, in which the address of
    /// `told` is written.
    fn links() -> Links {
        let refs = |functions: &[&str], data: &[usize]| Refs {
            functions: functions.iter().map(ToString::to_string).collect(),
            data: data.to_vec(),
        };
        let functions = [("main", refs(&["early"], &[0])), (LATE, refs(&[], &[1]))];
        Links {
            known: ["early", "helper", "told", LATE, "main"].map(ToString::to_string).into(),
            functions: functions.map(|(name, refs)| (name.to_owned(), refs)).into(),
            data: vec![Piece { at: 8..12, refs: refs(&[], &[]) }, Piece { at: 12..16, refs: refs(&["told"], &[]) }],
            constant: 8..16,
        }
    }

    fn halves(links: &Links) -> [Module; 2] {
        let (first, rest) = split(&sample(), links, "./x.js", &["diary::"]).unwrap();
        [first, rest].map(|bytes| Module::from_buffer(&bytes).unwrap())
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

    /// What stands in the table, by place.
    fn table(module: &Module) -> Vec<(i32, String)> {
        let table = module.tables.main_function_table().unwrap().unwrap();
        let name = |id| module.funcs.get(id).name.clone().unwrap_or_default();
        slots(module, table).into_iter().map(|(at, id)| (at, name(id))).collect()
    }

    fn data(module: &Module) -> Vec<Vec<u8>> {
        module.data.iter().map(|data| data.value.clone()).collect()
    }

    #[test]
    fn what_is_for_later_leaves_with_what_only_it_calls_and_a_stub_stays() {
        let [first, rest] = halves(&links());
        assert_eq!(names(&rest), ["helper", LATE, "told"]);
        // Of what left, a stub stays where it is called.
        assert_eq!(names(&first), ["early", "main", LATE, "rest"]);
        let own = first.tables.main_function_table().unwrap().unwrap();
        assert_eq!(first.tables.get(own).initial, 3);
        // The rest imports what stayed, and puts itself into the table behind what was there.
        let imports: Vec<&str> = rest.imports.iter().map(|i| i.name.as_str()).collect();
        assert!(imports.contains(&"rpe0") && imports.contains(&"rpe_table0"), "{imports:?}");
        assert!(first.exports.iter().any(|e| e.name == "rpe0"));
        assert!(first.imports.find("./x.js", ENSURE).is_some());
    }

    #[test]
    fn a_function_known_by_its_address_goes_where_that_is_known() {
        let [first, rest] = halves(&links());
        // `told` is known to what is written in data for later: until then, something else keeps its place.
        assert_eq!(table(&first), [(0, "early".to_owned()), (1, "rest".to_owned())]);
        assert_eq!(table(&rest), [(1, "told".to_owned()), (2, LATE.to_owned())]);
    }

    #[test]
    fn data_go_where_they_are_read_unless_somebody_may_write_them() {
        let [first, rest] = halves(&links());
        assert_eq!((data(&first), data(&rest)), (vec![vec![1, 2, 3, 4, 0, 0, 0, 0]], vec![vec![5, 6, 7, 8]]));
        let [first, rest] = halves(&Links { constant: 0..0, ..links() });
        assert_eq!((data(&first), data(&rest)), (vec![(1..=8).collect()], vec![]));
    }

    #[test]
    fn notes_of_another_module_are_an_error() {
        let known = ["early", "helper", LATE, "main"].map(ToString::to_string).into();
        assert!(split(&sample(), &Links { known, ..links() }, "./x.js", &["diary::"]).is_err());
    }

    #[test]
    fn what_nobody_comes_to_is_in_neither_half() {
        let [first, rest] = halves(&Links { data: Vec::new(), ..links() });
        assert!(!names(&first).contains(&"told".to_owned()) && !names(&rest).contains(&"told".to_owned()));
    }
}

//! The second half of a module that is cut: what leaves, in the table and the memory of the first.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction,
    Module, TableId,
};

use super::cut::Cut;
use super::reach::calls;
use super::split::{FIRST, grow, ids, inside, segment, segments, slots};

/// Pieces of data as near as this are one segment: a segment's head is as long.
const NEAR: usize = 8;

/// Makes a module of what leaves, which imports the rest. Gives what it needs of the first: name and function.
pub fn detach(module: &mut Module, cut: &Cut) -> Result<Vec<(String, usize)>> {
    let ids = ids(module);
    let late: HashSet<FunctionId> = cut.late.iter().filter_map(|place| ids.get(*place)).copied().collect();
    let called: HashSet<FunctionId> = late.iter().flat_map(|id| calls(module, *id)).collect();
    let needed = |id: &FunctionId| {
        called.contains(id) && !late.contains(id) && matches!(module.funcs.get(*id).kind, FunctionKind::Local(_))
    };
    let needed: Vec<usize> = ids.iter().enumerate().filter(|(_, id)| needed(id)).map(|(place, _)| place).collect();
    let named: Vec<_> = needed.into_iter().enumerate().map(|(at, place)| (format!("{FIRST}{at}"), place)).collect();
    for (name, id) in named.iter().filter_map(|(name, place)| Some((name, *ids.get(*place)?))) {
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(FIRST, name, ImportKind::Function(id));
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let table = module.tables.main_function_table()?.context("the module has no table of functions")?;
    let (own, base) = (slots(module, table), i32::try_from(module.tables.get(table).initial)?);
    grow(module, table, cut);
    let tables: Vec<TableId> = module.tables.iter().map(|t| t.id()).collect();
    for (at, id) in tables.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{FIRST}_table{at}"), ImportKind::Table(id));
        let own = module.tables.get_mut(id);
        own.import = Some(import);
        own.elem_segments.clear();
    }
    let globals: Vec<_> = module.globals.iter().map(|g| g.id()).collect();
    for (at, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{FIRST}_global{at}"), ImportKind::Global(id));
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    bring_data(module, cut)?;
    for id in module.elements.iter().map(|e| e.id()).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    for id in module.exports.iter().map(|e| e.id()).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    module.start = None;
    let edge = (base..).zip(cut.edge.iter().filter_map(|place| ids.get(*place)).copied());
    let mut runs: Vec<(i32, Vec<FunctionId>)> = Vec::new();
    for (at, id) in own.into_iter().filter(|(_, id)| late.contains(id)).chain(edge) {
        match runs.last_mut() {
            Some((start, run)) if i32::try_from(run.len()).is_ok_and(|length| *start + length == at) => run.push(id),
            _ => runs.push((at, vec![id])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start));
        let fill = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(fill);
    }
    walrus::passes::gc::run(module);
    Ok(named)
}

/// Leaves in a module the data that leave, in segments of their own, in the memory of the first.
fn bring_data(module: &mut Module, cut: &Cut) -> Result<()> {
    let memory = module.get_memory_id()?;
    let mut runs: Vec<(u32, Vec<u8>)> = Vec::new();
    for id in segments(module) {
        let Some((start, bytes)) = segment(module.data.get_mut(id)) else { continue };
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for range in cut.data.iter().map(|range| inside(range, start, bytes.len())).filter(|range| !range.is_empty()) {
            match ranges.last_mut() {
                // What lies between is what the first module has there already, for nobody writes it.
                Some(last) if range.start - last.end <= NEAR => last.end = range.end,
                _ => ranges.push(range),
            }
        }
        for range in ranges {
            let address = start + u32::try_from(range.start)?;
            runs.extend(bytes.get(range).map(|bytes| (address, bytes.to_vec())));
        }
    }
    for id in segments(module) {
        module.data.delete(id);
    }
    let import = module.imports.add(FIRST, &format!("{FIRST}_memory"), ImportKind::Memory(memory));
    let own = module.memories.get_mut(memory);
    own.import = Some(import);
    own.data_segments.clear();
    for (start, bytes) in runs {
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(data);
    }
    Ok(())
}

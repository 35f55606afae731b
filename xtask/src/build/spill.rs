//! No value waits on the operand stack while a loop runs: it waits in a local.
//!
//! Compilers never leave one there, wasm-opt does: `f(a(), { loops; b })` keeps what `a` gave below the loops. That is valid,
//! and rare enough that an engine may get it wrong: see "A value that WebKit lost" in docs/ARCHITECTURE.md.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use wasmparser::{FuncToValidate, FunctionBody, Parser, ValType, ValidPayload, Validator, ValidatorResources};

use super::waits::{Block, find};

const CODE: u8 = 10;
const GET: u8 = 0x20;
const SET: u8 = 0x21;

/// The module, with what waited while a loop ran kept in locals.
pub fn spill(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut functions = Vec::new();
    let mut validator = Validator::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let ValidPayload::Func(function, body) = validator.payload(&payload?)? {
            functions.push(rewrite(function, &body)?);
        }
    }
    with_code(wasm, &functions)
}

/// The module with other bodies of its functions; all else stays as it is.
fn with_code(wasm: &[u8], functions: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut code = Vec::new();
    leb(&mut code, functions.len());
    for function in functions {
        leb(&mut code, function.len());
        code.extend(function);
    }
    let (head, mut rest) = wasm.split_at_checked(8).context("not a module")?;
    let mut module = head.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (size, content) = read_leb(after)?;
        let (content, next) = content.split_at_checked(size).context("a section that ends too early")?;
        let content = if *id == CODE { &code } else { content };
        module.push(*id);
        leb(&mut module, content.len());
        module.extend(content);
        rest = next;
    }
    Ok(module)
}

/// A function's body, as it stands in the code section.
fn rewrite(function: FuncToValidate<ValidatorResources>, body: &FunctionBody<'_>) -> Result<Vec<u8>> {
    let found = find(function, body)?;
    let (bytes, start) = (body.as_bytes(), body.range().start);
    let mut groups = Vec::new();
    let mut locals = body.get_locals_reader()?;
    for _ in 0..locals.get_count() {
        groups.push(locals.read()?);
    }
    let operators = locals.original_position();
    let mut pool = Pool { next: found.locals, ..Pool::default() };
    let (mut out, mut at) = (Vec::new(), operators);
    let mut copy = |out: &mut Vec<u8>, to: usize| {
        out.extend(bytes.get(at - start..to - start).unwrap_or_default());
        at = to;
    };
    let mut open: Vec<(&Block, Vec<u32>)> = Vec::new();
    let mut close = |out: &mut Vec<u8>, pool: &mut Pool, open: &mut Vec<(&Block, Vec<u32>)>, before: usize| {
        while let Some((block, kept)) = open.pop_if(|(block, _)| block.place.1 <= before) {
            copy(out, block.place.1);
            let results = pool.take(&block.results);
            set(out, &results);
            get(out, &kept);
            get(out, &results);
            pool.free(&block.results, &results);
            pool.free(&block.waiting, &kept);
        }
        copy(out, before);
    };
    for block in &found.blocks {
        close(&mut out, &mut pool, &mut open, block.place.0);
        let condition = pool.take(if block.asks { &[ValType::I32] } else { &[] });
        let kept = pool.take(&block.waiting);
        set(&mut out, &condition);
        set(&mut out, &kept);
        get(&mut out, &condition);
        if block.asks {
            pool.free(&[ValType::I32], &condition);
        }
        open.push((block, kept));
    }
    close(&mut out, &mut pool, &mut open, body.range().end);
    groups.extend(pool.made.iter().map(|kind| (1, *kind)));
    let mut whole = Vec::new();
    leb(&mut whole, groups.len());
    for (count, kind) in groups {
        leb(&mut whole, count as usize);
        whole.push(code_of(kind)?);
    }
    whole.extend(out);
    Ok(whole)
}

/// Locals of our own, used again when they are free.
#[derive(Default)]
struct Pool {
    next: u32,
    made: Vec<ValType>,
    free: HashMap<ValType, Vec<u32>>,
}

impl Pool {
    fn take(&mut self, kinds: &[ValType]) -> Vec<u32> {
        let one = |kind: &ValType| {
            self.free.get_mut(kind).and_then(Vec::pop).unwrap_or_else(|| {
                self.made.push(*kind);
                self.next += 1;
                self.next - 1
            })
        };
        kinds.iter().map(one).collect()
    }
    fn free(&mut self, kinds: &[ValType], locals: &[u32]) {
        for (kind, local) in kinds.iter().zip(locals) {
            self.free.entry(*kind).or_default().push(*local);
        }
    }
}

/// From the operand stack into locals; what lies lowest is in the first.
fn set(out: &mut Vec<u8>, locals: &[u32]) {
    for local in locals.iter().rev() {
        out.push(SET);
        leb(out, *local as usize);
    }
}

fn get(out: &mut Vec<u8>, locals: &[u32]) {
    for local in locals {
        out.push(GET);
        leb(out, *local as usize);
    }
}

fn code_of(kind: ValType) -> Result<u8> {
    Ok(match kind {
        ValType::I32 => 0x7F,
        ValType::I64 => 0x7E,
        ValType::F32 => 0x7D,
        ValType::F64 => 0x7C,
        ValType::EXTERNREF => 0x6F,
        ValType::FUNCREF => 0x70,
        kind => bail!("a local of type {kind}; write here how it is encoded"),
    })
}

fn leb(out: &mut Vec<u8>, mut value: usize) {
    while value > 0x7F {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn read_leb(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            return Ok((value, bytes.get(at + 1..).unwrap_or_default()));
        }
    }
    bail!("a number that does not end")
}

#[cfg(test)]
mod tests {
    use walrus::ir::{BinaryOp, InstrSeqId};
    use walrus::{FunctionBuilder, InstrSeqBuilder, LocalId, Module, ModuleConfig, ValType};

    use super::*;

    /// A module with a function of one number, `left`, that makes its result by these steps.
    fn module(steps: impl Fn(&mut InstrSeqBuilder<'_>, LocalId)) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let left = module.locals.add(ValType::I32);
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        steps(&mut function.func_body(), left);
        let function = function.finish(vec![left], &mut module.funcs);
        module.exports.add("down", function);
        module.emit_wasm()
    }

    /// Counts down to nothing.
    fn count_down(seq: &mut InstrSeqBuilder<'_>, left: LocalId) {
        seq.loop_(None, |again| {
            let id: InstrSeqId = again.id();
            again.local_get(left).i32_const(1).binop(BinaryOp::I32Sub).local_tee(left).br_if(id);
        });
    }

    /// How many locals a module's only function has, its parameter included.
    fn locals(wasm: &[u8]) -> usize {
        Module::from_buffer(wasm).unwrap().locals.iter().count()
    }

    #[track_caller]
    fn assert_spills(wasm: &[u8], own: usize) {
        let spilled = spill(wasm).unwrap();
        assert_ne!(spilled, wasm);
        assert_eq!(locals(&spilled), 1 + own);
        // Nothing waits any more, and it is still a module.
        assert_eq!(spill(&spilled).unwrap(), spilled);
    }

    #[test]
    fn what_waits_below_a_loop_waits_in_a_local() {
        let sum = |seq: &mut InstrSeqBuilder<'_>, left| {
            seq.local_get(left).i32_const(7);
            seq.block(ValType::I32, |block| {
                count_down(block, left);
                block.local_get(left);
            });
            seq.binop(BinaryOp::I32Add).binop(BinaryOp::I32Add);
        };
        // Two that wait, and the result of the block while they come back.
        assert_spills(&module(sum), 3);
    }

    #[test]
    fn a_condition_stays_on_top() {
        let either = |seq: &mut InstrSeqBuilder<'_>, left| {
            seq.i32_const(7).local_get(left);
            seq.if_else(
                ValType::I32,
                |then| {
                    count_down(then, left);
                    then.local_get(left);
                },
                |other| {
                    other.i32_const(3);
                },
            );
            seq.binop(BinaryOp::I32Add);
        };
        // What waits and the condition; the result takes the condition's.
        assert_spills(&module(either), 2);
    }

    #[test]
    fn loops_within_loops_keep_apart_what_waits() {
        let nested = |seq: &mut InstrSeqBuilder<'_>, left| {
            seq.i32_const(7);
            seq.block(ValType::I32, |outer| {
                outer.i32_const(8);
                outer.block(ValType::I32, |inner| {
                    count_down(inner, left);
                    inner.local_get(left);
                });
                outer.binop(BinaryOp::I32Add);
            });
            seq.binop(BinaryOp::I32Add);
        };
        assert_spills(&module(nested), 3);
    }

    #[test]
    fn a_loop_below_which_nothing_waits_stays_as_it_is() {
        let wasm = module(|seq, left| {
            count_down(seq, left);
            seq.local_get(left).i32_const(1);
            seq.block(ValType::I32, |block| {
                block.local_get(left);
            });
            seq.binop(BinaryOp::I32Add).binop(BinaryOp::I32Add);
        });
        assert_eq!(spill(&wasm).unwrap(), wasm);
    }
}

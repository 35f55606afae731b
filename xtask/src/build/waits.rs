//! What waits on the operand stack of a function while a loop runs.

use anyhow::{Context, Result, bail};
use wasmparser::{
    BlockType, FuncToValidate, FuncValidatorAllocations, FunctionBody, Operator, ValType, ValidatorResources,
    WasmModuleResources,
};

/// A block in which a loop runs, between the operator that opens it and the one that ends it.
#[derive(Debug)]
pub struct Block {
    /// What waits below it, the lowest first.
    pub waiting: Vec<ValType>,
    /// What it gives.
    pub results: Vec<ValType>,
    /// Whether a condition lies on top of what waits.
    pub asks: bool,
    /// Where the operator that opens it begins, and where the one that ends it is over.
    pub place: (usize, usize),
}

/// The blocks of a function below which something waits while a loop runs in them.
pub struct Found {
    /// By the place where they open.
    pub blocks: Vec<Block>,
    /// How many parameters and locals the function has.
    pub locals: u32,
}

/// Looks for them in a function.
pub fn find(function: FuncToValidate<ValidatorResources>, body: &FunctionBody<'_>) -> Result<Found> {
    let mut validator = function.into_validator(FuncValidatorAllocations::default());
    validator.read_locals(&mut body.get_binary_reader())?;
    let mut reader = body.get_operators_reader()?;
    let locals = validator.len_locals();
    let (mut found, mut open): (Vec<Block>, Vec<(Block, usize, bool)>) = (Vec::new(), Vec::new());
    while !reader.eof() {
        let place = reader.original_position();
        let operator = reader.read()?;
        let height = validator.operand_stack_height() as usize;
        let frame = validator.get_control_frame(0).context("an operator outside of its function")?;
        let (below, dead) = (frame.height, frame.unreachable);
        match operator {
            Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                if let BlockType::FuncType(kind) = blockty {
                    let kind = validator.resources().sub_type_at(kind).context("a block of no type")?;
                    if !kind.unwrap_func().params().is_empty() {
                        bail!("a block that takes parameters; wasm-opt made none so far");
                    }
                }
                let asks = matches!(operator, Operator::If { .. });
                let top = height - usize::from(asks && !dead);
                let kinds = (height - top..height.saturating_sub(below)).rev();
                let waiting = kinds.filter_map(|depth| validator.get_operand_type(depth).flatten()).collect();
                let waiting = if dead { Vec::new() } else { waiting };
                open.push((Block { waiting, results: Vec::new(), asks, place: (place, place) }, top, false));
                if matches!(operator, Operator::Loop { .. }) {
                    open.iter_mut().for_each(|(_, _, loops)| *loops = true);
                }
            }
            _ => {}
        }
        validator.op(place, &operator)?;
        if matches!(operator, Operator::End)
            && let Some((mut block, base, loops)) = open.pop()
        {
            let depths = (0..(validator.operand_stack_height() as usize).saturating_sub(base)).rev();
            block.results = depths.filter_map(|depth| validator.get_operand_type(depth).flatten()).collect();
            block.place.1 = reader.original_position();
            found.extend((loops && !block.waiting.is_empty()).then_some(block));
        }
    }
    found.sort_by_key(|block| block.place.0);
    Ok(Found { blocks: found, locals })
}

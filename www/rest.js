// The rest of the module: what the widget needs after its first tap. The build appends this to the glue, and behind it
// where the rest comes from: `rest.net.js`, or `rest.inline.js`.
let rest = false;
const restImports = () => ({ ...__wbg_get_imports(), rpe: wasm });

/// Brings the rest, once for all widgets.
export async function complete() {
  if (rest) return;
  await WebAssembly.instantiate(await restSoon(), restImports());
  rest = true;
}

// Something in the rest is needed before it came. The widget holds such steps back, so this is a net and not a way: it
// keeps the widget alive, and freezes the page while it loads.
function completeNow() {
  if (rest) return;
  new WebAssembly.Instance(new WebAssembly.Module(restNow()), restImports());
  rest = true;
}

// The rest of the module: what the widget needs after its first tap. The build appends this to the glue, and behind it
// where the rest comes from: `rest.net.js`, or `rest.inline.js`.
let rest = false;
const restImports = () => ({ ...__wbg_get_imports(), rpe: wasm });

let coming; // on its way, for all widgets together

async function bring() {
  const bytes = await restSoon();
  if (rest) return;
  await WebAssembly.instantiate(bytes, restImports());
  rest = true;
}

/// Brings the rest, once for all widgets. One that failed is tried again when next asked for.
export function complete() {
  return (coming ??= bring().catch((error) => { coming = undefined; throw error; }));
}

// Something in the rest is needed before it came. The widget holds such steps back, so this is a net and not a way: it
// keeps the widget alive, and freezes the page while it loads.
function completeNow() {
  if (rest) return;
  new WebAssembly.Instance(new WebAssembly.Module(restNow()), restImports());
  rest = true;
}

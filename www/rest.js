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

// Something in the rest is needed before it came: a method of the element. The widget itself holds such steps back; for it
// this is a net and not a way.
function completeNow() {
  if (rest) return;
  new WebAssembly.Instance(new WebAssembly.Module(now(REST)), restImports());
  rest = true;
}

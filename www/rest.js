// The rest of the module: what the widget needs after its first tap. The build appends this to the glue.
let rest = false;
const restUrl = () => new URL("./__RPE_REST__", import.meta.url);
const restImports = () => ({ ...__wbg_get_imports(), rpe: wasm });

/// Fetches the rest, once for all widgets.
export async function complete() {
  if (rest) return;
  const response = await fetch(restUrl());
  if (!response.ok) throw new Error(`the rest of the module answered ${response.status}`);
  await WebAssembly.instantiate(await response.arrayBuffer(), restImports());
  rest = true;
}

// Something in the rest is needed before it came. The widget holds such steps back, so this is a net and not a way: it
// keeps the widget alive, and freezes the page while it loads.
function completeNow() {
  if (rest) return;
  const request = new XMLHttpRequest();
  request.open("GET", restUrl(), false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
  new WebAssembly.Instance(new WebAssembly.Module(bytes), restImports());
  rest = true;
}

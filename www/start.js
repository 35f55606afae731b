// How the module starts. The build puts this in the place of wasm-bindgen's own, which also fetches and compiles: that is
// done by then.
let wasm;
let begun;

/// Starts the compiled module, once; what it exports. One that failed is tried again when next asked for.
function start({ module_or_path: code }) {
  return (begun ??= instantiated(code).catch((error) => { begun = undefined; throw error; }));
}

async function instantiated(code) {
  ({ exports: wasm } = await WebAssembly.instantiate(code, __wbg_get_imports()));
  wasm.__wbindgen_start();
  return wasm;
}
export { start as default };

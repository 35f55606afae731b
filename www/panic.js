// A program that trapped is not to be trusted with anything, and all elements of a page share it: each of them goes back to
// its fallback and says so. What was kept is on the device; the page's next visit begins afresh.
const live = new Map(); // of each element with a widget, what ends it

export const watch = (element, end) => live.set(element, end);
export const forget = (element) => live.delete(element);

/// Lets go of a widget. A program that trapped is not asked again, also not to free anything. Otherwise its place is free for
/// another one, as soon as all of the program is here: how things end is in the half that comes later.
export function end(handle, trapped, whole) {
  if (trapped) handle.__destroy_into_raw();
  else if (whole) handle.free();
  else complete().then(() => handle.free(), () => {});
}

// Traps elsewhere in the page are none of ours: the files in the trace tell.
const ours = (error) => error instanceof WebAssembly.RuntimeError && /\brpe-|referred-pain-explorer/.test(error.stack);
function trapped(error) {
  if (!ours(error)) return;
  const ends = [...live.values()];
  live.clear();
  for (const end of ends) end(Object.assign(new Error(`panic: ${error.message}`), { type: "panic" }));
}
globalThis.addEventListener?.("error", ({ error }) => trapped(error));
globalThis.addEventListener?.("unhandledrejection", ({ reason }) => trapped(reason));

// What is asked for once the program is there: the other half of it, and the rest of the data. The build appends this to the
// program's script, where `complete` is.
const LATER_CSS = "./__RPE_LATER_CSS__"; // of what opens after a tap

const CHECK_GLUE = "./__RPE_CHECK_GLUE__";
const CHECK_WASM = "./__RPE_CHECK_WASM__";

let checks;
/// The module that checks a page's own atlas.
export const checker = (instantiate) => (checks ??= instantiate(CHECK_GLUE, CHECK_WASM).catch((error) => { checks = undefined; throw error; }));

/// What stands in the names of the files of data, by what is in them.
export const PACKS = __RPE_LATER_PACKS__;

let later; // the style; one sheet serves all elements
/// Brings both. How a text is fetched, the sheet, what is in it so far, and what is thrown, come from who loads the files.
export function program(text, sheet, styles, LoadError) {
  later ??= Promise.all([sheet, text(LATER_CSS)]).then(([made, more]) => made.replaceSync(styles + more))
    .catch((error) => { later = undefined; throw error; });
  return Promise.all([complete().catch((cause) => { throw new LoadError("wasm-fetch", cause); }), later]);
}

/// A method was called before all of the program is there. It gives its answer at once, so the page stands still meanwhile.
export function hurry(handle, lang) {
  const words = `later-${lang}`;
  try {
    completeNow();
    handle.learn("program", now(`./data-${words}-${PACKS[words]}.bin`));
  } catch (cause) {
    throw new TypeError("not ready: await element.ready first", { cause });
  }
}

// Fetching what the element needs, once for all elements of a page: the module, the style sheet, the data. The build puts
// this in the place of the line that imports it.
import { bytes, compiled, script, text } from "./net.js";
const GLUE = "./__RPE_GLUE__";
const WASM = "./__RPE_WASM__";
const CSS = "./__RPE_CSS__"; // of what shows first
const LATER_CSS = "./__RPE_LATER_CSS__"; // of what opens after a tap
const CHECK_GLUE = "./__RPE_CHECK_GLUE__";
const CHECK_WASM = "./__RPE_CHECK_WASM__";
// The data: the atlas, a drawing per view, and per language the interface (ui-), the names, and the prose.
const PACKS = __RPE_PACKS__;

let glue; // one module for all elements of a page
let checker; // the module that checks a page's own atlas
let styles; // the text of what shows first
let sheet; // one style sheet for all elements
const packs = new Map();

export class LoadError extends Error {
  constructor(type, cause, problems) {
    super(`${type}: ${cause?.message ?? cause}`);
    this.type = type;
    this.problems = problems;
  }
}

async function instantiate(glue, wasm) {
  const [module, code] = await Promise.all([script(glue), compiled(wasm)]);
  try {
    await module.default({ module_or_path: code });
  } catch (cause) {
    // What they want of each other is not there, or else something is wrong with the program.
    const other = cause instanceof WebAssembly.LinkError || cause instanceof TypeError;
    throw new LoadError(other ? "version-mismatch" : "panic", cause);
  }
  return module;
}

const retry = (promise, forget) => promise.catch((error) => { forget(); throw error; });
export const loadGlue = () => (glue ??= retry(instantiate(GLUE, WASM), () => (glue = undefined)));
const loadChecker = () => (checker ??= retry(instantiate(CHECK_GLUE, CHECK_WASM), () => (checker = undefined)));
let later;
// The half of the program that the first tap does without, and what it looks like. One sheet serves all elements.
export const loadProgram = () => Promise.all([
  loadGlue().then((module) => module.complete().catch((cause) => { throw new LoadError("wasm-fetch", cause); })),
  later ??= retry(Promise.all([sheet, text(LATER_CSS)]), () => (later = undefined)).then(([made, more]) => made.replaceSync(styles + more)),
]);
// Bytes, fetched once for all elements.
export function loadPack(name) {
  if (!packs.has(name)) {
    packs.set(name, retry(bytes(`./${PACKS[name]}`), () => packs.delete(name)));
  }
  return packs.get(name);
}
export const LANGUAGES = Object.keys(PACKS).filter((name) => name.startsWith("ui-")).map((name) => name.slice(3));
export async function styled(root) {
  sheet ??= retry(text(CSS), () => (sheet = undefined)).then((first) => {
    const made = new CSSStyleSheet();
    made.replaceSync(styles = first);
    return made;
  });
  root.adoptedStyleSheets = [await sheet];
}

// The atlas that comes along: where its packs are, which language stands for one it lacks, and itself, unpacked once.
let unpacked;
export const BUILT_IN = {
  pack: loadPack,
  lang: (lang) => lang,
  known: async (module) => (unpacked ??= new module.Known(await loadPack("atlas"))),
};

// A page's own atlas, checked as the build checks ours. Throws with all problems.
export async function checked(given) {
  const { problems, packs } = (await loadChecker()).check(JSON.stringify(given) ?? "");
  if (problems) throw new LoadError("atlas", problems.join("\n"), problems);
  const langs = Object.keys(packs).filter((name) => name.startsWith("names-")).map((name) => name.slice(6));
  let own;
  return {
    pack: (name) => packs[name],
    lang: (lang) => [lang, "en"].find((l) => langs.includes(l)) ?? langs[0],
    known: async (module) => (own ??= new module.Known(packs.atlas)),
  };
}

/// The language: the nearest lang attribute upwards, across shadow roots, then the browser's, then English.
export function language(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const found = known(node.getAttribute?.("lang"));
    if (found) return found;
  }
  return (globalThis.navigator?.languages ?? []).map(known).find(Boolean) ?? "en";
}
export const known = (tag) => {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.includes(base) ? base : undefined;
};

// Fetching what the element needs, once for all elements of a page: the module, the style sheet, the data. The build puts
// this in the place of the line that imports it.
import { bytes, compiled, script, text } from "./net.js";
const GLUE = "./__RPE_GLUE__";
const WASM = "./__RPE_WASM__";
const CSS = "./__RPE_CSS__"; // of what shows first
// The data: the atlas, a drawing per view, and per language the interface (ui-), the names, and the prose.
// By name what stands behind it in the name of its file. Those that come before the program: of the others, the program's
// script knows.
const FIRST = __RPE_PACKS__;

let glue; // one module for all elements of a page
let styles; // the text of what shows first
let sheet; // one style sheet for all elements
const packs = new Map();

export class LoadError extends Error {
  constructor(type, cause) {
    super(`${type}: ${cause?.message ?? cause}`);
    this.type = type;
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
// The half of the program that the first tap does without, and what it looks like.
export const loadProgram = () => loadGlue().then((module) => module.program(text, sheet, styles, LoadError));
// Bytes, fetched once for all elements.
export function loadPack(name) {
  if (!packs.has(name)) {
    const hash = FIRST[name] ? Promise.resolve(FIRST[name]) : loadGlue().then((module) => module.PACKS[name]);
    packs.set(name, retry(hash.then((found) => bytes(`./data-${name}-${found}.bin`)), () => packs.delete(name)));
  }
  return packs.get(name);
}
export const LANGUAGES = Object.keys(FIRST).filter((name) => name.startsWith("ui-")).map((name) => name.slice(3));
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
  known: (module, pack) => (unpacked ??= new module.Known(pack)),
};

// A page's own atlas, checked as the build checks ours. Throws with all problems.
export const checked = async (given) => (await (await loadGlue()).checker(instantiate)).checked(given, LoadError);

/// The language: the nearest lang attribute upwards, across shadow roots, then the browser's, then English.
export function language(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const found = known(node.getAttribute?.("lang"));
    if (found) return found;
  }
  return navigator.languages.map(known).find(Boolean) ?? "en";
}
export const known = (tag) => {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.includes(base) ? base : undefined;
};

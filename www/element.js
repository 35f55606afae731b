// The custom element: lifecycle, attributes and loading. Everything else is in the WebAssembly module, which
// is fetched when the first element comes near the viewport. Importing this file in Node does nothing.
const GLUE = "./__RPE_GLUE__";
const WASM = "./__RPE_WASM__";
const ATLAS = "./__RPE_ATLAS__";
const CSS = "./__RPE_CSS__";
const PACKS = __RPE_PACKS__;
const VERSION = "__RPE_VERSION__";

const ATTRIBUTES = ["region", "muscle", "side", "view", "mode", "lang", "theme", "hold", "rounds", "per-day", "features", "storage", "storage-key", "loading"];
// Set on the widget in this order when it is made: later ones may refine what earlier ones selected.
const LIVE = ["hold", "rounds", "per-day", "side", "region", "muscle", "view", "mode"];
const CHOICES = {
  theme: ["auto", "light", "dark"],
  storage: ["local", "none"],
  loading: ["lazy", "eager"],
  features: ["explore", "massage", "diary", "share", "print"],
};

const url = (file) => new URL(file, import.meta.url);
let glue; // one module for all elements of a page
let sheet; // one style sheet for all elements
const packs = new Map();
let count = 0;

class LoadError extends Error {
  constructor(type, cause) {
    super(`${type}: ${cause?.message ?? cause}`);
    this.type = type;
  }
}

async function fetched(file) {
  const response = await fetch(url(file)).catch((cause) => { throw new LoadError("wasm-fetch", cause); });
  if (!response.ok) throw new LoadError("wasm-fetch", `${file} answered ${response.status}`);
  return response;
}

async function instantiate() {
  const [module, response] = await Promise.all([import(GLUE).catch((cause) => { throw new LoadError("wasm-fetch", cause); }), fetched(WASM)]);
  // Streaming needs the right MIME type; a server without it still gets the slower way.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  try {
    await module.default({ module_or_path: streams ? response : await response.arrayBuffer() });
  } catch (cause) {
    throw new LoadError(cause instanceof WebAssembly.LinkError ? "version-mismatch" : "wasm-blocked", cause);
  }
  return module;
}

const retry = (promise, forget) => promise.catch((error) => { forget(); throw error; });
const loadGlue = () => (glue ??= retry(instantiate(), () => (glue = undefined)));
// The atlas and the language packs: bytes, fetched once for all elements.
function loadBytes(file) {
  if (!packs.has(file)) {
    const bytes = fetched(file).then((r) => r.arrayBuffer()).then((b) => new Uint8Array(b));
    packs.set(file, retry(bytes, () => packs.delete(file)));
  }
  return packs.get(file);
}
const loadPack = (lang) => loadBytes(`./${PACKS[lang]}`);
async function styled(root) {
  sheet ??= fetched(CSS).then((r) => r.text()).then((text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  });
  root.adoptedStyleSheets = [await retry(sheet, () => (sheet = undefined))];
}

/// The language: the nearest lang attribute upwards, across shadow roots, then the browser's, then English.
function language(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const found = known(node.getAttribute?.("lang"));
    if (found) return found;
  }
  return (globalThis.navigator?.languages ?? []).map(known).find(Boolean) ?? "en";
}
const known = (tag) => {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return Object.hasOwn(PACKS, base ?? "") ? base : undefined;
};

const Base = globalThis.HTMLElement ?? class {};

export class ReferredPainExplorer extends Base {
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;
  #handle = null;
  #started = false;
  #watcher = null;
  #resolve;
  #place = null;
  #warned = new Set();

  constructor() {
    super();
    this.#promise();
    const root = this.attachShadow({ mode: "open" });
    // Until the widget is ready, and if it never is, the page's own fallback shows.
    root.append(document.createElement("slot"));
  }

  #promise() {
    this.ready = new Promise((resolve) => { this.#resolve = resolve; });
  }

  get version() { return VERSION; }
  get session() { return this.#handle?.session() ?? null; }

  connectedCallback() {
    for (const name of ATTRIBUTES) this.#upgrade(camel(name));
    if (this.#handle || this.#started) return;
    if (this.getAttribute("loading") === "eager" || !globalThis.IntersectionObserver) {
      this.#start();
      return;
    }
    this.#watcher = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) this.#start();
    }, { rootMargin: "400px" });
    this.#watcher.observe(this);
  }

  disconnectedCallback() {
    this.#watcher?.disconnect();
    this.#watcher = null;
    // A move in the document disconnects and connects again at once: only what stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected || !this.#handle) return;
      this.#handle.free();
      this.#handle = null;
      this.#started = false;
      this.#place?.remove();
      this.#place = null;
      if (!this.shadowRoot.querySelector("slot:not([name])")) this.shadowRoot.append(document.createElement("slot"));
      this.#promise();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    this.#check(name, value);
    if (!this.#handle) return;
    if (name === "lang") this.#speak();
    else if (name === "theme") this.#theme();
    else if (LIVE.includes(name)) this.#pass(name, value);
  }

  async #start() {
    if (this.#started) return;
    this.#started = true;
    this.#watcher?.disconnect();
    this.#watcher = null;
    const lang = language(this);
    try {
      const [module, atlas, pack] = await Promise.all([loadGlue(), loadBytes(ATLAS), loadPack(lang), styled(this.shadowRoot)]);
      if (!this.isConnected) { this.#started = false; return; }
      this.#mount(module, atlas, pack);
      if (language(this) !== lang) this.#speak();
    } catch (error) {
      this.#started = false;
      this.#fail(error);
    }
  }

  #mount(module, atlas, pack) {
    const place = document.createElement("div");
    this.#place = place;
    const keep = this.getAttribute("storage") === "none" ? "none" : "local";
    const key = this.getAttribute("storage-key") || "rpe";
    const host = (name, detail) => this.#emit(name, detail);
    const wanted = (this.getAttribute("features") ?? "").split(/\s+/).filter((name) => CHOICES.features.includes(name)).join(" ");
    this.#handle = module.mount(place, atlas, pack, `rpe${++count}`, keep, key, wanted, host);
    for (const name of LIVE) if (this.hasAttribute(name)) this.#pass(name, this.getAttribute(name));
    this.#theme();
    // Yew draws in a microtask; the fallback leaves in the same frame in which the widget appears.
    queueMicrotask(() => setTimeout(() => {
      // Taken down in between, perhaps already made anew.
      if (this.#place !== place) return;
      this.shadowRoot.querySelector("slot:not([name])")?.remove();
      this.shadowRoot.append(place);
      this.#resolve(this);
      this.#emit("rpe-ready", { version: VERSION });
    }));
  }

  async #speak() {
    const lang = language(this);
    try {
      const pack = await loadPack(lang);
      // Overtaken by another change: that one speaks.
      if (language(this) === lang) this.#handle?.speak(pack);
    } catch (error) {
      this.#fail(error);
    }
  }

  #theme() {
    const theme = this.getAttribute("theme");
    if (this.#place) this.#place.dataset.theme = CHOICES.theme.includes(theme) ? theme : "auto";
  }

  #pass(name, value) {
    const allowed = this.#handle.set(name, value);
    if (allowed) this.#warn(name, value, allowed);
  }

  #check(name, value) {
    if (value === null || value === "") return;
    if (name === "lang" && !known(value)) this.#warn(name, value, `one of ${Object.keys(PACKS).join(" ")}`);
    const allowed = CHOICES[name];
    if (allowed && !value.trim().split(/\s+/).every((v) => allowed.includes(v))) this.#warn(name, value, `one of ${allowed.join(" ")}`);
  }

  #warn(name, value, allowed) {
    const key = `${name}=${value}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`<referred-pain-explorer ${name}="${value}">: ignored; allowed is ${allowed}`);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #fail(error) {
    this.#emit("rpe-error", { type: error.type ?? "panic", message: error.message });
  }

  // A property set before the element was defined sits on the instance and hides the accessor.
  #upgrade(property) {
    if (!Object.hasOwn(this, property)) return;
    const value = this[property];
    delete this[property];
    this[property] = value;
  }

  #need() {
    if (!this.#handle) throw new TypeError("the explorer is not ready: await element.ready first");
    return this.#handle;
  }

  select(selection) { this.#need().select(selection); }
  rank(marks) { return this.#need().rank(marks); }
  startSession(plan) { this.#need().startSession(plan); }
  pause() { this.#need().pause(); }
  resume() { this.#need().resume(); }
  next() { this.#need().next(); }
  previous() { this.#need().previous(); }
  stop() { this.#need().stop(); }
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

for (const name of ATTRIBUTES) {
  if (name === "lang") continue; // HTMLElement has it
  Object.defineProperty(ReferredPainExplorer.prototype, camel(name), {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name); },
    set(value) { value === null || value === undefined ? this.removeAttribute(name) : this.setAttribute(name, String(value)); },
  });
}

if (globalThis.customElements && !customElements.get("referred-pain-explorer")) {
  customElements.define("referred-pain-explorer", ReferredPainExplorer);
}

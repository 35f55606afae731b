// The custom element: lifecycle, attributes and loading. Everything else is in the WebAssembly module and in its script,
// which are fetched when the first element comes near the viewport. Importing this file in Node does nothing.
import { BUILT_IN, LANGUAGES, checked, known, language, loadGlue, loadPack, loadProgram, styled } from "./load.js";
import { ATTRIBUTES, LIVE, camel, reflect } from "./attributes.js";

const VERSION = "__RPE_VERSION__";

const FIRST_VIEW = "posterior";
const METHODS = ["select", "rank", "capture", "restore", "startSession", "pause", "resume", "next", "previous", "stop", "exportDiary", "importDiary"];
let count = 0;
let reader = null; // which element shows the link in the page's address

const Base = globalThis.HTMLElement ?? class {};

export class ReferredPainExplorer extends Base {
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;
  #handle = null;
  #started = false;
  #watcher = null;
  #resolve;
  #module = null; // the program's script
  #place = null;
  #warned = new Set();
  #fetching = new Map(); // what is on its way
  #asks = false;
  #whole = false; // all of the program is here
  #stands = false; // in the place of the fallback
  #from = BUILT_IN; // the atlas in use
  #given = null; // the page's own atlas, as it was given last
  #shown = null; // the page's own atlas in use
  #taught; // resolves when it has been checked

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
  get session() { return this.#whole ? this.#handle.session() : null; }

  connectedCallback() {
    for (const name of [...ATTRIBUTES, "atlas"]) this.#upgrade(camel(name));
    if (this.#handle || this.#started) return;
    if (this.getAttribute("loading") === "eager" || !globalThis.IntersectionObserver) return void this.#start();
    this.#watcher = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) this.#start();
    }, { rootMargin: "400px" });
    this.#watcher.observe(this);
  }

  disconnectedCallback() {
    this.#watcher?.disconnect();
    this.#watcher = null;
    // A move in the document disconnects and connects again at once: only what stays away is taken down.
    queueMicrotask(() => { if (!this.isConnected) this.#takeDown(); });
  }

  #takeDown(trapped) {
    if (!this.#handle) return;
    this.#module.forget(this);
    const handle = this.#handle;
    this.#handle = null;
    this.#module.end(handle, trapped, this.#whole);
    this.#place?.remove();
    if (reader === this) reader = null;
    this.#module.onPaper(this, false);
    this.#started = this.#asks = this.#whole = this.#stands = false;
    this.#fetching.clear();
    this.#place = null;
    if (!this.shadowRoot.querySelector("slot:not([name])")) this.shadowRoot.append(document.createElement("slot"));
    this.#promise();
  }

  /// The page's own atlas, an object in the shape of atlas.json; null for the one that comes along.
  get atlas() { return this.#given; }
  set atlas(value) {
    this.#given = value ?? null;
    this.#taught = this.#teach(this.#given);
  }

  // With problems, the atlas in use stays.
  async #teach(given) {
    let from = BUILT_IN;
    try {
      if (given) from = await checked(given);
    } catch (error) {
      if (this.#given === given) this.#given = this.#shown;
      this.#fail(error);
      return;
    }
    // Overtaken by another one, or nothing new.
    if (this.#given !== given || from === this.#from) return;
    this.#from = from;
    this.#shown = given;
    if (this.#handle) this.#again();
  }

  #again() {
    this.#takeDown();
    if (this.isConnected) this.#start();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#handle) return;
    this.#check(name, value);
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
      await this.#taught;
      const from = this.#from;
      // The first view is asked for along with the rest: it is nearly always the one that is shown.
      Promise.resolve(from.pack(FIRST_VIEW)).catch(() => {});
      const [module, words, pack] = await Promise.all([loadGlue(), Promise.all(this.#words(lang)), from.pack("atlas"), styled(this.shadowRoot)]);
      if (!this.isConnected) { this.#started = false; return; }
      await this.#mount(module, from.known(module, pack), words);
      // Another atlas came meanwhile.
      if (this.#from !== from && this.#handle) this.#again();
      if (language(this) !== lang) this.#speak();
    } catch (error) {
      this.#started = false;
      this.#fail(error);
    }
  }

  // The interface and the names of a language.
  #words(lang) {
    return [loadPack(`ui-${lang}`), this.#from.pack(`names-${this.#from.lang(lang)}`)];
  }

  async #mount(module, known, words) {
    const keep = this.getAttribute("storage") === "none" ? "none" : "local";
    const key = this.getAttribute("storage-key") || "rpe";
    const host = (name, detail) => this.#emit(name, detail);
    const wanted = (this.getAttribute("features") ?? "").split(/\s+/).filter((name) => module.CHOICES.features.includes(name)).join(" ");
    this.#module = module;
    const handle = this.#handle = module.mount(known, ...words, `rpe${++count}`, keep, key, wanted, host);
    const place = this.#place = handle.place;
    module.watch(this, (error) => { this.#takeDown(true); this.#fail(error); });
    for (const name of ATTRIBUTES) this.#check(name, this.getAttribute(name));
    for (const name of LIVE) if (this.hasAttribute(name)) this.#pass(name, this.getAttribute(name));
    // A link goes before the page's attributes, and to one element.
    if (!reader && location.hash.startsWith("#rpe")) {
      reader = this;
      await this.#bring("program");
      if (this.#handle !== handle) return;
      if (!handle.open(location.hash)) reader = null;
    }
    this.#theme();
    // What is in sight at first is fetched before anything shows, and from then on what is asked for.
    this.#asks = true;
    await this.#fetch();
    if (this.#handle !== handle) return;
    // Yew draws in a microtask; the fallback leaves in the same frame in which the widget appears.
    queueMicrotask(() => setTimeout(async () => {
      // It may be taken down in between, perhaps already made anew.
      if (!await module.takeOver(this, place, () => this.#handle === handle, () => this.#bring("program"))) return;
      this.#stands = true;
      this.#emit("rpe-ready", { version: VERSION });
      if (this.#whole) this.#resolve(this);
      else await this.#bring("program");
    }));
  }

  // All of the program is here. Who has it and stands in the page is ready for any call.
  #complete() {
    this.#whole = true;
    if (this.#stands) this.#resolve(this);
  }

  // Fetches what the widget lacks. A part that cannot be had leaves the rest usable, and is tried again when next asked for.
  async #fetch() {
    await Promise.all(this.#handle.wants().split(" ").filter(Boolean).map((name) => this.#bring(name)));
  }

  #bring(name) {
    if (!this.#fetching.has(name)) this.#fetching.set(name, this.#learn(name));
    return this.#fetching.get(name);
  }

  async #learn(name) {
    const handle = this.#handle;
    try {
      const lang = language(this);
      const bytes = name === "program" ? (await Promise.all([loadPack(`later-${lang}`), loadProgram()]))[0]
        : await this.#from.pack(name === "prose" ? `prose-${this.#from.lang(lang)}` : name);
      if (!bytes || this.#handle !== handle) return;
      handle.learn(name, bytes);
      if (name === "program") this.#complete();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#fetching.delete(name);
    }
  }

  async #speak() {
    const lang = language(this);
    try {
      const words = await Promise.all([...this.#words(lang), loadPack(`later-${lang}`)]);
      // Overtaken by another change: that one speaks.
      if (language(this) === lang) this.#handle?.speak(...words);
    } catch (error) {
      this.#fail(error);
    }
  }

  #theme() {
    const theme = this.getAttribute("theme");
    if (this.#place) this.#place.dataset.theme = this.#module.CHOICES.theme.includes(theme) ? theme : "auto";
  }

  #pass(name, value) {
    const allowed = this.#handle.set(name, value);
    if (allowed) this.#module.tell(this.#warned, name, value, allowed);
  }

  #check(name, value) {
    this.#module.warn(this.#warned, name, value, name === "lang" && !known(value) ? LANGUAGES : undefined);
  }

  #emit(name, detail) {
    if (name === "want") {
      // Asked for while something happens: answered after it.
      if (this.#asks) queueMicrotask(() => this.#handle && this.#fetch());
      return;
    }
    if (name === "print") return this.#module.onPaper(this, detail);
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #fail({ type = "panic", message, problems }) {
    this.#emit("rpe-error", { type, message, ...(problems && { problems }) });
  }

  // A property set before the element was defined sits on the instance and hides the accessor.
  #upgrade(property) {
    if (!Object.hasOwn(this, property)) return;
    const value = this[property];
    delete this[property];
    this[property] = value;
  }

  #need() {
    if (!this.#handle) throw new TypeError("not ready: await element.ready first");
    if (!this.#whole) {
      this.#module.hurry(this.#handle, language(this));
      this.#complete();
    }
    return this.#handle;
  }

  shareUrl(base) { return this.#need() && this.#module.address(base ?? location.href, this.#handle.fragment()); }

  // The rest of the public face is the program's own.
  static {
    for (const name of METHODS) {
      this.prototype[name] = function (...given) { return this.#need()[name](...given); };
    }
  }
}

reflect(ReferredPainExplorer.prototype);

if (globalThis.customElements && !customElements.get("referred-pain-explorer")) {
  customElements.define("referred-pain-explorer", ReferredPainExplorer);
}

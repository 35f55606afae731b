// The explorer that is tried. It follows what is chosen as an element in another page would.
import { make } from "./make.js";

const MADE = ["features", "storage", "storage-key", "loading"]; // read when the element is made

export class Preview {
  #place;
  #attributes;
  #explorer = null;
  #before = {};

  constructor(place, attributes) {
    this.#place = place;
    this.#attributes = attributes;
    place.addEventListener("rpe-ready", () => {
      place.classList.add("there");
      place.style.removeProperty("min-height");
    });
  }

  /// `colours` gives [light, dark] for each name that was changed.
  show(options, colours) {
    if (!this.#explorer || MADE.some((name) => this.#before[name] !== options[name])) this.#renew(options);
    else this.#follow(options);
    this.#before = options;
    const { style } = this.#explorer;
    for (const name of [...style].filter((one) => one.startsWith("--rpe-") && !(one in colours))) style.removeProperty(name);
    for (const [name, pair] of Object.entries(colours)) style.setProperty(name, `light-dark(${pair})`);
  }

  #renew(options) {
    // The page does not jump while a new one is on its way.
    if (this.#explorer) this.#place.style.setProperty("min-height", `${this.#place.offsetHeight}px`);
    this.#explorer?.remove();
    this.#explorer = make("referred-pain-explorer", {}, make("p", {}, "The explorer opens here. It needs WebAssembly."));
    // What the visitor presses here is kept apart from a diary of theirs.
    const tried = { ...options, loading: "eager", "storage-key": "rpe-playground" };
    for (const [name, value] of Object.entries(tried)) this.#explorer.setAttribute(name, value);
    this.#place.append(this.#explorer);
  }

  #follow(options) {
    const changed = this.#attributes.filter(({ name }) => this.#before[name] !== options[name]);
    for (const { name } of changed) {
      if (options[name] === undefined) this.#explorer.removeAttribute(name);
      else this.#explorer.setAttribute(name, options[name]);
    }
    // A new region leaves the muscle that is looked at; made anew with both, the element shows both.
    if (options.muscle && changed.some(({ name }) => name === "region")) {
      this.#explorer.removeAttribute("muscle");
      this.#explorer.setAttribute("muscle", options.muscle);
    }
  }
}

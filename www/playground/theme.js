// The colours: what was changed, and the fields for it.
import { parts } from "./contrast.js";
import { make } from "./make.js";

const SCHEMES = ["light", "dark"];

/// The colours of `light-dark(#rrggbb, #rrggbb)`.
const pair = (value) => value.match(/#[0-9a-f]{6}/gi).map((colour) => colour.toUpperCase());

/// Colours by the name of their property, each [light, dark].
export class Theme {
  #own = {};

  constructor(properties) {
    this.usual = Object.fromEntries(properties.map(({ name, default: usual }) => [name, pair(usual)]));
  }

  /// What differs from ours.
  get changed() {
    return Object.fromEntries(Object.entries(this.#own).filter(([name, colours]) => colours.join() !== this.usual[name].join()));
  }

  get all() { return { ...this.usual, ...this.#own }; }

  set(name, scheme, colour) {
    this.#own[name] = this.all[name].map((old, at) => (at === scheme ? colour.toUpperCase() : old));
  }

  /// Back to ours: one, or all of them.
  reset(name) {
    if (name) delete this.#own[name];
    else this.#own = {};
  }
}

/// A field to pick a colour and one to type it.
function inputs({ name }, scheme, theme, hear) {
  const [picked, typed] = ["color", "text"].map((type) => {
    const input = make("input", { type, ariaLabel: `${name}, ${SCHEMES[scheme]}${type === "color" ? ", to pick" : ""}` });
    Object.assign(input.dataset, { token: name, scheme });
    input.addEventListener("input", () => {
      if (!parts(input.value)) return;
      theme.set(name, scheme, input.value);
      hear();
    });
    return input;
  });
  // Leaving what is no colour brings back the one that counts.
  typed.addEventListener("blur", hear);
  return [picked, Object.assign(typed, { pattern: "#[0-9a-fA-F]{6}", maxLength: 7, autocomplete: "off", spellcheck: false })];
}

/// The fields of each property. `hear` is called after each change.
export function fields(place, properties, theme, hear) {
  place.append(...properties.map((property) => {
    const { name, description } = property;
    const rows = SCHEMES.map((scheme, at) => make("div", { className: "colour" }, make("span", {}, scheme), ...inputs(property, at, theme, hear)));
    const back = make("button", { type: "button", className: "back", ariaLabel: `Reset ${name}` }, "Reset");
    back.dataset.token = name;
    back.addEventListener("click", () => {
      // The button goes away: the focus stays with its colour.
      rows[0].lastChild.focus();
      theme.reset(name);
      hear();
    });
    const ours = make("div", { className: "ours" }, make("small", {}, `Ours: ${theme.usual[name].join(", ")}`), back);
    return make("fieldset", { className: "token" }, make("legend", {}, make("code", {}, name)), make("small", {}, description), ...rows, ours);
  }));
}

/// Shows the theme in its fields. What is being typed is left alone as long as it is no colour.
export function show(place, theme) {
  for (const button of place.querySelectorAll(".back")) button.hidden = !(button.dataset.token in theme.changed);
  for (const field of place.querySelectorAll("input")) {
    const colour = theme.all[field.dataset.token][field.dataset.scheme];
    const typing = field === document.activeElement && field.type === "text" && !parts(field.value);
    if (!typing && field.value.toUpperCase() !== colour) field.value = field.type === "color" ? colour.toLowerCase() : colour;
  }
}

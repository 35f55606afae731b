// The colours: what was changed, the fields for it, and whether it can be read.
import { check, parts } from "./contrast.js";
import { make } from "./options.js";

const SCHEMES = ["light", "dark"];
const bare = (property) => property.name.replace("--rpe-", "");

/// The colours of `light-dark(#rrggbb, #rrggbb)`.
const pair = (value) => value.match(/#[0-9a-f]{6}/gi).map((colour) => colour.toUpperCase());

export class Theme {
  #usual; // by name, [light, dark]
  #own = {};

  constructor(properties) {
    this.#usual = Object.fromEntries(properties.map((property) => [bare(property), pair(property.default)]));
  }

  /// What differs from ours, by name.
  get changed() {
    return Object.fromEntries(Object.entries(this.#own).filter(([name, colours]) => colours.join() !== this.#usual[name].join()));
  }

  get all() { return { ...this.#usual, ...this.#own }; }

  set(name, scheme, colour) {
    const colours = [...this.all[name]];
    colours[scheme] = colour.toUpperCase();
    this.#own[name] = colours;
  }

  reset() { this.#own = {}; }
}

/// A field to pick a colour and one to type it, for each scheme of each property. `hear` is called after each change.
export function fields(place, properties, theme, hear) {
  const list = properties.map((property) => {
    const name = bare(property);
    const row = make("fieldset", {}, make("legend", {}, name), make("small", {}, property.description));
    for (const [at, scheme] of SCHEMES.entries()) {
      const label = `${name}, ${scheme}`;
      const picked = make("input", { type: "color", ariaLabel: `${label}: pick` });
      const typed = make("input", { type: "text", ariaLabel: label, pattern: "#[0-9a-fA-F]{6}", maxLength: 7, spellcheck: false });
      picked.dataset.token = typed.dataset.token = name;
      picked.dataset.scheme = typed.dataset.scheme = scheme;
      const take = (colour) => { if (parts(colour)) { theme.set(name, at, colour); hear(); } };
      picked.addEventListener("input", () => take(picked.value));
      typed.addEventListener("input", () => take(typed.value));
      row.append(make("label", {}, make("span", {}, scheme), picked, typed));
    }
    return row;
  });
  place.append(...list);
}

/// Shows the theme in its fields; one that is being typed into is left alone.
export function show(place, theme) {
  for (const field of place.querySelectorAll("input")) {
    const colour = theme.all[field.dataset.token][SCHEMES.indexOf(field.dataset.scheme)];
    if (field !== document.activeElement || field.type === "color") field.value = field.type === "color" ? colour.toLowerCase() : colour;
  }
}

/// Writes how well everything can be read, and the sum of it.
export function judge(rows, verdict, theme) {
  const pairs = check(theme.all);
  const cell = ({ ratios, passes }, at) => make("td", { className: passes[at] ? "" : "low" }, `${ratios[at].toFixed(1)} ${passes[at] ? "enough" : "too little"}`);
  rows.replaceChildren(...pairs.map((one) => make("tr", {}, make("th", { scope: "row" }, `${one.on} on ${one.under}`), make("td", {}, `${one.needs}`), cell(one, 0), cell(one, 1))));
  const low = pairs.reduce((sum, one) => sum + one.passes.filter((passes) => !passes).length, 0);
  const text = low === 0 ? "All of it has enough contrast." : `${low} of ${pairs.length * 2} have too little contrast: see the table.`;
  if (verdict.textContent !== text) verdict.textContent = text;
}

// The form of options, made from custom-elements.json, and what was chosen in it.
import { make } from "./make.js";
import { FOLDS, WORDS } from "./words.js";

const ROOMS = ["explore", "massage", "diary"];

const upper = (text) => text.replace(/^./, (letter) => letter.toUpperCase());
const words = ({ name, description }) => WORDS[name] ?? { label: upper(name.replaceAll("-", " ")), help: description.replaceAll("`", "") };
const titled = (attribute) => [make("span", {}, words(attribute).label), " ", make("code", {}, attribute.name)];

/// The values that the description lists, such as `"left" | "right"`, with their names.
const listed = (attribute) => [...attribute.type.text.matchAll(/"([^"]+)"/g)].map(([, id]) => [id, words(attribute).values?.[id] ?? id]);

function pill(name, value, text, checked = false) {
  return make("label", {}, make("input", { type: "checkbox", name, value, checked }), make("span", {}, text));
}

const pills = (title, ...boxes) => make("fieldset", { className: "pills" }, make("legend", {}, ...title), ...boxes);

function choice(attribute, values) {
  const usual = attribute.default && JSON.parse(attribute.default);
  const first = values.find(([id]) => id === usual)?.[1] ?? words(attribute).usual ?? "Not set";
  const others = values.filter(([id]) => id !== usual).map(([value, text]) => make("option", { value }, text));
  return make("select", { name: attribute.name }, make("option", { value: "" }, `${first} (usual)`), ...others);
}

function field(attribute) {
  const { name, type, description } = attribute;
  const placeholder = attribute.default ? String(JSON.parse(attribute.default)) : "";
  if (listed(attribute).length > 0 || name === "muscle") return choice(attribute, listed(attribute));
  // What the WordPress plugin takes for a name, too.
  if (type.text !== "number") return make("input", { type: "text", name, placeholder, pattern: "[A-Za-z0-9_\\-]{1,64}", autocomplete: "off", spellcheck: false });
  const [, min, max] = /(\d+) to (\d+)/.exec(description);
  return make("input", { type: "number", inputMode: "numeric", name, min, max, placeholder });
}

function row(attribute) {
  const { name } = attribute;
  const { help, values } = words(attribute);
  const hint = make("small", { id: `help-${name}` }, help ?? "");
  const boxes = name === "features" ? Object.entries(values).map(([id, text]) => pill(name, id, text, true)) : [];
  const grouped = name === "region" || name === "features";
  const control = grouped ? pills(titled(attribute), ...boxes) : Object.assign(field(attribute), { id: `option-${name}` });
  if (help) control.setAttribute("aria-describedby", hint.id);
  const label = grouped ? [] : [make("label", { htmlFor: control.id }, ...titled(attribute))];
  return make("div", { className: "option", id: `row-${name}` }, ...label, control, ...(help ? [hint] : []));
}

/// Fills the form with the attributes that the manifest describes.
export function fill(form, attributes) {
  const known = FOLDS.flatMap(([, names]) => names);
  const unknown = attributes.map(({ name }) => name).filter((name) => !known.includes(name));
  for (const [at, [title, names]] of FOLDS.entries()) {
    const all = at === FOLDS.length - 1 ? [...names, ...unknown] : names;
    const rows = all.flatMap((name) => attributes.filter((one) => one.name === name)).map(row);
    form.append(make("details", { className: "fold", open: at === 0 }, make("summary", {}, title), ...rows));
  }
}

/// Adds the names of places and muscles, once the atlas is there.
export function name(form, atlas) {
  const named = (list) => list.map((one) => [one.id, upper(one.names.en)]);
  const place = form.querySelector("#row-region");
  place.querySelector("fieldset").append(...named(atlas.groups).map(([id, text]) => pill("region", id, text)));
  const single = atlas.groups.map((group) => {
    const boxes = named(atlas.regions.filter((region) => region.group === group.id)).map(([id, text]) => pill("region", id, text));
    for (const box of boxes) box.firstChild.dataset.group = group.id;
    return pills([upper(group.names.en)], ...boxes);
  });
  place.append(make("details", { className: "fold" }, make("summary", {}, "Single places"), ...single));
  const muscles = named(atlas.muscles).sort((one, other) => one[1].localeCompare(other[1]));
  form.elements.muscle.append(...muscles.map(([value, text]) => make("option", { value }, text)));
}

/// A whole part holds its single places: they are not to be chosen besides.
export function cover(form) {
  for (const box of form.querySelectorAll("[data-group]")) {
    box.disabled = form.querySelector(`[name=region][value=${box.dataset.group}]`).checked;
  }
}

/// What was chosen and differs from what the element does by itself: attribute and value, in the order of the manifest.
/// What cannot be is left out.
export function chosen(form, attributes) {
  const options = {};
  for (const { name } of attributes) {
    const own = [...form.querySelectorAll(`[name="${name}"]`)];
    if (own.length === 0) continue; // places, before their names are there
    const ticked = own.filter((box) => box.checked && !box.disabled).map((box) => box.value);
    const [{ type, value, placeholder }] = own;
    const all = name === "features" && (ticked.length === own.length || !ticked.some((one) => ROOMS.includes(one)));
    if (type === "checkbox" && ticked.length > 0 && !all) options[name] = ticked.join(" ");
    if (type !== "checkbox" && value && own[0].checkValidity() && value !== placeholder) options[name] = value;
  }
  return options;
}

// The form of options, made from custom-elements.json, and what was chosen in it.

const FEATURES = ["explore", "massage", "diary", "share", "print"];

export function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const words = (attribute) => attribute.name.replace("-", " ").replace(/^./, (letter) => letter.toUpperCase());

/// Boxes to tick, drawn as pills; its value is the names that are ticked, or nothing when all or none are.
function boxes(attribute, names, all) {
  const group = make("fieldset", { className: "pills" }, make("legend", {}, words(attribute)));
  for (const [id, name] of names) {
    const box = make("input", { type: "checkbox", name: attribute.name, value: id, checked: all });
    group.append(make("label", {}, box, make("span", {}, name)));
  }
  return group;
}

function choice(attribute, names) {
  const usual = attribute.default ? `${JSON.parse(attribute.default)} (default)` : "default";
  const select = make("select", { name: attribute.name }, make("option", { value: "" }, usual));
  const others = names.filter(([id]) => JSON.stringify(id) !== attribute.default);
  for (const [id, name] of others) select.append(make("option", { value: id }, name));
  return select;
}

function field(attribute) {
  const listed = [...attribute.type.text.matchAll(/"([^"]+)"/g)].map(([, value]) => [value, value]);
  if (listed.length > 0) return choice(attribute, listed);
  if (attribute.type.text === "number") {
    const [, min, max] = /(\d+) to (\d+)/.exec(attribute.description);
    return make("input", { type: "number", name: attribute.name, min, max, placeholder: attribute.default });
  }
  return make("input", { type: "text", name: attribute.name, placeholder: JSON.parse(attribute.default ?? '""'), autocomplete: "off", spellcheck: false });
}

function row(attribute, control) {
  const when = attribute.description.includes("Live.") ? "" : " The explorer is made anew when you change it.";
  const help = make("small", { id: `help-${attribute.name}` }, attribute.description.replaceAll("`", "").replace(/ ?(Live|Read when [^.]*)\.$/, "") + when);
  control.setAttribute("aria-describedby", help.id);
  if (control.localName === "fieldset") return make("div", { className: "option" }, control, help);
  return make("div", { className: "option" }, make("label", {}, make("span", {}, words(attribute)), control), help);
}

// Asked for less often: folded away.
const MORE = ["hold", "rounds", "per-day", "features", "storage", "storage-key", "loading"];

/// Fills the form: `attributes` as the manifest describes them, `atlas` for the names of places and muscles.
export function fill(place, attributes, atlas) {
  const more = make("details", {}, make("summary", {}, "Numbers, rooms and storage"));
  const named = (list) => list.map((one) => [one.id, one.names.en]);
  for (const attribute of attributes) {
    const control = attribute.name === "region" ? boxes(attribute, named(atlas.groups))
      : attribute.name === "features" ? boxes(attribute, FEATURES.map((name) => [name, name]), true)
      : attribute.name === "muscle" ? choice(attribute, named(atlas.muscles).sort((a, b) => a[1].localeCompare(b[1])))
      : field(attribute);
    (MORE.includes(attribute.name) ? more : place).append(row(attribute, control));
    if (attribute.name === "region") {
      const single = make("fieldset", { className: "pills" }, make("legend", { className: "skip" }, "Single places"));
      for (const [id, name] of named(atlas.regions)) single.append(make("label", {}, make("input", { type: "checkbox", name: "region", value: id }), make("span", {}, name)));
      place.append(make("details", {}, make("summary", {}, "Single places"), single));
    }
  }
  place.append(more);
}

/// What was chosen and differs from what the element does by itself: attribute and value, in the order of the form. What
/// cannot be is left out.
export function chosen(form) {
  const options = {};
  const controls = [...form.querySelectorAll("select, input")];
  for (const name of new Set(controls.map((control) => control.name))) {
    const own = controls.filter((control) => control.name === name);
    const ticked = own.filter((control) => control.checked).map((control) => control.value);
    const [{ type, value, placeholder }] = own;
    if (type === "checkbox" && ticked.length > 0 && ticked.length < own.length) options[name] = ticked.join(" ");
    if (type !== "checkbox" && value && own[0].checkValidity() && value !== placeholder) options[name] = value;
  }
  return options;
}

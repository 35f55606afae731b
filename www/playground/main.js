// The playground: a form of all options, the explorer as they make it, and the lines that put the same on a page.
import { chosen, fill, make } from "./options.js";
import { WAYS } from "./snippet.js";
import { Theme, fields, judge, show } from "./theme.js";

const at = (id) => document.getElementById(id);
const folder = new URL("./", location.href).href;
const MADE = ["features", "storage", "storage-key", "loading"]; // read when the element is made
const HEARD = 8;

const [manifest, atlas] = await Promise.all(["custom-elements.json", "atlas.json"].map((file) => fetch(file).then((answer) => answer.json())));
const { attributes, cssProperties } = manifest.modules[0].declarations[0];
const theme = new Theme(cssProperties);
let explorer = null;
let before = {};

// What the visitor presses here is kept apart from a diary of theirs.
const tried = (options) => ({ ...options, loading: "eager", "storage-key": "rpe-playground" });

function renew(options) {
  explorer?.remove();
  explorer = make("referred-pain-explorer");
  for (const [name, value] of Object.entries(tried(options))) explorer.setAttribute(name, value);
  at("stage").append(explorer);
}

function apply(options) {
  if (!explorer || MADE.some((name) => before[name] !== options[name])) renew(options);
  for (const { name } of attributes) {
    if (MADE.includes(name) || before[name] === options[name]) continue;
    if (options[name] === undefined) explorer.removeAttribute(name);
    else explorer.setAttribute(name, options[name]);
  }
  for (const { name } of cssProperties) explorer.style.removeProperty(name);
  for (const [name, colours] of Object.entries(theme.changed)) explorer.style.setProperty(`--rpe-${name}`, `light-dark(${colours})`);
  before = options;
}

const way = () => WAYS[document.querySelector(".ways input:checked").value];

function refresh() {
  const options = chosen(document.forms[0]);
  apply(options);
  at("snippet").textContent = way().lines(options, theme.changed, folder);
  at("note").textContent = way().note;
  at("took").textContent = "";
  show(at("tokens"), theme);
  judge(at("pairs"), at("verdict"), theme);
}

for (const [name, { name: text }] of Object.entries(WAYS)) {
  const radio = make("input", { type: "radio", name: "way", value: name, checked: name === "script" });
  document.querySelector(".ways").append(make("label", {}, radio, make("span", {}, text)));
}
fill(at("options"), attributes, atlas);
fields(at("tokens"), cssProperties, theme, refresh);
document.forms[0].addEventListener("input", refresh);
document.forms[0].addEventListener("submit", (event) => event.preventDefault());
document.querySelector(".ways").addEventListener("change", refresh);
at("plain").addEventListener("click", () => { theme.reset(); refresh(); });
at("take").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(at("snippet").textContent);
    at("took").textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(at("snippet"));
    at("took").textContent = "Selected: copy it with the keys or the menu of your device.";
  }
});
for (const name of ["rpe-ready", "rpe-error", "rpe-select", "rpe-session", "rpe-entry"]) {
  at("stage").addEventListener(name, ({ detail }) => {
    at("heard").prepend(make("li", {}, make("code", {}, `${name} ${JSON.stringify(detail)}`)));
    while (at("heard").children.length > HEARD) at("heard").lastChild.remove();
  });
}
refresh();

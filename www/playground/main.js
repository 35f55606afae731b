// The playground: options and colours, the explorer as they make it, and the lines that put the same on a page.
import { list } from "./copy.js";
import { at, make } from "./make.js";
import { chosen, cover, fill, name } from "./options.js";
import { Preview } from "./preview.js";
import { WAYS } from "./snippet.js";
import { Theme, fields, show } from "./theme.js";
import { judge } from "./verdict.js";

const EVENTS = ["rpe-ready", "rpe-error", "rpe-select", "rpe-session", "rpe-entry"];
const HEARD = 8;

async function read(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
}

function begin({ attributes, cssProperties }) {
  const form = at("options");
  const theme = new Theme(cssProperties);
  const preview = new Preview(at("stage"), attributes);
  const folder = new URL("./", location.href).href;
  let told = "";

  const refresh = () => {
    const way = WAYS[document.querySelector(".ways :checked").value];
    const options = chosen(form, attributes);
    preview.show(options, theme.changed);
    const blocks = way.blocks(options, theme.changed, folder);
    // What was just copied says so until it changes.
    if (told !== JSON.stringify(blocks)) list(at("snippet"), blocks);
    told = JSON.stringify(blocks);
    at("note").textContent = way.note;
    show(at("tokens"), theme);
    judge(theme);
  };

  for (const [value, { name: text }] of Object.entries(WAYS)) {
    const radio = make("input", { type: "radio", name: "way", value, defaultChecked: value === "script" });
    document.querySelector(".ways").append(make("label", {}, radio, make("span", {}, text)));
  }
  for (const event of EVENTS) {
    at("stage").addEventListener(event, ({ detail }) => {
      at("heard").prepend(make("li", {}, make("strong", {}, event), " ", make("code", {}, JSON.stringify(detail))));
      while (at("heard").children.length > HEARD) at("heard").lastChild.remove();
    });
  }
  fill(form, attributes);
  fields(at("tokens"), cssProperties, theme, refresh);
  form.addEventListener("input", () => { cover(form); refresh(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".ways").addEventListener("change", refresh);
  at("plain").addEventListener("click", () => { theme.reset(); refresh(); });
  refresh();
  return form;
}

// The explorer does not wait for the atlas, which is large and only needed for the names in the form.
const atlas = read("atlas.json");
atlas.catch(() => {});
try {
  const manifest = await read("custom-elements.json");
  const form = begin(manifest.modules[0].declarations[0]);
  name(form, await atlas);
} catch (error) {
  at("options").prepend(make("p", { role: "alert" }, `Something could not be loaded (${error.message}). Load the page again to try once more.`));
}

// A page author's script: hears what bubbles up to the document, and puts an element where a test wants it. With
// `?static` one is there from the start, as if it were written in the page; with `?early` it also has properties before
// it is defined.
window.heard = [];
for (const type of ["rpe-ready", "rpe-error", "rpe-select", "rpe-session", "rpe-entry"]) {
  document.addEventListener(type, (event) => {
    const target = event.target.id || event.target.localName;
    window.heard.push({ type, detail: structuredClone(event.detail), target });
  });
}

window.make = (attributes = {}, parent = document.querySelector("main")) => {
  const element = document.createElement("referred-pain-explorer");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
};

// This runs before the element's module, so here the element is not yet defined.
if (location.search === "?static") window.make();
if (location.search === "?early") Object.assign(window.make(), { region: "heel", perDay: 7, mode: "day" });

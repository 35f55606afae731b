// A page author's script: hears what bubbles up to the document, and puts an element where a test wants it. With
// `?static` one is there from the start, as if it were written in the page.
window.heard = [];
for (const type of ["rpe-ready", "rpe-error", "rpe-select", "rpe-session", "rpe-entry"]) {
  document.addEventListener(type, (event) => {
    window.heard.push({ type, detail: structuredClone(event.detail), target: event.target.id || event.target.localName });
  });
}

window.make = (attributes = {}, parent = document.querySelector("main")) => {
  const element = document.createElement("referred-pain-explorer");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
};

addEventListener("DOMContentLoaded", () => {
  if (location.search === "?static") window.make();
});

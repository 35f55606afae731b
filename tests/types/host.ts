// A page with the explorer in a frame.
import "referred-pain-explorer/host";

const frame = document.createElement("iframe");
frame.addEventListener("rpe-entry", ({ detail }) => console.log(detail.entry.day));
frame.addEventListener("load", (event) => console.log(event.type));
// @ts-expect-error There is no such field.
frame.addEventListener("rpe-ready", ({ detail }) => console.log(detail.name));

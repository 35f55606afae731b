// The lines on the page, each with a button that copies them.
import { make } from "./make.js";

async function copy(code, told) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    told.textContent = "Copied.";
  } catch {
    // Not allowed, or a page without TLS.
    getSelection().selectAllChildren(code);
    told.textContent = "Selected: copy it with the keys or the menu of your device.";
  }
}

/// Shows the blocks, each [where it goes, its text].
export function list(place, blocks) {
  place.replaceChildren(...blocks.map(([where, text]) => {
    const code = make("code", {}, text);
    const told = make("span", { className: "small", role: "status" });
    const button = make("button", { type: "button", ariaLabel: `Copy: ${where}` }, "Copy");
    button.addEventListener("click", () => copy(code, told));
    return make("div", { className: "block" }, make("div", { className: "head" }, make("h3", {}, where), told, button), make("pre", {}, code));
  }));
}

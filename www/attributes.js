// The attributes of the element. The build puts this in the place of the line that imports it.
export const ATTRIBUTES = ["region", "muscle", "side", "view", "mode", "lang", "theme", "hold", "rounds", "per-day", "features", "storage", "storage-key", "loading"];
// Set on the widget in this order when it is made: later ones may refine what earlier ones selected.
export const LIVE = ["hold", "rounds", "per-day", "side", "region", "muscle", "view", "mode"];
export const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// Each attribute is a property, too.
export function reflect(prototype) {
  for (const name of ATTRIBUTES) {
    if (name === "lang") continue; // HTMLElement has it
    Object.defineProperty(prototype, camel(name), {
      configurable: true,
      enumerable: true,
      get() { return this.getAttribute(name); },
      set(value) { value === null || value === undefined ? this.removeAttribute(name) : this.setAttribute(name, String(value)); },
    });
  }
}

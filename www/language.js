// Which language an element speaks. The build puts this in the place of the line that imports it.
import { LANGUAGES } from "./load.js";

// The language: the nearest lang attribute upwards, across shadow roots, then the browser's, then English.
export function language(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const found = known(node.getAttribute?.("lang"));
    if (found) return found;
  }
  return (globalThis.navigator?.languages ?? []).map(known).find(Boolean) ?? "en";
}
export const known = (tag) => {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.includes(base) ? base : undefined;
};

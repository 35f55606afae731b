// The options of a page that holds nothing but the explorer: the element's attributes, out of the page's address. Runs
// before the element is defined.
const OPTIONS = ["region", "muscle", "side", "view", "mode", "lang", "theme", "hold", "rounds", "per-day", "features", "storage", "storage-key"];
const given = new URLSearchParams(location.search);
for (const name of OPTIONS) {
  if (given.has(name)) document.querySelector("referred-pain-explorer").setAttribute(name, given.get(name));
}
// The words of the page are the element's.
document.documentElement.lang = given.get("lang") ?? navigator.language;

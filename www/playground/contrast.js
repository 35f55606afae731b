// How well colours can be told apart, by WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

/// What lies on what, and how much it needs: text 4.5 to 1, edges and what is drawn 3 to 1.
export const PAIRS = [
  ["ink", "surface", 4.5],
  ["ink", "card", 4.5],
  ["ink", "accent-soft", 4.5],
  ["ink", "pain-soft", 4.5],
  ["muted", "surface", 4.5],
  ["muted", "card", 4.5],
  ["accent", "card", 4.5],
  ["on-accent", "accent", 4.5],
  ["edge", "card", 3],
  ["focus", "surface", 3],
  ["focus", "card", 3],
  ["pain", "card", 3],
  ["pain", "skin", 3],
];

/// The three parts of `#rrggbb`, 0 to 1; null for anything else.
export function parts(hex) {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return found && found.slice(1).map((part) => parseInt(part, 16) / 255);
}

const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/// The contrast of two colours, 1 to 21.
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/// Every pair with its contrast in both schemes: `colours` gives for each name [light, dark].
export function check(colours) {
  return PAIRS.map(([on, under, needs]) => {
    const ratios = [0, 1].map((scheme) => contrast(colours[on][scheme], colours[under][scheme]));
    return { on, under, needs, ratios, passes: ratios.map((ratio) => ratio >= needs) };
  });
}

// How well colours can be told apart, by WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Nothing here touches
// the page.

const TEXT = 4.5;
const MARK = 3;

/// What lies on what, how much it needs, and where. The pairs that tests/colours.rs holds our own colours to.
const MEETINGS = [
  ["ink", ["surface", "card", "accent-soft", "pain-soft", "row"], TEXT, "text"],
  ["muted", ["surface", "card", "accent-soft", "row"], TEXT, "quieter text"],
  ["accent", ["surface", "card", "accent-soft"], TEXT, "links and the current choice"],
  ["on-accent", ["accent", "accent-hover"], TEXT, "the main button"],
  ["pain", ["card"], TEXT, "the stop button"],
  ["on-pain", ["pain"], TEXT, "the emergency"],
  ["edge", ["surface", "card"], MARK, "borders of buttons"],
  ["accent", ["line"], MARK, "the ring of the timer"],
  ["muted", ["line"], MARK, "the ring between two points"],
  ["focus", ["surface", "card", "accent-soft", "pain-soft", "row"], MARK, "the ring of the keyboard"],
  ["pain", ["surface", "pain-soft", "skin", "bone", "faded"], MARK, "zones of pain on the map"],
  ["skin-line", ["surface"], MARK, "the outline of the limb"],
  ["disc", ["muscle", "muscle-deep"], MARK, "a point on a muscle"],
];

/// The three parts of `#rrggbb`, 0 to 1; null for anything else.
export function parts(hex) {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return found && found.slice(1).map((part) => parseInt(part, 16) / 255);
}

const hex = (colour) => `#${colour.map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("")}`;
const mix = (over, share, under) => hex(parts(over).map((part, at) => part * share + parts(under)[at] * (1 - share)));

/// Colours that the widget makes of others, or that are always the same. `of` gives the colour of a name.
const OTHERS = {
  row: (of) => mix(of("line"), 0.7, of("card")),
  "accent-hover": (of) => mix(of("accent"), 0.88, of("ink")),
  faded: (of) => mix(of("muscle"), 0.22, of("skin")),
  disc: () => "#ffffff",
  "on-pain": (_, dark) => (dark ? "#2a0b08" : "#ffffff"),
};

const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/// The contrast of two colours, 1 to 21.
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/// Every pair in both schemes, light first: `colours` gives for each name, such as `pain-soft`, [light, dark].
export function check(colours) {
  return MEETINGS.flatMap(([on, grounds, needs, where]) => grounds.map((under) => {
    const schemes = [0, 1].map((scheme) => {
      const of = (name) => OTHERS[name]?.(of, scheme === 1) ?? colours[name][scheme];
      const ratio = contrast(of(on), of(under));
      return { on: of(on), under: of(under), ratio, enough: ratio >= needs };
    });
    return { on, under, needs, where, schemes };
  }));
}

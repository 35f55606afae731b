// Says whether the colours can be read.
import { check } from "./contrast.js";
import { at, make } from "./make.js";

const SCHEMES = ["light", "dark"];

// Cut off, not rounded: 4.499 is not 4.5.
const shown = (ratio) => (Math.floor(ratio * 100) / 100).toFixed(2);

/// A dot of one colour on the other.
function sample({ on, under }) {
  const dot = make("span", { className: "sample", ariaHidden: "true" });
  dot.style.setProperty("color", on);
  dot.style.setProperty("background-color", under);
  return dot;
}

function cell(scheme) {
  const said = `${shown(scheme.ratio)}, ${scheme.enough ? "enough" : "too little"}`;
  return make("td", { className: scheme.enough ? "" : "low" }, sample(scheme), make("span", {}, said));
}

/// Writes the sum, the pairs that are too faint, and the table of all.
export function judge(theme) {
  const named = Object.entries(theme.all).map(([name, colours]) => [name.replace("--rpe-", ""), colours]);
  const pairs = check(Object.fromEntries(named));
  const faint = pairs.flatMap((pair) => pair.schemes.map((scheme, side) => ({ ...pair, ...scheme, pair, side })).filter((one) => !one.enough));
  const all = pairs.length * SCHEMES.length;
  const text = faint.length === 0 ? `All ${all} checks pass: ${pairs.length} pairs of colours, in light and in dark.`
    : `${faint.length} of ${all} checks ${faint.length === 1 ? "shows" : "show"} too little contrast.`;
  // Said again only when it is news.
  if (at("verdict").textContent !== text) at("verdict").textContent = at("sum").textContent = text;
  at("verdict").classList.toggle("low", faint.length > 0);
  at("faint").replaceChildren(...faint.map((one) => make("li", {}, sample(one),
    make("span", {}, `${one.pair.on} on ${one.pair.under}, ${SCHEMES[one.side]}: ${shown(one.ratio)} to 1, and it needs ${one.needs} (${one.where})`))));
  at("pairs").replaceChildren(...pairs.map((pair) => make("tr", {},
    make("th", { scope: "row" }, `${pair.on} on ${pair.under}`, make("span", {}, pair.where)),
    make("td", {}, String(pair.needs)), ...pair.schemes.map(cell))));
}

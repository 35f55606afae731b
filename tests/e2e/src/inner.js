// Where to click on an element: the point that lies deepest inside of what of it can be hit. Its middle may lie outside
// of it (a bent region of the map) or under something else. Whole pixels, because that is what a pointer has.
const STEPS = 24;

function innerPoint(element) {
  const found = pointInSight(element);
  if (found.why === undefined) return found;
  // Something that sticks to an edge of the window may lie over it: one scrolls.
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  return pointInSight(element);
}

function pointInSight(element) {
  const visible = () => {
    const box = element.getBoundingClientRect();
    return {
      box,
      left: Math.max(0, Math.ceil(box.left)),
      top: Math.max(0, Math.ceil(box.top)),
      right: Math.min(innerWidth - 1, Math.floor(box.right) - 1),
      bottom: Math.min(innerHeight - 1, Math.floor(box.bottom) - 1),
    };
  };
  const cut = ({ box, left, top, right, bottom }) =>
    box.left < left - 1 || box.top < top - 1 || box.right > right + 2 || box.bottom > bottom + 2;
  let area = visible();
  if (cut(area)) {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    area = visible();
  }
  const { left, top, right, bottom } = area;
  if (right < left || bottom < top) return { why: "it takes up no room on the screen" };

  const root = element.getRootNode();
  const at = (from, to, step, steps) => Math.round(from + ((to - from) * (step + 0.5)) / steps - 0.25);
  const columns = Math.min(STEPS, right - left + 1), rows = Math.min(STEPS, bottom - top + 1);
  const hits = [];
  let other = null;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const hit = root.elementFromPoint(at(left, right, column, columns), at(top, bottom, row, rows));
      const inside = hit !== null && (hit === element || element.contains(hit));
      if (!inside) other ??= hit;
      hits.push(inside);
    }
  }
  // Steps to the nearest point that is not ours; outside of the area counts as that.
  const depth = (column, row) => {
    for (let reach = 1; ; reach++) {
      for (let y = row - reach; y <= row + reach; y++) {
        for (let x = column - reach; x <= column + reach; x++) {
          if (x < 0 || y < 0 || x >= columns || y >= rows || !hits[y * columns + x]) return reach;
        }
      }
    }
  };
  let best = null;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!hits[row * columns + column]) continue;
      const deep = depth(column, row);
      if (!best || deep > best.deep) best = { deep, x: at(left, right, column, columns), y: at(top, bottom, row, rows) };
    }
  }
  const name = other ? `<${other.localName} class="${other.getAttribute("class") ?? ""}">` : "nothing";
  return best ?? { why: `all of it is covered, or lets the pointer through: ${name} is there instead` };
}

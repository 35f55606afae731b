// How large the things on the map are to a finger: what is hit at every second pixel of the map, and from that for each
// thing the largest circle that fits into what can be hit of it, and whether it is alone within 12 px of its middle.
// Lengths in CSS pixels. Run in a page by the tests; `kind` is `region` or `point`.
const GRID = 2, NEED = 24;

function mapTargets(root, kind) {
  const svg = root.querySelector(".rpe-svg");
  const box = svg.getBoundingClientRect();
  const columns = Math.floor(box.width / GRID), rows = Math.floor(box.height / GRID);
  const hit = new Array(columns * rows).fill(null);
  const items = [...svg.querySelectorAll("[role=option]")].filter((item) => item.hasAttribute(`data-${kind}`));
  // A point is small: only what is around the points is looked at.
  const boxes = items.map((item) => item.getBoundingClientRect());
  const near = (x, y) => kind === "region"
    || boxes.some((one) => x > one.left - NEED && x < one.right + NEED && y > one.top - NEED && y < one.bottom + NEED);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = box.left + (column + 0.5) * GRID, y = box.top + (row + 0.5) * GRID;
      if (!near(x, y)) continue;
      const at = root.elementFromPoint(x, y);
      hit[row * columns + column] = at?.closest("[role=option]") ?? (svg.contains(at) ? null : "other");
    }
  }
  const own = (item, column, row) =>
    column >= 0 && row >= 0 && column < columns && row < rows && hit[row * columns + column] === item;
  // All cells whose middle lies within a circle around a cell fulfil a test.
  const within = (column, row, radius, holds) => {
    const reach = Math.ceil(radius / GRID);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if (Math.hypot(dx, dy) * GRID < radius && !holds(column + dx, row + dy)) return false;
      }
    }
    return true;
  };
  const found = [];
  for (const item of items) {
    const cells = [];
    for (let at = 0; at < hit.length; at++) if (hit[at] === item) cells.push([at % columns, Math.floor(at / columns)]);
    if (cells.length === 0) continue;
    let diameter = 0;
    for (const [column, row] of cells) {
      while (diameter < 2 * NEED && within(column, row, diameter / 2 + GRID / 2, (x, y) => own(item, x, y))) diameter += GRID;
    }
    const xs = cells.map(([x]) => x), ys = cells.map(([, y]) => y);
    const middle = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    found.push({ item, diameter, middle });
  }
  const small = found.filter((one) => one.diameter < NEED);
  return found.map(({ item, diameter, middle }) => {
    const [column, row] = middle.map(Math.round);
    const free = (x, y) => {
      const other = x >= 0 && y >= 0 && x < columns && y < rows ? hit[y * columns + x] : null;
      return other === null || other === item;
    };
    const apart = small.every((other) => other.item === item
      || Math.hypot(other.middle[0] - middle[0], other.middle[1] - middle[1]) * GRID >= NEED);
    return {
      name: item.getAttribute("aria-label"),
      diameter,
      alone: within(column, row, NEED / 2, free) && apart,
    };
  });
}

// Every control outside of the map that is smaller than it must be: main ones 44 px high, all 24 in both directions.
function smallControls(root, main) {
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const controls = [...root.querySelectorAll("button, summary, input, select, textarea, a[href], [tabindex='0']")].filter(shown);
  // A link within a sentence is as high as its line, and may be.
  const inline = (element) => element.localName === "a" && element.closest("p, small") !== null;
  return controls.filter((element) => !element.closest("svg") && !inline(element)).flatMap((element) => {
    // A box to tick is hit through its label too.
    const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
    const least = element.matches(main) ? 44 : NEED;
    const name = element.getAttribute("aria-label") ?? element.textContent;
    return height >= least && width >= NEED ? [] : [`${element.className || element.localName} "${name.slice(0, 40)}" ${width.toFixed(0)} x ${height.toFixed(0)}`];
  });
}

// Every text outside of the map that is set smaller than this many px.
function smallWords(root, least) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, style, .rpe-sr") || element.getClientRects().length === 0) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < least) found.push(`${element.className || element.localName} "${node.data.slice(0, 40)}" ${size}`);
  }
  return found;
}

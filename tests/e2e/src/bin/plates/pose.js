// Makes an explorer that shows one plate, and says where in the page its drawing is, and what is wrong with it.
// A new element for every plate, so that none looks different for what was looked at before it.
const [wish, margin] = arguments;
return (async () => {
  // The widget draws in a microtask: after the next task it has drawn.
  const drawn = () => new Promise((resolve) => setTimeout(resolve));
  const faults = [];
  document.querySelector("main").replaceChildren();
  const given = { storage: "none", loading: "eager", theme: wish.theme, view: wish.view };
  if (wish.muscle) given.muscle = wish.muscle;
  const explorer = window.make(given);
  await explorer.ready;
  const root = explorer.shadowRoot;
  if (wish.point) {
    // To select is to leave the view that was chosen; it has to be chosen anew.
    explorer.select({ point: wish.point });
    explorer.removeAttribute("view");
    explorer.setAttribute("view", wish.view);
  }
  await drawn();
  if (wish.layer !== null) {
    const button = root.querySelectorAll(".rpe-layers button")[wish.layer];
    if (button) button.click();
    else faults.push(`no button for layer ${wish.layer}`);
    await drawn();
  }
  // The whole view.
  for (let further; (further = root.querySelector(".rpe-zoom button:last-child:not([aria-disabled])")); ) {
    further.click();
    await drawn();
  }
  // A view's drawing comes when it is looked at.
  for (let tries = 0; root.querySelector("[aria-busy=true]") && tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  if (root.querySelector("[aria-busy=true]")) faults.push("its drawing did not come");

  const svg = root.querySelector("svg.rpe-svg");
  const matrix = svg?.getScreenCTM();
  if (!matrix) return { faults: [...faults, "no drawing"] };
  if (svg.dataset.view && svg.dataset.view !== wish.view) faults.push(`it shows ${svg.dataset.view}`);
  // Buttons may lie over the drawing; what it lies in keeps its colour.
  const bare = new CSSStyleSheet();
  bare.replaceSync(":not(.rpe-svg, .rpe-svg *, .rpe-plate, .rpe-plate *, :has(.rpe-svg)) { visibility: hidden !important }");
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, bare];

  const [x, y, width, height] = wish.frame;
  const from = new DOMPoint(x, y).matrixTransform(matrix);
  const to = new DOMPoint(x + width, y + height).matrixTransform(matrix);
  const seen = svg.getBoundingClientRect();
  if (from.x < seen.left - 1 || from.y < seen.top - 1 || to.x > seen.right + 1 || to.y > seen.bottom + 1) {
    faults.push("it does not show the whole view");
  }
  const left = Math.max(from.x - margin, seen.left);
  const top = Math.max(from.y - margin, seen.top);
  const right = Math.min(to.x + margin, seen.right);
  const bottom = Math.min(to.y + margin, seen.bottom);
  return { faults, clip: [left + scrollX, top + scrollY, right - left, bottom - top] };
})();

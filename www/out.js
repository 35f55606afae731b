// What leaves the widget: the address of a link, and the sheet alone on paper, whatever page the element stands in. Nothing
// in here changes what the screen shows.

/// An address with this fragment.
export function address(base, hash) {
  if ((typeof base !== "string" && !(base instanceof URL)) || !URL.canParse(base, location.href)) {
    throw new TypeError("base must be an address, such as https://example.org/heel-pain");
  }
  return Object.assign(new URL(base, location.href), { hash }).href;
}

const PRINTED = "data-rpe-printed";
// What does not lead to the element is taken off the paper; what does loses what could cut or move it.
const PAPER = `@media print {
  @page { margin: 8mm 11mm; }
  :not(:has([${PRINTED}]), [${PRINTED}], [${PRINTED}] *) { display: none !important; }
  :has([${PRINTED}]), [${PRINTED}] {
    display: block !important; position: static !important; float: none !important; transform: none !important; contain: none !important;
    width: auto !important; min-width: 0 !important; max-width: none !important; height: auto !important; min-height: 0 !important; max-height: none !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; columns: auto !important;
    background: none !important; box-shadow: none !important; filter: none !important; opacity: 1 !important;
  }
}`;
let paper;

/// Takes the page around an element off the paper, or gives it back; through all shadow roots it stands in.
export function onPaper(element, on) {
  if (on && !paper) (paper = new CSSStyleSheet()).replaceSync(PAPER);
  for (let node = element; node; ) {
    const root = node.getRootNode();
    node.toggleAttribute(PRINTED, on);
    const sheets = root.adoptedStyleSheets?.filter((sheet) => sheet !== paper);
    if (sheets) root.adoptedStyleSheets = on ? [...sheets, paper] : sheets;
    node = root.host;
  }
}

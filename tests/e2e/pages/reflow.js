// What of the widget is cut off, lies beside it, or over other words. Run in a page by the tests; gives a list of words.
function overflowing(host) {
  const root = host.shadowRoot;
  const wrong = [];
  const edge = host.getBoundingClientRect();
  const say = (what, element) => wrong.push(`${what}: <${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 60)}`);
  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) wrong.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);

  // Only for those who listen, drawn, folded away, or not to be seen now: none of it is laid out as words are.
  const aside = (element) => element.closest(".rpe-sr, svg") !== null || element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) === false;
  for (const element of root.querySelectorAll("*")) {
    if (aside(element) || element.localName === "style" || element.getClientRects().length === 0) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.left < edge.left - 0.5 || box.right > edge.right + 0.5)) say(`reaches from ${box.left} to ${box.right}`, element);
    // A field shows the part of its text where one is.
    if (element.localName === "input") continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) say("is cut off sideways", element);
    if (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1) say("is cut off below", element);
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!parent || text.data.trim() === "" || aside(parent) || parent.closest("style")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    // What holds these words and shows where it ends.
    const frame = parent.closest("button, summary, .rpe-urgency, .rpe-rank, .rpe-stepper, .rpe-notice") ?? parent.closest(":popover-open") ?? parent.closest(".rpe");
    const box = frame.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      if (rect.left < box.left - 0.5 || rect.right > box.right + 0.5) say(`words leave their place (${rect.left}-${rect.right} in ${box.left}-${box.right})`, frame);
      if (rect.top < box.top - 4 || rect.bottom > box.bottom + 4) say("words are higher than their place", frame);
      lines.push({ text, rect });
    }
  }
  lines.sort((a, b) => a.rect.top - b.rect.top);
  for (let at = 0; at < lines.length; at++) {
    const { text, rect } = lines[at];
    for (let next = at + 1; next < lines.length && lines[next].rect.top < rect.bottom - 5; next++) {
      const other = lines[next];
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      if (other.text !== text && across > 2) wrong.push(`"${text.data.slice(0, 40)}" and "${other.text.data.slice(0, 40)}" lie over each other`);
    }
  }
  return [...new Set(wrong)];
}

// What a person may set who reads better with more room: WCAG 1.4.12.
function spaced(host, on) {
  const sheet = host.__spaced ??= new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  const others = host.shadowRoot.adoptedStyleSheets.filter((one) => one !== sheet);
  host.shadowRoot.adoptedStyleSheets = on ? [...others, sheet] : others;
}

// Words that are broken in two where a control says what it does.
function brokenWords(root) {
  const broken = [];
  for (const control of root.querySelectorAll(".rpe-seg-item, .rpe-tab, .rpe-chip, .rpe-button, .rpe-phase")) {
    if (control.getClientRects().length === 0) continue;
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const { index, 0: word } of walker.currentNode.data.matchAll(/[^\s-]+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        if (range.getClientRects().length > 1) broken.push(`"${word}" in two lines`);
      }
    }
  }
  return broken;
}

// Whether something of what has the focus inside is in sight; else its words.
function focusSeen(host) {
  const root = host.shadowRoot, at = root.activeElement;
  if (!at) return true;
  // The map is under the canvas one paints on.
  const whole = at.closest("label") ?? (at.localName === "svg" ? at.parentElement : at);
  const box = whole.getBoundingClientRect();
  const bottom = Math.min(innerHeight, box.bottom - 1);
  for (let y = Math.max(1, box.top + 2); y < bottom; y += 4) {
    const hit = root.elementFromPoint(box.left + Math.min(box.width / 2, 60), y);
    if (hit && (whole.contains(hit) || hit.contains(whole))) return true;
  }
  return `${at.getAttribute("class")} ${(at.getAttribute("aria-label") ?? whole.textContent).slice(0, 50)}`;
}

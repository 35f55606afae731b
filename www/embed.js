// Tells the page around the frame how high the explorer is, and what happens in it. How high it is may anybody know; what
// happens, only the page whose origin is known: by the option `origin`, or as the one that led here.
const around = globalThis.parent;
const named = new URLSearchParams(location.search).get("origin") ?? document.referrer;
const origin = URL.canParse(named) ? new URL(named).origin : null;
const EVENTS = ["rpe-ready", "rpe-error", "rpe-select", "rpe-session", "rpe-entry"];

if (around !== globalThis) {
  const tell = () => around.postMessage({ type: "rpe:height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
  for (const name of EVENTS) {
    addEventListener(name, ({ detail }) => {
      tell();
      // A page on a disk has no origin that could be named.
      if (origin && origin !== "null") around.postMessage({ type: "rpe:event", name, detail }, origin);
    });
  }
}

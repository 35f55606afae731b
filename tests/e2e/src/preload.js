// Runs in every page under test, once: notes what goes wrong, and puts a clock that can jump in place of the page's own.
if (!window.__e2e) {
  const notes = { errors: [], violations: [], standsAt: null, readyAt: null, paints: [] };
  Object.defineProperty(window, "__e2e", { value: notes });

  addEventListener("error", (event) => notes.errors.push(String(event.error?.stack ?? event.message)));
  addEventListener("unhandledrejection", (event) => notes.errors.push(`unhandled: ${event.reason?.stack ?? event.reason}`));
  addEventListener("securitypolicyviolation", (event) => {
    notes.violations.push(`${event.effectiveDirective} refused ${event.blockedURI || "inline"} at ${event.sourceFile}:${event.lineNumber}`);
  }, true);
  // The net under the half of the program that comes later: it freezes the page, so nothing should ever fall into it.
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, async = true, ...more) {
    if (!async) notes.errors.push(`the page waits for ${url}: ${new Error().stack}`);
    return open.call(this, method, url, async, ...more);
  };
  // It stands, and then all of it is there.
  addEventListener("rpe-ready", async (event) => {
    notes.standsAt ??= performance.now();
    await event.composedPath()[0].ready;
    notes.readyAt ??= performance.now();
  }, true);

  // From a click to the picture that answers it: the next frame, and the first task after it was drawn.
  addEventListener("click", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => notes.paints.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  }, true);

  window.__skew ??= 0;
  const RealDate = Date;
  const now = () => (window.__stopped ?? RealDate.now()) + window.__skew;
  window.__stopClock = () => { window.__stopped = RealDate.now(); };
  window.Date = class Date extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(now());
      else super(...parts);
    }
    static now() {
      return now();
    }
  };
}

// What our own pages do besides the element: they become available offline. Never part of the element, which leaves the
// page it is embedded in alone. A refusal (no https, private window, file://) changes nothing for the person.

// Where a page demands Trusted Types, the address of a worker must be one; it is fixed here, so the policy is harmless.
function workerUrl() {
  const own = { createScriptURL: () => "sw.js" };
  return globalThis.trustedTypes?.createPolicy("rpe-page", own).createScriptURL("") ?? "sw.js";
}

async function keepOffline() {
  try {
    const registration = await navigator.serviceWorker?.register(workerUrl());
    if (!registration) return;
    // A new version lies ready beside this one, and waits to be asked for.
    const offer = () => { if (registration.waiting && navigator.serviceWorker.controller) newVersion(registration.waiting); };
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
    offer();
  } catch {
    // The page works without it.
  }
}

// All pages of ours that are open go over together, because the old files are gone then. One in which a massage runs does
// so when it is over.
function newVersion(worker) {
  const line = document.querySelector(".fresh");
  line.hidden = false;
  line.querySelector("button").onclick = () => worker.postMessage("activate");
}
let served = navigator.serviceWorker?.controller;
navigator.serviceWorker?.addEventListener("controllerchange", () => {
  const first = !served;
  served = navigator.serviceWorker.controller;
  if (first) return;
  if (runs(left())) addEventListener("rpe-session", ({ detail }) => { if (!runs(detail)) location.reload(); });
  else location.reload();
});

// After everything else, so that filling the cache does not compete with the first picture.
if (document.readyState === "complete") keepOffline();
else addEventListener("load", keepOffline, { once: true });

// The page's own title tells what is left while a massage runs, for who looks at another tab; the app's icon tells how many
// holds are to come. A guest on another page changes neither.
const title = document.title;
let ticking;
const runs = (session) => session && session.phase !== "done";
const left = () => document.querySelector("referred-pain-explorer")?.session;
const clock = (ms) => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
const show = () => {
  const session = left();
  document.title = runs(session) ? `${clock(session.remainingMs)} · ${title}` : title;
};
addEventListener("rpe-session", ({ detail }) => {
  const runs = ["ready", "hold", "rest"].includes(detail.phase);
  clearInterval(ticking);
  ticking = runs ? setInterval(show, 1000) : undefined;
  show();
  if (detail.phase === "done") navigator.clearAppBadge?.().catch(() => {});
  else navigator.setAppBadge?.(detail.steps - detail.step).catch(() => {});
});

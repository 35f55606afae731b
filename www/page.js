// What our own pages do besides the element: they become available offline. Never part of the element, which leaves the
// page it is embedded in alone. A refusal (no https, private window, file://) changes nothing for the person.

// Where a page demands Trusted Types, the address of a worker must be one; it is fixed here, so the policy is harmless.
function workerUrl() {
  const own = { createScriptURL: () => "sw.js" };
  return globalThis.trustedTypes?.createPolicy("rpe-page", own).createScriptURL("") ?? "sw.js";
}

async function keepOffline() {
  try {
    await navigator.serviceWorker?.register(workerUrl());
  } catch {
    // The page works without it.
  }
}

// After everything else, so that filling the cache does not compete with the first picture.
if (document.readyState === "complete") keepOffline();
else addEventListener("load", keepOffline, { once: true });

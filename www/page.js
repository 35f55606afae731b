// What our own pages do besides the element: they become available offline. Never part of the element, which leaves the
// page it is embedded in alone. A refusal (no https, private window, file://) changes nothing for the person.

async function keepOffline() {
  try {
    await navigator.serviceWorker?.register("sw.js");
  } catch {
    // The page works without it.
  }
}

// After everything else, so that filling the cache does not compete with the first picture.
if (document.readyState === "complete") keepOffline();
else addEventListener("load", keepOffline, { once: true });

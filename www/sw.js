// The service worker of our own pages (never of a page that only embeds the element): after the first visit they open
// without a network. One cache per build, filled all or nothing, so that the glue and the module always belong together.
// A new build waits until no page uses the old one, unless a page asks for it with postMessage("activate").
"use strict";

// Caches belong to the whole origin, which may hold another copy of these pages.
const PREFIX = `rpe ${self.registration.scope} `;
const CACHE = PREFIX + "__RPE_BUILD__";
const FILES = __RPE_FILES__;
// A development build shows what the server has now, and falls back on the cache.
const NETWORK_FIRST = __RPE_NETWORK_FIRST__;

self.addEventListener("install", (event) => {
  // Past the HTTP cache: files without a hash in their name could be old there.
  const requests = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
    // The first visit counts: the page that registered us is served by us from now on.
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(NETWORK_FIRST ? fresh(request) : kept(request));
});

async function kept(request) {
  return (await lookup(request)) ?? fetch(request);
}

async function fresh(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await lookup(request);
    if (found) return found;
    throw error;
  }
}

// A page is the same whatever its query says; the folder itself is index.html.
async function lookup(request) {
  const cache = await caches.open(CACHE);
  const page = request.mode === "navigate";
  const found = await cache.match(request, { ignoreSearch: page });
  if (found || !page || !new URL(request.url).pathname.endsWith("/")) return found;
  return cache.match(new URL("index.html", request.url));
}

/*
 * The service worker: after the first visit every page works without a network.
 *
 * One version of the site is one cache. It is filled completely, each file checked by its digest, or
 * not at all; pages are then answered from it alone, so that no page mixes two versions. A newer
 * version is fetched in the background and waits: it takes over when the site is opened anew, or at
 * the next page load if no other tab shows the old one.
 *
 * The build writes the two constants: lib/cli/offline.mjs.
 */
const VERSION = "{{VERSION}}";
/** @type {Map<string, string>} each file's path and its digest */
const FILES = new Map("{{FILES}}");

const PREFIX = "kernelwise-";
const CACHE = PREFIX + VERSION;
const TAKE_OVER = "take over";
/**
 * Shown for the moment in which a newer version takes over. Asking again before it has would be answered by
 * a worker on its way out, and Chromium then waits for an answer that never comes.
 */
const MOMENT = `<!doctype html><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<script>
  async function openAnew() {
    const { waiting, active } = await navigator.serviceWorker.getRegistration();
    if (waiting || active.state !== "activated") setTimeout(openAnew, 50);
    else location.reload();
  }
  openAnew();
</script>`;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(request));
  }
});

async function fill() {
  const cache = await caches.open(CACHE);
  const older = await Promise.all((await namesOfOlder()).map((name) => caches.open(name)));
  const files = Array.from(FILES, ([path, digest]) => ({ address: addressOf(path), digest }));
  await Promise.all(files.map((file) => keep(cache, older, file)));
}

/** Keeps a file: from an older version if it has not changed, else from the network. */
async function keep(cache, older, { address, digest }) {
  const known = await Promise.all(older.map((one) => one.match(address)));
  const same = known.find((one) => one?.headers.get("Digest") === digest);
  if (same) return cache.put(address, same);
  const fetched = await fetch(address, { cache: "no-cache", integrity: digest });
  if (!fetched.ok) throw new Error(`${address} was answered with status ${fetched.status}.`);
  // A new response, since one that a host redirected (from /learn.html to /learn) opens no page.
  const headers = { "Content-Type": fetched.headers.get("Content-Type") ?? "", Digest: digest };
  return cache.put(address, new Response(fetched.body, { headers }));
}

async function namesOfOlder() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

async function begin() {
  await Promise.all((await namesOfOlder()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const opensPage = request.mode === "navigate";
  if (opensPage && (await handsOver())) {
    return new Response(MOMENT, { headers: { "Content-Type": "text/html", Refresh: "5" } });
  }
  const kept = await find(request.url, opensPage);
  if (kept) return kept;
  if (!opensPage) return fetch(request);
  return fetch(request).catch(() => notFound());
}

/** Whether a newer version takes over now: it waits, and this is the only tab. */
async function handsOver() {
  const { waiting } = self.registration;
  if (!waiting || (await self.clients.matchAll()).length > 1) return false;
  waiting.postMessage(TAKE_OVER);
  return true;
}

async function find(url, opensPage) {
  const { pathname } = new URL(url);
  const path = decodeURIComponent(pathname.slice(new URL(self.registration.scope).pathname.length));
  const page = path.replace(/\/$/, "");
  const names = opensPage ? [page === "" ? "index.html" : `${page}.html`, path] : [path];
  const name = names.find((one) => FILES.has(one));
  return name === undefined ? undefined : (await caches.open(CACHE)).match(addressOf(name));
}

async function notFound() {
  const page = await (await caches.open(CACHE)).match(addressOf("404.html"));
  return new Response(page?.body, { status: 404, headers: { "Content-Type": "text/html" } });
}

function addressOf(path) {
  return new URL(path, self.registration.scope).href;
}

export const dynamic = "force-static";

// What `next dev` serves here: it clears away the worker that a built site left at the same address.
// The build puts the real one in its place: app/offline/worker.js.
const CLEAR_AWAY = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll()) void client.navigate(client.url);
})()));
`;

export function GET(): Response {
  return new Response(CLEAR_AWAY, { headers: { "Content-Type": "text/javascript" } });
}

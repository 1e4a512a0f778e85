import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SITE = "out";
const NOT_PAGES = new Set(["/404", "/_not-found"]);

/**
 * The addresses of all exported pages, in order: `out/learn/pooling.html` is `/learn/pooling`.
 *
 * @throws Error where the site has not been built
 * @example siteRoutes() // ["/", "/learn", "/learn/pooling"]
 */
export function siteRoutes(): string[] {
  if (!existsSync(SITE)) throw new Error("There is no out/ yet: `npm run build` makes it.");
  return readdirSync(SITE, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => `/${file.replaceAll("\\", "/").replace(/\.html$/, "")}`)
    .map((route) => (route === "/index" ? "/" : route))
    .filter((route) => !NOT_PAGES.has(route))
    .toSorted();
}

/**
 * The page at an address, as it was built.
 *
 * @example htmlOf("/learn/pooling") // "<!DOCTYPE html>…"
 */
export function htmlOf(route: string): string {
  return readFileSync(join(SITE, `${route === "/" ? "index" : route}.html`), "utf8");
}

/** Of the exercises and of the deck's cards, each a page with other words and numbers, the tests visit every this many. */
const EVERY = 28;

/**
 * The pages that the tests visit one by one: all that are written singly, and a fixed sample of exercises and cards.
 *
 * @throws Error where the site has not been built
 * @example visitedRoutes() // ["/", "/learn", …, "/practice/adaptive-pool"]
 */
export function visitedRoutes(): string[] {
  const routes = siteRoutes();
  const sample = new Set(
    MANY.flatMap((many) => sampleOf(routes.filter((route) => many.test(route)))),
  );
  return routes.filter((route) => !MANY.some((many) => many.test(route)) || sample.has(route));
}

const MANY = [/^\/practice\/(?!session$|progress$)/, /^\/cards\/\d/];

function sampleOf(routes: readonly string[]): string[] {
  return routes.filter((_, index) => index % EVERY === 0);
}

import { existsSync, readdirSync } from "node:fs";

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

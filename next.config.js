import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  // Every page is plain files in out/: any static host or CDN can serve the site.
  output: "export",
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run types` checks them, with what the pages do not reach too: once is enough.
  typescript: { ignoreBuildErrors: true },
  // Finds its WebAssembly beside itself, so it stays where it is; the deck for Anki is made when the site is built.
  serverExternalPackages: ["sql.js"],
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
};

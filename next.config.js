import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  // Every page is plain files in out/: any static host or CDN can serve the site.
  output: "export",
  reactStrictMode: true,
  poweredByHeader: false,
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
};

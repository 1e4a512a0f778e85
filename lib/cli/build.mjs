import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWorker } from "./offline.mjs";
import { buildIfStale } from "./stale.mjs";
import { writeTypstFiles } from "./typst-files.mjs";

/** The folder of the exported site. */
export const SITE = "out";

const SOURCES = [
  "app",
  "content",
  "lib",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/**
 * Exports the pages, and writes the worker that keeps them for a visitor who goes offline, unless they are there.
 *
 * @returns {Promise<boolean>} whether anything had to be built
 * @example await buildSite() // true, and the site lies in out/
 */
export function buildSite() {
  return buildIfStale(join(SITE, ".built-from"), SOURCES, async () => {
    writeTypstFiles("public/typst");
    await exportPages();
    writeWorker(SITE);
  });
}

/** Runs `next build`; what it says goes to stderr, so that stdout holds the address alone. */
function exportPages() {
  console.error("Building the site (about half a minute, and only when something has changed) …");
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error("The site could not be built; the reason stands above."));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildSite();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

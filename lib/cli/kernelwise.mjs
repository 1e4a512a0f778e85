#!/usr/bin/env node
// Runs the command line. It is written in TypeScript, so the first call, and the first after a change, bundles it
// into a folder in .cache/; later calls start from there, and load only what their command needs.
// Errors show TypeScript lines under NODE_OPTIONS=--enable-source-maps.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cache = join(root, ".cache");

const bundle = join(cache, `kernelwise-${stamp(["lib", "content", "package-lock.json"])}`);
if (!existsSync(bundle)) await build();
const { main } = await import(pathToFileURL(join(bundle, "main.js")).href);
process.exitCode = await main(process.argv);

/** A fingerprint of the sources: every file's path, size and time of change. */
function stamp(sources) {
  const files = sources.flatMap((source) => filesUnder(source)).toSorted();
  return createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
}

/** Paths are from the root, and joined by hand: a call walks through all sources before it does anything else. */
function filesUnder(path) {
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [`${path} ${stats.size} ${stats.mtimeMs}`];
  return readdirSync(`${root}/${path}`).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** Bundles into a folder of its own and renames it, so that two first calls at once do not meet. */
async function build() {
  process.stderr.write("kernelwise: building the command line, once …\n");
  const { build: bundleWith } = await import("esbuild");
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "building-"));
  await bundleWith({
    entryPoints: [join(root, "lib/cli/main.ts")],
    outdir: fresh,
    splitting: true,
    absWorkingDir: root,
    tsconfig: join(root, "tsconfig.json"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    minifyWhitespace: true,
    legalComments: "none",
    // They bring native code and WebAssembly, and are loaded only for PDF and Anki.
    external: ["@myriaddreamin/typst-ts-node-compiler", "sql.js"],
    logLevel: "error",
    // Bundled CommonJS packages ask for Node's own modules by require; the name is one that no package takes.
    banner: {
      js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);',
    },
  });
  copyFileSync(join(root, "lib/cli/typst-worker.mjs"), join(fresh, "typst-worker.mjs"));
  writeFileSync(join(fresh, "package.json"), '{ "type": "module" }\n');
  moveInto(fresh, bundle);
  removeOldBundles();
}

/** Another first call may have put the same bundle there already. */
function moveInto(fresh, place) {
  try {
    renameSync(fresh, place);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(place)) throw error;
  }
}

function removeOldBundles() {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const isOurs = name.startsWith("kernelwise-") || name.startsWith("building-");
    const isOld = path !== bundle && statSync(path).mtimeMs < dayAgo;
    if (isOurs && isOld) rmSync(path, { recursive: true, force: true });
  }
}

#!/usr/bin/env node
// Runs the command line. It is written in TypeScript, so the first call, and the first after a change, bundles it
// into .cache/; later calls start from the bundle.
// Errors show TypeScript lines under NODE_OPTIONS=--enable-source-maps.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cache = join(root, ".cache");

const bundle = join(cache, `kernelwise-${stamp(["lib", "content", "package-lock.json"])}.mjs`);
if (!existsSync(bundle)) await build();
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(process.argv);

/** A fingerprint of the sources: every file's path, size and time of change. */
function stamp(sources) {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesUnder(join(root, source)))) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Bundles under a name of its own and renames the result, so that two first calls at once do not meet. */
async function build() {
  process.stderr.write("kernelwise: building the command line, once …\n");
  const { build: bundleWith } = await import("esbuild");
  mkdirSync(cache, { recursive: true });
  const fresh = join(cache, `kernelwise-building-${process.pid}-${Date.now()}.mjs`);
  await bundleWith({
    entryPoints: [join(root, "lib/cli/main.ts")],
    outfile: fresh,
    absWorkingDir: root,
    tsconfig: join(root, "tsconfig.json"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "external",
    footer: { js: `//# sourceMappingURL=${basename(bundle)}.map` },
    legalComments: "none",
    // They bring native code and WebAssembly, and are loaded only for PDF and Anki.
    external: ["@myriaddreamin/typst-ts-node-compiler", "sql.js"],
    logLevel: "error",
    // Bundled CommonJS packages ask for Node's own modules by require; the name is one that no package takes.
    banner: {
      js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);',
    },
  });
  renameSync(`${fresh}.map`, `${bundle}.map`);
  renameSync(fresh, bundle);
  removeOldBundles();
}

function removeOldBundles() {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((file) => file.startsWith("kernelwise-"))) {
    const path = join(cache, name);
    const isOld = !path.startsWith(bundle) && statSync(path).mtimeMs < dayAgo;
    if (isOld) rmSync(path, { force: true });
  }
}

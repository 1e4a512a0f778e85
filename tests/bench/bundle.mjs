import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles what a line of exports asks for, as Node runs it, and loads it. */
export async function bundled(name, contents) {
  return import(await written(name, contents, { platform: "node" }));
}

/** Bundles what a line of exports asks for, and says which file it is in. */
export async function written(name, contents, options) {
  const outfile = `${here}.cache/${name}.mjs`;
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    logLevel: "error",
    tsconfig: `${root}tsconfig.json`,
    external: ["@playwright/test"],
    ...options,
  });
  return outfile;
}

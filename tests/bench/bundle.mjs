import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles what a line of exports asks for, as Node runs it, and loads it. */
export async function bundled(name, contents) {
  const outfile = `${here}.cache/${name}.mjs`;
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
    tsconfig: `${root}tsconfig.json`,
  });
  return import(outfile);
}

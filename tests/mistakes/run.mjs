import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

mkdirSync(`${here}.cache`, { recursive: true });
await build({
  entryPoints: [`${here}report.ts`],
  outfile: `${here}.cache/report.mjs`,
  bundle: true,
  format: "esm",
  platform: "node",
  alias: { "@": root.replace(/\/$/, "") },
  logLevel: "error",
});
const { main } = await import("./.cache/report.mjs");
const [exams = "3000", seed = "20261123"] = process.argv.slice(2);
process.stdout.write(`${main(Number(exams), Number(seed))}\n`);

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The peers lie beside the bench, so that `npm ci` in the root stays light. */
function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(`${here}package.json`, "utf8"));
  const installed = Object.entries(dependencies).every(([name, version]) => {
    const manifest = `${here}node_modules/${name}/package.json`;
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
  });
  if (installed) return;
  process.stderr.write("Installing the peers into tests/bench …\n");
  execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: here, stdio: ["ignore", 2, 2] });
}

const ASIDE = ["exercises", "checks"];

/** The kernel beside its peers, then the exercises and the checks; `--only exercises,checks` times those alone. */
async function run(args) {
  const named = args.includes("--only") ? args[args.indexOf("--only") + 1].split(",") : [];
  const isChoice = ["--only", "--rows", "--in"].some((option) => args.includes(option));
  const isWanted = (name) => !isChoice || named.includes(name);
  if (named.length === 0 || named.some((name) => !ASIDE.includes(name))) {
    installPeers();
    const { bench } = await import("./bench.mjs");
    await bench(args);
  }
  if (isWanted("exercises")) await import("./exercises.mjs");
  if (isWanted("checks")) await import("./checks.mjs");
}

await run(process.argv.slice(2));

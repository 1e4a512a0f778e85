import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Builds an artefact unless it was built from exactly these sources. Contents are compared, not
 * times of modification, which a clone or a checkout sets anew.
 *
 * The stamp is a small file that remembers the sources' fingerprint. Keep it inside the artefact's
 * folder, so that whoever deletes the artefact deletes the stamp too.
 *
 * @param {string} stamp the file that remembers what was built
 * @param {readonly string[]} sources files and folders that the artefact is made of; missing ones count as empty
 * @param {() => unknown} build makes the artefact; throws if it cannot
 * @returns {Promise<boolean>} whether it was built now
 * @example await buildIfStale("out/.built-from", ["app", "lib"], () => run("next", "build"))
 */
export async function buildIfStale(stamp, sources, build) {
  const current = fingerprint(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
  return true;
}

/**
 * A hash over the paths and contents of all files under the sources, in a fixed order.
 *
 * @param {readonly string[]} sources files and folders
 * @returns {string} 64 hexadecimal digits
 */
function fingerprint(sources) {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesUnder)) {
    const content = readFileSync(path);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).toSorted();
  return names.flatMap((name) => filesUnder(join(path, name)));
}

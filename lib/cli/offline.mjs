import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORKER = "app/offline/worker.js";

/** What a page can ask for: pages, their data for a change of page, scripts, WebAssembly, styles, fonts, drawings. */
const KEPT = /\.(?:html|txt|json|csv|apkg|js|wasm|css|woff2|svg)$/;
/**
 * Data that only prefetching asks for, fonts for scripts that the site does not write, the worker, and the typesetter,
 * 37 MB that the page of the sets keeps by itself once they are asked for.
 */
const LEFT_OUT =
  /(?:^|\/)(?:__next\.|_not-found\.)|\/media\/[^/]*-(?:cyrillic|vietnamese)|^sw\.js$|^typst\//;

/**
 * Writes the service worker of a built site: the worker's source with the list of the files to keep,
 * each with its digest, and a version that changes with any of them or with the worker itself.
 *
 * @param {string} site the folder of the exported site
 * @returns {{ files: number, bytes: number }} what a browser will keep, uncompressed
 * @example writeWorker("out") // { files: 120, bytes: 6_400_000 }
 */
export function writeWorker(site) {
  const source = readFileSync(WORKER, "utf8");
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(site.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => KEPT.test(path) && !LEFT_OUT.test(path))
    .toSorted();
  const contents = paths.map((path) => readFileSync(join(site, path)));
  const files = JSON.stringify(paths.map((path, i) => [path, digestOf(contents[i])]));
  const version = createHash("sha256").update(source).update(files).digest("hex").slice(0, 16);
  const written = source.replace('"{{FILES}}"', () => files).replace("{{VERSION}}", version);
  writeFileSync(join(site, "sw.js"), written);
  return { files: paths.length, bytes: contents.reduce((sum, { length }) => sum + length, 0) };
}

function digestOf(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

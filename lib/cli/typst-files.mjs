import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const PUBLIC = "public/typst";

/**
 * Writes what a browser loads to typeset: Typst's WebAssembly compiler, and the fonts that lie inside the compiler of
 * the command line, so that both set the same pages.
 *
 * @param {string} folder is made anew
 * @returns {string[]} the names of the fonts' files, in the order in which the compiler knows them
 * @example writeTypstFiles("public/typst") // ["LibertinusSerif-Regular.otf", …]
 */
export function writeTypstFiles(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(
    require.resolve("@myriaddreamin/typst-ts-web-compiler/wasm"),
    join(folder, "compiler.wasm"),
  );
  return fontsIn(readFileSync(nativeCompiler())).map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes);
    return name;
  });
}

/** The compiler for this machine lies in a package of its own beside the one that chooses it. */
function nativeCompiler() {
  const packages = dirname(dirname(require.resolve("@myriaddreamin/typst-ts-node-compiler")));
  for (const name of readdirSync(packages)) {
    const folder = join(packages, name);
    const found = readdirSync(folder).find((file) => file.endsWith(".node"));
    if (found) return join(folder, found);
  }
  throw new Error("Typst's compiler for Node is not installed: run npm ci.");
}

/** How a file of OpenType begins, with outlines of PostScript and of TrueType. */
const BEGINNINGS = [
  { sign: Buffer.from("OTTO", "latin1"), ending: "otf" },
  { sign: Buffer.from([0, 1, 0, 0]), ending: "ttf" },
];

/** Every OpenType font that lies somewhere in these bytes. */
function fontsIn(bytes) {
  return BEGINNINGS.flatMap(({ sign, ending }) =>
    placesOf(sign, bytes)
      .map((at) => ({ at, font: fontAt(bytes, at) }))
      .filter(({ font }) => font !== undefined)
      .map(({ at, font }) => ({
        at,
        name: `${font.name}.${ending}`,
        bytes: bytes.subarray(at, at + font.length),
      })),
  ).toSorted((one, next) => one.at - next.at);
}

function placesOf(sign, bytes) {
  const places = [];
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) places.push(at);
  return places;
}

/** The head of a font, and of each table in its directory: https://learn.microsoft.com/typography/opentype/spec/otff */
const HEAD = 12;
const RECORD = 16;

/** A font's name and length, if one begins there: its directory says how many tables it has in two ways. */
function fontAt(bytes, at) {
  const count = bytes.readUInt16BE(at + 4);
  const searched = 16 * 2 ** Math.floor(Math.log2(count));
  if (count === 0 || bytes.readUInt16BE(at + 6) !== searched) return undefined;
  const tables = Array.from({ length: count }, (_, index) => {
    const record = at + HEAD + RECORD * index;
    return {
      tag: bytes.toString("latin1", record, record + 4),
      offset: bytes.readUInt32BE(record + 8),
      length: bytes.readUInt32BE(record + 12),
    };
  });
  const name = tables.find(({ tag }) => tag === "name");
  if (!name) return undefined;
  const length = Math.max(...tables.map((table) => table.offset + table.length));
  return { name: postScriptName(bytes, at + name.offset), length };
}

const POSTSCRIPT = 6;
const UNICODE = 3;

/** "LibertinusSerif-Bold", from the table of names; ASCII in either encoding. */
function postScriptName(bytes, at) {
  const strings = at + bytes.readUInt16BE(at + 4);
  for (let index = 0; index < bytes.readUInt16BE(at + 2); index++) {
    const record = at + 6 + 12 * index;
    if (bytes.readUInt16BE(record + 6) !== POSTSCRIPT) continue;
    if (bytes.readUInt16BE(record) !== UNICODE) continue;
    const from = strings + bytes.readUInt16BE(record + 10);
    const text = bytes.subarray(from, from + bytes.readUInt16BE(record + 8));
    return text.filter((byte) => byte !== 0).toString("latin1");
  }
  throw new Error("A font in Typst's compiler has no name.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTypstFiles(PUBLIC);

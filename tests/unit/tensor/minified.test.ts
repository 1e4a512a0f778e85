import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadBindings, minify } from "next/dist/build/swc";
import { beforeAll, describe, expect, it } from "vitest";

const DECLARED = /(?:let|const|var) (?:\w+=new (?:Float64|Int32)Array\(\d+\),?)+/g;

/** As a page loads it: small functions copied to where they are called, names shortened. */
async function minifiedConvolution(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../../lib/tensor/conv/conv2d.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
  });
  await loadBindings();
  const options = { compress: true, mangle: true, module: true };
  const { code } = await minify(outputFiles[0]!.text, options);
  return code;
}

describe("what the site's minifier makes of the loops over arrays that are constants", () => {
  let code = "";
  beforeAll(async () => {
    code = await minifiedConvolution();
  });

  it.each([
    ["panels of products", 8, 2 ** 19],
    ["strips of rows", 4, 2 ** 12],
  ])("leaves the %s constants: as variables they would slow the loops", (_, count, length) => {
    const declared = (code.match(DECLARED) ?? []).join("");
    expect(declared.split(`new Float64Array(${length})`)).toHaveLength(count + 1);
  });

  it.each(["addTile", "sumTile", "sumTileInPlace", "correlateStrips"])(
    "leaves %s a function of its own, made once",
    (name) => {
      expect(code).toMatch(new RegExp(`\\b${name}:function\\(`));
    },
  );
});

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadBindings, minify } from "next/dist/build/swc";
import { beforeAll, describe, expect, it } from "vitest";

const PANELS = 8;
const DECLARED = /(?:let|const|var) (?:\w+=new (?:Float64Array\(524288\)|Int32Array\(4096\)),?)+/g;

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

describe("what the site's minifier makes of the loops of products", () => {
  let code = "";
  beforeAll(async () => {
    code = await minifiedConvolution();
  });

  it("leaves their arrays constants: as variables they would take the loops twice as long", () => {
    const declared = (code.match(DECLARED) ?? []).join("");
    expect(declared.split("new Float64Array(524288)")).toHaveLength(PANELS + 1);
  });

  it.each(["addTile", "sumTile", "sumTileInPlace"])(
    "leaves %s a function of its own, made once",
    (name) => {
      expect(code).toMatch(new RegExp(`\\b${name}:function\\(`));
    },
  );
});

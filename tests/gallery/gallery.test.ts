import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import { toTex } from "@/lib/tex";
import { GALLERY as CONVOLUTIONS } from "./cases";
import { LAYER_GALLERY } from "./layer-cases";
import { render, stepsOf } from "./render";

const GALLERY = [...CONVOLUTIONS, ...LAYER_GALLERY];

describe("the gallery shows each derivation as it is today", () => {
  it.each(GALLERY)("$title", async (page) => {
    await expect(render(page)).toMatchFileSnapshot(`./${page.file}.md`);
  });
});

describe("KaTeX accepts every line of the gallery in strict mode", () => {
  it.each(GALLERY)("$title", (page) => {
    for (const { line } of stepsOf(page)) {
      for (const colour of [false, true]) {
        const tex = toTex(line, { colour });
        const typeset = (): string =>
          renderToString(tex, { strict: "error", trust: false, throwOnError: true });
        expect(typeset).not.toThrow();
      }
    }
  });
});

describe("a line stays short enough to read", () => {
  it.each(GALLERY)("$title", (page) => {
    for (const { line } of stepsOf(page)) expect(terms(toTex(line))).toBeLessThanOrEqual(14);
  });
});

/** The most products on one side of a line. */
function terms(tex: string): number {
  return Math.max(...tex.split(/[=≈]/).map((side) => side.split("\\cdot").length - 1));
}

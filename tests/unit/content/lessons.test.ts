import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import { renderProse } from "@/app/prose/render";
import { stepScenes } from "@/app/scene/build-steps";
import { LESSONS, PAGES } from "@/content";
import { derive } from "@/lib/derivation";
import { questionFrom, solve } from "@/lib/question";
import { offsetOf } from "@/lib/tensor";
import { toTex } from "@/lib/tex";
import { equations } from "./arithmetic";
import { blocksOf, filled, mathsIn } from "./blocks";

const UNFINISHED = /\{\{[a-z]|katex-error|\$/;

function expectToAddUp(tex: string) {
  for (const [first, ...others] of equations(tex)) {
    for (const other of others) expect(other).toBeCloseTo(first ?? Number.NaN, 9);
  }
}

describe("the lessons", () => {
  it("are those of the index", () => {
    expect(LESSONS.map(({ slug }) => slug)).toEqual([
      "backward-pass",
      "channels-and-filters",
      "transposed-convolution",
      "pooling",
      "stride-and-padding",
      "receptive-field",
      "counting",
    ]);
  });

  it.each(LESSONS)("$slug leads on to another page", ({ slug, next }) => {
    expect(PAGES.map((page) => page.slug)).toContain(next?.slug);
    expect(next?.slug).not.toBe(slug);
  });

  it.each(LESSONS)("$slug ends in a question", ({ blocks }) => {
    const last = blocks.findLastIndex(({ kind }) => kind === "ask");
    const after = blocks.slice(last + 1).map(({ kind }) => kind);
    expect(last).toBeGreaterThan(0);
    expect(after.filter((kind) => kind !== "own" && kind !== "code")).toEqual([]);
  });

  it.each(LESSONS)("$slug neither shouts nor belittles", ({ blocks }) => {
    const words = JSON.stringify(blocks.filter(({ kind }) => kind !== "code"));
    expect(words).not.toMatch(/\w!/);
    expect(words).not.toMatch(/\b(simply|just|obviously|clearly|trivial|of course)\b/i);
  });
});

describe("prose", () => {
  it.each(blocksOf("prose"))("$name: its numbers are found and its maths is typeset", (prose) => {
    const markdown = filled(prose.block.markdown, prose.block.about);
    expect(renderProse(markdown)).not.toMatch(UNFINISHED);
    mathsIn(markdown).forEach(expectToAddUp);
  });
});

describe("players", () => {
  const players = blocksOf("player");

  it.each(players)("$name: every step can be shown and read aloud", ({ block }) => {
    const steps = stepScenes(block);
    expect(steps.length).toBeGreaterThan(0);
    for (const { caption, line, spoken } of steps) {
      expect(caption).not.toMatch(UNFINISHED);
      if (line !== null) expect(spoken.length).toBeGreaterThan(1);
    }
  });

  it.each(players)("$name: what it asks for is derived, in TeX that is strict", ({ block }) => {
    for (const entry of block.plan) {
      if ("remark" in entry) continue;
      const { steps } = derive(questionFrom(block.question), entry.ask, entry.at);
      const kept = steps.filter(({ rule }) => entry.rules?.includes(rule) ?? true);
      const known = kept.map(({ rule }) => rule);
      expect(known).toEqual(expect.arrayContaining([...(entry.rules ?? [])]));
      expect(kept.length).toBeGreaterThanOrEqual(Math.max(entry.captions?.length ?? 1, 1));
      for (const { line } of kept) renderToString(toTex(line), { strict: "error" });
    }
  });

  it.each(players)("$name: a line in our own words adds up", ({ block }) => {
    for (const entry of block.plan) {
      if (!("remark" in entry)) continue;
      expect(entry.spoken === undefined).toBe(entry.tex === undefined);
      if (entry.tex) expectToAddUp(entry.tex);
      mathsIn(entry.remark).forEach(expectToAddUp);
    }
  });
});

describe("the cells that a remark lights", () => {
  const remarks = blocksOf("player").flatMap(({ name, block }) =>
    block.plan.flatMap((entry, index) =>
      "remark" in entry && entry.cells
        ? [{ name: `${name}, entry ${index}`, block, cells: entry.cells }]
        : [],
    ),
  );

  it.each(remarks)("$name: they are in the picture, or in its border", ({ block, cells }) => {
    const question = questionFrom(block.question);
    const own = solve(question).shapes;
    const others = { dy: question.dy?.shape ?? [], dx: own["x"] ?? [] };
    const shapes: Readonly<Record<string, readonly number[]>> = { ...own, ...others };
    for (const { tensor, at } of cells) {
      const border = tensor === "x" && question.params.padding === 1 ? 1 : 0;
      expect(at).toHaveLength(shapes[tensor]?.length ?? -1);
      at.forEach((index, axis) => {
        expect(index).toBeGreaterThanOrEqual(-border);
        expect(index).toBeLessThan((shapes[tensor]?.[axis] ?? 0) + border);
      });
      if (block.arrangement) expect(block.arrangement).toContain(tensor);
    }
  });

  it.each(remarks)("$name: a factor is the weight that lies on its cell", ({ block, cells }) => {
    const { w } = solve(questionFrom(block.question)).shapes;
    const { inputs } = questionFrom(block.question);
    const output = cells.find(({ tensor }) => tensor === "y")?.at;
    const only = cells.find(({ tensor }) => tensor === "w")?.at ?? [];
    for (const { at, factor } of cells) {
      if (factor === undefined) continue;
      const weight = output ? at.map((index, axis) => index - (output[axis] ?? 0) + 1) : only;
      expect(inputs.w?.data?.[offsetOf(w ?? [], weight)]).toBe(factor);
    }
  });
});

describe("pictures", () => {
  it.each(blocksOf("picture"))("$name can be computed", ({ block }) => {
    expect(solve(questionFrom(block.question)).y).toBeDefined();
  });
});

describe("questions", () => {
  it.each(blocksOf("ask"))("$name has a key and is worked out", ({ block }) => {
    const { result, steps } = derive(questionFrom(block.question), block.ask, block.at);
    expect(result).not.toBeNaN();
    expect(steps.length).toBeGreaterThan(0);
  });

  it.each(blocksOf("ask"))("$name: what is said around it holds", ({ block }) => {
    for (const words of [block.prompt, block.hint, block.explain]) {
      const markdown = filled(words, block.question);
      expect(renderProse(markdown)).not.toMatch(UNFINISHED);
      mathsIn(markdown).forEach(expectToAddUp);
    }
  });

  it.each(blocksOf("own"))("$name: all that your own numbers ask for is derived", ({ block }) => {
    for (const ask of block.asks) {
      expect(derive(questionFrom(block.question), ask).steps.length).toBeGreaterThan(0);
    }
  });
});

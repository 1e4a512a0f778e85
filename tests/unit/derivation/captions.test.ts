import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAPTIONS } from "@/content/captions";
import { RULES, type Step, deriveAll, fillCaption, derive } from "@/lib/derivation";
import { counts, questionFrom } from "@/lib/question";
import { convDrafts, transposedDrafts } from "./draft";

/** The slots of a step's caption that its facts do not fill. */
function unfilled({ rule, facts = {} }: Step): string[] {
  const slots = [...CAPTIONS[rule].matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return slots.filter((slot) => facts[slot] === undefined).map((slot) => `${rule}: ${slot}`);
}

function corner(shape: readonly number[] = []): number[] {
  return shape.map(() => 0);
}

describe("captions", () => {
  it("are written for every rule, which is named once", () => {
    expect(new Set(RULES).size).toBe(RULES.length);
    for (const rule of RULES) expect(CAPTIONS[rule]).toMatch(/\S/);
  });

  it("have every slot filled by the step's own facts", () => {
    fc.assert(
      fc.property(fc.oneof(convDrafts, transposedDrafts), (draft) => {
        const question = questionFrom(draft);
        const steps = [
          ...derive(question, "y", corner(counts(question).shapes.y)).steps,
          ...derive(question, "grads.x", corner(question.inputs.x?.shape)).steps,
          ...derive(question, "grads.w", corner(question.inputs.w?.shape)).steps,
        ];
        expect([...deriveAll(question), ...steps].flatMap(unfilled)).toEqual([]);
      }),
      { seed: 78, numRuns: 30 },
    );
  });

  it.each([
    ["Row {row}, column {column}", { row: 0, column: 1 }, "Row 0, column 1"],
    ["then add{bias}", { bias: "" }, "then add"],
    ["a {gap} in between", {}, "a in between"],
    ["{values} of them", { values: 10240 }, "10\u202F240 of them"],
    ["{values} of them", { values: 9999 }, "9999 of them"],
    ["nothing to fill", undefined, "nothing to fill"],
  ])("%s", (caption, facts, filled) => {
    expect(fillCaption(caption, facts)).toBe(filled);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { OPS } from "@/lib/question";
import { torchCases } from "../fixtures/load";
import { typesetStrictly } from "../typeset";
import { askAll, solutionIn, PATIENCE } from "./command";
import { asQuestion } from "./questions";

const cases = OPS.flatMap((op) => torchCases(op).slice(0, 4));
let plain: readonly string[] = [];
let worked: readonly string[] = [];

beforeAll(async () => {
  [plain, worked] = await Promise.all([
    askAll(cases.map(asQuestion)),
    askAll(cases.map(asQuestion), "--steps"),
  ]);
}, PATIENCE);

describe("--steps adds the working and changes nothing else", () => {
  it("for every operation", () => expect(new Set(cases.map(({ op }) => op))).toEqual(new Set(OPS)));

  it.each(cases.map(({ id }, index) => [id, index] as const))("%s", (_, index) => {
    const { steps, ...solution } = solutionIn(worked[index] ?? "");
    expect(solution).toEqual(solutionIn(plain[index] ?? ""));
    expect(steps?.length).toBeGreaterThan(0);
    for (const { rule, tex, text } of steps ?? []) {
      expect(rule).toMatch(/^[a-z0-9-]+$/);
      expect(text).not.toBe("");
      typesetStrictly(tex);
    }
  });
});

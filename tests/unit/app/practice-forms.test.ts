import { describe, expect, test } from "vitest";
import { PYTORCH } from "@/app/practice/conventions";
import { hintFor } from "@/app/practice/scene/hints";
import { RUNGS, ladderRung } from "@/app/practice/scene/ladder";
import { markAnswer } from "@/app/practice/scene/mark-answer";
import { ruleWords } from "@/app/practice/scene/rule-words";
import { drawnScene, problemScene } from "@/app/practice/scene/problem";
import type { AnswerSpec, ProblemAddress, Typed } from "@/app/practice/types";
import { type AnswerJson, EXERCISES, generate } from "@/lib/exercises";

// Every type's form, under both layouts, at the ends of its levels: the key is right in it, each mistake that the
// type predicts is named, and no help, ladder or replay is missing.
const LAYOUTS = ["nchw", "nhwc"] as const;

describe.each(EXERCISES.map(({ id }) => id))("%s", (type) => {
  test.each(LAYOUTS.flatMap((layout) => [1, 5].map((level) => ({ layout, level }))))(
    "takes its key and names its mistakes, $layout, level $level",
    ({ layout, level }) => {
      const conventions = { ...PYTORCH, layout };
      const address = { type, seed: "7", level, conventions };
      const { answer, predictions } = generate({ id: type, seed: "7", level, conventions });
      const spec = specOf(address);
      expect(mark(address, spec, answer).verdict).toBe("correct");
      for (const { mistake, answer: slip } of predictions) {
        const outcome = mark(address, spec, slip);
        expect([mistake, outcome.verdict]).toEqual([mistake, "incorrect"]);
        // To call an error by another's name is no slip in computing: nothing is named.
        if (type === "spot-the-error") expect(outcome.mistakes).toEqual([]);
        else expect(outcome.mistakes.flatMap((one) => one.split("+"))).toContain(mistake);
      }
    },
  );

  test.each(LAYOUTS)("helps in three stages and climbs a whole ladder, %s", (layout) => {
    const conventions = { ...PYTORCH, layout };
    const address = { type, seed: "7", level: 5, conventions };
    for (const stage of [1, 2, 3] as const) {
      const hint = hintFor(address, stage, 0);
      if (hint.stage === 3) expect(hint.steps.length).toBeGreaterThan(0);
      else expect(hint.words).not.toBe("");
    }
    for (let rung = 0; rung < RUNGS; rung++) {
      const rules = ladderRung({ type, conventions }, rung)?.rules ?? [];
      expect(rules).toHaveLength(3);
      expect(rules.filter((one) => one.isRight)).toHaveLength(1);
    }
  });
});

test("where windows must fit that never do, ladder and session draw it under PyTorch's conventions", () => {
  const conventions = { ...PYTORCH, rounding: "exact" } as const;
  const address = { type: "conv-stride-padding", seed: "1", level: 1, conventions };
  expect(problemScene(address)).toHaveProperty("refusal");
  const drawn = { address: { ...address, conventions: PYTORCH } };
  expect(drawnScene(address)).toMatchObject(drawn);
  const rung = ladderRung(address, 1);
  expect(rung?.scene).toMatchObject({ address: { conventions: PYTORCH } });
});

describe("which rule is at work?", () => {
  test.each([
    ["find-stride", "size"],
    ["same-padding", "same-size"],
    ["conv-dilated", "conv-cell"],
    ["depthwise", "conv-cell"],
    ["linear-backward", "input-gradient-cell"],
    ["separable-ratio", "network-total"],
    ["network-parameters", "size"],
    ["activation-memory", "memory-bytes"],
  ])("of %s it is never wrong to say %s", (type, rule) => {
    for (let rung = 0; rung < RUNGS; rung++) {
      const rules = ladderRung({ type, conventions: PYTORCH }, rung)?.rules ?? [];
      const wrong = rules.filter((one) => !one.isRight).map(({ words }) => words);
      expect(wrong).not.toContain(ruleWords({ rule }));
    }
  });
});

function specOf(address: ProblemAddress): AnswerSpec {
  const scene = problemScene(address);
  if ("refusal" in scene) throw new Error(scene.refusal);
  return scene.answer;
}

function mark(address: ProblemAddress, spec: AnswerSpec, answer: AnswerJson) {
  return markAnswer(address, typedIn(spec, answer), address.conventions);
}

/** An answer as somebody types it into its form. */
function typedIn(spec: AnswerSpec, answer: AnswerJson): Typed {
  if (typeof answer === "number") return { shape: [1], cells: [String(answer)] };
  if ("mistake" in answer) return { shape: [2], cells: [answer.at.join(), answer.mistake] };
  if ("data" in answer) return { shape: answer.shape, cells: answer.data.map(String) };
  if (spec.kind === "unknowns") return { shape: [answer.length], cells: answer.map(String) };
  return { shape: [1], cells: [answer.join(", ")] };
}

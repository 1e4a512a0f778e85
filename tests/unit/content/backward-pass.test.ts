import { describe, expect, it } from "vitest";
import {
  GRADIENT,
  KERNEL,
  LAYER,
  LOSS,
  NOT_ROTATED,
  ROTATED,
} from "@/content/lessons/backward-pass/example";
import { BACKWARD_CODE } from "@/content/lessons/backward-pass/code";
import { LEARNT, LOSS_LEARNT } from "@/content/lessons/backward-pass/learning";
import { STAMPS_MEET, STRIDED, ZEROS_INSERTED } from "@/content/lessons/backward-pass/stride-two";
import { type QuestionDraft, questionFrom } from "@/lib/question";
import { given, gradient, output, playerOf, total, totalsOf, values } from "./solving";

const RATE = 0.1;

/** The loss after the layer, as a function of what goes in. */
function lossOf(inputs: QuestionDraft["inputs"]): number {
  const y = output({ op: "conv2d", inputs });
  return total(output({ op: "mse_loss", inputs: { ...LOSS.inputs, x: y } }));
}

describe("the backward pass on one page", () => {
  it("the loss reads the layer's output, and G is what comes back", () => {
    expect(LOSS.inputs.x).toEqual(output(LAYER));
    expect(LAYER.dy).toEqual(gradient(LOSS, "x"));
  });

  it.each(["y", "w", "x"] as const)("the values of %s are all different", (name) => {
    const all = values(name === "y" ? output(LAYER) : gradient(LAYER, name));
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(["x", "w", "b"] as const)("∂L/∂%s is the slope of the loss", (name) => {
    const h = 1e-4;
    const inputs = questionFrom(LAYER).inputs;
    const slopes = values(gradient(LAYER, name)).map((_, index) => {
      const at = (change: number) => {
        const operand = inputs[name];
        const data = Array.from(operand?.data ?? []);
        data[index] = (data[index] ?? 0) + change;
        return lossOf({ ...LAYER.inputs, [name]: { shape: operand?.shape ?? [], data } });
      };
      return (at(h) - at(-h)) / (2 * h);
    });
    values(gradient(LAYER, name)).forEach((value, index) => {
      expect(slopes[index]).toBeCloseTo(value, 6);
    });
  });

  it("∂L/∂K is X correlated with G", () => {
    const slid: QuestionDraft = { op: "conv2d", inputs: { x: LAYER.inputs.x ?? [], w: GRADIENT } };
    expect(output(slid)).toEqual(gradient(LAYER, "w"));
  });

  it("∂L/∂K does not depend on K, nor ∂L/∂X on X", () => {
    const { x = [], w = [] } = LAYER.inputs;
    const zeros = [
      [0, 0],
      [0, 0],
    ];
    expect(gradient({ ...LAYER, inputs: { x, w: zeros } }, "w")).toEqual(gradient(LAYER, "w"));
    const ones = [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ];
    expect(gradient({ ...LAYER, inputs: { x: ones, w } }, "x")).toEqual(gradient(LAYER, "x"));
  });

  it.each([
    ["backward-pass", "Every output hands its stamp back", LAYER],
    ["backward-pass", "Stamps two apart", STRIDED],
  ])("%s, %s: one output's stamp a step, until all of ∂L/∂X is there", (slug, title, layer) => {
    const totals = totalsOf(playerOf(slug, title));
    const arrived = totals.map((draft) => given(draft, "dy"));
    arrived.forEach((dy, step) => {
      expect(dy).toEqual(values(GRADIENT).map((value, index) => (index <= step ? value : 0)));
    });
    expect(totals.map((draft) => draft.inputs)).toEqual(totals.map(() => layer.inputs));
    expect(gradient(totals.at(-1) ?? layer, "x")).toEqual(gradient(layer, "x"));
  });

  it("the padded G correlated with the rotated kernel is the sum of the stamps", () => {
    expect(output(ROTATED)).toEqual(gradient(LAYER, "x"));
    expect(given(ROTATED, "w")).toEqual(values(KERNEL).toReversed());
  });

  it("with the kernel not rotated every single cell is wrong", () => {
    const right = values(gradient(LAYER, "x"));
    values(output(NOT_ROTATED)).forEach((value, index) => expect(value).not.toBe(right[index]));
  });

  it("a step against the gradient lowers the loss, though one output moves away", () => {
    const learnt = questionFrom(LEARNT).inputs;
    for (const name of ["w", "b"] as const) {
      const before = Array.from(questionFrom(LAYER).inputs[name]?.data ?? []);
      const slopes = values(gradient(LAYER, name));
      const after = before.map((value, index) => value - RATE * (slopes[index] ?? 0));
      after.forEach((value, index) => expect(learnt[name]?.data?.[index]).toBeCloseTo(value, 12));
    }
    values(output(LEARNT)).forEach((value, index) => {
      expect(questionFrom(LOSS_LEARNT).inputs.x?.data?.[index]).toBeCloseTo(value, 12);
    });
    const [before, after] = [total(output(LOSS)), total(output(LOSS_LEARNT))];
    expect(before).toBe(15);
    expect(after).toBeLessThan(before / 2);
    expect(values(output(LEARNT))[3]).toBeLessThan(values(output(LAYER))[3] ?? 0);
  });

  it("with stride 2: zeros inserted, padded, correlated with the rotated kernel", () => {
    expect(output(ZEROS_INSERTED)).toEqual(gradient(STRIDED, "x"));
    expect(STRIDED.dy).toEqual(LAYER.dy);
    expect(STRIDED.inputs.w).toEqual(LAYER.inputs.w);
  });

  it("a fifth row and column under stride 2 get no gradient", () => {
    const x = { shape: [5, 5], data: Array.from({ length: 25 }, (_, index) => index) };
    const rows = gradient({ ...STRIDED, inputs: { ...STRIDED.inputs, x } }, "x");
    const edge = values(rows).filter((_, index) => index % 5 === 4 || index >= 20);
    expect(edge).toEqual(Array.from({ length: 9 }, () => 0));
  });

  it("in the last question the corners of the kernel meet, and 10 is the answer without rotating", () => {
    const flat = given(STAMPS_MEET, "w").toReversed();
    const flipped = { shape: [3, 3], data: flat };
    expect(values(gradient(STAMPS_MEET, "x"))[12]).toBe(15);
    const notRotated = { ...STAMPS_MEET, inputs: { ...STAMPS_MEET.inputs, w: flipped } };
    expect(values(gradient(notRotated, "x"))[12]).toBe(10);
  });

  it.each([
    ["G", () => gradient(LOSS, "x")],
    ["∂L/∂K", () => gradient(LAYER, "w")],
    ["∂L/∂X", () => gradient(LAYER, "x")],
  ])("the code asserts %s as the kernel computes it", (_, expected) => {
    const rows = JSON.stringify(expected()).replaceAll(",", ", ");
    expect(BACKWARD_CODE.pytorch).toContain(`[[${rows}]]`);
    expect(BACKWARD_CODE.numpy).toContain(`== ${rows}`);
  });

  it("the code asserts the loss before and after the step", () => {
    expect(BACKWARD_CODE.pytorch).toContain(`loss.item() == ${total(output(LOSS))}`);
    expect(BACKWARD_CODE.pytorch).toContain(`- ${total(output(LOSS_LEARNT)).toFixed(3)})`);
  });
});

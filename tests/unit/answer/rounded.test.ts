import { describe, expect, it } from "vitest";
import { checkRounded } from "@/lib/answer/rounded";
import { questionFrom, solve } from "@/lib/question";
import { rangesFrom } from "@/lib/question/rounded";
import { type Tensor, tensor, toNested } from "@/lib/tensor";

const EXACT = {
  x: tensor(
    [3, 3],
    [0.33333, 1.41731, 2.61828, 3.25159, 0.57722, 1.61803, 0.79315, 2.23607, 1.83205],
  ),
  w: tensor([2, 2], [0.71711, -0.45429, 1.25992, 0.91597]),
};
const PRINTED = { x: rounded(EXACT.x), w: rounded(EXACT.w) };
const question = questionFrom({ op: "conv2d", inputs: PRINTED });
const ranges = rangesFrom(question, { x: Array(9).fill(0.00005), w: Array(4).fill(0.00005) });

const before = (ask: "y" | "w") => {
  const { y, grads } = solve({ ...question, inputs: EXACT });
  const key = ask === "y" ? y : grads?.w;
  return toNested(rounded(key ?? tensor([], [0])));
};

describe("numbers that were rounded before they were pasted", () => {
  it("have answers from the numbers as they were", () => {
    expect(checkRounded(question, {}, "y", before("y")).verdict).toBe("incorrect");
    expect(checkRounded(question, ranges, "y", before("y")).verdict).toBe("correct");
    expect(checkRounded(question, ranges, "grads.w", before("w")).verdict).toBe("correct");
  });

  it("have answers that are wrong all the same", () => {
    const y = rounded(solve({ ...question, inputs: EXACT }).y ?? tensor([], [0]));
    y.data[2] = (y.data[2] ?? 0) + 0.002;
    const check = checkRounded(question, ranges, "y", toNested(y));
    expect(check).toMatchObject({ verdict: "incorrect", score: 0.75, cells: [{ at: [1, 0] }] });
  });

  it("have mistakes that are found within the same play", () => {
    const flipped = {
      ...question,
      conventions: { ...question.conventions, operation: "convolution" } as const,
    };
    const y = rounded(solve({ ...flipped, inputs: EXACT }).y ?? tensor([], [0]));
    const check = checkRounded(question, ranges, "y", toNested(y));
    expect(check.diagnosis[0]?.mistake).toBe("KERNEL_FLIPPED");
  });

  it("keep shapes and blanks what they are", () => {
    expect(checkRounded(question, ranges, "y", [1, 2, 3]).score).toBe(0);
    expect(checkRounded(question, ranges, "shapes.y", "2x2").verdict).toBe("correct");
    expect(
      checkRounded(question, ranges, "y", [
        [null, null],
        [null, null],
      ]).verdict,
    ).toBe("invalid");
  });
});

function rounded({ shape, data }: Tensor): Tensor {
  return { shape, data: data.map((value) => Number(value.toFixed(4))) };
}

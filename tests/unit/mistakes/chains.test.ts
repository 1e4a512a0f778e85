import { describe, expect, it } from "vitest";
import { type GivenAnswer, explain } from "@/lib/mistakes";
import { parseNetworkQuestion } from "@/lib/network/schema";
import { questionFrom } from "@/lib/question";

const names = (found: ReturnType<typeof explain>) => found.map(({ mistake }) => mistake);

describe("the values of a network are explained by its last layer", () => {
  /** ReLU leaves [[1, 0, 3], [0, 5, 0], [7, 0, 9]]; the kernel then gives [[11, 21], [31, 23]] and b adds 10. */
  const question = parseNetworkQuestion({
    op: "network",
    layers: [{ name: "ReLU" }, { name: "Conv2d", out: 1, kernel: 2 }],
    inputs: {
      x: [
        [
          [1, -2, 3],
          [-4, 5, -6],
          [7, -8, 9],
        ],
      ],
      "conv1.w": [
        [
          [
            [1, 2],
            [3, 2],
          ],
        ],
      ],
      "conv1.b": [10],
    },
  });
  it.each([
    {
      what: "right",
      answer: [
        [
          [21, 31],
          [41, 33],
        ],
      ],
      found: [],
    },
    {
      what: "without the bias",
      answer: [
        [
          [11, 21],
          [31, 23],
        ],
      ],
      found: ["BIAS_FORGOTTEN"],
    },
    {
      what: "with the kernel turned",
      answer: [
        [
          [17, 29],
          [39, 29],
        ],
      ],
      found: ["KERNEL_FLIPPED"],
    },
  ])("$what: $found", ({ answer, found }) =>
    expect(names(explain(question, "y", { shape: [1, 2, 2], data: answer.flat(2) }))).toEqual(
      found,
    ),
  );
});

describe("the receptive field of one layer", () => {
  const conv = questionFrom({
    op: "conv2d",
    params: { stride: 2, dilation: 2 },
    inputs: { x: { shape: [1, 32, 32] }, w: { shape: [4, 1, 3, 3] } },
  });
  const pool = questionFrom({
    op: "max_pool2d",
    params: { kernel: 3 },
    inputs: { x: { shape: [1, 9, 9] } },
  });
  it.each<{ question: typeof conv; answer: GivenAnswer; found: string[] }>([
    { question: conv, answer: 5, found: [] },
    { question: conv, answer: 9, found: ["JUMP_UPDATED_FIRST"] },
    { question: conv, answer: 6, found: ["ADDED_KERNEL_SIZE"] },
    { question: pool, answer: 3, found: [] },
    { question: pool, answer: 7, found: ["JUMP_UPDATED_FIRST"] },
    { question: pool, answer: 1, found: ["POOLING_SKIPPED"] },
  ])("$question.op: $answer is $found", ({ question, answer, found }) =>
    expect(names(explain(question, "receptive_field", answer))).toEqual(found),
  );
});

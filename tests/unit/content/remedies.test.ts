import { describe, expect, test } from "vitest";
import { remedyFor } from "@/content/remedies";

describe("a mistake is told in the words of its question", () => {
  test.each([
    ["KERNEL_FLIPPED", "y", ["correlation", "conv2d"], "You turned the kernel around"],
    ["KERNEL_FLIPPED", "y", ["convolution", "conv2d"], "You did not turn the kernel"],
    ["KERNEL_NOT_ROTATED", "grads.x", ["convolution"], "You turned the kernel once too often"],
    ["STRIDE_IGNORED", "y", ["correlation", "conv2d"], "You moved the window one cell at a time"],
    ["STRIDE_IGNORED", "shapes.y", ["correlation", "conv2d"], "You left out the stride"],
    ["STRIDE_IGNORED", "find", ["correlation", "find"], "You left out the stride"],
    ["BIAS_FORGOTTEN", "y", ["correlation", "linear"], "You left out the bias"],
    ["BIAS_FORGOTTEN", "params", ["correlation", "linear"], "You left out the biases"],
    ["BIAS_FORGOTTEN", "params", ["correlation", "batch_norm_train"], "You left out the shifts"],
    [
      "PADDING_ONCE",
      "shapes.y",
      ["correlation", "conv_transpose2d"],
      "You cut the padding off once",
    ],
  ] as const)("%s in %s of %j: %s", (id, ask, of, title) => {
    expect(remedyFor(id, ask, ...of).title).toBe(title);
  });
});

import { describe, expect, test } from "vitest";
import { remedyFor } from "@/content/remedies";
import { kindsOf, variantOf } from "@/lib/exercises";

describe("a mistake is told in the words of its question", () => {
  test.each([
    ["KERNEL_FLIPPED", "y", ["correlation", "conv2d"], "You turned the kernel around"],
    ["KERNEL_FLIPPED", "y", ["convolution", "conv2d"], "You did not turn the kernel"],
    ["KERNEL_NOT_ROTATED", "grads.x", ["convolution"], "You turned the kernel once too often"],
    ["STRIDE_IGNORED", "y", ["correlation", "conv2d"], "You moved the window one cell at a time"],
    ["STRIDE_IGNORED", "shapes.y", ["correlation", "conv2d"], "You left out the stride"],
    ["STRIDE_IGNORED", "find", ["correlation", "find"], "You left out the stride"],
    ["CHANNELS_FORGOTTEN", "params", ["correlation", "unshared"], "You left out the channels"],
    [
      "OVERLAP_OVERWRITTEN",
      "grads.x",
      ["correlation", "max_unpool2d"],
      "You gave the gradient to one value only",
    ],
    [
      "FACTOR_FORGOTTEN",
      "shapes.y",
      ["correlation", "shuffle down", "shuffle"],
      "You counted one side of the block",
    ],
    ["MEAN_FOR_SUM", "grads.x", ["correlation", "cross_entropy"], "You divided by too much"],
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

  test.each(["NO_FLOOR", "PLUS_ONE_FORGOTTEN", "STRIDE_IGNORED", "PADDING_IGNORED"] as const)(
    "%s where sizes are rounded up speaks of no floor",
    (id) => {
      const of = kindsOf(variantOf({ id: "pool-size-ceil", seed: "1", level: 3 }).question);
      const { words, formulas } = remedyFor(id, "shapes.y", ...of);
      expect(words).not.toContain("rounded down");
      expect(formulas?.right).toContain("lceil");
    },
  );

  test.each([
    ["tf-same", "You put all of the padding on each side"],
    ["find-padding", "You put all of the padding on each side"],
    ["find-kernel", "You counted the padding once"],
  ])("the padding counted once, in %s: %s", (id, title) => {
    const of = kindsOf(variantOf({ id, seed: "1", level: 3 }).question);
    expect(remedyFor("PADDING_ONCE", "find", ...of).title).toBe(title);
  });

  test("the channels of an unshared layer are not those of a flattening", () => {
    const { words } = remedyFor("CHANNELS_FORGOTTEN", "params", "unshared");
    expect(words).toContain("filter");
  });
});

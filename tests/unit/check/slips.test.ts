import { describe, expect, it } from "vitest";
import { BLANK, type Form } from "../../../app/check/form";
import { work } from "../../../app/check/engine/work";

const SQUARE = { x: "1 2 0\n3 1 1\n0 2 4", w: "1 0\n2 -1" };
const SHAPES: Partial<Form> = {
  sizesOnly: true,
  sizes: { x: "3×32×32", w: "10×3×5×5", b: "10" },
  params: { padding: "2" },
};
const STRIDED: Partial<Form> = {
  ...SHAPES,
  sizes: { x: "3×32×32", w: "8×3×5×5" },
  params: { stride: "2" },
};
const POOL: Partial<Form> = { op: "max_pool2d", texts: { x: "1 3\n2 6" }, params: { kernel: "2" } };

// Each wrong answer is worked out by hand from the slip that questions.md lists.
const SLIPS: readonly (readonly [
  mistake: string,
  question: Partial<Form>,
  ask: string,
  answer: string,
])[] = [
  // Sizes: (32 − 5)/2 + 1 = 14.5 → 14.
  ["NO_FLOOR", STRIDED, "shapes.y", "8×14.5×14.5"],
  ["CEIL_FOR_FLOOR", STRIDED, "shapes.y", "8×15×15"],
  ["PLUS_ONE_FORGOTTEN", STRIDED, "shapes.y", "8×13×13"],
  ["STRIDE_IGNORED", STRIDED, "shapes.y", "8×28×28"],
  ["CHANNELS_KEPT", STRIDED, "shapes.y", "3×14×14"],
  ["PADDING_ONCE", SHAPES, "shapes.y", "10×30×30"],
  ["PADDING_IGNORED", SHAPES, "shapes.y", "10×28×28"],
  // Counts: (5·5·3 + 1)·10 = 760; 32·32·10·75 = 768 000.
  ["BIAS_FORGOTTEN", SHAPES, "params", "750"],
  ["CHANNELS_FORGOTTEN", SHAPES, "params", "260"],
  ["ONE_BIAS", SHAPES, "params", "751"],
  ["FLOPS_FOR_MACS", SHAPES, "macs", "1536000"],
  ["MACS_FOR_FLOPS", SHAPES, "flops", "768000"],
  ["BITS_FOR_BYTES", SHAPES, "memory.y", "327680 B"],
  // Convolution: 1·1 + 0·2 + 3·2 − 1 = 6; turned: −1 + 4 + 0 + 1 = 4, −2 + 0 + 0 + 1 = −1 …
  ["KERNEL_FLIPPED", { texts: SQUARE }, "y", "4,-1;1,5"],
  ["BIAS_FORGOTTEN", { texts: { ...SQUARE, b: "5" } }, "y", "6,3;1,1"],
  // Its gradients, G = [[1, −1], [2, 0]]: dK[0,0] = 1 − 2 + 6 + 0 = 5.
  ["GRADIENT_ROTATED", { texts: { ...SQUARE, dy: "1 -1\n2 0" } }, "grads.w", "4,2;4,5"],
  [
    "KERNEL_NOT_ROTATED",
    { texts: { ...SQUARE, dy: "1 -1\n2 0" } },
    "grads.x",
    "-1,3,-2;-2,3,-1;0,2,0",
  ],
  ["MEAN_FOR_SUM", { texts: { ...SQUARE, b: "0", dy: "1 -1\n2 0" } }, "grads.b", "0.5"],
  // Pooling.
  ["POOL_KIND_SWAPPED", POOL, "y", "3"],
  ["SPREAD_EVENLY", { ...POOL, texts: { x: "1 3\n2 6", dy: "8" } }, "grads.x", "2,2;2,2"],
  ["NOT_DIVIDED", { ...POOL, op: "avg_pool2d" }, "y", "12"],
  // Transposed: the stamps of 1 and 2 overlap in one column; the later one stays.
  ["OVERLAP_OVERWRITTEN", { op: "conv_transpose2d", texts: { x: "1 2", w: "1 3" } }, "y", "1,2,6"],
  // Layers and losses.
  ["MASK_FROM_GRADIENT", { op: "relu", texts: { x: "1 -2 3", dy: "-4 5 6" } }, "grads.x", "0,5,6"],
  ["FACTOR_FORGOTTEN", { op: "mse_loss", texts: { x: "1 2 3 4", target: "0 0 0 0" } }, "y", "30"],
  ["NOT_NORMALISED", { op: "softmax", texts: { x: "0 1" } }, "y", "1,2.718"],
];

describe("a slip that questions.md lists gets its name on the page", () => {
  it.each(SLIPS.map((row) => [`${row[0]} of ${row[2]}`, ...row] as const))(
    "%s",
    (_, mistake, question, ask, answer) => {
      const { result, problems } = work({ ...BLANK, ...question, ask, answer }, {}, true, () => {});
      expect(problems).toEqual({});
      expect(result?.outcome?.verdict).toBe("incorrect");
      expect(result?.outcome?.diagnoses.flat().map((found) => found.mistake)).toContain(mistake);
    },
  );
});

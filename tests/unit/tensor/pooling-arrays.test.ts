import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AvgPoolOptions,
  type Tensor,
  avgPool2d,
  avgPool2dGradient,
  maxPool2d,
  maxPool2dGradient,
  poolOutputShape,
  tensor,
  zeros,
} from "@/lib/tensor";
import { PROPERTY, decimalTensor, pooled } from "./arbitraries";
import { expectWritesOnlyThere } from "./supplied-array";

const WIDE = { shape: [2, 2, 11, 12], options: { kernel: 3, stride: 2, padding: 1 } };

/** Small planes under any window, and planes wide enough for the windows that are written out. */
const question = fc.oneof(
  pooled,
  fc.record({
    x: decimalTensor(WIDE.shape),
    dy: decimalTensor(poolOutputShape(WIDE.shape, WIDE.options)),
    options: fc.constant(WIDE.options),
  }),
);

describe("a supplied array takes the result, and nothing else is written", () => {
  it("by avgPool2d and its gradient", () => {
    fc.assert(
      fc.property(question, ({ x, dy, options }) => {
        expectWritesOnlyThere([x, dy], (out) => avgPool2d(x, options, out));
        expectWritesOnlyThere([x, dy], (out) => avgPool2dGradient(dy, x.shape, options, out));
      }),
      PROPERTY,
    );
  });

  it("by maxPool2d, one for the maxima and one for their indices, and by its gradient", () => {
    fc.assert(
      fc.property(question, ({ x, dy, options }) => {
        const { y, indices } = maxPool2d(x, options);
        const other = new Float64Array(y.data.length);
        const operands = [x, dy, indices];
        expectWritesOnlyThere(operands, (out) => maximaInto(x, options, out, other).y);
        expect(other).toEqual(indices.data);
        expectWritesOnlyThere(operands, (out) => maximaInto(x, options, other, out).indices);
        expect(other).toEqual(y.data);
        expectWritesOnlyThere(operands, (out) => maxPool2dGradient(dy, indices, x.shape, out));
      }),
      PROPERTY,
    );
  });

  it("by a gradient to which no output belongs: zeros", () => {
    const none = zeros([1, 1, 0, 0]);
    const out = Float64Array.of(7, 7, 7, 7);
    expect([...maxPool2dGradient(none, none, [1, 1, 2, 2], out).data]).toEqual([0, 0, 0, 0]);
  });
});

describe("a supplied array of another length is refused, by both lengths", () => {
  const x = tensor([1, 1, 4, 4], [...Array.from({ length: 16 }).keys()]);
  const dy = zeros([1, 1, 2, 2]);
  const window = { kernel: 2 };
  const [right, wrong] = [new Float64Array(4), new Float64Array(5)];

  it.each([
    ["avgPool2d", 4, () => avgPool2d(x, window, wrong)],
    ["maxPool2d's maxima", 4, () => maxPool2d(x, window, { y: wrong, indices: right })],
    ["maxPool2d's indices", 4, () => maxPool2d(x, window, { y: right, indices: wrong })],
    ["avgPool2dGradient", 16, () => avgPool2dGradient(dy, x.shape, window, wrong)],
    ["maxPool2dGradient", 16, () => maxPool2dGradient(dy, dy, x.shape, wrong)],
  ] as const)("by %s", (_, needed, run) => {
    expect(run).toThrow(expect.objectContaining({ code: "ERR_SHAPE" }) as Error);
    expect(run).toThrow(new RegExp(`holds 5 values; .* needs ${needed}\\.`, "u"));
    expect([...right]).toEqual([0, 0, 0, 0]);
  });
});

/** Max pooling into both arrays, or into fresh ones where one is not given. */
function maximaInto(x: Tensor, options: AvgPoolOptions, y?: Float64Array, indices?: Float64Array) {
  return maxPool2d(x, options, y && indices && { y, indices });
}

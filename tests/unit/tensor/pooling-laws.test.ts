import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Tensor,
  adaptiveAvgPool2d,
  adaptiveAvgPool2dGradient,
  adaptiveMaxPool2d,
  adaptiveSpan,
  avgPool2d,
  avgPool2dGradient,
  fromNested,
  maxPool2d,
  maxPool2dGradient,
  maxUnpool2d,
  maxUnpool2dGradient,
} from "@/lib/tensor";
import { innerProduct } from "./agreement";
import { PROPERTY, adapted, imageShape, pooled, wholeTensor } from "./arbitraries";

const image = (rows: number[][]) => fromNested([[rows]]);

describe("max pooling", () => {
  it("commutes with every increasing map", () => {
    fc.assert(
      fc.property(pooled, ({ x, options }) => {
        const after = maxPool2d(x, options);
        const before = maxPool2d(mapped(x, increasing), options);
        expect(before.indices.data).toEqual(after.indices.data);
        expect(before.y.data).toEqual(mapped(after.y, increasing).data);
      }),
      PROPERTY,
    );
  });

  it("lies at or above average pooling with the same window, padding left out", () => {
    fc.assert(
      fc.property(pooled, ({ x, options }) => {
        const largest = maxPool2d(x, options);
        const mean = avgPool2d(x, { ...options, countIncludePad: false });
        const above = [...mean.data.keys()].every(
          (i) =>
            largest.indices.data[i] === -1 ||
            (largest.y.data[i] ?? 0) >= (mean.data[i] ?? 0) - 1e-12,
        );
        expect(above).toBe(true);
      }),
      PROPERTY,
    );
  });

  it("keeps the whole gradient, but for windows without cells", () => {
    fc.assert(
      fc.property(pooled, ({ x, dy, options }) => {
        const { indices } = maxPool2d(x, options);
        const dx = maxPool2dGradient(dy, indices, x.shape);
        const kept = dy.data.filter((_, i) => indices.data[i] !== -1);
        expect(sum(dx.data)).toBeCloseTo(sum(kept), 10);
      }),
      PROPERTY,
    );
  });
});

describe("average pooling and its gradient are adjoint: ⟨y, dy⟩ = ⟨x, dx⟩", () => {
  it("with a window", () => {
    fc.assert(
      fc.property(pooled, ({ x, dy, options }) => {
        const forward = innerProduct(avgPool2d(x, options), dy);
        const backward = innerProduct(x, avgPool2dGradient(dy, x.shape, options));
        expect(backward).toBeCloseTo(forward, 9);
      }),
      PROPERTY,
    );
  });

  it("adaptively", () => {
    fc.assert(
      fc.property(adapted, ({ x, dy, outputSize }) => {
        const forward = innerProduct(adaptiveAvgPool2d(x, outputSize), dy);
        const backward = innerProduct(x, adaptiveAvgPool2dGradient(dy, x.shape));
        expect(backward).toBeCloseTo(forward, 9);
      }),
      PROPERTY,
    );
  });
});

describe("adaptive pooling", () => {
  it.each([
    [
      5,
      3,
      [
        [0, 2],
        [1, 4],
        [3, 5],
      ],
    ],
    [
      4,
      2,
      [
        [0, 2],
        [2, 4],
      ],
    ],
    [
      2,
      3,
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    [7, 1, [[0, 7]]],
  ])(
    "of %i cells to %i covers the spans ⌊i·in/out⌋ to ⌈(i + 1)·in/out⌉",
    (inSize, outSize, spans) => {
      const found = spans.map((_, i) => adaptiveSpan(inSize, outSize, i));
      expect(found).toEqual(spans.map(([start, end]) => ({ start, end })));
    },
  );

  it("to the input's own size is the identity", () => {
    fc.assert(
      fc.property(imageShape.chain(wholeTensor), (x) => {
        const size = [x.shape[2] ?? 0, x.shape[3] ?? 0] as const;
        expect(adaptiveAvgPool2d(x, size)).toEqual(x);
        expect(adaptiveMaxPool2d(x, size).y).toEqual(x);
      }),
      PROPERTY,
    );
  });

  it("to a divisor of the input's size is pooling with a window", () => {
    fc.assert(
      fc.property(wholeTensor([2, 2, 6, 4]), (x) => {
        const options = { kernel: [2, 4] as const };
        expect(adaptiveAvgPool2d(x, [3, 1])).toEqual(avgPool2d(x, options));
        expect(adaptiveMaxPool2d(x, [3, 1])).toEqual(maxPool2d(x, options));
      }),
      PROPERTY,
    );
  });
});

describe("max unpooling", () => {
  const x = image([
    [1, 2],
    [3, 4],
  ]);
  const indices = image([
    [5, 5],
    [0, 5],
  ]);

  it.each([
    ["overwrite", [3, 0, 0, 0, 0, 4]],
    ["sum", [3, 0, 0, 0, 0, 7]],
  ] as const)("of a repeated index by %s", (overlap, values) => {
    expect([...maxUnpool2d(x, indices, [2, 3], overlap).data]).toEqual(values);
  });

  it("gathers ∂L/∂Y at every recorded index, repeated or not", () => {
    const dy = image([
      [10, 20, 30],
      [40, 50, 60],
    ]);
    expect([...maxUnpool2dGradient(dy, indices).data]).toEqual([60, 60, 10, 60]);
  });

  it("undoes pooling where windows do not overlap: pooling again gives the same maxima", () => {
    const positive = wholeTensor([1, 2, 4, 6]).map((t) => mapped(t, (value) => value + 10));
    fc.assert(
      fc.property(positive, (source) => {
        const first = maxPool2d(source, { kernel: 2 });
        const back = maxUnpool2d(first.y, first.indices, [4, 6]);
        expect(maxPool2d(back, { kernel: 2 })).toEqual(first);
      }),
      PROPERTY,
    );
  });
});

function increasing(value: number): number {
  return value ** 3 + 2 * value;
}

function mapped(source: Tensor, map: (value: number) => number): Tensor {
  return { shape: source.shape, data: source.data.map(map) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

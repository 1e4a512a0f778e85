import { describe, expect, it } from "vitest";
import {
  adaptiveMaxPool2d,
  avgPool2d,
  fromNested,
  maxPool2d,
  maxPool2dGradient,
  poolOutputShape,
  toNested,
} from "@/lib/tensor";

const image = (rows: number[][]) => fromNested([[rows]]);

describe("the first maximum in row-major order wins", () => {
  it.each([
    [
      "all equal",
      [
        [4, 4],
        [4, 4],
      ],
      4,
      0,
    ],
    [
      "equal in one row",
      [
        [1, 4],
        [2, 4],
      ],
      4,
      1,
    ],
    [
      "equal on the diagonal",
      [
        [1, 4],
        [4, 0],
      ],
      4,
      1,
    ],
    [
      "negative",
      [
        [-3, -1],
        [-1, -2],
      ],
      -1,
      1,
    ],
    [
      "minus infinity everywhere",
      [
        [-Infinity, -Infinity],
        [-Infinity, -Infinity],
      ],
      -Infinity,
      0,
    ],
  ])("%s", (_, rows, value, index) => {
    for (const { y, indices } of [
      maxPool2d(image(rows), { kernel: 2 }),
      adaptiveMaxPool2d(image(rows), 1),
    ]) {
      expect([...y.data]).toEqual([value]);
      expect([...indices.data]).toEqual([index]);
    }
  });

  it("and it alone receives the gradient", () => {
    const { indices } = maxPool2d(
      image([
        [4, 4],
        [4, 4],
      ]),
      { kernel: 2 },
    );
    const dx = maxPool2dGradient(image([[7]]), indices, [1, 1, 2, 2]);
    expect(toNested(dx)).toEqual([
      [
        [
          [7, 0],
          [0, 0],
        ],
      ],
    ]);
  });

  it("so overlapping windows add at a shared maximum", () => {
    const { indices } = maxPool2d(image([[0, 9, 0]]), { kernel: [1, 2], stride: 1 });
    expect([...maxPool2dGradient(image([[2, 3]]), indices, [1, 1, 1, 3]).data]).toEqual([0, 5, 0]);
  });
});

describe("NaN propagates, the last of several giving the index", () => {
  it.each([
    [
      "one",
      [
        [1, NaN],
        [5, 6],
      ],
      1,
    ],
    [
      "first",
      [
        [NaN, 2],
        [5, 6],
      ],
      0,
    ],
    [
      "two",
      [
        [1, NaN],
        [NaN, 6],
      ],
      2,
    ],
  ])("%s", (_, rows, index) => {
    const { y, indices } = maxPool2d(image(rows), { kernel: 2 });
    expect(y.data[0]).toBeNaN();
    expect([...indices.data]).toEqual([index]);
  });
});

describe("padding", () => {
  it("is −∞ for a maximum, so negative borders stay", () => {
    const { y } = maxPool2d(image([[-5]]), { kernel: 3, stride: 1, padding: 1 });
    expect([...y.data]).toEqual([-5]);
  });

  it("counts in an average's divisor unless told otherwise", () => {
    const x = image([
      [9, 9],
      [9, 9],
    ]);
    const options = { kernel: 3, stride: 3, padding: 1 };
    expect([...avgPool2d(x, options).data]).toEqual([4]);
    expect([...avgPool2d(x, { ...options, countIncludePad: false }).data]).toEqual([9]);
  });

  it("by side may be wider than half the window, as ONNX has it", () => {
    const shape = poolOutputShape([1, 3, 28, 28], { kernel: 3, stride: 1, pad: [2, 2, 2, 2] });
    expect(shape).toEqual([1, 3, 30, 30]);
  });

  it("the overhang of rounding up never counts", () => {
    const x = image([[1, 2, 3]]);
    expect([...avgPool2d(x, { kernel: [1, 2], rounding: "ceil" }).data]).toEqual([1.5, 3]);
  });

  it("a window that dilation carries over the whole input is −∞ and passes no gradient", () => {
    const { y, indices } = maxPool2d(
      image([
        [1, 2],
        [3, 4],
      ]),
      { kernel: 2, padding: 1, dilation: 3 },
    );
    expect([[...y.data], [...indices.data]]).toEqual([[-Infinity], [-1]]);
    const dx = maxPool2dGradient(image([[5]]), indices, [1, 1, 2, 2]);
    expect([...dx.data]).toEqual([0, 0, 0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { slide } from "./loops";
import { planesOf, workOf } from "./read";

describe("a convolution of the reader's own", () => {
  it("starts with numbers that were worked out by hand", () => {
    const { results } = workOf("convolution");
    const read = (names: string) => names.split(" ").map((name) => results[name]);
    expect(read("y00 y01 y10 y11")).toEqual([5, 10, 20, 7]);
    expect(read("dw00 dw01 dw10 dw11")).toEqual([8, 10, 14, 13]);
    expect(read("dx00 dx01 dx02 dx10 dx11 dx12 dx20 dx21 dx22")).toEqual([
      2, -1, -1, 3, 12, 0, -2, 3, 9,
    ]);
    expect(read("db products outputs")).toEqual([5, 4, 4]);
  });

  it("slides with a stride over a padded input, as loops do", () => {
    const x = [
      [1, -2, 3, 0],
      [4, 5, -1, 2],
      [0, 7, 2, -3],
    ];
    const w = [
      [1, 2],
      [3, -1],
    ];
    const dy = [
      [1, 2, 3],
      [-1, 0, 4],
    ];
    const work = workOf("convolution", { x, w, dy, bias: 0, stride: 2, padding: 1 });
    const around = { stride: 2, top: 1, left: 1, bottom: 1, right: 1 };
    expect(planesOf(work, 0)[2]?.rows).toEqual(slide(x, w, around));
    expect(planesOf(work, 1)[2]?.rows).toEqual(
      [0, 1].map((u) =>
        [0, 1].map((v) =>
          dy.reduce(
            (sum, row, i) =>
              row.reduce((part, g, j) => part + g * (x[i * 2 + u - 1]?.[j * 2 + v - 1] ?? 0), sum),
            0,
          ),
        ),
      ),
    );
    expect(work.results["db"]).toBe(9);
  });

  it("marks only cells of the input, where the first window hangs over its border", () => {
    const dy = [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ];
    const [x] = planesOf(workOf("convolution", { padding: 1, dy }), 0);
    expect(x?.lit).toEqual([[0, 0]]);
  });

  it("says which gradient would fit the output", () => {
    expect(() => workOf("convolution", { stride: 2 })).toThrow(/1×1/);
  });
});

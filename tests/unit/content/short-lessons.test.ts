import { describe, expect, it } from "vitest";
import { FILTERS } from "@/content/lessons/channels-and-filters";
import { CONNECTED, FIRST_LAYER, LARGER_IMAGE } from "@/content/lessons/counting";
import { AVERAGE, FINAL_WINNER, MAX } from "@/content/lessons/pooling";
import {
  FINAL_CHAIN,
  FINAL_FIELD,
  LARGE_KERNEL,
  SMALL_KERNEL,
  STACK,
  STRIDED_CHAIN,
} from "@/content/lessons/receptive-field";
import { PADDING, STRIDE } from "@/content/lessons/stride-and-padding";
import { FINAL_UPSAMPLING, OTHER_WAY, STAMPS } from "@/content/lessons/transposed-convolution";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type ChainLayer, receptiveField, receptiveFields, toNested } from "@/lib/tensor";
import { given, gradient, output, playerOf, solved, total, totalsOf, values } from "./solving";

function countsOf(draft: QuestionDraft) {
  return solve(questionFrom(draft));
}

/** What one sheet and its slice of the first filter come to in the first window. */
function part(channel: number): number {
  const x = { shape: [3, 3], data: given(FILTERS, "x").slice(channel * 9, (channel + 1) * 9) };
  const w = { shape: [2, 2], data: given(FILTERS, "w").slice(channel * 4, (channel + 1) * 4) };
  return values(output({ op: "conv2d", inputs: { x, w } }))[0] ?? Number.NaN;
}

function sizes(chain: readonly ChainLayer[]): number[] {
  return receptiveFields(chain).map(({ size }) => size);
}

describe("channels and filters", () => {
  it("the channels of a filter add up to one number, and the bias comes once", () => {
    expect([part(0), part(1)]).toEqual([0, 3]);
    expect(values(output(FILTERS))[0]).toBe(part(0) + part(1) + 1);
  });

  it("every filter's outputs are different numbers", () => {
    const all = values(output(FILTERS));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("pooling", () => {
  it("the tie in the second window goes to the first maximum", () => {
    expect(values(toNested(solved(MAX).indices ?? solved(MAX).y))).toEqual([1, 1, 3, 5]);
    expect(values(gradient(MAX, "x"))).toEqual([0, 12, 0, -4, 0, 16, 0, 0, 0]);
  });

  it("both kinds hand on the whole of G, 24", () => {
    expect([MAX, AVERAGE].map((draft) => total(gradient(draft, "x")))).toEqual([24, 24]);
    expect(total(given(MAX, "dy"))).toBe(24);
  });

  it("in the last question the middle cell wins three windows", () => {
    expect(values(gradient(FINAL_WINNER, "x"))[4]).toBe(1 + 3 + 5);
  });
});

describe("stride and padding", () => {
  it("the last row and column of the strided example make no difference", () => {
    const data = Array.from(questionFrom(STRIDE).inputs.x?.data ?? []);
    const changed = data.map((value, index) => (index % 5 === 4 || index >= 20 ? 9 : value));
    const x = { shape: [5, 5], data: changed };
    expect(output({ ...STRIDE, inputs: { ...STRIDE.inputs, x } })).toEqual(output(STRIDE));
  });

  it("a border of (k − 1)/2 keeps the size", () => {
    expect(solved(PADDING).shapes.y).toEqual(solved(PADDING).shapes.x);
  });
});

describe("transposed convolution", () => {
  it("is the input gradient of the convolution with the same kernel and stride", () => {
    expect(gradient(OTHER_WAY, "x")).toEqual(output(STAMPS));
  });

  it("one input's stamp a step, until the whole output is there", () => {
    const totals = totalsOf(playerOf("transposed-convolution", "Stamps that add"));
    const all = given(STAMPS, "x");
    totals.forEach((draft, step) => {
      const stamped = all.map((value, index) => (index <= step ? value : 0));
      expect(given(draft, "x")).toEqual(stamped);
    });
    expect(output(totals.at(-1) ?? STAMPS)).toEqual(output(STAMPS));
  });

  it.each([1, 2, 7, 28])("kernel 4, stride 2 and padding 1 double %i cells exactly", (size) => {
    const inputs = { x: { shape: [8, size, size] }, w: { shape: [8, 3, 4, 4] } };
    const { y } = solve(questionFrom({ ...FINAL_UPSAMPLING, inputs })).shapes;
    expect(y).toEqual([3, 2 * size, 2 * size]);
  });

  it("with stride 2, inputs of 5 and 6 cells have outputs of the same size", () => {
    const [five, six] = [5, 6].map((size) => {
      const inputs = { x: { shape: [size, size] }, w: { shape: [3, 3] } };
      return solve(questionFrom({ op: "conv2d", params: { stride: 2 }, inputs })).shapes.y;
    });
    expect(five).toEqual(six);
  });
});

describe("counting", () => {
  it("parameters do not grow with the image; MACs and memory do", () => {
    const [small, large] = [countsOf(FIRST_LAYER), countsOf(LARGER_IMAGE)];
    expect(large.params).toBe(small.params);
    expect(large.macs).toBe(4 * small.macs);
    expect(large.memory.y?.bytes).toBe(4 * (small.memory.y?.bytes ?? 0));
    expect(small.params * 4).toBeLessThan(2000);
  });

  it("the fully connected layer joins as many values", () => {
    const [conv, connected] = [countsOf(FIRST_LAYER), countsOf(CONNECTED)];
    for (const name of ["x", "y"]) {
      expect(connected.memory[name]?.values).toBe(conv.memory[name]?.values);
    }
  });
});

describe("the receptive field", () => {
  it("grows by a rim a layer, and faster after a stride", () => {
    expect(sizes(STACK)).toEqual([3, 5, 7]);
    expect(sizes(STRIDED_CHAIN)).toEqual([3, 7]);
    expect(receptiveFields(STRIDED_CHAIN).map(({ jump }) => jump)).toEqual([2, 2]);
    const halving = { kernel: 3, stride: 2 };
    expect(sizes([halving, halving, halving, halving])).toEqual([3, 7, 15, 31]);
  });

  it.each([
    ["A rim for every layer", [{ size: 1 }, ...receptiveFields(STACK)], 2],
    ["A stride of 2 in the first layer", [{ size: 1 }, ...receptiveFields(STRIDED_CHAIN)], 1],
  ])("%s: the lit cells are as many as the field is wide", (title, fields, axes) => {
    const lit = playerOf("receptive-field", title).plan.map((entry) =>
      "remark" in entry ? (entry.cells?.length ?? 0) : 0,
    );
    expect(lit).toEqual(fields.map(({ size }) => size ** axes));
  });

  it("three 3×3 layers see what one 7×7 does, with 27 weights for its 49", () => {
    expect(receptiveField(STACK).size).toBe(7);
    const [small, large] = [SMALL_KERNEL, LARGE_KERNEL].map((draft) => solve(questionFrom(draft)));
    expect((3 * (small?.params ?? 0)) / (large?.params ?? 1)).toBeCloseTo(27 / 49, 12);
  });

  it("the last question is the same forwards and backwards", () => {
    const { size } = receptiveField(FINAL_CHAIN);
    expect(solve(questionFrom(FINAL_FIELD)).shapes.y).toEqual([size, size]);
    expect(questionFrom(FINAL_FIELD).inputs.x?.shape[0]).toBe(
      receptiveField(FINAL_CHAIN.slice(1)).size,
    );
  });
});

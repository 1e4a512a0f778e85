import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Conv2dOptions,
  conv2d,
  conv2dInputGradient,
  conv2dOutputShape,
  conv2dWeightGradient,
  convTranspose2d,
  convTranspose2dInputGradient,
  convTranspose2dWeightGradient,
  fromNested,
  tensor,
} from "@/lib/tensor";
import { expectSameTensor } from "./agreement";
import { RUNS, convolution, transposedConvolution, wholes } from "./conv-questions";
import { built, concatenated, inner, scaled, slice, sum } from "./tensor-algebra";

function expectLaw<T>(questions: fc.Arbitrary<T>, law: (question: T) => void): void {
  fc.assert(fc.property(questions, law), RUNS);
}

const convolutionOfTwo = convolution.chain((posed) =>
  fc.record({
    posed: fc.constant(posed),
    x: wholes(posed.x.shape),
    w: wholes(posed.w.shape),
    factor: fc.integer({ min: -3, max: 3 }),
  }),
);

/** The output's height for an input of this height and width 9. */
function heightOf(
  { input, kernel }: { readonly input: number; readonly kernel: number },
  options: Conv2dOptions,
): number {
  return conv2dOutputShape([1, 1, input, 9], [1, 1, kernel, 1], options)[2] ?? 0;
}

/** The frame where a question has none. */
const FRAME = [2, 0, 1, 3] as const;

describe("a convolution", () => {
  it("correlates, it does not flip the kernel", () => {
    const x = fromNested([[[[1, 2, 3]]]]);
    expectSameTensor(conv2d(x, fromNested([[[[1, 10]]]]), undefined), fromNested([[[[21, 32]]]]));
  });

  it("is linear in x", () => {
    expectLaw(convolutionOfTwo, ({ posed: { x, w, options }, x: other, factor }) => {
      const whole = conv2d(sum(x, scaled(other, factor)), w, undefined, options);
      const parts = conv2d(other, w, undefined, options);
      expectSameTensor(whole, sum(conv2d(x, w, undefined, options), scaled(parts, factor)));
    });
  });

  it("is linear in w", () => {
    expectLaw(convolutionOfTwo, ({ posed: { x, w, options }, w: other, factor }) => {
      const whole = conv2d(x, sum(w, scaled(other, factor)), undefined, options);
      const parts = conv2d(x, other, undefined, options);
      expectSameTensor(whole, sum(conv2d(x, w, undefined, options), scaled(parts, factor)));
    });
  });

  it("adds its bias to every cell of its channel", () => {
    expectLaw(convolution, ({ x, w, b, options }) => {
      const bare = conv2d(x, w, undefined, options);
      const biased = built(bare.shape, ([, channel = 0]) => b.data[channel]);
      expectSameTensor(conv2d(x, w, b, options), sum(bare, biased));
    });
  });

  it("of the whole batch is the convolutions of its images, stacked", () => {
    expectLaw(convolution, ({ x, w, b, options }) => {
      const singles = Array.from({ length: x.shape[0] ?? 0 }, (_, n) =>
        conv2d(slice(x, 0, n, n + 1), w, b, options),
      );
      expectSameTensor(conv2d(x, w, b, options), concatenated(singles, 0));
    });
  });

  it("in groups is separate convolutions side by side", () => {
    expectLaw(convolution, ({ x, w, options: { groups = 1, ...options } }) => {
      const inPerGroup = (x.shape[1] ?? 0) / groups;
      const outPerGroup = (w.shape[0] ?? 0) / groups;
      const separate = Array.from({ length: groups }, (_, group) =>
        conv2d(
          slice(x, 1, group * inPerGroup, (group + 1) * inPerGroup),
          slice(w, 0, group * outPerGroup, (group + 1) * outPerGroup),
          undefined,
          options,
        ),
      );
      expectSameTensor(conv2d(x, w, undefined, { ...options, groups }), concatenated(separate, 1));
    });
  });

  it("with dilation is one with zeros between the kernel's taps", () => {
    expectLaw(convolution, ({ x, w, options: { dilation = 1, ...options } }) => {
      const [down, across] = typeof dilation === "number" ? [dilation, dilation] : dilation;
      const [filters = 0, channels = 0, height = 0, width = 0] = w.shape;
      const stuffed = built(
        [filters, channels, down * (height - 1) + 1, across * (width - 1) + 1],
        ([o = 0, c = 0, u = 0, v = 0]) => {
          const between = u % down !== 0 || v % across !== 0;
          const tap = ((o * channels + c) * height + u / down) * width + v / across;
          return between ? 0 : w.data[tap];
        },
      );
      expectSameTensor(
        conv2d(x, w, undefined, { ...options, dilation }),
        conv2d(x, stuffed, undefined, options),
      );
    });
  });

  it("with padding is one without, on an input framed by zeros", () => {
    expectLaw(convolution, ({ x, w, options: { pad = FRAME, ...options } }) => {
      const [top, left, bottom, right] = pad;
      const [batch = 0, channels = 0, height = 0, width = 0] = x.shape;
      const framed = built(
        [batch, channels, top + height + bottom, left + width + right],
        ([n = 0, c = 0, row = 0, column = 0]) => {
          const [h, v] = [row - top, column - left];
          const inside = h >= 0 && h < height && v >= 0 && v < width;
          return inside ? x.data[((n * channels + c) * height + h) * width + v] : 0;
        },
      );
      const floor = { ...options, rounding: "floor" as const };
      fc.pre((w.shape[2] ?? 0) * 3 <= height + top + bottom);
      fc.pre((w.shape[3] ?? 0) * 3 <= width + left + right);
      expectSameTensor(
        conv2d(x, w, undefined, { ...floor, pad }),
        conv2d(framed, w, undefined, { ...floor, pad: [0, 0, 0, 0] }),
      );
    });
  });

  it("with stride keeps every stride-th cell of the one without", () => {
    expectLaw(convolution, ({ x, w, options: { stride = 1, ...options } }) => {
      const [down, across] = typeof stride === "number" ? [stride, stride] : stride;
      const floor = { rounding: "floor", pad: [9, 9, 9, 9] } as const;
      const fine = conv2d(x, w, undefined, { ...options, ...floor });
      const coarse = conv2d(x, w, undefined, { ...options, ...floor, stride });
      const [, channels = 0, height = 0, width = 0] = fine.shape;
      const kept = built(coarse.shape, ([n = 0, o = 0, i = 0, j = 0]) => {
        const at = ((n * channels + o) * height + i * down) * width + j * across;
        return fine.data[at];
      });
      expectSameTensor(coarse, kept);
    });
  });

  it("of a shifted input is the shifted output", () => {
    const shifts = fc.record({ down: fc.integer({ min: 0, max: 2 }), across: fc.nat({ max: 2 }) });
    expectLaw(
      fc.record({ x: wholes([1, 2, 5, 5]), w: wholes([2, 2, 3, 3]), shift: shifts }),
      ({ x, w, shift: { down, across } }) => {
        const later = conv2d(x, w, undefined, { pad: [2 + down, 2 + across, 2, 2] });
        const [, , height = 0, width = 0] = later.shape;
        const cropped = slice(slice(later, 2, down, height), 3, across, width);
        expectSameTensor(cropped, conv2d(x, w, undefined, { padding: 2 }));
      },
    );
  });
});

describe("the output's size", () => {
  const sizes = fc.record({
    input: fc.integer({ min: 1, max: 40 }),
    kernel: fc.integer({ min: 1, max: 7 }),
    stride: fc.integer({ min: 1, max: 5 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    padding: fc.integer({ min: 0, max: 4 }),
  });

  it("counts the windows that fit, one stride apart", () => {
    expectLaw(sizes, ({ stride, dilation, padding, ...size }) => {
      const span = dilation * (size.kernel - 1) + 1;
      fc.pre(span <= size.input + 2 * padding);
      const starts = Array.from({ length: size.input + 2 * padding }, (_, start) => start).filter(
        (start) => start % stride === 0 && start + span <= size.input + 2 * padding,
      );
      expect(heightOf(size, { stride, dilation, padding: [padding, 0] })).toBe(starts.length);
    });
  });

  it.each(["same", "same_lower"] as const)("with %s padding is ⌈input/stride⌉", (padding) => {
    expectLaw(sizes, ({ stride, dilation, ...size }) => {
      expect(heightOf(size, { stride, dilation, padding })).toBe(Math.ceil(size.input / stride));
    });
  });

  it("rounded up is at most one more, and its last window begins inside", () => {
    expectLaw(sizes, ({ stride, dilation, padding, ...size }) => {
      const span = dilation * (size.kernel - 1) + 1;
      fc.pre(span <= size.input + 2 * padding && padding < span);
      const options = { stride, dilation, padding: [padding, 0] as const };
      const down = heightOf(size, options);
      const up = heightOf(size, { ...options, rounding: "ceil" });
      expect([down, down + 1]).toContain(up);
      expect((up - 1) * stride).toBeLessThan(size.input + padding);
    });
  });

  it("puts an odd cell of same padding at the end, of same_lower at the beginning", () => {
    const x = tensor([1, 1, 1, 3], [1, 2, 3]);
    const w = tensor([1, 1, 1, 2], [1, 10]);
    expectSameTensor(
      conv2d(x, w, undefined, { padding: "same" }),
      tensor([1, 1, 1, 3], [21, 32, 3]),
    );
    expectSameTensor(
      conv2d(x, w, undefined, { padding: "same_lower" }),
      tensor([1, 1, 1, 3], [10, 21, 32]),
    );
  });

  it("rounded up reads zeros beyond the input's end", () => {
    const x = tensor([1, 1, 1, 4], [1, 2, 3, 4]);
    const w = tensor([1, 1, 1, 3], [1, 10, 100]);
    expectSameTensor(
      conv2d(x, w, undefined, { stride: 2, rounding: "ceil" }),
      tensor([1, 1, 1, 2], [321, 43]),
    );
  });
});

describe("a gradient is the adjoint of the pass forward", () => {
  it("⟨conv(x), dy⟩ = ⟨x, ∂x⟩ = ⟨w, ∂w⟩", () => {
    expectLaw(convolution, ({ x, w, dy, options }) => {
      const forward = inner(conv2d(x, w, undefined, options), dy);
      expect(inner(x, conv2dInputGradient(dy, w, x.shape, options))).toBe(forward);
      expect(inner(w, conv2dWeightGradient(x, dy, w.shape, options))).toBe(forward);
    });
  });

  it("⟨convT(x), dy⟩ = ⟨x, ∂x⟩ = ⟨w, ∂w⟩", () => {
    expectLaw(transposedConvolution, ({ x, w, dy, options }) => {
      const forward = inner(convTranspose2d(x, w, undefined, options), dy);
      expect(inner(x, convTranspose2dInputGradient(dy, w, x.shape, options))).toBe(forward);
      expect(inner(w, convTranspose2dWeightGradient(x, dy, w.shape, options))).toBe(forward);
    });
  });

  it("the transposed convolution is the adjoint of the convolution: ⟨conv(x), y⟩ = ⟨x, convT(y)⟩", () => {
    const questions = fc.record({
      x: wholes([2, 2, 7, 6]),
      w: wholes([3, 2, 3, 2]),
      y: wholes([2, 3, 4, 3]),
    });
    expectLaw(questions, ({ x, w, y }) => {
      const stride = 2;
      const forward = conv2d(x, w, undefined, { stride, padding: [1, 0] });
      const back = convTranspose2d(y, w, undefined, { stride, padding: [1, 0] });
      expect(forward.shape).toEqual(y.shape);
      expect(back.shape).toEqual(x.shape);
      expect(inner(forward, y)).toBe(inner(x, back));
    });
  });
});

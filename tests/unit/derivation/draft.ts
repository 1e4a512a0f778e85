import * as fc from "fast-check";
import type { QuestionDraft } from "@/lib/question";

/** Small whole numbers, so that every sum is exact. */
const value = fc.integer({ min: -4, max: 4 });

function filled(shape: readonly number[]) {
  const size = shape.reduce((product, length) => product * length, 1);
  return fc
    .array(value, { minLength: size, maxLength: size })
    .map((data) => ({ shape: [...shape], data }));
}

const sizes = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  groups: fc.integer({ min: 1, max: 2 }),
  inPerGroup: fc.integer({ min: 1, max: 2 }),
  outPerGroup: fc.integer({ min: 1, max: 2 }),
  plane: fc.tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 3, max: 5 })),
  kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
  stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
  dilation: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  pad: fc.tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 1 }),
    fc.integer({ min: 2, max: 3 }),
    fc.integer({ min: 0, max: 2 }),
  ),
  rotated: fc.boolean(),
  channelsLast: fc.boolean(),
  lowRank: fc.boolean(),
});

/** Random convolutions: strides, dilation, uneven padding, groups, batch, either layout, ranks 2 to 4. */
export const convDrafts: fc.Arbitrary<QuestionDraft> = sizes.chain((one) => {
  const single = one.lowRank && one.batch === 1;
  const [inChannels, outChannels] = [one.inPerGroup * one.groups, one.outPerGroup * one.groups];
  const image = one.channelsLast ? [...one.plane, inChannels] : [inChannels, ...one.plane];
  const xShape = single ? (inChannels === 1 ? [...one.plane] : image) : [one.batch, ...image];
  return fc
    .record({
      x: filled(xShape),
      w: filled([outChannels, one.inPerGroup, ...one.kernel]),
      b: filled([outChannels]),
    })
    .map((inputs): QuestionDraft => ({
      op: "conv2d",
      params: { stride: one.stride, dilation: one.dilation, pad: one.pad, groups: one.groups },
      inputs,
      conventions: conventionsOf(one),
    }));
});

/** Random transposed convolutions, with what a padding crops. */
export const transposedDrafts: fc.Arbitrary<QuestionDraft> = sizes.chain((one) => {
  const [inChannels, outChannels] = [one.inPerGroup * one.groups, one.outPerGroup * one.groups];
  const plane = one.plane.map((size) => size - 1);
  const image = one.channelsLast ? [...plane, inChannels] : [inChannels, ...plane];
  return fc
    .record({
      x: filled([one.batch, ...image]),
      w: filled([inChannels, one.outPerGroup, ...one.kernel]),
      b: filled([outChannels]),
    })
    .map((inputs): QuestionDraft => ({
      op: "conv_transpose2d",
      params: {
        stride: one.stride,
        dilation: one.dilation,
        padding: [Math.min(one.pad[0], (one.kernel[0] - 1) >> 1), 0],
        output_padding: [one.stride[0] - 1, 0],
        groups: one.groups,
      },
      inputs,
      conventions: conventionsOf(one),
    }));
});

function conventionsOf(one: { readonly rotated: boolean; readonly channelsLast: boolean }) {
  return {
    operation: one.rotated ? ("convolution" as const) : ("correlation" as const),
    layout: one.channelsLast ? ("nhwc" as const) : ("nchw" as const),
  };
}

import * as fc from "fast-check";
import {
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  type Tensor,
  KernelError,
  conv2dOutputShape,
  convTranspose2dOutputShape,
  sizeOf,
  tensor,
} from "@/lib/tensor";

/** The seed of every property of convolutions, so that a failure repeats. */
export const RUNS = { seed: 760_2352, numRuns: 150 } as const;

/** A question with whole numbers, so that every sum is exact. */
export interface Posed<Options> {
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly dy: Tensor;
  readonly options: Options;
}

/** A tensor of small whole numbers. */
export function wholes(shape: readonly number[]): fc.Arbitrary<Tensor> {
  const length = sizeOf(shape);
  return fc
    .array(fc.integer({ min: -5, max: 5 }), { minLength: length, maxLength: length })
    .map((values) => tensor(shape, values));
}

const between = (min: number, max: number) => fc.integer({ min, max });
const pair = (min: number, max: number) => fc.tuple(between(min, max), between(min, max));
const pad = fc.tuple(between(0, 3), between(0, 3), between(0, 3), between(0, 3));

const channels = fc.record({
  batch: between(1, 2),
  groups: between(1, 3),
  inPerGroup: between(1, 3),
  outPerGroup: between(1, 5),
});

const convOptions = fc.record(
  {
    stride: fc.oneof(between(1, 3), pair(1, 3)),
    padding: fc.oneof(
      between(0, 2),
      pair(0, 2),
      fc.constantFrom("same" as const, "same_lower" as const, "valid" as const),
    ),
    pad,
    dilation: fc.oneof(between(1, 2), pair(1, 3)),
    rounding: fc.constantFrom("floor" as const, "ceil" as const),
  },
  { requiredKeys: [] },
);

/** Any convolution that fits: stride, asymmetric, same and valid padding, dilation, groups, batch, both roundings. */
export const convolution: fc.Arbitrary<Posed<Conv2dOptions>> = fc
  .record({ channels, kernel: pair(1, 4), input: pair(1, 9), options: convOptions })
  .map(({ channels: { batch, groups, inPerGroup, outPerGroup }, kernel, input, options }) => ({
    xShape: [batch, groups * inPerGroup, ...input],
    wShape: [groups * outPerGroup, inPerGroup, ...kernel],
    options: { ...options, groups },
  }))
  .filter(({ xShape, wShape, options }) => fits(() => conv2dOutputShape(xShape, wShape, options)))
  .chain(({ xShape, wShape, options }) =>
    fc.record({
      x: wholes(xShape),
      w: wholes(wShape),
      b: wholes(wShape.slice(0, 1)),
      dy: wholes(conv2dOutputShape(xShape, wShape, options)),
      options: fc.constant(options),
    }),
  );

const transposedOptions = fc
  .record({ stride: pair(1, 3), dilation: pair(1, 3), pad, output_padding: pair(0, 2) })
  .map(({ output_padding: extra, ...options }) => ({
    ...options,
    output_padding: [
      Math.min(extra[0], Math.max(options.stride[0], options.dilation[0]) - 1),
      Math.min(extra[1], Math.max(options.stride[1], options.dilation[1]) - 1),
    ] as const,
  }));

/** Any transposed convolution of which padding leaves something. */
export const transposedConvolution: fc.Arbitrary<Posed<ConvTranspose2dOptions>> = fc
  .record({ channels, kernel: pair(1, 4), input: pair(1, 5), options: transposedOptions })
  .map(({ channels: { batch, groups, inPerGroup, outPerGroup }, kernel, input, options }) => ({
    xShape: [batch, groups * outPerGroup, ...input],
    wShape: [groups * outPerGroup, inPerGroup, ...kernel],
    options: { ...options, groups },
  }))
  .filter(({ xShape, wShape, options }) =>
    fits(() => convTranspose2dOutputShape(xShape, wShape, options)),
  )
  .chain(({ xShape, wShape, options }) => {
    const yShape = convTranspose2dOutputShape(xShape, wShape, options);
    return fc.record({
      x: wholes(xShape),
      w: wholes(wShape),
      b: wholes(yShape.slice(1, 2)),
      dy: wholes(yShape),
      options: fc.constant(options),
    });
  });

function fits(shape: () => number[]): boolean {
  try {
    shape();
    return true;
  } catch (error) {
    if (error instanceof KernelError && error.code === "ERR_WINDOW") return false;
    throw error;
  }
}

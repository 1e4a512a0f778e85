import * as fc from "fast-check";
import type { Ask, QuestionDraft } from "@/lib/question";

const integer = fc.integer({ min: -4, max: 4 });
const size = fc.integer({ min: 1, max: 3 });

/** A small tensor of whole numbers, so that ties and zeros are common. */
function values(shape: readonly number[]) {
  const count = shape.reduce((product, length) => product * length, 1);
  return fc.array(integer, { minLength: count, maxLength: count }).map((data) => ({ shape, data }));
}

const side = fc.integer({ min: 3, max: 5 });

const layout = fc.constantFrom("nchw" as const, "nhwc" as const);
/** An image of rank 2, 3 or 4, in either layout. */
const image = fc
  .tuple(layout, fc.integer({ min: 2, max: 4 }), size, size, side, side)
  .chain(([order, rank, batch, channels, height, width]) => {
    const shape =
      order === "nchw" ? [batch, channels, height, width] : [batch, height, width, channels];
    const plane = rank === 2 ? [height, width] : shape.slice(4 - rank);
    return values(plane).map((x) => ({ x, order }));
  });

const matrix = fc.tuple(size, fc.integer({ min: 2, max: 4 })).chain(values);

function images(
  op: QuestionDraft["op"],
  params: fc.Arbitrary<NonNullable<QuestionDraft["params"]>>,
): fc.Arbitrary<QuestionDraft> {
  return fc.tuple(image, params).map(([{ x, order }, drawn]) => ({
    op,
    inputs: { x },
    params: drawn,
    conventions: { layout: order },
  }));
}

const sliding = {
  kernel: fc.integer({ min: 2, max: 3 }),
  stride: fc.integer({ min: 1, max: 3 }),
  padding: fc.integer({ min: 0, max: 1 }),
  ceil_mode: fc.boolean(),
};
const none = fc.constant({});
const adaptive = fc.record({ output_size: fc.tuple(size, size) });

const unpooling = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
  .chain(([height, width]): fc.Arbitrary<QuestionDraft> => {
    const shape = [height, width];
    const count = height * width;
    const place = fc.integer({ min: 0, max: 11 });
    return fc.record({
      op: fc.constant("max_unpool2d" as const),
      inputs: fc.record({
        x: values(shape),
        indices: fc
          .array(place, { minLength: count, maxLength: count })
          .map((data) => ({ shape, data })),
      }),
      params: fc.record({
        output_size: fc.constant([3, 4] as const),
        overlap: fc.constantFrom("overwrite" as const, "sum" as const),
      }),
    });
  });

const linear = fc
  .tuple(size, size, size)
  .chain(([samples, inFeatures, outFeatures]): fc.Arbitrary<QuestionDraft> =>
    fc.record({
      op: fc.constant("linear" as const),
      inputs: fc.record({
        x: values([samples, inFeatures]),
        w: values([outFeatures, inFeatures]),
        b: values([outFeatures]),
      }),
    }),
  );

const crossEntropy = fc
  .tuple(size, fc.integer({ min: 2, max: 4 }))
  .chain(([samples, classes]): fc.Arbitrary<QuestionDraft> =>
    fc.record({
      op: fc.constant("cross_entropy" as const),
      inputs: fc.record({
        x: values([samples, classes]),
        target: fc
          .array(fc.integer({ min: 0, max: classes - 1 }), {
            minLength: samples,
            maxLength: samples,
          })
          .map((data) => ({ shape: [samples], data })),
      }),
    }),
  );

const squaredError = fc.tuple(size, size).chain((shape): fc.Arbitrary<QuestionDraft> =>
  fc.record({
    op: fc.constant("mse_loss" as const),
    inputs: fc.record({ x: values(shape), target: values(shape) }),
  }),
);

const batchNorm = fc
  .tuple(size, size, fc.integer({ min: 2, max: 3 }))
  .chain(([batch, channels, height]): fc.Arbitrary<QuestionDraft> =>
    fc.record({
      op: fc.constant("batch_norm_train" as const),
      inputs: fc.record({
        x: values([batch, channels, height, 2]),
        gamma: values([channels]),
        beta: values([channels]),
      }),
      params: fc.constant({ eps: 1e-3 }),
    }),
  );

/** Small random questions of every operation here, with what can be asked of each. */
export const RANDOM_QUESTIONS: readonly (readonly [
  name: string,
  questions: fc.Arbitrary<QuestionDraft>,
  asks: readonly Ask[],
])[] = [
  [
    "max_pool2d",
    images("max_pool2d", fc.record({ ...sliding, dilation: fc.constant(1) })),
    ["y", "indices", "grads.x"],
  ],
  [
    "avg_pool2d",
    images("avg_pool2d", fc.record({ ...sliding, count_include_pad: fc.boolean() })),
    ["y", "grads.x"],
  ],
  ["adaptive_max_pool2d", images("adaptive_max_pool2d", adaptive), ["y", "indices", "grads.x"]],
  ["adaptive_avg_pool2d", images("adaptive_avg_pool2d", adaptive), ["y", "grads.x"]],
  ["global_max_pool2d", images("global_max_pool2d", none), ["y", "indices", "grads.x"]],
  ["global_avg_pool2d", images("global_avg_pool2d", none), ["y", "grads.x"]],
  ["max_unpool2d", unpooling, ["y", "grads.x"]],
  ["linear", linear, ["y", "grads.x", "grads.w", "grads.b"]],
  ["relu", images("relu", none), ["y", "grads.x"]],
  [
    "softmax",
    matrix.chain((x) =>
      fc.record({
        op: fc.constant("softmax" as const),
        inputs: fc.constant({ x }),
        params: fc.record({ axis: fc.integer({ min: -2, max: 1 }) }),
      }),
    ),
    ["y", "grads.x"],
  ],
  ["cross_entropy", crossEntropy, ["y", "grads.x"]],
  ["mse_loss", squaredError, ["y", "grads.x"]],
  ["batch_norm_train", batchNorm, ["y", "grads.x", "grads.gamma", "grads.beta"]],
  ["gram", images("gram", fc.record({ normalize: fc.boolean() })), ["y", "grads.x"]],
];

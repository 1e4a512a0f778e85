import * as fc from "fast-check";
import type { QuestionDraft } from "@/lib/question";
import { RANDOM_QUESTIONS } from "../../derivation/random-questions";
import { wholeTensor } from "../../tensor/arbitraries";

const size = fc.integer({ min: 1, max: 2 });

const convolution = fc
  .record({
    batch: size,
    inChannels: size,
    outChannels: size,
    kernel: size,
    stride: size,
    padding: fc.integer({ min: 0, max: 1 }),
    operation: fc.constantFrom("correlation" as const, "convolution" as const),
  })
  .chain(({ batch, inChannels, outChannels, kernel, stride, padding, operation }) =>
    fc.record({
      op: fc.constant("conv2d" as const),
      inputs: fc.record({
        x: wholeTensor([batch, inChannels, 3, 4]),
        w: wholeTensor([outChannels, inChannels, kernel, 2]),
        b: wholeTensor([outChannels]),
      }),
      params: fc.constant({ stride, padding }),
      conventions: fc.constant({ operation }),
    }),
  );

const transposed = fc
  .record({ inChannels: size, outChannels: size, kernel: size, stride: size })
  .chain(({ inChannels, outChannels, kernel, stride }) =>
    fc.record({
      op: fc.constant("conv_transpose2d" as const),
      inputs: fc.record({
        x: wholeTensor([1, inChannels, 2, 2]),
        w: wholeTensor([inChannels, outChannels, kernel, 2]),
        b: wholeTensor([outChannels]),
      }),
      params: fc.constant({ stride }),
    }),
  );

/** Small random questions of every operation. */
export const QUESTIONS: readonly (readonly [string, fc.Arbitrary<QuestionDraft>])[] = [
  ["conv2d", convolution],
  ["conv_transpose2d", transposed],
  ...RANDOM_QUESTIONS.map(([name, questions]) => [name, questions] as const),
];

import type { Examiner } from "./learner";
import * as adaptive from "./learners/adaptive";
import * as conv from "./learners/conv";
import * as convGradients from "./learners/conv-gradients";
import * as counts from "./learners/counts";
import * as losses from "./learners/losses";
import * as memory from "./learners/memory";
import * as networks from "./learners/networks";
import * as norm from "./learners/norm";
import * as pooling from "./learners/pooling";
import * as shapes from "./learners/shapes";
import * as transposed from "./learners/transposed";
import * as transposedGradients from "./learners/transposed-gradients";
import * as unpooling from "./learners/unpooling";
import * as vectors from "./learners/vectors";

/** Every examiner; each sets as many exams as any other, and the convolution's output twice as many. */
export const EXAMINERS: readonly Examiner[] = [
  conv.convForward,
  ...Object.values(conv),
  ...Object.values(convGradients),
  ...Object.values(transposed),
  ...Object.values(transposedGradients),
  ...Object.values(pooling),
  ...Object.values(adaptive),
  ...Object.values(unpooling),
  ...Object.values(vectors),
  ...Object.values(losses),
  ...Object.values(norm),
  ...Object.values(shapes),
  ...Object.values(counts),
  ...Object.values(memory),
  ...Object.values(networks),
];

import type { Examiner } from "./learner";
import {
  convBiasGradient,
  convForward,
  convInputGradient,
  convWeightGradient,
} from "./learners/conv";
import { transposedForward } from "./learners/transposed";
import {
  avgPoolForward,
  avgPoolGradient,
  globalAverage,
  maxPoolForward,
  maxPoolGradient,
  poolIndices,
} from "./learners/pooling";
import {
  convFlops,
  convMacs,
  convParameters,
  convShape,
  linearParameters,
  memoryBytes,
  memoryValues,
  poolShape,
  receptiveField,
  transposedShape,
} from "./learners/sizes";
import {
  batchNormForward,
  crossEntropyGradient,
  gramForward,
  linearBiasGradient,
  linearForward,
  linearWeightGradient,
  mseGradient,
  reluGradient,
  softmaxForward,
} from "./learners/vectors";

/** Every examiner, and how many exams it sets for one of the others'. */
export const EXAMINERS: readonly Examiner[] = [
  convForward,
  convForward,
  convInputGradient,
  convWeightGradient,
  convBiasGradient,
  transposedForward,
  maxPoolForward,
  avgPoolForward,
  globalAverage,
  poolIndices,
  maxPoolGradient,
  avgPoolGradient,
  linearForward,
  linearWeightGradient,
  linearBiasGradient,
  reluGradient,
  softmaxForward,
  crossEntropyGradient,
  mseGradient,
  batchNormForward,
  gramForward,
  convShape,
  transposedShape,
  poolShape,
  convParameters,
  linearParameters,
  convMacs,
  convFlops,
  memoryBytes,
  memoryValues,
  receptiveField,
];

import type { Exercise } from "./exercise";
import { activationMemory } from "./types/activation-memory";
import { arrivingGradientShape } from "./types/arriving-gradient-shape";
import { avgPool } from "./types/avg-pool";
import { avgPoolBackward } from "./types/avg-pool-backward";
import { avgPoolInside } from "./types/avg-pool-inside";
import { avgPoolPadded } from "./types/avg-pool-padded";
import { batchNormParameters } from "./types/batch-norm-parameters";
import { bottleneck } from "./types/bottleneck";
import { bottleneckSaving } from "./types/bottleneck-saving";
import { chainGradient } from "./types/chain-gradient";
import { conv1d } from "./types/conv-1d";
import { convAgainstLinear } from "./types/conv-against-linear";
import { convBiasGradient } from "./types/conv-bias-gradient";
import { convChannelGradient } from "./types/conv-channel-gradient";
import { convChannels } from "./types/conv-channels";
import { convDilated } from "./types/conv-dilated";
import { convForward } from "./types/conv-forward";
import { convGrouped } from "./types/conv-grouped";
import { convInputGradient } from "./types/conv-input-gradient";
import { convInputGradientStrided } from "./types/conv-input-gradient-strided";
import { convStridePadding } from "./types/conv-stride-padding";
import { convWeightGradient } from "./types/conv-weight-gradient";
import { convWeightGradientBatch } from "./types/conv-weight-gradient-batch";
import { convWeightGradientStrided } from "./types/conv-weight-gradient-strided";
import { crossEntropy } from "./types/cross-entropy";
import { crossEntropyBackward } from "./types/cross-entropy-backward";
import { depthwise } from "./types/depthwise";
import { depthwiseSeparable } from "./types/depthwise-separable";
import { dilatedGradient } from "./types/dilated-gradient";
import { droppedRowGradient } from "./types/dropped-row-gradient";
import { findKernel } from "./types/find-kernel";
import { findPadding } from "./types/find-padding";
import { findSettings } from "./types/find-settings";
import { findStride } from "./types/find-stride";
import { flattenSize } from "./types/flatten-size";
import { flops } from "./types/flops";
import { globalAvgPool } from "./types/global-avg-pool";
import { gradientShapes } from "./types/gradient-shapes";
import { groupedGradient } from "./types/grouped-gradient";
import { groupedParameters } from "./types/grouped-parameters";
import { inputSizes } from "./types/input-sizes";
import { kernelGradientShape } from "./types/kernel-gradient-shape";
import { linearBackward } from "./types/linear-backward";
import { linearForward } from "./types/linear-forward";
import { linearParameters } from "./types/linear-parameters";
import { macs } from "./types/macs";
import { maxPoolBackward } from "./types/max-pool-backward";
import { maxPoolForward } from "./types/max-pool-forward";
import { maxPoolIndices } from "./types/max-pool-indices";
import { maxPoolPadded } from "./types/max-pool-padded";
import { maxPoolTiedIndices } from "./types/max-pool-tied-indices";
import { maxPoolTies } from "./types/max-pool-ties";
import { maxUnpool } from "./types/max-unpool";
import { maxUnpoolBackward } from "./types/max-unpool-backward";
import { memory } from "./types/memory";
import { mseBackward } from "./types/mse-backward";
import { networkParameters } from "./types/network-parameters";
import { outputShape } from "./types/output-shape";
import { outputSize } from "./types/output-size";
import { outputSizeDilated } from "./types/output-size-dilated";
import { paddedShape } from "./types/padded-shape";
import { parameters } from "./types/parameters";
import { pixelShuffle } from "./types/pixel-shuffle";
import { pointwise } from "./types/pointwise";
import { pointwiseGradient } from "./types/pointwise-gradient";
import { poolSize } from "./types/pool-size";
import { poolSizeCeil } from "./types/pool-size-ceil";
import { receptiveField } from "./types/receptive-field";
import { reluBackward } from "./types/relu-backward";
import { reluForward } from "./types/relu-forward";
import { samePadding } from "./types/same-padding";
import { sameSize } from "./types/same-size";
import { separableRatio } from "./types/separable-ratio";
import { softmaxForward } from "./types/softmax-forward";
import { spotTheError } from "./types/spot-the-error";
import { stackedKernels } from "./types/stacked-kernels";
import { stackedSaving } from "./types/stacked-saving";
import { tfSame } from "./types/tf-same";
import { trainingMemory } from "./types/training-memory";
import { transposedForward } from "./types/transposed-forward";
import { transposedGradient } from "./types/transposed-gradient";
import { transposedParameters } from "./types/transposed-parameters";
import { transposedSize } from "./types/transposed-size";
import { transposedStride } from "./types/transposed-stride";
import { transposedWeightGradient } from "./types/transposed-weight-gradient";
import { unsharedParameters } from "./types/unshared-parameters";

/** Every type of exercise, in the order in which one would learn them. */
export const EXERCISES: readonly Exercise[] = [
  outputSize,
  outputSizeDilated,
  outputShape,
  paddedShape,
  samePadding,
  sameSize,
  tfSame,
  inputSizes,
  findPadding,
  findKernel,
  findStride,
  findSettings,
  poolSize,
  poolSizeCeil,
  pixelShuffle,
  gradientShapes,
  arrivingGradientShape,
  kernelGradientShape,
  parameters,
  groupedParameters,
  linearParameters,
  batchNormParameters,
  transposedParameters,
  unsharedParameters,
  convAgainstLinear,
  macs,
  flops,
  depthwiseSeparable,
  separableRatio,
  bottleneck,
  bottleneckSaving,
  stackedKernels,
  stackedSaving,
  memory,
  activationMemory,
  trainingMemory,
  conv1d,
  convForward,
  convStridePadding,
  convChannels,
  pointwise,
  convDilated,
  convGrouped,
  depthwise,
  spotTheError,
  maxPoolForward,
  maxPoolPadded,
  maxPoolIndices,
  maxPoolTiedIndices,
  avgPool,
  avgPoolPadded,
  avgPoolInside,
  globalAvgPool,
  maxUnpool,
  maxUnpoolBackward,
  maxPoolBackward,
  maxPoolTies,
  avgPoolBackward,
  reluForward,
  reluBackward,
  softmaxForward,
  crossEntropy,
  crossEntropyBackward,
  mseBackward,
  linearForward,
  linearBackward,
  transposedSize,
  transposedForward,
  transposedStride,
  transposedGradient,
  transposedWeightGradient,
  convBiasGradient,
  convWeightGradient,
  convWeightGradientStrided,
  convWeightGradientBatch,
  convInputGradient,
  convInputGradientStrided,
  droppedRowGradient,
  convChannelGradient,
  pointwiseGradient,
  groupedGradient,
  dilatedGradient,
  receptiveField,
  flattenSize,
  networkParameters,
  chainGradient,
];

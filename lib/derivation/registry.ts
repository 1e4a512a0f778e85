import type { Op } from "@/lib/question";
import { batchNormDerivation } from "./batch-norm";
import { conv2dDerivation } from "./conv/conv2d";
import { crossEntropyDerivation } from "./cross-entropy";
import { gramDerivation } from "./gram";
import { linearDerivation } from "./linear";
import { maxUnpoolDerivation } from "./max-unpool";
import { mseLossDerivation } from "./mse-loss";
import { POOLING_DERIVATIONS } from "./pooling";
import { reluDerivation } from "./relu";
import { softmaxDerivation } from "./softmax";
import type { OpDerivation } from "./working";

/** Every operation that can be worked out step by step. */
export const DERIVATIONS: Readonly<Record<Op, OpDerivation>> = {
  conv2d: convDerivation,
  conv_transpose2d: convDerivation,
  ...POOLING_DERIVATIONS,
  max_unpool2d: maxUnpoolDerivation,
  linear: linearDerivation,
  relu: reluDerivation,
  softmax: softmaxDerivation,
  cross_entropy: crossEntropyDerivation,
  mse_loss: mseLossDerivation,
  batch_norm_train: batchNormDerivation,
  gram: gramDerivation,
};

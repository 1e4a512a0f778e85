import type { Op } from "@/lib/question";
import { batchNormDerivation } from "./layers/batch-norm";
import { convDerivation } from "./conv/derivation";
import { crossEntropyDerivation } from "./layers/cross-entropy";
import { gramDerivation } from "./layers/gram";
import { linearDerivation } from "./layers/linear";
import { maxUnpoolDerivation } from "./pooling/max-unpool";
import { mseLossDerivation } from "./layers/mse-loss";
import { POOLING_DERIVATIONS } from "./pooling/pooling";
import { reluDerivation } from "./layers/relu";
import { softmaxDerivation } from "./layers/softmax";
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

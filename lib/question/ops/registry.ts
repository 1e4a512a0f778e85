import type { Op } from "../question";
import { reluOperation, softmaxOperation } from "./activations";
import {
  adaptiveAvgPool2dOperation,
  adaptiveMaxPool2dOperation,
  globalAvgPool2dOperation,
  globalMaxPool2dOperation,
} from "./adaptive-pool2d";
import { batchNormTrainOperation } from "./batch-norm";
import { conv2dOperation } from "./conv2d";
import { convTranspose2dOperation } from "./conv-transpose2d";
import { gramOperation } from "./gram";
import { linearOperation } from "./linear";
import { crossEntropyOperation, mseLossOperation } from "./losses";
import { maxUnpool2dOperation } from "./max-unpool2d";
import type { Operation } from "./operation";
import { avgPool2dOperation, maxPool2dOperation } from "./pool2d";

/** Every operation that a question can name. */
export const OPERATIONS: Readonly<Record<Op, Operation>> = {
  conv2d: conv2dOperation,
  conv_transpose2d: convTranspose2dOperation,
  max_pool2d: maxPool2dOperation,
  avg_pool2d: avgPool2dOperation,
  max_unpool2d: maxUnpool2dOperation,
  global_avg_pool2d: globalAvgPool2dOperation,
  global_max_pool2d: globalMaxPool2dOperation,
  adaptive_avg_pool2d: adaptiveAvgPool2dOperation,
  adaptive_max_pool2d: adaptiveMaxPool2dOperation,
  linear: linearOperation,
  relu: reluOperation,
  softmax: softmaxOperation,
  cross_entropy: crossEntropyOperation,
  mse_loss: mseLossOperation,
  batch_norm_train: batchNormTrainOperation,
  gram: gramOperation,
};

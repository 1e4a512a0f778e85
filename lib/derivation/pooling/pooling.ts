import type { Op } from "@/lib/question";
import { avgPoolWorking } from "./avg-pool";
import { maxPoolWorking } from "./max-pool";
import { pooledShape } from "../sizes/shapes";
import type { OpDerivation } from "../working";

const maxPooling: OpDerivation = {
  tensors: ["y", "indices", "grads.x"],
  tensor: maxPoolWorking,
  outputShape: pooledShape,
};

const avgPooling: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: avgPoolWorking,
  outputShape: pooledShape,
};

/** Sliding, adaptive and global pooling differ only in how their windows are laid. */
export const POOLING_DERIVATIONS = {
  max_pool2d: maxPooling,
  adaptive_max_pool2d: maxPooling,
  global_max_pool2d: maxPooling,
  avg_pool2d: avgPooling,
  adaptive_avg_pool2d: avgPooling,
  global_avg_pool2d: avgPooling,
} satisfies Partial<Record<Op, OpDerivation>>;

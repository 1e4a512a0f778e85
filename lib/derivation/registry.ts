import { convDerivation } from "./conv/derivation";
import type { Op } from "@/lib/question";
import type { OpDerivation } from "./working";

/** Every operation that can be worked out step by step. */
export const DERIVATIONS: Readonly<Partial<Record<Op, OpDerivation>>> = {
  conv2d: convDerivation,
  conv_transpose2d: convDerivation,
};

import { type Step, deriveAll } from "@/lib/derivation";
import { receptiveFieldSteps } from "./derive-figure";
import type { NetworkQuestion } from "./network";
import { networkStages } from "./solve-network";

/**
 * The working of a network's table: every layer's output size, parameters and MACs in turn, then the receptive field
 * of the last layer, along the width too where it differs.
 *
 * @throws KernelError as `solveNetwork`
 * @example deriveNetwork(question).at(-1)?.value // the receptive field
 */
export function deriveNetwork(question: NetworkQuestion): Step[] {
  const stages = networkStages(question);
  const sizes = stages.flatMap((stage) => (stage.question ? deriveAll(stage.question) : []));
  const chain = stages.at(-1)?.leaves.chain;
  if (!chain || chain.height.length === 0) return sizes;
  return [...sizes, ...receptiveFieldSteps(chain)];
}

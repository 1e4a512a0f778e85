import { type Step, deriveAll, deriveReceptiveField } from "@/lib/derivation";
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
  const [height, width] = [deriveReceptiveField(chain.height), deriveReceptiveField(chain.width)];
  const square = chain.height.every(({ kernel, stride, dilation }, index) => {
    const other = chain.width[index];
    return kernel === other?.kernel && stride === other.stride && dilation === other.dilation;
  });
  return [...sizes, ...height.steps, ...(square ? [] : width.steps)];
}

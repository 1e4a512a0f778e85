import type { Tensor } from "@/lib/tensor";

/**
 * Whether a wrong value would make what follows too easy to earn anything: all its cells are alike where the right
 * ones are not, or fewer than half as many as of the right one are not 0.
 *
 * @example isTrivial(tensor([3], [0, 0, 0]), tensor([3], [1, 2, 3])) // true
 */
export function isTrivial(own: Tensor, right: Tensor): boolean {
  const isFlat = isConstant(own) && !isConstant(right);
  return isFlat || nonZeros(own) < nonZeros(right) / 2;
}

function isConstant({ data }: Tensor): boolean {
  return data.every((value) => value === data[0]);
}

function nonZeros({ data }: Tensor): number {
  return data.filter((value) => value !== 0).length;
}

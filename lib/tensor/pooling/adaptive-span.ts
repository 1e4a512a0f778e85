/**
 * The input cells that the i-th output of adaptive pooling covers: start = ⌊i·in/out⌋, end = ⌈(i + 1)·in/out⌉
 * (one past the last).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html
 * @example adaptiveSpan(5, 3, 1) // { start: 1, end: 4 }
 */
export function adaptiveSpan(
  inSize: number,
  outSize: number,
  i: number,
): { readonly start: number; readonly end: number } {
  return {
    start: Math.floor((i * inSize) / outSize),
    end: Math.ceil(((i + 1) * inSize) / outSize),
  };
}

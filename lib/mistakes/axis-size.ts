/** What the size along one axis is worked out from. */
export interface AxisSize {
  readonly inSize: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padBefore: number;
  readonly padAfter: number;
  /** output_padding of a transposed convolution. */
  readonly extra: number;
}

/** How it is worked out. */
export interface SizeFormula {
  readonly transposed: boolean;
  readonly rounding: "none" | "floor" | "ceil" | "plain ceil";
  readonly plusOne: boolean;
  readonly padding: "both" | "before" | "after" | "none" | "same";
  readonly stride: "used" | "ignored";
  readonly dilation: "used" | "ignored" | "times kernel";
}

/** ⌊(I + P − k′)/S⌋ + 1, or (I − 1)·S − P + k′ + extra, as the formula has it. */
export function sizeBy(axis: AxisSize, formula: SizeFormula): number {
  const stride = formula.stride === "used" ? axis.stride : 1;
  const span = spanOf(axis, formula.dilation);
  const one = formula.plusOne ? 1 : 0;
  const padding = paddingOf(axis, formula, span, stride);
  if (formula.transposed) {
    return (axis.inSize - 1) * stride - padding + (span - 1) + axis.extra + one;
  }
  const steps = (axis.inSize + padding - span) / stride;
  switch (formula.rounding) {
    case "none":
      return steps + one;
    case "floor":
      return Math.floor(steps) + one;
    case "plain ceil":
      return Math.ceil(steps) + one;
    case "ceil": {
      const last = Math.ceil(steps) * stride >= axis.inSize + axis.padBefore;
      return Math.ceil(steps) - (last && !Number.isInteger(steps) ? 1 : 0) + one;
    }
  }
}

function spanOf({ kernel, dilation }: AxisSize, how: SizeFormula["dilation"]): number {
  if (how === "ignored") return kernel;
  return how === "times kernel" ? dilation * kernel : dilation * (kernel - 1) + 1;
}

function paddingOf(
  { inSize, padBefore, padAfter }: AxisSize,
  { padding }: SizeFormula,
  span: number,
  stride: number,
): number {
  switch (padding) {
    case "both":
      return padBefore + padAfter;
    case "before":
      return padBefore;
    case "after":
      return padAfter;
    case "none":
      return 0;
    case "same":
      return Math.max((Math.ceil(inSize / stride) - 1) * stride + span - inSize, 0);
  }
}

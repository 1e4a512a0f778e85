import type { WindowAxis } from "@/lib/tensor";
import { type Expression, type Writable, juxtapose, negative, sum, symbol } from "@/lib/tex";

/** Which axes a line speaks of: one, or both where they are alike. */
export type AxisName = "height" | "width" | "both";

/** The two axes of a sliding window. */
export interface WindowAxes {
  readonly height: WindowAxis;
  readonly width: WindowAxis;
}

/** The letters for one axis: plain where both axes share the number, with a label where they differ. */
export interface AxisSymbols {
  readonly inSize: Expression;
  readonly outSize: readonly Expression[];
  readonly kernel: Expression;
  readonly spread: Expression;
  readonly stride: Expression;
  readonly dilation: Expression;
  readonly padding: Expression;
  readonly padBefore: Expression;
  readonly padAfter: Expression;
}

/**
 * The letters for one axis of a window, or for both where one line serves them.
 *
 * @example axisSymbols("height", window).kernel // k, or k_h beside another k_w
 */
export function axisSymbols(name: AxisName, window: WindowAxes): AxisSymbols {
  const side = name === "height" ? "_h" : "_w";
  const label = (...keys: readonly (keyof WindowAxis)[]): string =>
    name === "both" || keys.every((key) => window.height[key] === window.width[key]) ? "" : side;
  const [before, after] = PADDING_NAMES[name];
  const size = name === "width" ? "W" : "H";
  return {
    inSize: symbol(size),
    outSize: (name === "both" ? ["H_out", "W_out"] : [`${size}_out`]).map((out) => symbol(out)),
    kernel: symbol(`k${label("kernel")}`),
    spread: symbol(`k'${label("kernel", "dilation")}`),
    stride: symbol(`S${label("stride")}`),
    dilation: symbol(`D${label("dilation")}`),
    padding: symbol(`P${label("padBefore", "padAfter")}`),
    padBefore: symbol(`P_${before}`),
    padAfter: symbol(`P_${after}`),
  };
}

const PADDING_NAMES: Record<AxisName, readonly [before: string, after: string]> = {
  height: ["top", "bottom"],
  width: ["left", "right"],
  both: ["before", "after"],
};

/** Whether the two axes have the same numbers, so that one line serves both. */
export function alike(height: WindowAxis, width: WindowAxis): boolean {
  return (
    height.inSize === width.inSize &&
    height.outSize === width.outSize &&
    height.kernel === width.kernel &&
    height.stride === width.stride &&
    height.dilation === width.dilation &&
    height.padBefore === width.padBefore &&
    height.padAfter === width.padAfter
  );
}

/** The axes that need a line each, with how a line names them. */
export function axesOf(window: WindowAxes): readonly (readonly [AxisName, WindowAxis])[] {
  if (alike(window.height, window.width)) return [["both", window.height]];
  return [
    ["height", window.height],
    ["width", window.width],
  ];
}

/**
 * A sum whose terms may be subtracted; terms that are null are left out.
 *
 * @example signedSum([["+", "H"], ["-", "k"]]) // H − k
 */
export function signedSum(terms: readonly (readonly ["+" | "-", Writable] | null)[]): Expression {
  const kept = terms.flatMap((term) => (term ? [term] : []));
  const written = kept.map(([sign, term]) => (sign === "-" ? negative(term) : term));
  const [only] = written;
  if (written.length === 1 && typeof only === "object") return only;
  return sum(...written);
}

/** H + 2P, or H + P_top + P_bottom where the two sides differ. */
export function paddedSize(axis: WindowAxis, symbols: AxisSymbols): (readonly ["+", Writable])[] {
  if (axis.padBefore === axis.padAfter) {
    return [
      ["+", symbols.inSize],
      ["+", juxtapose(2, symbols.padding)],
    ];
  }
  return [
    ["+", symbols.inSize],
    ["+", symbols.padBefore],
    ["+", symbols.padAfter],
  ];
}

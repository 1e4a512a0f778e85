import { type WindowAxis, dilatedSize } from "@/lib/tensor";
import {
  type Writable,
  dot,
  equation,
  juxtapose,
  number,
  parentheses,
  sum,
  symbol,
} from "@/lib/tex";
import { type AxisName, type WindowAxes, axesOf, axisSymbols, signedSum } from "./size-symbols";
import type { Step } from "../step";
import { axisFacts, dilatedSteps, reach, sharesKernel, sharesRule } from "./window-size";

/** The sizes of a transposed convolution: `inSize` of its axes is the output, `outSize` the input. */
export interface TransposedSize extends WindowAxes {
  readonly outputPadding: readonly [height: number, width: number];
}

/**
 * The steps to the height and width of a transposed convolution's output,
 * (in − 1)·S + k′ − padding + output_padding.
 *
 * @example (2 − 1)·2 + 3 = 5
 */
export function transposedSizeSteps(size: TransposedSize): Step[] {
  const sameExtra = size.outputPadding[0] === size.outputPadding[1];
  const axes = sameExtra
    ? axesOf(size)
    : ([
        ["height", size.height],
        ["width", size.width],
      ] as const);
  return axes.flatMap(([name, axis], index) => {
    const extra = size.outputPadding[name === "width" ? 1 : 0];
    const [rule, numbers] = sizeSteps(size, name, axis, extra);
    return [
      ...(index > 0 && sharesKernel(size) ? [] : dilatedSteps(size, name, axis)),
      ...(index > 0 && sameExtra && sharesRule(size) ? [] : [rule]),
      numbers,
    ];
  });
}

function sizeSteps(
  size: WindowAxes,
  name: AxisName,
  axis: WindowAxis,
  extra: number,
): readonly [rule: Step, numbers: Step] {
  const symbols = axisSymbols(name, size);
  const { stride, padBefore, padAfter, outSize, inSize } = axis;
  const even = padBefore === padAfter;
  const rule = signedSum([
    ["+", dot(parentheses(sum(symbols.inSize, -1)), symbols.stride)],
    ["+", reach(axis, symbols)],
    ["-", even ? juxtapose(2, symbols.padding) : symbols.padBefore],
    even ? null : ["-", symbols.padAfter],
    extra > 0 ? ["+", symbol("P_out")] : null,
  ]);
  const cropped: (readonly ["-", Writable])[] = even
    ? [["-", dot(2, padBefore)]]
    : [
        ["-", number(padBefore)],
        ["-", number(padAfter)],
      ];
  const put = signedSum([
    ["+", dot(parentheses(sum(outSize, -1)), stride)],
    ["+", dilatedSize(axis.kernel, axis.dilation)],
    ...cropped,
    extra > 0 ? ["+", extra] : null,
  ]);
  const facts = { ...axisFacts(name), extra, stride };
  return [
    {
      rule: "transposed-size-rule",
      line: equation(...symbols.outSize, rule),
      value: null,
      cells: [],
      facts,
    },
    {
      rule: "transposed-size",
      line: equation(...symbols.outSize, put, number(inSize, "output")),
      value: inSize,
      cells: [],
      facts,
    },
  ];
}

import { type Rounding, type WindowAxis, dilatedSize } from "@/lib/tensor";
import {
  type Expression,
  type Writable,
  call,
  ceiling,
  dot,
  equation,
  floor,
  fraction,
  list,
  number,
  parentheses,
  sum,
  symbol,
} from "@/lib/tex";
import {
  type AxisName,
  type AxisSymbols,
  type WindowAxes,
  axesOf,
  axisSymbols,
  paddedSize,
  signedSum,
} from "./size-symbols";
import type { Step } from "../step";

/** How the size of a sliding window's output came about. */
export interface WindowSize extends WindowAxes {
  readonly rounding: Rounding;
  /** Whether the padding was asked for as "same". */
  readonly same: boolean;
}

/**
 * The steps to the height and width of a sliding window's output, for convolution and pooling alike:
 * the dilated kernel where there is one, the rule, the numbers put in, and what the rounding leaves
 * out. One line serves both axes where they are alike.
 *
 * @example ⌊(4 + 2·0 − 2)/2⌋ + 1 = 2
 */
export function windowSizeSteps(size: WindowSize): Step[] {
  const axes = axesOf(size);
  return axes.flatMap(([name, axis], index) => [
    ...(index > 0 && sharesKernel(size) ? [] : dilatedSteps(size, name, axis)),
    ...(size.same
      ? sameSteps(size, name, axis)
      : sizeSteps(size, name, axis, size.rounding, index === 0 || !sharesRule(size))),
    ...droppedSteps(name, axis, size.rounding),
  ]);
}

/** Whether both axes have the same kernel and dilation, so that k′ needs saying once. */
export function sharesKernel({ height, width }: WindowAxes): boolean {
  return height.kernel === width.kernel && height.dilation === width.dilation;
}

/** Whether the rule differs only in H and W, so that it needs saying once. */
export function sharesRule(window: WindowAxes): boolean {
  const { height, width } = window;
  return (
    sharesKernel(window) &&
    height.stride === width.stride &&
    height.padBefore === width.padBefore &&
    height.padAfter === width.padAfter &&
    height.padBefore === height.padAfter
  );
}

/** The facts that captions about an axis use. */
export function axisFacts(axis: AxisName): Record<string, string> {
  return {
    axis: axis === "both" ? "height and width" : axis,
  };
}

/** The kernel's reach: k, or k′ where dilation spreads it. */
export function reach(axis: WindowAxis, symbols: AxisSymbols): Expression {
  return axis.dilation > 1 ? symbols.spread : symbols.kernel;
}

/** The step k′ = D(k − 1) + 1, where the dilation is not 1. */
export function dilatedSteps(window: WindowAxes, name: AxisName, axis: WindowAxis): Step[] {
  if (axis.dilation === 1) return [];
  const symbols = axisSymbols(name, window);
  const span = dilatedSize(axis.kernel, axis.dilation);
  return [
    {
      rule: "dilated-size",
      line: equation(
        symbols.spread,
        sum(dot(symbols.dilation, parentheses(sum(symbols.kernel, number(-1)))), 1),
        sum(dot(axis.dilation, parentheses(sum(axis.kernel, -1))), 1),
        span,
      ),
      value: span,
      cells: [],
      facts: { ...axisFacts(name), kernel: axis.kernel, dilation: axis.dilation, span },
    },
  ];
}

function sizeSteps(
  window: WindowAxes,
  name: AxisName,
  axis: WindowAxis,
  rounding: Rounding,
  withRule: boolean,
): Step[] {
  const symbols = axisSymbols(name, window);
  const span = dilatedSize(axis.kernel, axis.dilation);
  const room = axis.inSize + axis.padBefore + axis.padAfter - span;
  const rounded =
    rounding === "ceil" ? Math.ceil(room / axis.stride) : Math.floor(room / axis.stride);
  const positions = rounded + 1;
  const facts = { ...axisFacts(name), rounding, positions, room, stride: axis.stride };
  const between =
    room % axis.stride === 0 ? [] : [sum(round(rounding, number(room / axis.stride)), 1)];
  const rule = signedSum([...paddedSize(axis, symbols), ["-", reach(axis, symbols)]]);
  const put = sum(...paddedNumbers(axis), -span);
  const steps: Step[] = [
    {
      rule: "output-size",
      line: equation(
        ...symbols.outSize,
        sum(round(rounding, fraction(put, axis.stride)), 1),
        ...between,
        number(positions, "output"),
      ),
      value: positions,
      cells: [],
      facts,
    },
  ];
  if (withRule) {
    steps.unshift({
      rule: "size-rule",
      line: equation(...symbols.outSize, sum(round(rounding, fraction(rule, symbols.stride)), 1)),
      value: null,
      cells: [],
      facts,
    });
  }
  if (positions > axis.outSize) steps.push(outsideStep(window, name, axis, positions));
  return steps;
}

function paddedNumbers(axis: WindowAxis): Writable[] {
  return axis.padBefore === axis.padAfter
    ? [axis.inSize, dot(2, axis.padBefore)]
    : [axis.inSize, axis.padBefore, axis.padAfter];
}

function round(rounding: Rounding, of: Expression): Expression {
  if (rounding === "exact") return of;
  return rounding === "ceil" ? ceiling(of) : floor(of);
}

function outsideStep(
  window: WindowAxes,
  name: AxisName,
  axis: WindowAxis,
  positions: number,
): Step {
  const start = (positions - 1) * axis.stride;
  return {
    rule: "last-window-outside",
    line: equation(
      ...axisSymbols(name, window).outSize,
      sum(positions, -1),
      number(axis.outSize, "output"),
    ),
    value: axis.outSize,
    cells: [],
    facts: { ...axisFacts(name), start, end: axis.inSize + axis.padBefore },
  };
}

function sameSteps(window: WindowAxes, name: AxisName, axis: WindowAxis): Step[] {
  const symbols = axisSymbols(name, window);
  const span = dilatedSize(axis.kernel, axis.dilation);
  const total = axis.padBefore + axis.padAfter;
  const needed = (axis.outSize - 1) * axis.stride + span - axis.inSize;
  const facts = { ...axisFacts(name), before: axis.padBefore, after: axis.padAfter, total };
  const put = sum(dot(parentheses(sum(axis.outSize, -1)), axis.stride), span, -axis.inSize);
  return [
    {
      rule: "same-size",
      line: equation(
        ...symbols.outSize,
        ceiling(fraction(symbols.inSize, symbols.stride)),
        ceiling(fraction(axis.inSize, axis.stride)),
        number(axis.outSize, "output"),
      ),
      value: axis.outSize,
      cells: [],
      facts,
    },
    {
      rule: "same-padding",
      line: list(
        equation(symbol("P_total"), ...(needed < 0 ? [call("max", put, 0)] : [put]), total),
        equation(symbols.padBefore, axis.padBefore),
        equation(symbols.padAfter, axis.padAfter),
      ),
      value: total,
      cells: [],
      facts,
    },
  ];
}

/** Where the floor bites: how many cells of the input, past the padding, no window reaches. */
function droppedSteps(name: AxisName, axis: WindowAxis, rounding: Rounding): Step[] {
  const span = dilatedSize(axis.kernel, axis.dilation);
  const covered = (axis.outSize - 1) * axis.stride + span - axis.padBefore;
  const count = axis.inSize - covered;
  if (rounding !== "floor" || count <= 0) return [];
  const reached = sum(
    dot(parentheses(sum(axis.outSize, -1)), axis.stride),
    span,
    ...(axis.padBefore > 0 ? [-axis.padBefore] : []),
  );
  return [
    {
      rule: "cells-dropped",
      line: equation(
        sum(axis.inSize, { kind: "negative", of: reached }),
        sum(axis.inSize, -covered),
        count,
      ),
      value: count,
      cells: [],
      facts: { ...axisFacts(name), count, covered, dropped: dropped(name, count) },
    },
  ];
}

function dropped(name: AxisName, count: number): string {
  if (count === 1) return DROPPED_ONE[name];
  return `${count} ${DROPPED_MANY[name]}`;
}

const DROPPED_ONE = { height: "row", width: "column", both: "row and column" } as const;
const DROPPED_MANY = { height: "rows", width: "columns", both: "rows and columns" } as const;

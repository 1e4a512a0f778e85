import { type Conv2dOptions, conv2dGeometry } from "./conv-geometry";
import type { ConvPlan } from "./conv-plan";
import { planOf } from "./plan-conv";
import type { Pair, Sides } from "../window";

interface Choices {
  readonly stride: Pair | undefined;
  readonly padding: Conv2dOptions["padding"];
  readonly pad: Sides | undefined;
  readonly dilation: Pair | undefined;
  readonly rounding: Conv2dOptions["rounding"];
  readonly groups: number | undefined;
}

const DEFAULTS: Conv2dOptions = {};

let last:
  | {
      readonly xShape: readonly number[];
      readonly wShape: readonly number[];
      readonly choices: Choices;
      readonly plan: ConvPlan;
    }
  | undefined;

/**
 * The plan for these shapes and options. The last one is kept, and found again by value: whoever varies numbers
 * under one geometry (a difference quotient, a search among mistakes) pays for checking it once.
 *
 * @throws KernelError as `conv2dGeometry` and `planOf` do
 */
export function planConv2d(
  xShape: readonly number[],
  wShape: readonly number[],
  options: Conv2dOptions = DEFAULTS,
): ConvPlan {
  if (
    last !== undefined &&
    sameShape(last.xShape, xShape) &&
    sameShape(last.wShape, wShape) &&
    sameChoices(last.choices, options)
  ) {
    return last.plan;
  }
  return planAnew(xShape, wShape, options);
}

function planAnew(
  xShape: readonly number[],
  wShape: readonly number[],
  options: Conv2dOptions,
): ConvPlan {
  const plan = planOf(conv2dGeometry(xShape, wShape, options));
  last = { xShape: [...xShape], wShape: [...wShape], choices: choicesOf(options), plan };
  return plan;
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return b.length === 4 && a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function sameChoices(a: Choices, b: Conv2dOptions): boolean {
  return (
    a.groups === b.groups &&
    a.rounding === b.rounding &&
    (a.stride === b.stride || sameEntries(a.stride, b.stride)) &&
    (a.padding === b.padding || sameEntries(a.padding, b.padding)) &&
    (a.pad === b.pad || sameEntries(a.pad, b.pad)) &&
    (a.dilation === b.dilation || sameEntries(a.dilation, b.dilation))
  );
}

type Entries = Pair | Sides | string | undefined;

function sameEntries(a: Entries, b: Entries): boolean {
  if (typeof a !== "object" || typeof b !== "object") return false;
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

function choicesOf(options: Conv2dOptions): Choices {
  const { stride, padding, pad, dilation, rounding, groups } = options;
  return {
    stride: copyOf(stride),
    padding: typeof padding === "string" ? padding : copyOf(padding),
    pad: pad && [pad[0], pad[1], pad[2], pad[3]],
    dilation: copyOf(dilation),
    rounding,
    groups,
  };
}

function copyOf(value: Pair | undefined): Pair | undefined {
  return typeof value === "object" ? [value[0], value[1]] : value;
}

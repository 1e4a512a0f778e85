import { type Conv2dOptions, conv2dGeometry } from "./conv-geometry";
import type { ConvPlan } from "./conv-plan";
import { sameShape } from "../expect";
import { planOf } from "./plan-conv";

/** An option that may be given for each axis or side. */
type Entries = number | string | readonly number[] | undefined;

interface Choices {
  readonly stride: Entries;
  readonly padding: Entries;
  readonly pad: Entries;
  readonly dilation: Entries;
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
    sameSizes(last.xShape, xShape) &&
    sameSizes(last.wShape, wShape) &&
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

function sameSizes(a: readonly number[], b: readonly number[]): boolean {
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

function sameEntries(a: Entries, b: Entries): boolean {
  return typeof a === "object" && typeof b === "object" && sameShape(a, b);
}

function choicesOf({ stride, padding, pad, dilation, rounding, groups }: Conv2dOptions): Choices {
  return {
    stride: copyOf(stride),
    padding: copyOf(padding),
    pad: copyOf(pad),
    dilation: copyOf(dilation),
    rounding,
    groups,
  };
}

function copyOf(value: Entries): Entries {
  return typeof value === "object" ? [...value] : value;
}

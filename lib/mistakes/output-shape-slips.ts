import type { SizeFormula } from "./axis-size";
import type { Slip } from "./model";
import type { OutputShape, Part } from "./size-parts";

/** What can go wrong in the shape that these layers give. */
export function slipsFor(parts: readonly Part[]): Slip<OutputShape>[] {
  const some = (holds: (part: Part) => boolean, readings: Slip<OutputShape>["readings"]) =>
    parts.some((part) => part.axes !== undefined && holds(part)) ? readings : [];
  return [
    { id: "NO_FLOOR", readings: some(rounds, [changed({ rounding: "none" })]) },
    {
      id: "CEIL_FOR_FLOOR",
      readings: some(
        (part) => rounds(part) && part.formula.rounding === "floor",
        [changed({ rounding: "plain ceil" }), changed({ rounding: "ceil" })],
      ),
    },
    {
      id: "FLOOR_FOR_CEIL",
      readings: some(
        (part) => rounds(part) && part.formula.rounding === "ceil",
        [changed({ rounding: "floor" })],
      ),
    },
    { id: "PLUS_ONE_FORGOTTEN", readings: some(() => true, [changed({ plusOne: false })]) },
    {
      id: "PADDING_ONCE",
      readings: some(hasPadding, [changed({ padding: "before" }), changed({ padding: "after" })]),
    },
    { id: "PADDING_IGNORED", readings: some(hasPadding, [changed({ padding: "none" })]) },
    {
      id: "STRIDE_IGNORED",
      readings: some(
        () => true,
        [
          changed({ stride: "ignored" }),
          ...(parts.some(({ same }) => same)
            ? [changed({ stride: "ignored", padding: "same" })]
            : []),
        ],
      ),
    },
    {
      id: "DILATION_IGNORED",
      readings: [
        ...some(hasDilation, [changed({ dilation: "ignored" })]),
        ...some(
          (part) => hasDilation(part) && part.formula.rounding === "ceil",
          [changed({ dilation: "ignored", rounding: "plain ceil" })],
        ),
      ],
    },
    {
      id: "DILATION_TIMES_KERNEL",
      readings: some(hasDilation, [changed({ dilation: "times kernel" })]),
    },
    { id: "CHANNELS_KEPT", readings: [(setup) => ({ ...setup, channelsKept: true })] },
    { id: "AXES_SWAPPED", readings: [(setup) => ({ ...setup, axesSwapped: true })] },
    {
      id: "FORWARD_FORMULA",
      readings: some((part) => !rounds(part), [changed({ transposed: false, rounding: "floor" })]),
    },
  ];
}

function hasPadding({ axes }: Part): boolean {
  return axes?.some(({ padBefore, padAfter }) => padBefore + padAfter > 0) ?? false;
}

function hasDilation({ axes }: Part): boolean {
  return axes?.some(({ dilation }) => dilation > 1) ?? false;
}

function changed(formula: Partial<SizeFormula>) {
  return (setup: OutputShape): OutputShape => ({
    ...setup,
    formula: { ...setup.formula, ...formula },
  });
}

function rounds({ formula }: Part): boolean {
  return !formula.transposed;
}

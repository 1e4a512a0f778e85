import { conv2dMacs, conv2dParameters } from "@/lib/tensor";
import { dot, equation, number, parentheses, sum, words } from "@/lib/tex";
import type { BarsFigure, FlowArrow, FlowBox, FlowFigure, TableFigure } from "../figure";
import type { NumberField } from "../field";
import { type LabStep, defineLab } from "../lab";

/** One convolution of a branch, which keeps the size of the plane. */
interface Conv {
  readonly from: number;
  readonly to: number;
  readonly kernel: number;
}

/** A way from the block's input to the concatenation. */
interface Branch {
  readonly name: string;
  /** With the 1×1 reductions, and without; no convolution at all leaves the channels as they are. */
  readonly reduced: readonly Conv[];
  readonly plain: readonly Conv[];
}

/** Four branches beside each other, their channels concatenated. Card 21; starts as GoogLeNet's block (3a), with biases. */
export const inceptionBranchesLab = defineLab({
  id: "inception-branches",
  title: "Four branches beside each other",
  lead: "Every branch keeps the plane’s size, so that their channels can be laid on one another. Take a reduction as wide as the input, and it saves nothing.",
  fields: {
    channels: channelField("input channels", 192),
    size: {
      kind: "number",
      label: "height and width",
      start: 28,
      least: 1,
      most: 256,
      whole: true,
    },
    direct: channelField("filters of the 1×1 branch", 64),
    before3: channelField("1×1 filters before the 3×3", 96),
    filters3: channelField("3×3 filters", 128),
    before5: channelField("1×1 filters before the 5×5", 16),
    filters5: channelField("5×5 filters", 32),
    afterPool: channelField("1×1 filters after the pooling", 32),
  },
  work(values) {
    const branches = branchesOf(values);
    const [parameters, naiveParameters] = bothSums(branches, parametersOf);
    const [macs, naiveMacs] = bothSums(branches, (conv) => macsOf(conv, values.size));
    const out = sumOver(branches, ({ reduced }) => channelsAfter(reduced, values.channels));
    const naiveOut = sumOver(branches, ({ plain }) => channelsAfter(plain, values.channels));
    return {
      results: { out, naiveOut, parameters, naiveParameters, macs, naiveMacs },
      parts: [
        flow(values, branches, out),
        bars(branches),
        {
          kind: "table",
          title: "With the 1×1 reductions, and without",
          head: ["", "with", "without"],
          rows: [
            ["channels that leave", out, naiveOut],
            ["parameters", parameters, naiveParameters],
            ["multiply–adds", macs, naiveMacs],
          ],
        } satisfies TableFigure,
        { kind: "steps", steps: [...branches.flatMap(branchSteps), ...sumSteps(branches, values)] },
      ],
    };
  },
});

type Values = Readonly<
  Record<
    "channels" | "size" | "direct" | "before3" | "filters3" | "before5" | "filters5" | "afterPool",
    number
  >
>;

function channelField(label: string, start: number) {
  return { kind: "number", label, start, least: 1, most: 2048, whole: true } satisfies NumberField;
}

function branchesOf(values: Values): Branch[] {
  const { channels, direct, before3, filters3, before5, filters5, afterPool } = values;
  const one = [{ from: channels, to: direct, kernel: 1 }];
  return [
    { name: "1×1", reduced: one, plain: one },
    squeezed("3×3", channels, before3, filters3, 3),
    squeezed("5×5", channels, before5, filters5, 5),
    { name: "pool", reduced: [{ from: channels, to: afterPool, kernel: 1 }], plain: [] },
  ];
}

function squeezed(name: string, from: number, between: number, to: number, kernel: number): Branch {
  return {
    name,
    reduced: [
      { from, to: between, kernel: 1 },
      { from: between, to, kernel },
    ],
    plain: [{ from, to, kernel }],
  };
}

function parametersOf({ from, to, kernel }: Conv): number {
  return conv2dParameters([to, from, kernel, kernel], true);
}

function macsOf({ from, to, kernel }: Conv, size: number): number {
  const padding = (kernel - 1) / 2;
  return conv2dMacs([1, from, size, size], [to, from, kernel, kernel], { padding });
}

function channelsAfter(convs: readonly Conv[], channels: number): number {
  return convs.at(-1)?.to ?? channels;
}

function sumOver<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((all, item) => all + read(item), 0);
}

/** A sum over every convolution, with the reductions and without. */
function bothSums(
  branches: readonly Branch[],
  read: (conv: Conv) => number,
): readonly [number, number] {
  return [
    sumOver(branches, ({ reduced }) => sumOver(reduced, read)),
    sumOver(branches, ({ plain }) => sumOver(plain, read)),
  ];
}

function flow({ channels, size }: Values, branches: readonly Branch[], out: number): FlowFigure {
  const shape = (depth: number) => `${depth}×${size}×${size}`;
  const made = branches.map((branch, lane) => boxesOf(branch, lane, shape));
  return {
    kind: "flow",
    title: "The block, with the shape that leaves each box",
    boxes: [
      { id: "input", column: 0, lane: 1.5, label: "input", note: shape(channels), role: "input" },
      ...made.flat(),
      {
        id: "concat",
        column: 3,
        lane: 1.5,
        label: "concatenate",
        note: shape(out),
        role: "output",
      },
    ],
    arrows: made.flatMap(arrowsOf),
  };
}

function boxesOf(
  { name, reduced }: Branch,
  lane: number,
  shape: (depth: number) => string,
): FlowBox[] {
  const pool: FlowBox[] =
    name === "pool"
      ? [
          {
            id: "pool",
            column: 1,
            lane,
            label: "3×3 max pool",
            note: shape(reduced[0]?.from ?? 0),
          },
        ]
      : [];
  const convs = reduced.map(({ to, kernel }, index): FlowBox => {
    const column = name === "1×1" ? 2 : 1 + pool.length + index;
    const label = `${kernel}×${kernel} conv`;
    return { id: `${name}-${index}`, column, lane, label, note: shape(to), role: "kernel" };
  });
  return [...pool, ...convs];
}

/** From the input through the boxes of a branch to the concatenation. */
function arrowsOf(boxes: readonly FlowBox[]): FlowArrow[] {
  const ids = ["input", ...boxes.map(({ id }) => id), "concat"];
  return ids.slice(1).map((to, index) => ({ from: ids[index] ?? "input", to }));
}

function bars(branches: readonly Branch[]): BarsFigure {
  return {
    kind: "bars",
    title: "Parameters of each branch, with its 1×1 reduction and without",
    unit: "parameters",
    bars: branches
      .filter(({ reduced, plain }) => reduced !== plain)
      .flatMap(({ name, reduced, plain }) => [
        { label: `${name} with`, value: sumOver(reduced, parametersOf), role: "output" as const },
        { label: `${name} without`, value: sumOver(plain, parametersOf), role: "kernel" as const },
      ]),
  };
}

function branchSteps({ name, reduced, plain }: Branch): LabStep[] {
  const withIt = {
    says:
      reduced === plain
        ? `The ${name} branch: a weight for each input channel and a bias, for each filter.`
        : `The ${name} branch with its 1×1 convolution.`,
    line: countLine(reduced),
  };
  if (reduced === plain) return [withIt];
  if (plain.length > 0)
    return [withIt, { says: `The ${name} branch without it.`, line: countLine(plain) }];
  const says =
    "Without its 1×1 convolution the pool branch learns nothing, and passes every channel on.";
  return [withIt, { says }];
}

/** E.g. parameters = (192 · 1 · 1 + 1) · 96 + (96 · 3 · 3 + 1) · 128 = 129 248. */
function countLine(convs: readonly Conv[]) {
  const terms = convs.map(({ from, to, kernel }) =>
    dot(
      parentheses(sum(dot(number(from, "input"), number(kernel, "kernel"), kernel), 1)),
      number(to, "output"),
    ),
  );
  const [only] = terms;
  const written = terms.length === 1 && only ? only : sum(...terms);
  return equation(words("parameters"), written, sumOver(convs, parametersOf));
}

function sumSteps(branches: readonly Branch[], { channels }: Values): LabStep[] {
  const totals = branches.map(({ reduced }) => sumOver(reduced, parametersOf));
  const depths = branches.map(({ reduced }) => channelsAfter(reduced, channels));
  return [
    {
      says: "The whole block learns what its branches learn.",
      line: equation(words("parameters"), sum(...totals), sumOver(totals, Number)),
    },
    {
      says: "Concatenated, the channels of the branches lie on one another: they are not added up.",
      line: equation(
        words("channels"),
        sum(...depths.map((depth) => number(depth, "output"))),
        number(sumOver(depths, Number), "output"),
      ),
    },
  ];
}

import { derive } from "@/lib/derivation";
import { questionFrom } from "@/lib/question";
import { conv2dParameters } from "@/lib/tensor";
import { type Expression, equation, number, sum } from "@/lib/tex";
import type { BarsFigure, FlowFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";

interface Join {
  readonly encoder: number;
  readonly decoder: number;
  /** The channels that the next convolution reads. */
  readonly joined: number;
  readonly side: number;
  readonly kernel: number;
  readonly filters: number;
  readonly parameters: number;
}

/** A skip connection that stacks channels, as in a U-Net, beside one that adds, as in a ResNet. Card 61. */
export const unetConcatLab = defineLab({
  id: "unet-concat",
  title: "Stack the channels, or add them",
  lead: "The same two feature maps meet in two ways. Stacked, they keep their channels apart, and the next convolution has more to read and more to learn; added, they must have equally many.",
  fields: {
    encoder: channels("channels from the encoder", 64),
    decoder: channels("channels from the decoder", 64),
    side: { kind: "number", label: "side", start: 32, least: 1, most: 512, whole: true },
    kernel: { kind: "number", label: "next kernel", start: 3, least: 1, most: 7, whole: true },
    filters: channels("filters of the next convolution", 64),
  },
  work({ encoder, decoder, ...rest }) {
    const join = (joined: number): Join => {
      const shape = [rest.filters, joined, rest.kernel, rest.kernel];
      return { encoder, decoder, joined, ...rest, parameters: conv2dParameters(shape, true) };
    };
    const stacked = join(encoder + decoder);
    const added = encoder === decoder ? join(decoder) : undefined;
    return {
      results: {
        encoder,
        decoder,
        stacked: stacked.joined,
        stackedParameters: stacked.parameters,
        ...(added ? { addedParameters: added.parameters } : {}),
      },
      parts: [
        flowOf("U-Net: stacked", "concatenate", stacked),
        ...(added ? [flowOf("ResNet: added", "add", added)] : []),
        { kind: "steps", steps: [...stackedSteps(stacked), ...addedSteps(stacked, added)] },
        ...(added ? [compared(stacked, added)] : []),
      ],
    };
  },
});

function channels(label: string, start: number) {
  return { kind: "number", label, start, least: 1, most: 1024, whole: true } as const;
}

function flowOf(title: string, joining: string, join: Join): FlowFigure {
  const { encoder, decoder, joined, side, kernel, filters } = join;
  const sizes = (depth: number) => `${depth}×${side}×${side}`;
  return {
    kind: "flow",
    title,
    boxes: [
      { id: "decoder", column: 0, lane: 0, label: "decoder", note: sizes(decoder) },
      { id: "encoder", column: 0, lane: 1, label: "encoder", note: sizes(encoder), role: "input" },
      { id: "join", column: 1, lane: 0, label: joining, note: sizes(joined) },
      {
        id: "next",
        column: 2,
        lane: 0,
        label: `conv ${kernel}×${kernel}`,
        note: sizes(filters),
        role: "kernel",
      },
    ],
    arrows: [
      { from: "decoder", to: "join" },
      { from: "encoder", to: "join", label: "skip" },
      { from: "join", to: "next" },
    ],
  };
}

function stackedSteps(stacked: Join): LabStep[] {
  const { encoder, decoder, joined } = stacked;
  const [rule, numbers] = parameterLines(stacked);
  return [
    {
      says: "Stacked, the channels lie behind one another, so their numbers add up.",
      line: equation(
        sum(number(encoder, "input"), number(decoder, "output")),
        number(joined, "output"),
      ),
    },
    ...stepWith(
      "A filter has one sheet of weights for each channel that it reads, and a bias.",
      rule,
    ),
    ...stepWith(`So after stacking each filter reads ${joined} channels.`, numbers),
  ];
}

function addedSteps({ encoder, decoder }: Join, added: Join | undefined): LabStep[] {
  if (added) {
    const [, numbers] = parameterLines(added);
    return stepWith(`Added cell by cell, ${encoder} channels stay ${added.joined}.`, numbers);
  }
  const unfit = `Adding needs equally many channels, and ${encoder} is not ${decoder}.`;
  return [
    { says: `${unfit} A 1×1 convolution that turns the encoder’s into ${decoder} would fit.` },
  ];
}

function stepWith(says: string, line: Expression | undefined): LabStep[] {
  return [line ? { says, line } : { says }];
}

/** The kernel’s own count: the rule in symbols, and with numbers put in. */
function parameterLines({ joined, side, kernel, filters }: Join): Expression[] {
  const inputs = {
    x: { shape: [joined, side, side] },
    w: { shape: [filters, joined, kernel, kernel] },
    b: { shape: [filters] },
  };
  const question = questionFrom({ op: "conv2d", params: { padding: "same" }, inputs });
  const lines = derive(question, "params").steps.map(({ line }) => line);
  return [lines[0], lines.at(-1)].filter((line) => line !== undefined);
}

function compared(stacked: Join, added: Join): BarsFigure {
  return {
    kind: "bars",
    title: "Parameters of the next convolution",
    unit: "parameters",
    bars: [
      { label: "stacked", value: stacked.parameters, role: "kernel" },
      { label: "added", value: added.parameters, role: "kernel" },
    ],
  };
}

import { derive } from "@/lib/derivation";
import { type QuestionDraft, questionFrom } from "@/lib/question";
import { KernelError, conv2dOutputShape, convTranspose2dOutputShape } from "@/lib/tensor";
import { type Expression, difference, equation, number } from "@/lib/tex";
import type { BarsFigure, PlotFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";

/** One stage along a side: a convolution or pooling on the way down, a transposed convolution on the way up. */
interface Stage {
  readonly way: "down" | "up";
  readonly name: string;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly extra: number;
}

const LARGEST = 256;
/** How far the second figure looks to either side of the input’s own size. */
const AROUND = 10;

/** The side of the feature maps down an encoder and up its decoder, and which inputs come back as large as they were. Card 57. */
export const encoderDecoderLab = defineLab({
  id: "encoder-decoder",
  title: "Down to a few cells, and back up",
  lead: "Each row is a stage. Watch whether the output is as large as the input; then make the input a few cells larger or smaller, and see which sizes come back whole.",
  fields: {
    size: {
      kind: "number",
      label: "side of the input",
      start: 32,
      least: 1,
      most: LARGEST,
      whole: true,
    },
    down: {
      kind: "grid",
      label: "stages of the encoder",
      columns: ["kernel", "stride", "padding"],
      start: [
        [2, 2, 0],
        [2, 2, 0],
        [2, 2, 0],
      ],
      most: [5, 3],
      least: 0,
      whole: true,
    },
    up: {
      kind: "grid",
      label: "stages of the decoder",
      columns: ["kernel", "stride", "padding", "output padding"],
      start: [
        [2, 2, 0, 0],
        [2, 2, 0, 0],
        [2, 2, 0, 0],
      ],
      most: [5, 4],
      least: 0,
      whole: true,
    },
  },
  work({ size, down, up }) {
    const stages = [...stagesOf("down", down), ...stagesOf("up", up)];
    const sides = sidesThrough(stages, size);
    const lowest = sides[down.length] ?? size;
    const output = sides.at(-1) ?? size;
    const nearby = outputsAround(stages, size);
    return {
      results: { size, lowest, output, gap: output - size, factor: shrinkage(stages) },
      parts: [
        hourglass(stages, sides),
        { kind: "steps", steps: [...stepsOf(stages, sides), verdict(size, output, nearby)] },
        whichFit(nearby),
      ],
    };
  },
});

function stagesOf(way: Stage["way"], rows: readonly (readonly number[])[]): Stage[] {
  return rows.map(([kernel = 0, stride = 0, padding = 0, extra = 0], index) => {
    return { way, name: `${way} ${index + 1}`, kernel, stride, padding, extra };
  });
}

/** The sides before, between and after the stages. */
function sidesThrough(stages: readonly Stage[], size: number): number[] {
  const sides = [size];
  for (const stage of stages) sides.push(sideAfter(stage, sides.at(-1) ?? size));
  return sides;
}

function sideAfter({ way, name, kernel, extra, ...window }: Stage, side: number): number {
  const x = [1, 1, side, side];
  const w = [1, 1, kernel, kernel];
  try {
    const y =
      way === "down"
        ? conv2dOutputShape(x, w, window)
        : convTranspose2dOutputShape(x, w, { ...window, output_padding: extra });
    return y.at(-1) ?? side;
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    throw new KernelError(error.code, `In the stage “${name}”: ${error.message}`);
  }
}

/** What an encoder divides the side by: the product of its strides. */
function shrinkage(stages: readonly Stage[]): number {
  return stages
    .filter(({ way }) => way === "down")
    .reduce((product, { stride }) => product * stride, 1);
}

function hourglass(stages: readonly Stage[], sides: readonly number[]): BarsFigure {
  const after = stages.map(({ way, name }, index) => ({
    label: name,
    value: sides[index + 1] ?? 0,
    role: way === "down" ? ("input" as const) : ("output" as const),
  }));
  return {
    kind: "bars",
    title: "Side of the feature maps, stage by stage",
    unit: "cells",
    bars: [{ label: "input", value: sides[0] ?? 0, role: "input" }, ...after],
  };
}

/** The rule of each way in symbols, then every stage with its numbers. */
function stepsOf(stages: readonly Stage[], sides: readonly number[]): LabStep[] {
  return stages.flatMap((stage, index) => {
    const side = sides[index] ?? 1;
    const [rule, numbers] = sizeLines(stage, side);
    const says = `${spoken(stage)} takes ${side} ${side === 1 ? "cell" : "cells"} along a side.`;
    const isFirst = stages[index - 1]?.way !== stage.way;
    const opening: LabStep[] = isFirst && rule ? [{ says: RULE_OF[stage.way], line: rule }] : [];
    return [...opening, numbers ? { says, line: numbers } : { says }];
  });
}

const RULE_OF = {
  down: "On the way down, count the places where the window fits.",
  up: "On the way up, follow the last stamp to its far end.",
};

function spoken({ way, name, kernel, stride, padding, extra }: Stage): string {
  const kind = way === "down" ? "a window" : "a transposed convolution";
  const added = extra > 0 ? `, output padding ${extra}` : "";
  return `${capitalised(name)}: ${kind} of ${kernel}×${kernel}, stride ${stride}, padding ${padding}${added},`;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The kernel’s own derivation of one stage’s size: the rule in symbols, and with numbers put in. */
function sizeLines({ way, kernel, stride, padding, extra }: Stage, side: number): Expression[] {
  const inputs = { x: { shape: [side, side] }, w: { shape: [kernel, kernel] } };
  const draft: QuestionDraft =
    way === "down"
      ? { op: "conv2d", params: { stride, padding }, inputs }
      : { op: "conv_transpose2d", params: { stride, padding, output_padding: extra }, inputs };
  return derive(questionFrom(draft), "shapes.y").steps.map(({ line }) => line);
}

type Outputs = readonly (readonly [size: number, output: number])[];

/** What comes back of each input of about this size; those too small for the stages are left out. */
function outputsAround(stages: readonly Stage[], size: number): Outputs {
  const least = Math.max(1, size - AROUND);
  const sizes = Array.from({ length: size + AROUND - least + 1 }, (_, index) => least + index);
  return sizes.flatMap((one) => {
    const output = outputOrNone(stages, one);
    return output === undefined ? [] : [[one, output] as const];
  });
}

function outputOrNone(stages: readonly Stage[], size: number): number | undefined {
  try {
    return sidesThrough(stages, size).at(-1);
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

function verdict(size: number, output: number, nearby: Outputs): LabStep {
  const line = equation(
    difference(number(output, "output"), number(size, "input")),
    number(output - size),
  );
  if (output === size) return { says: "Output and input are the same size: the stages fit.", line };
  const fitting = nearby.flatMap(([one, other]) => (one === other ? [one] : []));
  const advice =
    fitting.length === 0 ? "no size near it comes back whole" : `${anyOf(fitting)} would fit`;
  const amount = Math.abs(output - size);
  return {
    says: `The output is ${amount} ${amount === 1 ? "cell" : "cells"} too ${output < size ? "small" : "large"} along a side; ${advice}.`,
    line,
  };
}

function anyOf(sizes: readonly number[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(sizes.map(String));
}

function whichFit(nearby: Outputs): PlotFigure {
  return {
    kind: "plot",
    title: "Which inputs come back whole",
    x: { label: "side of the input", scale: "linear" },
    y: { label: "side of the output", scale: "linear" },
    series: [
      {
        label: "as large as the input",
        role: "input",
        points: nearby.map(([size]) => [size, size]),
      },
      { label: "what comes out", role: "output", points: nearby, dots: true },
    ],
  };
}

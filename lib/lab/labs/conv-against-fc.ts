import { derive } from "@/lib/derivation";
import { fullyConnectedTwin, networkReport } from "@/lib/network";
import { type Question, counts, questionFrom } from "@/lib/question";
import { KernelError, bytesOf } from "@/lib/tensor";
import type { BarsFigure, TableFigure } from "../figure";
import { type StepsPart, defineLab } from "../lab";

/** A convolution beside fully connected layers on the same input: what each keeps and what each learns. Cards 33 and 34. */
export const convAgainstFcLab = defineLab({
  id: "conv-against-fc",
  title: "A convolution against a fully connected layer",
  lead: "All three read the same images. Watch two things apart: how many values each puts out, which training has to keep, and how many numbers each learns.",
  fields: {
    batch: {
      kind: "number",
      label: "images at once",
      start: 64,
      least: 1,
      most: 512,
      whole: true,
    },
    size: { kind: "number", label: "image side", start: 32, least: 1, most: 256, whole: true },
    channels: {
      kind: "number",
      label: "input channels",
      start: 3,
      least: 1,
      most: 64,
      whole: true,
    },
    filters: { kind: "number", label: "filters", start: 16, least: 1, most: 64, whole: true },
    kernel: { kind: "number", label: "kernel size", start: 3, least: 1, most: 11, whole: true },
    units: {
      kind: "number",
      label: "units of the usual FC layer",
      start: 128,
      least: 1,
      most: 4096,
      whole: true,
    },
  },
  work({ batch, size, channels, filters, kernel, units }) {
    const [conv, twin] = convolutionAndTwin({ batch, size, channels, filters, kernel });
    const inputs = channels * size * size;
    const usual = questionFrom({
      op: "linear",
      inputs: {
        x: { shape: [batch, inputs] },
        w: { shape: [units, inputs] },
        b: { shape: [units] },
      },
    });
    const layers = [
      costOf("convolution", conv),
      costOf(`FC layer of ${units} units`, usual),
      costOf("FC layer, as many outputs", twin),
    ];
    return {
      results: { batch, units, ...resultsOf(layers) },
      parts: [
        bars(
          "Values put out for all images, which training has to keep",
          "values",
          layers,
          "output",
          ({ outputs }) => outputs,
        ),
        bars("Numbers learned", "parameters", layers, "kernel", ({ parameters }) => parameters),
        table(layers),
        steps("What the convolution learns:", conv, "params"),
        steps("What the FC layer with as many outputs learns:", twin, "params"),
        steps("What both of them put out:", conv, "memory.y"),
      ],
    };
  },
});

interface Setup {
  readonly batch: number;
  readonly size: number;
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
}

/** A convolution that keeps the image's size, and the fully connected layer that gives as many values. */
function convolutionAndTwin({
  batch,
  size,
  channels,
  filters,
  kernel,
}: Setup): [Question, Question] {
  const layer = { name: "Conv2d", out: filters, kernel, padding: "same" } as const;
  const [examined] = networkReport([layer], [batch, channels, size, size]).examined;
  const twin = examined && fullyConnectedTwin(examined);
  const question = examined?.stage?.question;
  if (question && twin) return [question, twin];
  throw new KernelError("ERR_INPUT", examined?.fault?.message ?? "The convolution does not fit.");
}

interface Cost {
  readonly name: string;
  readonly outputs: number;
  readonly parameters: number;
}

function costOf(name: string, question: Question): Cost {
  const { params, memory } = counts(question);
  return { name, outputs: memory["y"]?.values ?? 0, parameters: params };
}

function resultsOf([conv, usual, twin]: readonly Cost[]): Record<string, number> {
  const named = { conv, usual, twin };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, cost]) => [
      [`${name}Outputs`, cost?.outputs ?? 0],
      [`${name}Parameters`, cost?.parameters ?? 0],
    ]),
  );
}

function bars(
  title: string,
  unit: string,
  layers: readonly Cost[],
  role: BarsFigure["bars"][number]["role"],
  amount: (cost: Cost) => number,
): BarsFigure {
  const all = layers.map((cost) => ({ label: cost.name, value: amount(cost), role }));
  return { kind: "bars", title, unit, bars: all };
}

function table(layers: readonly Cost[]): TableFigure {
  return {
    kind: "table",
    title: "Bytes of each, as float32",
    head: ["layer", "bytes put out", "bytes learned", "together"],
    rows: layers.map(({ name, outputs, parameters }) => {
      const [out, learned] = [bytesOf(outputs, "float32"), bytesOf(parameters, "float32")];
      return [name, out, learned, out + learned];
    }),
  };
}

function steps(says: string, question: Question, ask: "params" | "memory.y"): StepsPart {
  return { kind: "steps", steps: [{ says }, ...derive(question, ask).steps] };
}

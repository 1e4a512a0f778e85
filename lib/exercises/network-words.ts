import type { Layer } from "@/lib/network";
import type { AnyQuestion } from "./asked";
import { displayed } from "./given";
import type { Paragraph } from "./statement";
import { counted, joined, sizes } from "./wording";

/** The layers of a network in words, one a line, and what is wanted. */
export function layerList(question: AnyQuestion, wanted: string): Paragraph[] {
  if (question.op !== "network") return [];
  const shape = question.inputs.x?.shape ?? [];
  const [width = 1, height = 1, channels = 1, batch = 1] = shape.toReversed();
  const image =
    shape.length < 3
      ? `an input of ${sizes(shape)}`
      : `${counted(batch, "image")} of ${height} × ${width} with ${counted(channels, "channel")}`;
  const lines = question.layers.map((layer, index): Paragraph => [
    `${index + 1}. ${layerWords(layer)}`,
  ]);
  return [[`A network takes ${image}:`], ...lines, [wanted]];
}

/** A task of a network with its values: X, K and G each in a display of its own. */
export function networkTask(question: AnyQuestion, words: string): Paragraph[] {
  if (question.op !== "network") return [];
  const { x, ...weights } = question.inputs;
  const [w] = Object.values(weights);
  const operands = [
    ["x", x],
    ["w", w],
    ["dy", question.dy],
  ] as const;
  const shown = operands.flatMap(([name, operand]) =>
    operand?.data ? [[displayed(name, operand.shape, operand.data)]] : [],
  );
  return [[words], ...shown];
}

/** @example layerWords({ name: "Conv2d", out: 8, kernel: 3 }) // "convolution, 8 filters of 3 × 3" */
function layerWords(layer: Layer): string {
  const { name, out, kernel, bias = true } = layer;
  const words = WORDS[name];
  if (words === undefined) return name;
  const window = typeof kernel === "number" ? `${kernel} × ${kernel}` : "";
  const filters =
    out === undefined
      ? window
      : `${counted(out, unitOf(name))}${window === "" ? "" : ` of ${window}`}`;
  const learned = out !== undefined && !bias ? "no biases" : "";
  return [words, filters, ...settings(layer), learned].filter((part) => part !== "").join(", ");
}

const WORDS: Readonly<Record<string, string>> = {
  Conv2d: "convolution",
  ConvTranspose2d: "transposed convolution",
  MaxPool2d: "max pooling",
  AvgPool2d: "average pooling",
  GlobalAvgPool2d: "global average pooling",
  Linear: "fully connected",
  BatchNorm2d: "batch normalisation",
  ReLU: "ReLU",
  Flatten: "flatten",
};

function unitOf(name: string): string {
  return name === "Linear" ? "output" : "filter";
}

function settings({ stride, padding, dilation, groups }: Layer): string[] {
  const named = { stride, padding, dilation, groups };
  return Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${joined([String(value)])}`],
  );
}

import type { Layer } from "@/lib/network";
import type { AnyQuestion, Asked } from "./asked";
import { displayed } from "./given";
import type { Paragraph } from "./statement";
import { counted, joined, sizes } from "./wording";

/** The layers of a network in words, one a line, and what is wanted. */
export function layerList({ question, ask }: Asked, wanted: string): Paragraph[] {
  if (question.op !== "network") return [];
  const image = imageWords(question.inputs.x?.shape ?? []);
  return [
    [`A network takes ${image}:`],
    ...layerLines(question.layers, ask === "params"),
    [wanted],
  ];
}

/** "an image of 32 × 32 with 3 channels", or several. */
export function imageWords(shape: readonly number[]): string {
  const [width = 1, height = 1, channels = 1, batch = 1] = shape.toReversed();
  if (shape.length < 3) return `an input of ${sizes(shape)}`;
  const images = batch === 1 ? "an image" : `${batch} images`;
  return `${images} of ${height} × ${width} with ${counted(channels, "channel")}`;
}

/** Layers in words, one a line; whether they have biases is said where it counts. */
export function layerLines(layers: readonly Layer[], tellsBiases: boolean): Paragraph[] {
  return layers.map((layer, index) => [`${index + 1}. ${layerWords(layer, tellsBiases)}`]);
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

/** @example layerWords({ name: "Conv2d", out: 8, kernel: 3 }, true) // "convolution, 8 filters of 3 × 3, with biases" */
function layerWords(layer: Layer, tellsBiases: boolean): string {
  const { name, out, kernel, bias = true } = layer;
  const words = WORDS[name];
  if (words === undefined) return name;
  const window = typeof kernel === "number" ? `${kernel} × ${kernel}` : "";
  const filters =
    out === undefined
      ? window
      : `${counted(out, unitOf(name))}${window === "" ? "" : ` of ${window}`}`;
  const learned = out !== undefined && tellsBiases ? (bias ? "with biases" : "no biases") : "";
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

function settings({ name, kernel, stride, padding, dilation, groups }: Layer): string[] {
  const step = stride ?? (name.endsWith("Pool2d") ? kernel : undefined);
  const named = { stride: step, padding, dilation };
  const said = Object.entries(named).flatMap(([setting, value]) =>
    value === undefined ? [] : [`${setting} ${joined([String(value)])}`],
  );
  return groups === undefined ? said : [...said, counted(groups, "group")];
}

import type { Optimiser } from "@/lib/network";

/** What the figures of a layer are called. */
export const FIGURE_WORDS = {
  shape: "The output shape",
  params: "The parameters",
  macs: "The multiply–adds",
  activation: "The activation",
  receptive_field: "The receptive field and the jump",
} as const;

/** How an option of a layer is said in short; those that are not here go unsaid. */
export const OPTION_WORDS: Readonly<Record<string, (text: string) => string>> = {
  stride: (text) => `stride ${text}`,
  padding: (text) => (text === "0" ? "" : `padding ${text}`),
  pad: (text) => `padding ${text}`,
  dilation: (text) => (text === "1" ? "" : `dilation ${text}`),
  groups: (text) => (text === "1" ? "" : `${text} groups`),
  bias: (text) => (text === "false" ? "no bias" : ""),
  output_padding: (text) => (text === "0" ? "" : `output padding ${text}`),
  output_size: (text) => `to ${text}`,
  ceil_mode: (text) => (text === "true" ? "rounded up" : ""),
  affine: (text) => (text === "true" ? "with a coefficient and a bias" : "no scale"),
  activation: (text) => text,
  factor: (text) => `× ${text}`,
  shares: (text) => `weights of ${text}`,
};

/** What an option is called where one edits it. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  id: "name",
  from: "reads",
  in: "channels in",
  out: "channels out",
  kernel: "kernel",
  output_size: "output size",
  output_padding: "output padding",
  ceil_mode: "round up",
  count_include_pad: "count padding",
  negative_slope: "slope",
};

/** What a network was read as. */
export const FRAMEWORK_WORDS = {
  pytorch: "PyTorch",
  keras: "Keras",
  json: "a list of layers",
} as const;

/** "Read as PyTorch: 13 layers" */
export function readAsWords(framework: string, layers: number): string {
  return `Read as ${framework}: ${layers} ${layers === 1 ? "layer" : "layers"}`;
}

type Span = readonly [number, number];

/** What a unit sees. */
export function sightWords(
  id: string,
  [row, column]: Span,
  rows: Span,
  columns: Span,
  isPadded: boolean,
): string {
  const padded = isPadded ? ", part of which is padding" : "";
  return `The unit of ${id} in row ${row}, column ${column} sees rows ${span(rows)} and columns ${span(columns)} of the input${padded}.`;
}

function span([first, last]: Span): string {
  const words = first === last ? String(first) : `${first} to ${last}`;
  return words.replaceAll("-", "−");
}

/** What a step of training keeps. */
export const TRAINING_WORDS = {
  parameters: "parameters",
  buffers: "kept, not learned",
  gradients: "gradients",
  optimiser: "the optimiser’s state",
  activations: "activations for the backward pass",
  total: "together",
  says: (trained: string, all: string, share: string) =>
    `${trained} of ${all} parameters are trained, ${share}.`,
  classes: (text: string) => `${text} is no number of classes; 10 would be one.`,
} as const;

/** The optimisers by what they keep for each parameter. */
export const OPTIMISER_WORDS: Readonly<Record<Optimiser, string>> = {
  sgd: "SGD: no state",
  momentum: "SGD with momentum: a velocity each",
  adam: "Adam: two moments each",
};

/** What is compared of two networks, or of two layers. */
export const VERSUS_WORDS = {
  names: { one: "This network", other: "The other" },
  params: "parameters",
  macs: "multiply–adds",
  weights: "memory of the parameters",
  activations: "memory of the activations",
  output: "memory of the output",
  training: {
    sgd: "a training step with SGD",
    momentum: "a training step with momentum",
    adam: "a training step with Adam",
  },
  layers: "layers",
  field: "receptive field at the end",
  alike: "alike",
  convolution: "The convolution’s parameters",
  connected: "fully connected",
  connectedParameters: "The fully connected layer’s parameters",
} as const;

/** What a column of the reader’s table may tell. */
export const COLUMN_WORDS = {
  name: "layer",
  shape: "output shape",
  params: "parameters",
  macs: "MACs",
  flops: "FLOPs",
  values: "activation values",
  bytes: "activation bytes",
  receptive_field: "receptive field",
  jump: "jump",
  other: "not checked",
} as const;

/** What is said of the reader’s table. */
export const TABLE_WORDS = {
  total: "total",
  unknown: "no layer of this name",
  says: (right: number, all: number, following: number, unreadable: number) =>
    [
      `${right} of ${all} cells are right`,
      ...(following > 0 ? [`${following} more given your own shape`] : []),
      ...(unreadable > 0 ? [`${unreadable} could not be read and cost nothing`] : []),
    ].join(", "),
  unreadable: "Not read",
  follows: "Right, given your own shape before it",
  followsWhy: "It is what the layer makes of the shape that you wrote for the layer before.",
  otherConvention: "Right under another convention",
  convention: (words: string) => `It would be ${words}.`,
  wrong: "Not right",
  noMistake:
    "No mistake that we know gives this number: open the cell’s working in the table above.",
} as const;

/** A paste beyond all measure. @example tooLongWords("table", 20001) // "20001 characters are more than a table takes; …" */
export function tooLongWords(what: string, characters: number): string {
  return `${characters} characters are more than a ${what} takes; what was here stays. Up to 20 000 are read.`;
}

/** The same of lines. */
export function tooManyLinesWords(what: string): string {
  return `These are more lines than a ${what} takes; what was here stays. Up to 4000 are read.`;
}

/** What stands where the table will be. */
export const WAITING_WORDS =
  "Paste a model and say what goes in, or begin with one that everyone knows. The code is read, never run.";

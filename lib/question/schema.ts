import * as z from "zod";
import { DEFAULT_CONVENTIONS } from "./build";
import { didYouMean } from "./nearest";
import {
  type InputName,
  type Operand,
  type Question,
  CONVENTION_CHOICES,
  DTYPES,
  INPUT_NAMES,
  OPS,
} from "./question";
import { filledParams } from "./output-size";
import { readOperand, show } from "./read-operand";
import { withSameInNumbers } from "./same-transposed";
import {
  count,
  flag,
  keyed,
  nullable,
  oneOf,
  outputSize,
  padding,
  pair,
  parseWith,
  sides,
  written,
} from "./schema-parts";

export { readOperand } from "./read-operand";
export {
  count,
  flag,
  keyed,
  nullable,
  number,
  oneOf,
  outputSize,
  padding,
  pair,
  parseWith,
  sides,
  text,
  written,
} from "./schema-parts";

/** Operations of the contract that come with a later version. */
const LATER_OPS: readonly string[] = [
  "box_iou",
  "nms",
  "average_precision",
  "roi",
  "roi_pool",
  "roi_align",
  "grad_cam",
];

const paramsSchema = keyed({
  stride: pair().exactOptional(),
  padding: padding().exactOptional(),
  pad: sides().exactOptional(),
  dilation: pair().exactOptional(),
  groups: count().exactOptional(),
  output_padding: pair().exactOptional(),
  kernel: pair().exactOptional(),
  ceil_mode: flag().exactOptional(),
  count_include_pad: flag().exactOptional(),
  output_size: outputSize().exactOptional(),
  normalize: flag().exactOptional(),
  eps: eps().exactOptional(),
  axis: count().exactOptional(),
  overlap: oneOf(["overwrite", "sum"]).exactOptional(),
});

/** The conventions that a question may choose; what it leaves out is PyTorch's. */
export const conventionsSchema = keyed({
  rounding: oneOf(CONVENTION_CHOICES.rounding).exactOptional(),
  padding: oneOf(CONVENTION_CHOICES.padding).exactOptional(),
  operation: oneOf(CONVENTION_CHOICES.operation).exactOptional(),
  layout: oneOf(CONVENTION_CHOICES.layout).exactOptional(),
  macs: oneOf(CONVENTION_CHOICES.macs).exactOptional(),
  units: oneOf(CONVENTION_CHOICES.units).exactOptional(),
});

const inputsSchema = keyed({
  x: z.unknown().exactOptional(),
  w: z.unknown().exactOptional(),
  b: z.unknown().exactOptional(),
  target: z.unknown().exactOptional(),
  indices: z.unknown().exactOptional(),
  gamma: z.unknown().exactOptional(),
  beta: z.unknown().exactOptional(),
});

const questionSchema = nullable(
  keyed({
    op: z.enum(OPS, { error: (issue) => unknownOp(issue.input) }),
    params: nullable(paramsSchema).exactOptional(),
    inputs: nullable(inputsSchema),
    dy: z.unknown().exactOptional(),
    conventions: nullable(conventionsSchema).exactOptional(),
    dtype: oneOf(DTYPES).exactOptional(),
  }),
);

/**
 * A question from JSON, as the command line takes it.
 *
 * @throws KernelError that says what was read, what does not fit, and what would
 * @example parseQuestion({ op: "relu", inputs: { x: [[1, -2]] } }).op // "relu"
 */
export function parseQuestion(json: unknown): Question {
  const parsed = parseWith(questionSchema, json, "The question");
  const inputs = readInputs(parsed.inputs);
  const conventions = { ...DEFAULT_CONVENTIONS, ...parsed.conventions };
  return withSameInNumbers({
    op: parsed.op,
    params: filledParams(parsed.op, parsed.params ?? {}, inputs.x?.shape ?? [], conventions.layout),
    inputs,
    ...(parsed.dy === undefined ? {} : { dy: readOperand(parsed.dy, "dy") }),
    conventions,
    dtype: parsed.dtype ?? "float32",
  });
}

function readInputs(json: Readonly<Record<string, unknown>>): Question["inputs"] {
  const inputs: Partial<Record<InputName, Operand>> = {};
  for (const name of INPUT_NAMES) {
    if (json[name] !== undefined) inputs[name] = readOperand(json[name], `inputs.${name}`);
  }
  return inputs;
}

function eps() {
  return written<number>(
    (value) => typeof value === "number" && value >= 0,
    "a small number of 0 or more, such as 0.00001",
    "ERR_NUMBER",
  );
}

function unknownOp(op: unknown): string {
  if (typeof op === "string" && LATER_OPS.includes(op)) {
    return `is "${op}", which this version does not compute yet. It can be ${OPS.join(", ")}.`;
  }
  return `is ${show(op)}. ${didYouMean(String(op), [...OPS, "network"])}`;
}

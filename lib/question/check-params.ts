import { type Pair, KernelError, pairOf } from "@/lib/tensor";
import { OPERATIONS } from "./ops/registry";
import type { InputName, Params, Question } from "./question";

type ParamName = keyof Params;

/** The inputs and parameters that an operation has no use for are refused, not silently dropped. */
export function checkNames(question: Question): void {
  const { required, optional, params } = OPERATIONS[question.op];
  for (const name of required) {
    if (!question.inputs[name]) throw missingInput(question, name);
  }
  for (const name of Object.keys(question.inputs)) {
    if (![...required, ...optional].some((known) => known === name)) {
      throw new KernelError(
        "ERR_INPUT",
        `${question.op} takes no input ${name}; it takes ${[...required, ...optional].join(", ")}.`,
      );
    }
  }
  for (const name of paramNames(question.params)) {
    if (!params.includes(name) && !saysNothing(question, name)) throw strayParam(question, name);
  }
  checkPaddings(question.params);
}

/** `padding` and `pad` say the same thing; where both are given they must agree. */
function checkPaddings({ padding, pad }: Params): void {
  if (padding === undefined || pad === undefined) return;
  const sides = typeof padding === "string" ? undefined : [...pairOf(padding), ...pairOf(padding)];
  if (sides?.every((side, index) => side === pad[index])) return;
  if (padding === "valid" && pad.every((side) => side === 0)) return;
  throw new KernelError(
    "ERR_PADDING",
    `padding is ${JSON.stringify(padding)} and pad is ${JSON.stringify(pad)}; give one of them, or ` +
      `pad as [top, left, bottom, right] with the same number of cells on every side as padding has.`,
  );
}

function paramNames(params: Params): ParamName[] {
  return PARAM_NAMES.filter((name) => params[name] !== undefined);
}

const PARAM_NAMES: readonly ParamName[] = [
  "stride",
  "padding",
  "pad",
  "dilation",
  "groups",
  "output_padding",
  "kernel",
  "ceil_mode",
  "count_include_pad",
  "output_size",
  "normalize",
  "eps",
  "axis",
  "overlap",
];

/** A parameter that an operation has no use for may still be given, with the value that changes nothing. */
function saysNothing({ params, inputs, op }: Question, name: ParamName): boolean {
  switch (name) {
    case "stride":
    case "dilation":
    case "groups":
      return isBoth(params[name], 1);
    case "padding":
      return params.padding === "valid" || isBoth(params.padding, 0);
    case "output_padding":
      return isBoth(params.output_padding, 0);
    case "pad":
      return params.pad?.every((side) => side === 0) ?? true;
    case "ceil_mode":
      return params.ceil_mode === false;
    case "kernel":
      return op.startsWith("conv") && isKernelOf(inputs.w?.shape, params.kernel);
    default:
      return false;
  }
}

function isBoth(value: Pair | string | undefined, wanted: number): boolean {
  if (typeof value === "string" || value === undefined) return false;
  return pairOf(value).every((size) => size === wanted);
}

function isKernelOf(shape: readonly number[] | undefined, kernel: Pair | undefined): boolean {
  if (!shape || kernel === undefined) return false;
  const [height, width] = pairOf(kernel);
  return shape.at(-2) === height && shape.at(-1) === width;
}

function missingInput(question: Question, name: InputName): KernelError {
  const { required, optional } = OPERATIONS[question.op];
  const more = optional.length > 0 ? `, and may have ${optional.join(" and ")}` : "";
  return new KernelError(
    "ERR_INPUT",
    `inputs.${name} is missing; ${question.op} needs ${required.join(" and ")}${more}.`,
  );
}

function strayParam({ op, params }: Question, name: ParamName): KernelError {
  const known = OPERATIONS[op].params;
  const takes = known.length === 0 ? "none" : known.join(", ");
  return new KernelError(
    "ERR_INPUT",
    `${op} takes no parameter ${name} (here ${JSON.stringify(params[name])}); it takes ${takes}.`,
  );
}

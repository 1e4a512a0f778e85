import type { Argument, Expression } from "../../read/syntax";
import type { Layer } from "../../network";
import { ReadError } from "../../read/problem";
import { numberFrom } from "./numbers";

/** What the arguments of PyTorch's layers and functions mean, in their order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  Conv2d: ["in", "out", "kernel", "stride", "padding", "dilation", "groups", "bias"],
  MaxPool2d: ["kernel", "stride", "padding", "dilation", "return_indices", "ceil_mode"],
  AvgPool2d: ["kernel", "stride", "padding", "ceil_mode", "count_include_pad"],
  Linear: ["in", "out", "bias"],
  AdaptiveAvgPool2d: ["output_size"],
  AdaptiveMaxPool2d: ["output_size"],
  LeakyReLU: ["negative_slope"],
  Softmax: ["axis"],
  BatchNorm2d: ["in", "eps"],
  ReLU: [],
  ReLU6: [],
  Sigmoid: [],
  Tanh: [],
  SiLU: [],
  Identity: [],
  Flatten: [],
};

/** Where a function of F has another order than its layer. */
const FUNCTION_ORDER: typeof ORDER = {
  MaxPool2d: ["kernel", "stride", "padding", "dilation", "ceil_mode", "return_indices"],
};

const NAMES: Readonly<Record<string, string>> = {
  in_channels: "in",
  in_features: "in",
  num_features: "in",
  out_channels: "out",
  out_features: "out",
  kernel_size: "kernel",
  dim: "axis",
};

/** Keywords that change no value. */
const IGNORED = ["inplace", "start_dim", "end_dim", "training"];

/** Whether a layer of this name is read. */
export function isLayerName(name: string): boolean {
  return Object.hasOwn(ORDER, name);
}

/** A layer from a call of F, its first argument left out. @throws ReadError ERR_ARGUMENT */
export function layerFromFunction(name: string, args: readonly Argument[], line: number): Layer {
  return layerFrom(name, args, line, FUNCTION_ORDER[name]);
}

/** A layer from a call of PyTorch's. @throws ReadError ERR_ARGUMENT */
export function layerFrom(
  name: string,
  args: readonly Argument[],
  line: number,
  order = ORDER[name] ?? [],
): Layer {
  const options: Record<string, Plain> = {};
  const given = name === "Flatten" ? args.filter((one) => one.name !== undefined) : args;
  for (const [index, argument] of given.entries()) {
    if (argument.name !== undefined && IGNORED.includes(argument.name)) continue;
    const written =
      argument.name === undefined
        ? order[index]
        : Object.hasOwn(NAMES, argument.name)
          ? NAMES[argument.name]
          : argument.name;
    if (written === undefined || !order.includes(written)) {
      throw new ReadError(
        "ERR_ARGUMENT",
        `${name} has no ${argument.name ?? `argument ${index + 1}`} that is read here; it takes ${order.join(", ") || "none"}.`,
        line,
      );
    }
    if (written === "return_indices") checkOneOutput(argument.value);
    else
      options[written] = written === "output_size" ? sizes(argument.value) : plain(argument.value);
  }
  return { name, ...options };
}

/** @throws ReadError ERR_ARGUMENT where the indices are wanted too */
function checkOneOutput(expression: Expression): void {
  if (expression.kind === "constant" && expression.value === false) return;
  throw new ReadError(
    "ERR_ARGUMENT",
    "return_indices=True gives two tensors, of which a chain follows none; leave it out.",
    expression.line,
  );
}

type Side = number | null;
type Plain = number | boolean | string | readonly [Side, Side];

/** As `plain`, of a pair either of which may be None. */
function sizes(expression: Expression): Plain {
  if (expression.kind !== "list" || expression.items.length !== 2) return plain(expression);
  const [height, width] = expression.items.map(({ value }) =>
    value.kind === "constant" && value.value === null ? null : plain(value),
  );
  const isSide = (one: Plain | null | undefined): one is Side =>
    one === null || typeof one === "number";
  return isSide(height) && isSide(width) ? [height, width] : plain(expression);
}

/** A number, a pair, a truth value or a word. @throws ReadError ERR_ARGUMENT for anything else */
function plain(expression: Expression): Plain {
  if (expression.kind === "constant" && expression.value !== null) return expression.value;
  if (expression.kind === "list" && expression.items.length === 2) {
    const [first, second] = expression.items.map(({ value }) => plain(value));
    if (typeof first === "number" && typeof second === "number") return [first, second];
  }
  return numberFrom(expression);
}

import type { Operand } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { Layer } from "../../network";
import { ReadError } from "../../read/problem";
import type { Argument, Expression } from "../../read/syntax";
import type { ChainLoss } from "../question";

/** A layer with the weights that it was given. */
export interface Applied {
  readonly layer: Layer;
  readonly weights: Record<string, Operand>;
}

/** What a name or a call stands for. */
export type Value =
  /** One of random numbers has its shape alone. */
  | { readonly kind: "tensor"; readonly tensor: Operand }
  | { readonly kind: "layer"; readonly made: Applied }
  /** With a path: the part of a class's model that hangs there, whose layers go by their ids. */
  | { readonly kind: "model"; readonly parts: readonly Applied[]; readonly path?: string }
  | { readonly kind: "class" }
  | {
      readonly kind: "criterion";
      readonly name: ChainLoss["name"];
      readonly reduction: ChainLoss["reduction"];
    }
  /** What comes out of so many layers, or a scalar made of it. */
  | { readonly kind: "output"; readonly after: number; readonly reduced?: Reduction }
  /** The last output without a target, and its square. */
  | { readonly kind: "difference" | "square"; readonly target: Tensor }
  | { readonly kind: "loss"; readonly loss: ChainLoss; readonly after: number }
  /** What a line that was not followed should have made. */
  | { readonly kind: "lost" }
  | { readonly kind: "nothing" };

export type Reduction = "sum" | "mean";

/** Something rests on a line that was not followed and of which that was said. */
export class Lost extends Error {}

/** What a call gives that is not followed any further. */
export const NOTHING: Value = { kind: "nothing" };

/** Functions and methods that are layers without weights. */
export const FUNCTIONS = new Map<string, string>([
  ["relu", "ReLU"],
  ["relu6", "ReLU6"],
  ["leaky_relu", "LeakyReLU"],
  ["sigmoid", "Sigmoid"],
  ["tanh", "Tanh"],
  ["silu", "SiLU"],
  ["softmax", "Softmax"],
  ["flatten", "Flatten"],
  ["max_pool2d", "MaxPool2d"],
  ["avg_pool2d", "AvgPool2d"],
  ["adaptive_avg_pool2d", "AdaptiveAvgPool2d"],
  ["adaptive_max_pool2d", "AdaptiveMaxPool2d"],
]);

/** Losses, as functions and as layers. */
export const CRITERIA = new Map<string, ChainLoss["name"]>([
  ["mse_loss", "mse_loss"],
  ["cross_entropy", "cross_entropy"],
  ["MSELoss", "mse_loss"],
  ["CrossEntropyLoss", "cross_entropy"],
]);

/** Calls and methods that leave the numbers as they are. */
export const SAME = [
  "from_numpy",
  "contiguous",
  "cuda",
  "cpu",
  "Parameter",
  "float",
  "double",
  "long",
  "clone",
  "detach",
  "requires_grad_",
  "to",
  "item",
  "numpy",
];
/** Methods of an output from which no gradient comes back. */
export const CUTS = ["detach", "item", "numpy"];

/** Calls that change no value. */
export const SILENT = [
  "print",
  "manual_seed",
  "zero_grad",
  "retain_grad",
  "set_printoptions",
  "train",
  "eval",
  "parameters",
  "SGD",
  "Adam",
  "AdamW",
  "RMSprop",
  "seed",
];

const MODULES = ["torch", "nn", "F", "functional", "optim", "np", "numpy"];

/** Whether a call is of torch, nn or F. */
export function isModule(callee: Expression): boolean {
  const root = callee.kind === "attribute" ? callee.of : callee;
  if (root.kind === "attribute") return isModule(root);
  return root.kind === "name" && MODULES.includes(root.name);
}

/** The reduction of a loss, whose further arguments these are. @throws ReadError ERR_ARGUMENT */
export function reductionOf(args: readonly Argument[], line: number): ChainLoss["reduction"] {
  const other = args.find(({ name }) => name !== "reduction");
  if (other) {
    const named = other.name ?? "a further argument";
    throw new ReadError(
      "ERR_ARGUMENT",
      `${named} of a loss is not followed; reduction is, and every class weighs as much.`,
      line,
    );
  }
  const given = args[0]?.value;
  if (!given) return "mean";
  if (given.kind === "constant" && (given.value === "mean" || given.value === "sum"))
    return given.value;
  throw new ReadError("ERR_ARGUMENT", 'reduction can be "mean" or "sum" here.', line);
}

/** @throws ReadError ERR_LAYER always */
export function unknown(name: string, line: number): never {
  throw new ReadError(
    "ERR_LAYER",
    `${name === "" ? "This" : name.slice(0, 40)} is not known here.`,
    line,
  );
}

/** PyTorch's layers have a bias unless told otherwise: it must be given then, or drawn. */
export function biased(layer: Layer): Layer {
  const has = layer.name === "Conv2d" || layer.name === "Linear";
  return has && layer.bias === undefined ? { ...layer, bias: true } : layer;
}

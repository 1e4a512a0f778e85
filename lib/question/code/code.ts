import { BYTES_PER_VALUE, KernelError, type Tensor } from "@/lib/tensor";
import { INPUT_NAMES, type InputName, type Op, type Operand, type Question } from "../question";
import { sameShape } from "../sizes";
import { isTensorAsk } from "../tensor-ask";
import type { Dialect, Names } from "./dialect";
import { numpy } from "./numpy";
import { type Plan, layoutAxes, planOf, rowsOf } from "./plan";
import { python, pythonLists } from "./python";
import { tensorFlow } from "./tensorflow";
import { torch } from "./torch";

/** The libraries that code can be written for. */
export const LIBRARIES = ["PyTorch", "TensorFlow", "NumPy"] as const;
export type Library = (typeof LIBRARIES)[number];

/** The answer that the code is to assert: a tensor, a count, or the sizes of a shape or a receptive field. */
export type Wanted = Tensor | number | readonly number[];

const DIALECTS: Readonly<Record<Library, Dialect>> = {
  PyTorch: torch,
  TensorFlow: tensorFlow,
  NumPy: numpy,
};

/**
 * A question as Python code that works its answer out and asserts it, ready to paste. The tensors stand in the
 * question's own rank and layout; the code brings them into the library's.
 *
 * @param ask what can be asked of a question: y, indices, grads.x, shapes.y, params, macs, memory.x, receptive_field …
 * @throws KernelError where the question does not hold together; ERR_INPUT where it has no such thing
 * @example codeOf(question, "y", solve(question).y, "PyTorch") // "import torch\n…\nassert …"
 */
export function codeOf(question: Question, ask: string, wanted: Wanted, library: Library): string {
  const dialect = DIALECTS[library];
  return isTensor(wanted)
    ? program(dialect, tensorCode(planOf(question), ask, dialect), [
        `key = ${dialect.array(pythonLists(wanted), ask === "indices", false)}`,
        `assert ${dialect.shape(valueOf(ask))} == ${dialect.shape("key")}, ${dialect.shape(valueOf(ask))}`,
        `assert ${dialect.close(valueOf(ask), "key")}, ${valueOf(ask)}`,
        'print("right")',
      ])
    : program(dialect, sizeCode(planOf(question), ask, dialect), [
        `assert answer == ${python(wanted)}, answer`,
        'print("right")',
      ]);
}

/**
 * The same code without the answer, which it prints: for whoever still works on the problem.
 *
 * @throws KernelError as `codeOf` does
 * @example openCodeOf(question, "y", "NumPy") // "import numpy as np\n…\nprint(y)"
 */
export function openCodeOf(question: Question, ask: string, library: Library): string {
  const dialect = DIALECTS[library];
  return isTensorAsk(ask)
    ? program(dialect, tensorCode(planOf(question), ask, dialect), [`print(${valueOf(ask)})`])
    : program(dialect, sizeCode(planOf(question), ask, dialect), ["print(answer)"]);
}

function program(dialect: Dialect, body: readonly string[], end: readonly string[]): string {
  const lines = [...body, ...end];
  return [...dialect.imports, ...nonFinite(lines), "", ...lines, ""].join("\n");
}

/** What the code calls the tensor that is asked for. */
function valueOf(ask: string): string {
  return ask.startsWith("grads.") ? "gradient" : ask;
}

function isTensor(wanted: Wanted): wanted is Tensor {
  return typeof wanted === "object" && "data" in wanted;
}

function nonFinite(lines: readonly string[]): string[] {
  return lines.some((line) => /\b(?:inf|nan)\b/.test(line)) ? ["from math import inf, nan"] : [];
}

function tensorCode(plan: Plan, ask: string, dialect: Dialect): string[] {
  const { question } = plan;
  const of = ask.startsWith("grads.") ? ask.slice("grads.".length) : undefined;
  const lines = forwardCode(plan, dialect, { indices: ask === "indices", of });
  const backward = of ? dialect.backward(plan, namesOf(plan, dialect), of) : [];
  return [...inputLines(question, dialect, of), "", ...lines, ...backward, ""];
}

function inputLines({ inputs, dy }: Question, dialect: Dialect, of?: string): string[] {
  const named = [...INPUT_NAMES.map((name) => [name, inputs[name]] as const), ["dy", dy] as const];
  return named.flatMap(([name, operand]) => {
    if (!operand || (name === "dy" && of === undefined)) return [];
    const isWhole = name === "indices";
    const { shape, data } = operand;
    const lists = data && pythonLists({ shape, data });
    const written =
      lists === undefined
        ? dialect.empty(python(shape))
        : dialect.array(lists, isWhole, name === of);
    return [`${name} = ${written}`];
  });
}

interface Parts {
  readonly indices: boolean;
  readonly of: string | undefined;
}

/** The lines from the inputs to y, in the question's own rank and layout. */
function forwardCode(plan: Plan, dialect: Dialect, { indices, of }: Parts): string[] {
  const names = namesOf(plan, dialect);
  const lines = [
    ...liftLines(plan, dialect),
    ...dialect.forward(plan, names, { indices, gradient: of !== undefined }),
    ...lowerLines(plan, dialect, indices ? "indices" : "y"),
  ];
  return of && dialect.recording ? [...dialect.recording(lines, of)] : lines;
}

/** What the lifted tensors are called: by their own name where nothing is to be done. */
function namesOf(plan: Plan, dialect: Dialect): Names {
  const { question } = plan;
  const x = lifted(plan, "x", dialect) === "x" ? "x" : "X";
  const w = weightsLifted(plan, dialect) === "w" ? "w" : "K";
  const vectors = (["b", "gamma", "beta"] as const).flatMap((name) => {
    const operand = question.inputs[name];
    return operand ? [[name, vector(name, operand, dialect)] as const] : [];
  });
  return { x, w, ...Object.fromEntries(vectors) };
}

/** A single number may stand for a list of one. */
function vector(name: string, { shape }: Operand, dialect: Dialect): string {
  return shape.length === 0 ? dialect.reshape(name, "(1,)") : name;
}

function liftLines(plan: Plan, dialect: Dialect): string[] {
  const { inputs } = plan.question;
  const x = lifted(plan, "x", dialect);
  const indices = inputs.indices ? lifted(plan, "indices", dialect) : "indices";
  const w = weightsLifted(plan, dialect);
  return [
    ...(x === "x" ? [] : [`X = ${x}`]),
    ...(indices === "indices" ? [] : [`I = ${indices}`]),
    ...(w === "w" ? [] : [`K = ${w}`]),
  ];
}

/** x, or the indices, as the library wants them. */
function lifted(plan: Plan, name: InputName, dialect: Dialect): string {
  const { images, question } = plan;
  const shape = question.inputs[name]?.shape ?? [];
  if (!images) {
    const flat = isRows(question.op) ? rowsOf(shape) : shape;
    return sameShape(flat, shape) ? name : dialect.reshape(name, python(flat));
  }
  return reordered(name, shape, images.x, layoutAxes(question, shape).order, dialect);
}

function isRows(op: Op): boolean {
  return op === "linear" || op === "cross_entropy";
}

function reordered(
  name: string,
  shape: readonly number[],
  [n, c, h, w]: readonly [number, number, number, number],
  layout: "nchw" | "nhwc",
  dialect: Dialect,
): string {
  const full = layout === "nchw" ? [n, c, h, w] : [n, h, w, c];
  const inFull = sameShape(full, shape) ? name : dialect.reshape(name, python(full));
  if (layout === dialect.order) return inFull;
  return dialect.transpose(inFull, layout === "nchw" ? "(0, 2, 3, 1)" : "(0, 3, 1, 2)");
}

function weightsLifted(plan: Plan, dialect: Dialect): string {
  const { weights, question } = plan;
  if (!weights) return "w";
  const shape = question.inputs.w?.shape ?? [];
  const full = sameShape(weights, shape) ? "w" : dialect.reshape("w", python(weights));
  return question.conventions.operation === "convolution" ? dialect.rotate(full) : full;
}

function lowerLines(plan: Plan, dialect: Dialect, name: string): string[] {
  const { images, outShape, question } = plan;
  const computed = name === "y" ? "Y" : "I";
  if (!images || question.op === "gram")
    return [`${name} = ${dialect.reshape(computed, python(outShape))}`];
  const layout = layoutAxes(question, outShape).order;
  const axes = layout === "nchw" ? "(0, 3, 1, 2)" : "(0, 2, 3, 1)";
  const turned = layout === dialect.order ? computed : dialect.transpose(computed, axes);
  return [`${name} = ${dialect.reshape(turned, python(outShape))}`];
}

/** Shapes and counts: worked out from the sizes of the tensors. */
function sizeCode(plan: Plan, ask: string, dialect: Dialect): string[] {
  const { question } = plan;
  const found = ask.startsWith("shapes.")
    ? shapeCode(plan, ask.slice("shapes.".length), dialect)
    : countCode(plan, ask, dialect);
  return [...inputLines(question, dialect), "", ...found];
}

function shapeCode(plan: Plan, name: string, dialect: Dialect): string[] {
  if (name === "y")
    return [...forwardCode(plan, dialect, NOTHING), `answer = ${dialect.shape("y")}`];
  const of = name.replace("grads.", "");
  return [`answer = ${dialect.shape(of)}  # a gradient has the shape of what it belongs to`];
}

const NOTHING: Parts = { indices: false, of: undefined };

function countCode(plan: Plan, ask: string, dialect: Dialect): string[] {
  const { question } = plan;
  const { op, inputs, dtype } = question;
  const size = (name: string) => dialect.size(name);
  if (ask === "params") {
    const learned = (["w", "b", "gamma", "beta"] as const).filter((name) => inputs[name]);
    return [`answer = ${learned.map(size).join(" + ") || "0"}`];
  }
  if (ask === "receptive_field") return fieldCode(plan);
  const forward = forwardCode(plan, dialect, NOTHING);
  if (ask.startsWith("memory.")) {
    const name = ask.slice("memory.".length).replace(/\.values$/, "");
    const bytes = ask.endsWith(".values") ? "" : ` * ${BYTES_PER_VALUE[dtype]}`;
    return [...(name === "y" ? forward : []), `answer = ${size(name)}${bytes}`];
  }
  const products = productsOf(plan, size);
  if ((ask !== "macs" && ask !== "flops") || products === undefined) throw unknown(op, ask);
  const biases = question.conventions.macs === "with_bias" && inputs.b ? ` + ${size("y")}` : "";
  const macs = `${products}${biases}`;
  return [...forward, `answer = ${ask === "flops" ? `2 * (${macs})` : macs}`];
}

/** How many products there are: those of one cell times the cells. */
function productsOf({ question, weights }: Plan, size: (name: string) => string) {
  const { op, inputs } = question;
  const perCell = (weights ?? inputs.w?.shape ?? []).slice(1).join(" * ");
  if (op === "conv2d" || op === "linear") return `${size("y")} * ${perCell}`;
  return op === "conv_transpose2d" ? `${size("x")} * ${perCell}` : "0";
}

function fieldCode({ height, width, images, question: { op } }: Plan): string[] {
  if (height && width) {
    const along = ({ dilation, kernel }: typeof height) => `${dilation} * (${kernel} - 1) + 1`;
    return [`answer = (${along(height)}, ${along(width)})`];
  }
  const plane = op.startsWith("global") && images ? images.x.slice(2) : [1, 1];
  return [`answer = ${python(plane)}`];
}

function unknown(op: Op, ask: string): KernelError {
  return new KernelError("ERR_INPUT", `${op} has no ${ask.slice(0, 40)} that code could work out.`);
}

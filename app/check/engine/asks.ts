import { ASK_WORDS, OPERAND_WORDS } from "@/content/check";
import { type Key, keyOf } from "@/lib/answer/check";
import { INPUT_NAMES, type Op, type Question, type Solution } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { formatNumber } from "@/lib/tex";

/** Everything that can be asked of a question, with what it is called. */
export function asksOf(question: Question, { shapes, memory }: Solution, hasValues: boolean) {
  const given = INPUT_NAMES.filter((name) => question.inputs[name]);
  const gradients = given.filter((name) => shapes[`grads.${name}`]).map((name) => `grads.${name}`);
  const tensors = hasValues ? ["y", ...indicesOf(question), ...gradients] : [];
  const asks = [
    ...tensors,
    "shapes.y",
    ...gradients.map((name) => `shapes.${name}`),
    "params",
    "macs",
    "flops",
    ...(keyFor(question, "receptive_field") ? ["receptive_field"] : []),
    ...Object.keys(memory).flatMap((name) => [`memory.${name}`, `memory.${name}.values`]),
  ];
  return asks.map((ask) => ({ ask, label: labelOf(ask, question.op) }));
}

function indicesOf({ op }: Question): string[] {
  return op.includes("max_pool2d") ? ["indices"] : [];
}

/** The key of an ask; undefined where the question has no such thing. */
function keyFor(question: Question, ask: string): Key | undefined {
  try {
    return keyOf(question, ask);
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

/** What an ask is called. @example labelOf("grads.w", "linear") // "∂L/∂W" */
export function labelOf(ask: string, op: Op): string {
  const own = ASK_WORDS[ask];
  if (own) return own;
  if (ask.startsWith("shapes."))
    return `the shape of ∂L/∂${nameOf(ask.slice("shapes.grads.".length), op)}`;
  if (ask.startsWith("grads.")) return `∂L/∂${nameOf(ask.slice("grads.".length), op)}`;
  const [, name = "", isValues] = ask.split(".");
  const known = INPUT_NAMES.find((one) => one === name);
  const of = known ? OPERAND_WORDS[known].words : "the output";
  return isValues ? `values of ${of}` : `memory of ${of}`;
}

function nameOf(input: string, op: Op): string {
  return { x: "X", w: op === "linear" ? "W" : "K", gamma: "γ", beta: "β" }[input] ?? input;
}

/** A key in short. @example saysOf({ kind: "shape", sizes: [2, 2], form: "plain" }) // "2×2" */
export function saysOf(key: Key): string {
  switch (key.kind) {
    case "tensor":
      return key.tensor.data.length === 1
        ? signedText(key.tensor.data[0] ?? Number.NaN)
        : key.tensor.shape.join("×");
    case "shape":
    case "field":
      return key.sizes.join("×") || "()";
    case "count":
      return formatNumber(key.value);
    case "bytes":
      return `${formatNumber(key.value)} B`;
  }
}

function signedText(value: number): string {
  return formatNumber(value).replace("-", "−");
}

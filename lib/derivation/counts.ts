import { type Dtype, type InputName, type Question, INPUT_NAMES } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { type Role, dot, equation, number, partial, shape, symbol, times, words } from "@/lib/tex";
import { DERIVATIONS } from "./registry";
import type { Step } from "./step";
import type { CountAsk, CountWorking } from "./working";

/**
 * The steps to one number or shape of a question: what the operation itself counts, and what follows
 * from its shapes alone (FLOPs, memory, the shapes of gradients).
 *
 * @throws KernelError ERR_INPUT where the question has no such number
 */
export function deriveCount(question: Question, ask: CountAsk): CountWorking {
  const found = counted(question, ask);
  if (found) return found;
  throw new KernelError("ERR_INPUT", `There is no worked solution of ${ask} for ${question.op}.`);
}

function counted(question: Question, ask: CountAsk): CountWorking | undefined {
  const operation = DERIVATIONS[question.op];
  switch (ask) {
    case "shapes.y":
      return operation?.outputShape(question);
    case "params":
      return operation?.parameters?.(question) ?? NOTHING;
    case "macs":
      return operation?.macs?.(question) ?? NOTHING;
    case "flops":
      return flops(counted(question, "macs") ?? NOTHING);
    case "receptive_field":
      return operation?.receptiveField?.(question);
    default:
      return ask.startsWith("memory.") ? memory(question, ask) : gradientShape(question, ask);
  }
}

/** Where there are no weights: zero parameters, zero multiply–adds. */
const NOTHING: CountWorking = {
  steps: [{ rule: "no-weights", line: number(0), value: 0, cells: [] }],
  result: 0,
};

function flops(macs: CountWorking): CountWorking {
  const count = Number(macs.result);
  const step: Step = {
    rule: "flops",
    line: equation(words("FLOPs"), dot(2, words("MACs")), dot(2, count), 2 * count),
    value: 2 * count,
    cells: [],
  };
  return { steps: [...macs.steps, step], result: 2 * count };
}

function gradientShape(question: Question, ask: string): CountWorking | undefined {
  const name = INPUT_NAMES.find((input) => ask === `shapes.grads.${input}`);
  const sizes = name && question.inputs[name]?.shape;
  if (!name || !sizes) return undefined;
  const step: Step = {
    rule: "gradient-shape",
    line: equation(partial(letterOf(name)), shape(sizes, "gradient")),
    value: sizes,
    cells: [],
    facts: { tensor: LETTERS[name]?.[0] ?? name },
  };
  return { steps: [step], result: sizes };
}

const LETTERS: Partial<Record<InputName | "y", readonly [letter: string, role: Role]>> = {
  x: ["X", "input"],
  w: ["K", "kernel"],
  b: ["b", "kernel"],
  y: ["Y", "output"],
};

function letterOf(name: InputName | "y") {
  const [letter, role] = LETTERS[name] ?? [`\\${name}`, "input"];
  return symbol(letter, undefined, role);
}

/** How many bytes one value takes. */
const BYTES: Record<Dtype, number> = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  int32: 4,
  int8: 1,
  uint8: 1,
};

/** memory.x.values: the product of the sizes; memory.x: that many times the bytes of a value. */
function memory(question: Question, ask: string): CountWorking | undefined {
  const [, name = "", unit] = ask.split(".");
  const sizes = sizesOf(question, name);
  if (!sizes) return undefined;
  const values = sizes.reduce((all, size) => all * size, 1);
  const facts = { tensor: name, dtype: question.dtype, size: BYTES[question.dtype] };
  const count: Step = {
    rule: "memory-values",
    line: equation(words("values"), sizes.length > 1 ? times(...sizes) : number(values), values),
    value: values,
    cells: [],
    facts,
  };
  if (unit === "values") return { steps: [count], result: values };
  const bytes = values * BYTES[question.dtype];
  const step: Step = {
    rule: "memory-bytes",
    line: equation(words("bytes"), dot(values, BYTES[question.dtype]), bytes),
    value: bytes,
    cells: [],
    facts,
  };
  return { steps: [count, step], result: bytes };
}

function sizesOf(question: Question, name: string): readonly number[] | undefined {
  if (name === "y") {
    const shaped = DERIVATIONS[question.op]?.outputShape(question).result;
    return typeof shaped === "number" ? [shaped] : shaped;
  }
  const input = INPUT_NAMES.find((known) => known === name);
  return input && question.inputs[input]?.shape;
}

import { type InputName, type Question, counts } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { type Expression, equation, partial, phrase, shape, symbol, words } from "@/lib/tex";
import { deriveFlops, deriveMacs } from "./macs";
import { deriveMemory } from "./memory";
import { deriveParameters } from "./params";
import { receptiveFieldOf } from "./receptive-field";
import { DERIVATIONS } from "../registry";
import type { TensorName } from "../step";
import type { CountAsk, CountWorking } from "../working";
import { cellName } from "../write";

/**
 * The steps to one number or shape of a question.
 *
 * @throws KernelError ERR_INPUT where the question has no such number
 */
export function deriveCount(question: Question, ask: CountAsk): CountWorking {
  switch (ask) {
    case "params":
      return deriveParameters(question);
    case "macs":
      return deriveMacs(question);
    case "flops":
      return deriveFlops(question);
    case "receptive_field":
      return receptiveFieldOf(question);
    case "shapes.y":
      return outputShape(question);
    default:
      return ask.startsWith("memory.") ? memoryOf(question, ask) : gradientShape(question, ask);
  }
}

function outputShape(question: Question): CountWorking {
  const operation = DERIVATIONS[question.op];
  if (operation) return operation.outputShape(question);
  throw new KernelError("ERR_INPUT", `There is no worked solution of shapes.y for ${question.op}.`);
}

function memoryOf(question: Question, ask: CountAsk): CountWorking {
  const [, name = "", last] = ask.split(".");
  return deriveMemory(question, tensorName(name), last === "values" ? "values" : "bytes");
}

/** ∂L/∂X has X's shape: it holds one slope for each value that could be changed. */
function gradientShape(question: Question, ask: CountAsk): CountWorking {
  const name = ask.slice("shapes.grads.".length);
  const result = counts(question).shapes[`grads.${name}`];
  if (!result) {
    throw new KernelError("ERR_INPUT", `${question.op} has no gradient by ${name} here.`);
  }
  const line = equation(
    phrase(words("shape of"), gradientName(question, name)),
    shape(result, "gradient"),
  );
  return {
    steps: [{ rule: "gradient-shape", line, value: result, cells: [], facts: { name } }],
    result,
  };
}

/** The weights of a convolution are its kernel K. */
function gradientName({ op }: Question, name: string): Expression {
  if (name === "w" && op.startsWith("conv")) return partial(symbol("K", [], "gradient"));
  return cellName(GRADIENTS[name] ?? "dx", []);
}

const GRADIENTS: Readonly<Record<string, TensorName>> = {
  x: "dx",
  w: "dw",
  b: "db",
  gamma: "dgamma",
  beta: "dbeta",
};

const NAMES: readonly (InputName | "y")[] = [
  "x",
  "w",
  "b",
  "target",
  "indices",
  "gamma",
  "beta",
  "y",
];

function tensorName(name: string): InputName | "y" {
  const found = NAMES.find((known) => known === name);
  if (found) return found;
  throw new KernelError("ERR_INPUT", `There is no tensor ${name}; ${NAMES.join(", ")} are known.`);
}

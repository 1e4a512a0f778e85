import { type Ask, type Question, INPUT_NAMES, isTensorAsk } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import { phrase, words } from "@/lib/tex";
import { deriveCount } from "./counts/counts";
import { deriveMacs } from "./counts/macs";
import { deriveParameters } from "./counts/params";
import { DERIVATIONS } from "./registry";
import type { Derivation, Step } from "./step";
import type { TensorAsk, TensorWorking } from "./working";

/** The most cells that one derivation works out; the rest are counted in a last step. */
export const MAX_CELLS = 36;

/**
 * The worked solution of one thing that can be asked of a question. For a tensor: the rule, then each
 * cell in a step of its own (at most `MAX_CELLS`); with `at`, everything about that one cell.
 *
 * @throws KernelError as the computation itself does; ERR_INPUT where the question has no such tensor,
 *   ERR_INDEX where the tensor has no such cell
 * @example derive(question, "y", [0, 1]).steps.at(-1)?.value // -4
 */
export function derive(question: Question, ask: Ask, at?: readonly number[]): Derivation {
  if (!isTensorAsk(ask)) return { ask, ...deriveCount(question, ask) };
  const working = DERIVATIONS[question.op].tensor(question, ask);
  if (at) valueAt(working.result, at);
  return at ? deriveCell(working, ask, at) : deriveTensor(working, ask);
}

/**
 * One cell in one line that stands alone: no name in it comes from a step before.
 *
 * @throws KernelError as `derive` does
 * @example deriveLine(question, "y", [0, 1]).value // -4
 */
export function deriveLine(question: Question, ask: TensorAsk, at: readonly number[]): Step {
  const working = DERIVATIONS[question.op].tensor(question, ask);
  valueAt(working.result, at);
  return working.cell(at);
}

/**
 * Every step of a question, as `solve --steps` prints them: the output's size, then y, each gradient,
 * the parameters and the MACs. Of tensors without data only the sizes and counts.
 */
export function deriveAll(question: Question): Step[] {
  const operation = DERIVATIONS[question.op];
  const tensors = hasValues(question) ? operation.tensors.filter(isGiven(question)) : [];
  return [
    ...operation.outputShape(question).steps,
    ...tensors.flatMap((ask) => deriveTensor(operation.tensor(question, ask), ask).steps),
    ...countSteps(question),
  ];
}

/** Parameters and MACs, of an operation that learns anything. */
function countSteps(question: Question): Step[] {
  const parameters = deriveParameters(question);
  if (parameters.result === 0) return [];
  const macs = deriveMacs(question);
  return [...parameters.steps, ...(macs.result === 0 ? [] : macs.steps)];
}

function deriveCell(working: TensorWorking, ask: Ask, at: readonly number[]): Derivation {
  const steps = working.full(at);
  const value = steps.at(-1)?.value;
  return { ask, at, steps, result: value ?? Number.NaN };
}

function deriveTensor(working: TensorWorking, ask: Ask): Derivation {
  const { result } = working;
  const shown = Math.min(result.data.length, MAX_CELLS);
  const cells = Array.from({ length: shown }, (_, offset) =>
    working.cell(coordinatesOf(result.shape, offset)),
  );
  return {
    ask,
    steps: [...working.rule, ...cells, ...remaining(result, shown)],
    result: { shape: result.shape, data: [...result.data] },
  };
}

function remaining(result: Tensor, shown: number): Step[] {
  const count = result.data.length - shown;
  if (count === 0) return [];
  return [
    {
      rule: "remaining-cells",
      line: phrase(count, words(count === 1 ? "more cell" : "more cells")),
      value: count,
      cells: [],
      facts: { count, shown },
    },
  ];
}

function hasValues(question: Question): boolean {
  return (
    Object.values(question.inputs).every((operand) => operand.data !== undefined) &&
    (question.dy ? question.dy.data !== undefined : true)
  );
}

function isGiven({ inputs }: Question) {
  const absent = INPUT_NAMES.filter((name) => inputs[name] === undefined);
  return (ask: TensorAsk): boolean => !absent.some((name) => ask === `grads.${name}`);
}

import { type NetworkSolution, solveNetwork } from "@/lib/network";
import { type Solution, solve } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { type AnyAsk, type AnyQuestion, type Asked, isOwnQuestion } from "./asked";
import { ownKey } from "./own/operations";

/** Which line of a working is the first that is wrong, and the mistake that was made in it. */
export interface Spotted {
  readonly at: readonly number[];
  readonly mistake: string;
}

/** The right answer: a tensor, a count, a shape or list of sizes, or an error that was spotted. */
export type Key = Tensor | number | readonly number[] | Spotted;

/** All that the kernel says of a question, and the key among it. */
export interface Solved {
  readonly key: Key;
  readonly solution?: Solution | NetworkSolution;
}

/**
 * The right answer to what is asked, with the whole solution beside it; undefined where a question of an exercise's own
 * kind has none.
 *
 * @throws KernelError where the question does not hold together; ERR_INPUT where it has no such answer
 */
export function solveAsked({ question, ask }: Asked): Solved | undefined {
  if (isOwnQuestion(question)) {
    const key = ownKey(question);
    return key === undefined ? undefined : { key };
  }
  const solution = question.op === "network" ? solveNetwork(question) : solve(question);
  const key = keyIn(solution, ask);
  if (key === undefined || key === null) throw noAnswer(question, ask);
  return { key, solution };
}

function noAnswer({ op }: AnyQuestion, ask: AnyAsk): KernelError {
  return new KernelError("ERR_INPUT", `A question of ${op} has no answer to "${ask}".`);
}

function keyIn(solution: Solution | NetworkSolution, ask: AnyAsk): Key | null | undefined {
  const [kind, name, part] = partsOf(ask);
  switch (kind) {
    case "y":
      return solution.y;
    case "indices":
      return "indices" in solution ? solution.indices : undefined;
    case "grads": {
      const grads: Readonly<Record<string, Tensor | undefined>> = solution.grads ?? {};
      return grads[name];
    }
    case "shapes":
      return solution.shapes[name];
    case "memory":
      return part === "values" ? solution.memory[name]?.values : solution.memory[name]?.bytes;
    case "params":
    case "macs":
    case "flops":
      return solution[kind];
    case "receptive_field":
      return "receptive_field" in solution ? solution.receptive_field : undefined;
    default:
      return undefined;
  }
}

/** "memory.x.values" in three; "grads.conv1.w" and "shapes.grads.x" in two. */
function partsOf(ask: AnyAsk): readonly [kind: string, name: string, part: string] {
  const dot = ask.indexOf(".");
  if (dot < 0) return [ask, "", ""];
  const [kind, rest] = [ask.slice(0, dot), ask.slice(dot + 1)];
  if (kind === "memory" && rest.endsWith(".values")) return [kind, rest.slice(0, -7), "values"];
  return [kind, rest, ""];
}

/** Whether a key is a tensor. */
export function isTensor(key: Key): key is Tensor {
  return typeof key === "object" && "data" in key;
}

/** Whether a key is an error that was spotted. */
export function isSpotted(key: Key): key is Spotted {
  return typeof key === "object" && "mistake" in key;
}

/** A relative difference below which two computed numbers are one. */
const NEAR = 1e-9;

/** Whether two answers are the same, rounding errors aside. */
export function sameKey(left: Key, right: Key): boolean {
  const [one, other] = [numbersOf(left), numbersOf(right)];
  return (
    one.label === other.label &&
    sameNumbers(one.sizes, other.sizes) &&
    near(one.values, other.values)
  );
}

interface Numbers {
  readonly label: string;
  readonly sizes: readonly number[];
  readonly values: ArrayLike<number>;
}

function numbersOf(key: Key): Numbers {
  if (typeof key === "number") return { label: "", sizes: [], values: [key] };
  if (isTensor(key)) return { label: "", sizes: key.shape, values: key.data };
  if (isSpotted(key)) return { label: key.mistake, sizes: [], values: key.at };
  return { label: "", sizes: [key.length], values: key };
}

function sameNumbers(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

function near(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    const [a = 0, b = 0] = [left[index], right[index]];
    if (Math.abs(a - b) > NEAR * Math.max(1, Math.abs(a), Math.abs(b))) return false;
  }
  return true;
}

/** Whether a key teaches nothing: it is 0, or every one of its cells holds the same. */
export function isDegenerate(key: Key): boolean {
  if (typeof key === "number") return key === 0;
  if (!isTensor(key)) return false;
  const [first = 0] = key.data;
  return key.data.length < 2 ? first === 0 : key.data.every((value) => value === first);
}

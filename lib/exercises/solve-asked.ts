import { type NetworkSolution, solveNetwork } from "@/lib/network";
import { solutionOf } from "@/lib/derivation";
import type { Solution } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { type AnyAsk, type AnyQuestion, type Asked, isOwnQuestion } from "./asked";
import type { Key } from "./key";
import { ownKey } from "./own/operations";

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
  const solution = question.op === "network" ? solveNetwork(question) : solutionOf(question);
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

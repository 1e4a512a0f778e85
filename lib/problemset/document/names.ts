import type { AnyAsk, Asked } from "@/lib/exercises";
import { type Expression, type Role, partial, symbol } from "@/lib/tex";

/** What is asked: its sign with the indices of a plane, and its colour. */
export interface AskedName {
  readonly at: (indices: readonly number[]) => Expression;
  readonly role: Role;
}

const LETTERS: Readonly<Record<string, string>> = { x: "X", w: "K", b: "b", gamma: "\\gamma" };

/** The sign of what is asked for. @example toText(askedName({ question, ask: "grads.w" }).at([0])) // "dL/dK[0]" */
export function askedName({ question, ask }: Asked): AskedName {
  const input = gradientInput(ask);
  if (input === undefined) {
    const letter = ask === "indices" ? "I" : "Y";
    return { at: (indices) => symbol(letter, indices, "output"), role: "output" };
  }
  const letter = input === "w" && question.op === "linear" ? "W" : (LETTERS[input] ?? input);
  return { at: (indices) => partial(symbol(letter, indices)), role: "gradient" };
}

/** "grads.conv1.w" is a gradient of one layer of a network. @example gradientInput("grads.conv1.w") // "w" */
function gradientInput(ask: AnyAsk): string | undefined {
  return ask.startsWith("grads.") ? ask.split(".").at(-1) : undefined;
}

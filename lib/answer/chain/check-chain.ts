import type { ChainQuestion, ChainValue } from "@/lib/network/chain";
import { chainValues, withDrawnValues } from "@/lib/network/chain";
import { didYouMean } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { cellsBeyond } from "../beyond";
import { type Check, checkAnswer } from "../check-answer";
import { checkRounded } from "../check-rounded";
import { mark } from "../mark";
import { type AnswerJson, readJson } from "../read-json";
import type { Carried, Expected } from "./carried";
import { CarriedValues, type ChainRadii, type Wanted } from "./carried-values";
import { type ChainSlip, slipOf } from "./slips";

export type { ChainRadii } from "./carried-values";
export type { ChainSlip } from "./slips";

/** One of the reader's values of a chain, checked. */
export interface ChainMark {
  readonly key: string;
  readonly direction: ChainValue["direction"];
  /** "follows": not the key, but right given the reader's own earlier values. */
  readonly verdict: "correct" | "follows" | "incorrect" | "invalid";
  /** Against the true key, or where earlier values of the reader's stand in for it, against what follows from them. */
  readonly check: Check;
  /** Right only because numbers that it comes from are rounded. */
  readonly isWithin?: true;
  /** The wrong earlier values that were taken as they are, by key. */
  readonly given: readonly string[];
  /** The whole of it is a multiple of what is right, for a reason that has a name. */
  readonly slip?: ChainSlip;
}

/** A reader's values of a chain, in the order of working. */
export interface ChainCheck {
  readonly marks: readonly ChainMark[];
  /** The key of the first value that is wrong in itself. */
  readonly firstWrong?: string;
}

/**
 * A reader's intermediates and gradients, checked in the order of working: forward, then backward. A wrong value is
 * taken as it is in what comes after it, so that one slip is held against nobody twice; a wrong value that makes
 * what follows trivial (all cells alike, or fewer than half as many that are not 0) is not. A decimal is taken for
 * rounded, by the rule of `matches`: what comes after it is right for whatever the number was before.
 *
 * @param answers by key, some of them or all: "conv1.y", "loss", "grads.conv1.w"
 * @throws KernelError as `chainValues`; ERR_INPUT for a key that the chain does not have
 * @example checkChain(question, { "conv1.y": "[[0, 5], [-1, 1]]", "relu1.y": "[[0, 5], [0, 1]]" }).firstWrong // "conv1.y"
 */
export function checkChain(
  asked: ChainQuestion,
  answers: Readonly<Record<string, AnswerJson>>,
  radii: ChainRadii = {},
): ChainCheck {
  const question = withDrawnValues(asked);
  const values = chainValues(question);
  checkKeys(values, Object.keys(answers));
  const carried = new CarriedValues(question, values, radii);
  const marks: ChainMark[] = [];
  for (const value of values) {
    const [right, expected] = [carried.right(value), carried.expected(value)];
    const answer = Object.hasOwn(answers, value.key) ? answers[value.key] : undefined;
    const marked =
      answer === undefined ? undefined : markOf(question, value, { right, expected }, answer);
    if (marked) marks.push(marked);
    carried.add(value, marked, { right, expected });
  }
  const first = marks.find(({ verdict }) => verdict === "incorrect");
  return { marks, ...(first ? { firstWrong: first.key } : {}) };
}

function markOf(
  chain: ChainQuestion,
  value: ChainValue,
  { right, expected }: Wanted,
  answer: AnswerJson,
): ChainMark {
  const { key, direction } = value;
  const plain = compared(right, answer);
  const base = { key, direction, given: expected.from };
  if (plain.verdict === "invalid") return { ...base, verdict: "invalid", check: plain };
  if (plain.verdict === "correct") {
    const within = plain.isWithin ? { isWithin: true as const } : {};
    return { ...base, verdict: "correct", check: plain, given: [], ...within };
  }
  const following = expected.from.length > 0 ? compared(expected, answer) : plain;
  if (following.verdict === "correct") return { ...base, verdict: "follows", check: following };
  const slip = following.given && slipOf(chain, value, expected.tensor, following.given);
  const check = explained(expected, value, answer) ?? following;
  return { ...base, verdict: "incorrect", check, ...(slip ? { slip } : {}) };
}

/** The answer with its mistakes looked for. */
function explained({ question, ranges }: Expected, { ask }: ChainValue, answer: AnswerJson) {
  if (!question) return undefined;
  return Object.keys(ranges).length > 0
    ? checkRounded(question, ranges, ask, answer)
    : checkAnswer(question, ask, answer);
}

/** An answer beside a tensor and its bounds, without looking for mistakes. */
function compared(
  { tensor: wanted, range }: Carried,
  answer: AnswerJson,
): Check & { readonly isWithin?: boolean } {
  const reading = readJson(answer, { kind: "tensor", shape: wanted.shape });
  if (reading.kind === "unreadable")
    return { verdict: "invalid", score: 0, cells: [], diagnosis: [], unreadable: reading };
  const given = reading.value;
  const marked = mark({ kind: "tensor", tensor: wanted }, given);
  const fits = given.cells.length === wanted.data.length;
  const cells = range && fits ? cellsBeyond(marked, given, wanted, range) : marked.cells;
  const count = wanted.data.length;
  const score = cells === marked.cells ? marked.score : (count - cells.length) / count;
  const isWithin = score === 1 && marked.score < 1;
  const verdict = score === 1 ? "correct" : "incorrect";
  return { verdict, score, cells, diagnosis: [], given, ...(isWithin ? { isWithin } : {}) };
}

function checkKeys(values: readonly ChainValue[], keys: readonly string[]): void {
  const known = values.map(({ key }) => key);
  const stray = keys.find((key) => !known.includes(key));
  if (stray === undefined) return;
  throw new KernelError(
    "ERR_INPUT",
    `The chain has no value "${stray.slice(0, 40)}". ${didYouMean(stray.slice(0, 40), known)}`,
  );
}

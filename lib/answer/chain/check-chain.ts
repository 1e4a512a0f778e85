import type { ChainQuestion, ChainValue } from "@/lib/network/chain";
import { chainValues, questionGiven, recomputed } from "@/lib/network/chain";
import { didYouMean, type Question } from "@/lib/question";
import { KernelError, type Tensor, tensor } from "@/lib/tensor";
import { type Check, checkAnswer } from "../check-answer";
import { isCorrect, mark } from "../mark";
import { type Given, valueOf } from "../quantity";
import { type AnswerJson, readJson } from "../read-json";
import { type ChainSlip, slipOf } from "./slips";
import { isTrivial } from "./trivial";

export type { ChainSlip } from "./slips";

/** One of the reader's values of a chain, checked. */
export interface ChainMark {
  readonly key: string;
  readonly direction: ChainValue["direction"];
  /** "follows": not the key, but right given the reader's own earlier values. */
  readonly verdict: "correct" | "follows" | "incorrect" | "invalid";
  /** Against the true key, or where earlier values of the reader's stand in for it, against what follows from them. */
  readonly check: Check;
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
 * what follows trivial (all cells alike, or fewer than half as many that are not 0) is not.
 *
 * @param answers by key, some of them or all: "conv1.y", "loss", "grads.conv1.w"
 * @throws KernelError as `chainValues`; ERR_INPUT for a key that the chain does not have
 * @example checkChain(question, { "conv1.y": "[[0, 5], [-1, 1]]", "relu1.y": "[[0, 5], [0, 1]]" }).firstWrong // "conv1.y"
 */
export function checkChain(
  question: ChainQuestion,
  answers: Readonly<Record<string, AnswerJson>>,
): ChainCheck {
  const values = chainValues(question);
  checkKeys(values, Object.keys(answers));
  const marks: ChainMark[] = [];
  const taken = new Map<string, Taken>();
  for (const value of values) {
    const expected = expectedOf(value, taken);
    const answer = Object.hasOwn(answers, value.key) ? answers[value.key] : undefined;
    if (answer === undefined) {
      if (expected.from.length > 0) taken.set(value.key, expected);
      continue;
    }
    const marked = markOf(question, value, expected, answer);
    marks.push(marked);
    const own = ownValue(value, marked, expected);
    if (own) taken.set(value.key, own);
  }
  const first = marks.find(({ verdict }) => verdict === "incorrect");
  return { marks, ...(first ? { firstWrong: first.key } : {}) };
}

/** What stands in for a value: the reader's own, or what follows from it. */
interface Taken {
  readonly tensor: Tensor;
  /** The reader's wrong values that it comes from. */
  readonly from: readonly string[];
}

interface Expected extends Taken {
  readonly question?: Question;
}

/** A value as it follows from the reader's own earlier ones. */
function expectedOf(value: ChainValue, taken: ReadonlyMap<string, Taken>): Expected {
  const [x, dy] = [read(value.reads.x, taken), read(value.reads.dy, taken)];
  const from = [...new Set([...(x?.from ?? []), ...(dy?.from ?? [])])];
  if (from.length === 0) return { tensor: value.tensor, from, ...asked(value, value.question) };
  const reads = { x: x?.tensor, dy: dy?.tensor };
  const arriving = value.question || reads.x ? reads : { ...reads, x: undefined };
  return {
    tensor: recomputed(value, arriving),
    from,
    ...asked(value, questionGiven(value, arriving)),
  };
}

function asked(
  { factor, ask, tensor: key }: ChainValue,
  question: Question | undefined,
): { readonly question?: Question } {
  if (!question || (factor !== 1 && !ask.startsWith("grads."))) return {};
  if (factor === 1) return { question };
  // A gradient is linear in dy: so many times dy, so many times the gradient.
  const { dy } = question;
  if (!dy?.data || key.data.length === 0) return {};
  return { question: { ...question, dy: { ...dy, data: dy.data.map((one) => one * factor) } } };
}

function read(key: string | undefined, taken: ReadonlyMap<string, Taken>): Taken | undefined {
  return key === undefined ? undefined : taken.get(key);
}

function markOf(
  chain: ChainQuestion,
  value: ChainValue,
  expected: Expected,
  answer: AnswerJson,
): ChainMark {
  const { key, direction } = value;
  const plain = compared(value.tensor, answer);
  const base = { key, direction, given: expected.from };
  if (plain.verdict === "invalid") return { ...base, verdict: "invalid", check: plain };
  if (plain.verdict === "correct") return { ...base, verdict: "correct", check: plain, given: [] };
  const follows = expected.from.length > 0 ? compared(expected.tensor, answer) : plain;
  if (follows.verdict === "correct") return { ...base, verdict: "follows", check: follows };
  const check = expected.question ? checkAnswer(expected.question, value.ask, answer) : follows;
  const slip = follows.given && slipOf(chain, value, expected.tensor, follows.given);
  return { ...base, verdict: "incorrect", check, ...(slip ? { slip } : {}) };
}

/** An answer beside a tensor, without looking for mistakes. */
function compared(wanted: Tensor, answer: AnswerJson): Check {
  const reading = readJson(answer, { kind: "tensor", shape: wanted.shape });
  if (reading.kind === "unreadable")
    return { verdict: "invalid", score: 0, cells: [], diagnosis: [], unreadable: reading };
  const given = reading.value;
  const marked = mark({ kind: "tensor", tensor: wanted }, given);
  return { verdict: isCorrect(marked) ? "correct" : "incorrect", ...marked, diagnosis: [], given };
}

/** The reader's wrong value as what comes after reads it; undefined where it is right, unfinished or trivial. */
function ownValue(value: ChainValue, marked: ChainMark, expected: Expected): Taken | undefined {
  const { verdict, check, key } = marked;
  if (verdict === "correct") return undefined;
  if (verdict === "follows") return expected;
  const own = check.given && valuesOf(check.given, value.tensor);
  const isTaken = verdict === "incorrect" && own && !isTrivial(own, value.tensor);
  if (isTaken) return { tensor: own, from: [key] };
  return expected.from.length > 0 ? expected : undefined;
}

function valuesOf({ cells }: Given, { shape, data }: Tensor): Tensor | undefined {
  const values = cells.map((cell) => valueOf(cell) ?? Number.NaN);
  const fits = values.length === data.length && values.every(Number.isFinite);
  return fits ? tensor(shape, values) : undefined;
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

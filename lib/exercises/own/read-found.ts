import {
  type AnswerJson,
  type UnreadableAnswer,
  readJson,
  readSizes,
  valueOf,
} from "@/lib/answer/check";
import type { FindQuestion } from "./find";

/**
 * The numbers that were found: one, a list, or a text such as "2, 1" or "k = 3, S = 2"; "10 × 10" where one size of a
 * square is asked for; a range such as "245 to 247" or "245 ≤ I ≤ 247" where all are.
 *
 * @example readFound({ op: "find", unknown: ["input"], every: true, .. }, "245–247") // [245, 246, 247]
 */
export function readFound(
  question: FindQuestion,
  answer: AnswerJson,
): readonly number[] | UnreadableAnswer {
  const range = question.every && typeof answer === "string" ? rangeIn(answer) : undefined;
  if (range) return range;
  const numbers = numbersIn(answer);
  return "kind" in numbers ? numbers : oneOfSquare(question, numbers);
}

function numbersIn(answer: AnswerJson): readonly number[] | UnreadableAnswer {
  if (typeof answer === "string") {
    const listed = answer
      .replaceAll(/[A-Za-z_']+ *=/g, " ")
      .replaceAll(/,? *\b(?:and|or)\b/gi, ",");
    const reading = readSizes(listed);
    if (reading.kind === "value") return reading.value;
  }
  const reading = readJson(answer, { kind: "shape" });
  if (reading.kind === "unreadable") return reading;
  const values = reading.value.cells.map((cell) =>
    cell === null ? Number.NaN : (valueOf(cell) ?? Number.NaN),
  );
  return values.some(Number.isNaN) ? NOTHING_IN : values;
}

/** A 10 × 10 kernel has the size 10. */
function oneOfSquare(
  { unknown, every }: FindQuestion,
  numbers: readonly number[],
): readonly number[] {
  const isSquare = numbers.length === 2 && numbers[0] === numbers[1];
  return unknown.length === 1 && !every && isSquare ? numbers.slice(1) : numbers;
}

/** No range of sizes is longer. */
const LONGEST = 100;

/** "245 to 247", "245–247", "245, …, 247" */
const FROM_TO =
  /^(?:[A-Za-z]+ *[=:∈] *)?[[{(]? *(\d{1,9}) *(?:-|–|—|−|\bto\b|\bthrough\b|,? *(?:…|\.{2,3}|\\l?dots) *,?) *(\d{1,9}) *[\]})]?$/;

/** "245 ≤ I < 248" */
const BETWEEN = /^(\d{1,9}) *(<=?|≤|\\leq?) *[A-Za-z]+ *(<=?|≤|\\leq?) *(\d{1,9})$/;

function rangeIn(text: string): readonly number[] | undefined {
  if (text.length > LONGEST) return undefined;
  const listed = FROM_TO.exec(text.trim());
  if (listed) return rangeOf(Number(listed[1]), Number(listed[2]));
  const between = BETWEEN.exec(text.trim());
  if (!between) return undefined;
  const [, from, above, below, to] = between;
  return rangeOf(Number(from) + (above === "<" ? 1 : 0), Number(to) - (below === "<" ? 1 : 0));
}

function rangeOf(from: number, to: number): readonly number[] | undefined {
  if (to < from || to - from >= LONGEST) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const NOTHING_IN: UnreadableAnswer = {
  kind: "unreadable",
  code: "EMPTY",
  at: 0,
  message: "A number is still missing.",
};

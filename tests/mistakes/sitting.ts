import { explain } from "@/lib/mistakes";
import type { AskName, Asked, GivenAnswer } from "@/lib/mistakes";
import { parseNetworkQuestion } from "@/lib/network/schema";
import { parseQuestion } from "@/lib/question/schema";
import type { Exam, Examiner, Written } from "./learner";
import { Random } from "./random";

/** What a set of mistakes and its diagnoses came to. */
export interface Tally {
  readonly op: string;
  readonly ask: string;
  readonly mistakes: string;
  cases: number;
  first: number;
  among: number;
  /** What was named first instead, and how often. */
  readonly instead: Map<string, number>;
}

/** The results of many exams. */
export interface Report {
  readonly singles: Map<string, Tally>;
  readonly pairs: Map<string, Tally>;
  /** Random wrong answers, and how many were given a name. */
  readonly random: Map<string, Tally>;
  readonly ambiguous: { count: number };
}

/** Sets so many exams, and has every one answered with each mistake, with pairs, and at random. */
export function sit(examiners: readonly Examiner[], exams: number, seed: number): Report {
  const report: Report = {
    singles: new Map(),
    pairs: new Map(),
    random: new Map(),
    ambiguous: { count: 0 },
  };
  const random = new Random(seed);
  for (let index = 0; index < exams; index++) {
    const examiner = examiners[index % examiners.length];
    if (examiner) sitOne(examiner(random), random, report);
  }
  return report;
}

function sitOne(exam: Exam, random: Random, report: Report): void {
  const asked = read(exam);
  const right = flat(exam.answer(new Set()));
  if (right === undefined) return;
  const all = predictions(exam, right);
  for (const { names, key, answer } of all) {
    if (key === right || answer === undefined) continue;
    // Of two explanations the simpler is meant: a pair that gives the same does not make one mistake ambiguous.
    const twins = all.filter((other) => other.key === key && other.names.length <= names.length);
    if (twins.length > 1 || isOtherLayout(exam, answer)) {
      report.ambiguous.count++;
      continue;
    }
    if (names.length === 2 && !random.chance(0.35)) continue;
    record(
      names.length === 1 ? report.singles : report.pairs,
      exam,
      names.join("+"),
      diagnose(asked, exam, answer),
    );
  }
  sitProducts(exam, asked, random, report, all);
  sitAtRandom(exam, asked, random, report);
}

/** A shape with channels last that reads as the right one: it may be written so. */
function isOtherLayout(exam: Exam, answer: Written): boolean {
  if (!exam.ask.startsWith("shapes.") || typeof answer === "number") return false;
  const [batch = 0, height = 0, width = 0, channels = 0] = answer;
  return flat([batch, channels, height, width]) === flat(exam.answer(new Set()));
}

interface Predicted {
  readonly names: readonly string[];
  readonly answer: Written | undefined;
  readonly key: string | undefined;
}

/** What every mistake that changes anything predicts, and every two of them. */
function predictions(exam: Exam, right: string): Predicted[] {
  const effective = exam.mistakes.filter((name) => {
    const key = flat(exam.answer(new Set([name])));
    return key !== undefined && key !== right;
  });
  const singles = effective.map((name) => [name]);
  const pairs = effective.flatMap((one, index) =>
    effective.slice(index + 1).map((other) => [one, other].toSorted()),
  );
  return [...singles, ...pairs].map((names) => {
    const answer = exam.answer(new Set(names));
    return { names, answer, key: flat(answer) };
  });
}

/** One product in one cell, where it changes the answer and neither another mistake nor product gives the same. */
function sitProducts(
  exam: Exam,
  asked: Asked,
  random: Random,
  report: Report,
  all: readonly Predicted[],
): void {
  if (!exam.slipInProduct || !exam.products) return;
  const right = exam.answer(new Set());
  const cells = leaves(right ?? 0).length;
  for (const kind of ["TERM_DROPPED", "SIGN_SLIP"] as const) {
    const cell = random.int(0, cells - 1);
    const answer = exam.slipInProduct(kind, { cell, product: random.int(0, exam.products - 1) });
    const key = flat(answer);
    const other = kind === "TERM_DROPPED" ? "SIGN_SLIP" : "TERM_DROPPED";
    const others = Array.from({ length: exam.products }, (_, product) =>
      flat(exam.slipInProduct?.(other, { cell, product })),
    );
    if (key === flat(right)) continue;
    if (others.includes(key) || all.some((one) => one.key === key)) {
      report.ambiguous.count++;
      continue;
    }
    record(report.singles, exam, kind, diagnose(asked, exam, answer));
  }
}

const FAMILIES = ["WINDOW_SHIFTED", "TERM_DROPPED", "SIGN_SLIP"];

/** Every cell of four or more wrong, or a count, in three ways of being wrong. */
function sitAtRandom(exam: Exam, asked: Asked, random: Random, report: Report): void {
  const right = exam.answer(new Set());
  if (right === undefined) return;
  const values = leaves(right);
  const isShape = exam.ask.startsWith("shapes.");
  if (values.length < 4 && values.length > 1) return;
  if (values.length === 1 && typeof right !== "number") return;
  const span = Math.max(...values.map(Math.abs), 4);
  const scale = values.some((value) => !Number.isInteger(value)) ? 1000 : 1;
  const near = () => random.int(1, 9) * (random.chance(0.5) ? 1 : -1) * (scale > 1 ? 0.137 : 1);
  const far = () => random.int(isShape ? 1 : -span * scale, span * scale) / scale;
  const count = (key: number) => {
    const beside = key * 4 ** (2 * random.next() - 1);
    const whole = random.pick([random.int(1, 2 * key), Math.round(beside), random.int(1, 1000)]);
    // A loss is no count: most who get it wrong write decimals.
    return Number.isInteger(key) || random.chance(0.3) ? whole : Number(beside.toFixed(3));
  };
  const kind = random.pick(["near", "far"]);
  const answer = mapped(right, (key) => {
    for (;;) {
      const value =
        values.length === 1
          ? count(key)
          : kind === "near" && !isShape
            ? key + near()
            : isShape
              ? count(key)
              : far();
      if (Math.abs(value - key) > 1e-6) return value;
    }
  });
  const named = diagnose(asked, exam, answer).filter((name) =>
    name.split("+").some((id) => !FAMILIES.includes(id)),
  );
  record(
    report.random,
    exam,
    values.length === 1 ? "a random count" : `random cells, ${kind} the key`,
    named.length > 0 ? named : ["none"],
    "none",
  );
}

function record(
  into: Map<string, Tally>,
  { op, ask }: Exam,
  mistakes: string,
  named: readonly string[],
  wanted = mistakes,
): void {
  const key = `${op} ${ask} ${mistakes}`;
  const tally = into.get(key) ?? {
    op,
    ask,
    mistakes,
    cases: 0,
    first: 0,
    among: 0,
    instead: new Map<string, number>(),
  };
  into.set(key, tally);
  tally.cases++;
  if (named[0] === wanted) tally.first++;
  else
    tally.instead.set(named[0] ?? "nothing", (tally.instead.get(named[0] ?? "nothing") ?? 0) + 1);
  if (named.includes(wanted)) tally.among++;
}

function read({ question }: Exam): Asked {
  const isNetwork = (question as { op: string }).op === "network";
  return isNetwork ? parseNetworkQuestion(question) : parseQuestion(question);
}

function diagnose(asked: Asked, { ask }: Exam, answer: Written): string[] {
  return explain(asked, ask as AskName, given(answer)).map(({ mistake }) => mistake);
}

function given(answer: Written): GivenAnswer {
  if (typeof answer === "number") return answer;
  const shape: number[] = [];
  for (let part: Written | undefined = answer; Array.isArray(part); part = part[0])
    shape.push(part.length);
  return { shape, data: leaves(answer) };
}

function leaves(answer: Written): number[] {
  return typeof answer === "number" ? [answer] : answer.flatMap((part) => leaves(part));
}

function mapped(answer: Written, change: (value: number) => number): Written {
  return typeof answer === "number" ? change(answer) : answer.map((part) => mapped(part, change));
}

/** An answer to compare by: its shape and its values to nine digits. */
function flat(answer: Written | undefined): string | undefined {
  if (answer === undefined) return undefined;
  return JSON.stringify(mapped(answer, (value) => Number(value.toPrecision(9)) + 0));
}

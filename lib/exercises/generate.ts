import { type Conventions, DEFAULT_CONVENTIONS, didYouMean } from "@/lib/question";
import { toTex, toText } from "@/lib/tex";
import { type AnswerJson, answerToJson } from "./answer-json";
import type { AnyAsk } from "./asked";
import { ExerciseError } from "./errors";
import { type Exercise, type Level, isLevel } from "./exercise";
import { type QuestionJson, questionToJson } from "./question-json";
import { paragraphsOf } from "./paragraphs";
import { EXERCISES } from "./registry";
import { type Statement, writeStatement } from "./statement";
import { stepsTo } from "./steps";
import { type Variant, drawVariant } from "./variant";

/** The five fields that say which problem it is; what is left out is the newest version and PyTorch's conventions. */
export interface ProblemRequest {
  readonly id: string;
  readonly version?: number | undefined;
  readonly seed: string;
  readonly level: number;
  readonly conventions?: Partial<Conventions> | undefined;
}

/** A problem as plain JSON. The same five fields give the same question, ask and answer on every machine, for ever. */
export interface Problem {
  readonly id: string;
  readonly version: number;
  readonly seed: string;
  readonly level: Level;
  readonly conventions: Conventions;
  readonly statement: Statement;
  readonly question: QuestionJson;
  readonly ask: AnyAsk;
  readonly answer: AnswerJson;
  readonly steps: readonly StepJson[];
  readonly predictions: readonly PredictionJson[];
}

/** One line of the worked solution. */
export interface StepJson {
  readonly rule: string;
  readonly tex: string;
  readonly text: string;
}

/** The wrong answer that a mistake gives. */
export interface PredictionJson {
  readonly mistake: string;
  readonly answer: AnswerJson;
}

/**
 * The problem of these five fields, in plain JSON.
 *
 * @throws ExerciseError where there is no such type, version or level, or the seed gives no problem
 * @example generate({ id: "conv-forward", seed: "7", level: 2 }).ask // "y"
 */
export function generate(request: ProblemRequest): Problem {
  return problemFrom(variantOf(request));
}

/**
 * The problem of these five fields, as the program works with it.
 *
 * @throws ExerciseError where there is no such type, version or level, or the seed gives no problem
 */
export function variantOf({ id, version, seed, level, conventions }: ProblemRequest): Variant {
  const exercise = exerciseOf(id);
  checkVersion(exercise, version);
  if (!isLevel(level)) {
    throw new ExerciseError("ERR_LEVEL", `The level is ${level}; it can be 1, 2, 3, 4 or 5.`);
  }
  if (seed === "" || seed.length > MOST_LETTERS) {
    throw new ExerciseError(
      "ERR_SEED",
      `The seed has ${seed.length} characters; it needs 1 to ${MOST_LETTERS}.`,
    );
  }
  return drawVariant({
    exercise,
    seed,
    level,
    conventions: { ...DEFAULT_CONVENTIONS, ...conventions },
  });
}

const MOST_LETTERS = 200;

/**
 * The type of exercise with this id.
 *
 * @throws ExerciseError ERR_EXERCISE with the nearest id
 */
export function exerciseOf(id: string): Exercise {
  const exercise = EXERCISES.find((one) => one.id === id);
  if (exercise) return exercise;
  throw new ExerciseError(
    "ERR_EXERCISE",
    `There is no exercise "${id}". ${didYouMean(
      id,
      EXERCISES.map((one) => one.id),
    )}`,
  );
}

function checkVersion(exercise: Exercise, version: number | undefined): void {
  if (version === undefined || version === exercise.version) return;
  throw new ExerciseError(
    "ERR_VERSION",
    `${exercise.id} is at version ${exercise.version}; version ${version} ` +
      (version > exercise.version ? "is not known here yet." : "is no longer made."),
  );
}

/**
 * The seed of a run's i-th problem, counted from 0: the first has the run's own.
 *
 * @example seedOf("7", 2) // "7.2"
 */
export function seedOf(seed: string, index: number): string {
  return index === 0 ? seed : `${seed}.${index}`;
}

/** A variant written out: its statement, its working, its answers. */
export function problemFrom(variant: Variant): Problem {
  const { exercise, seed, level, conventions, question, ask, key, predictions } = variant;
  return {
    id: exercise.id,
    version: exercise.version,
    seed,
    level,
    conventions,
    statement: statementOf(variant),
    question: questionToJson(question),
    ask,
    answer: answerToJson(key),
    steps: stepsTo(variant).map(({ rule, line }) => ({
      rule,
      tex: toTex(line),
      text: toText(line),
    })),
    predictions: predictions.map(({ mistake, answer }) => ({
      mistake,
      answer: answerToJson(answer),
    })),
  };
}

/** What a problem asks, in words and in TeX. */
export function statementOf(variant: Pick<Variant, "exercise" | "question" | "ask">): Statement {
  return writeStatement(paragraphsOf(variant));
}

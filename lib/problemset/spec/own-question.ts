import {
  type AnyAsk,
  type Asked,
  ExerciseError,
  type Level,
  solveAsked,
  variantOf,
} from "@/lib/exercises";
import { parseAnyQuestion } from "@/lib/exercises/schema";
import type { Conventions } from "@/lib/question";
import { KernelError } from "@/lib/tensor";

/** A question by hand as the file gives it. */
interface OwnFile {
  readonly type: string;
  readonly level: Level;
  readonly conventions: Conventions;
  readonly question: unknown;
  readonly ask: string | undefined;
  readonly hasWording: boolean;
}

/**
 * A question by hand, solved once to see that it holds together. It is of its type's operation, since the type words
 * it; it asks what the type asks, unless its own wording says otherwise.
 *
 * @throws KernelError, ExerciseError that say what does not fit
 */
export function ownQuestion({ type, level, conventions, hasWording, ...file }: OwnFile): Asked {
  const like = sampleOf(type, level, conventions);
  const question = parseAnyQuestion(withConventions(file.question, conventions));
  if (question.op !== like.question.op) {
    throw new KernelError(
      "ERR_INPUT",
      `its op is ${question.op}, and ${type} asks about ${like.question.op}.`,
    );
  }
  const usual = question.op === "compare" ? question.count : like.ask;
  const ask = askFrom(file.ask ?? usual);
  if (ask !== usual && !hasWording) {
    throw new KernelError(
      "ERR_INPUT",
      `${type} asks for ${usual}, not ${ask}; write what is asked in wording, too.`,
    );
  }
  const asked = { question, ask };
  if (!solveAsked(asked)) throw new KernelError("ERR_INPUT", "it has no answer.");
  return asked;
}

/** Any problem of the type. */
function sampleOf(id: string, level: Level, conventions: Conventions): Asked {
  for (const seed of ["1", "2", "3", "4"]) {
    try {
      return variantOf({ id, level, conventions, seed });
    } catch (error) {
      if (!(error instanceof ExerciseError) || error.code !== "ERR_REDRAWN") throw error;
    }
  }
  return variantOf({ id, level, conventions, seed: "5" });
}

/** The set's conventions, unless the question states its own. */
function withConventions(question: unknown, conventions: Conventions): unknown {
  if (typeof question !== "object" || question === null) return question;
  const stated: unknown = "conventions" in question ? question.conventions : undefined;
  const isRecord = typeof stated === "object" && stated !== null;
  if (stated !== undefined && !isRecord) return question;
  return { ...question, conventions: { ...conventions, ...stated } };
}

/** What an ask may be is for the solver to say: it refuses what the question does not have. */
function askFrom(ask: string): AnyAsk {
  if (isAsk(ask)) return ask;
  throw new KernelError("ERR_INPUT", "ask is empty.");
}

function isAsk(text: string): text is AnyAsk {
  return text !== "";
}

import { type Asked, ExerciseError, type Level, exerciseOf, isLevel } from "@/lib/exercises";
import type { Conventions } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { Complaint } from "../errors";
import { ownQuestion } from "./own-question";
import type { QuestionFile } from "./schema";
import type { QuestionSpec } from "./spec";

/** The line of a field of the question, or of the question itself. */
type LineOf = (name?: string) => number;

/** A question with its defaults, or what does not fit in it; the message begins where the question's name ends. */
export function questionSpec(
  file: QuestionFile,
  conventions: Conventions,
  lineOf: LineOf,
): QuestionSpec | Complaint {
  const level: Level = isLevel(file.level) ? file.level : 1;
  const chosen = { ...conventions, ...file.conventions };
  const refused = contradictionIn(file, lineOf) ?? versionComplaint(file, lineOf);
  if (refused) return refused;
  const own = ownIn(file, level, chosen, lineOf);
  if (own && "message" in own) return own;
  return {
    line: lineOf(),
    type: file.type,
    version: exerciseOf(file.type).version,
    level,
    points: file.points ?? 1,
    count: file.count ?? 1,
    isSameForAll: file.same_for_all ?? false,
    isDistinct: file.distinct ?? true,
    conventions: chosen,
    accept: file.accept ?? [],
    ...(file.title === undefined ? {} : { title: file.title }),
    ...(file.wording === undefined ? {} : { wording: file.wording }),
    ...(file.pinned === undefined ? {} : { pinned: file.pinned }),
    ...(own ? { own } : {}),
    isVoid: file.void ?? false,
    ...(file.minutes === undefined ? {} : { minutes: file.minutes }),
  };
}

/** Fields that say two things at once. */
function contradictionIn(file: QuestionFile, lineOf: LineOf): Complaint | undefined {
  const { question, ask, pinned, count = 1, same_for_all: isShared } = file;
  if (ask !== undefined && question === undefined) {
    return { line: lineOf("ask"), message: ".ask stands without a question that it is asked of." };
  }
  if (pinned !== undefined && question !== undefined) {
    return {
      line: lineOf("pinned"),
      message: ".pinned is a seed, but the numbers are given by question; keep one of the two.",
    };
  }
  const one = question === undefined ? "pinned" : "question";
  if (file[one] === undefined) return undefined;
  if (count > 1) {
    return {
      line: lineOf("count"),
      message: `.count is ${count}, but ${one} gives one problem, which would stand there ${count} times.`,
    };
  }
  if (isShared === false && Object.hasOwn(file, "same_for_all")) {
    return {
      line: lineOf("same_for_all"),
      message: `.same_for_all is false, but everybody gets the problem that ${one} gives.`,
    };
  }
  return undefined;
}

function versionComplaint({ type, version }: QuestionFile, lineOf: LineOf): Complaint | undefined {
  const { version: newest } = exerciseOf(type);
  if (version === undefined || version === newest) return undefined;
  const why = version > newest ? "is not known here yet" : "is no longer made";
  return {
    line: lineOf("version"),
    message: `.version is ${version}, but ${type} is at version ${newest}; version ${version} ${why}.`,
  };
}

function ownIn(
  { type, question, ask, wording }: QuestionFile,
  level: Level,
  conventions: Conventions,
  lineOf: LineOf,
): Asked | Complaint | undefined {
  if (question === undefined) return undefined;
  try {
    return ownQuestion({
      type,
      level,
      conventions,
      question,
      ask,
      hasWording: wording !== undefined,
    });
  } catch (error) {
    if (!(error instanceof KernelError) && !(error instanceof ExerciseError)) throw error;
    return { line: lineOf("question"), message: `.question does not fit: ${error.message}` };
  }
}

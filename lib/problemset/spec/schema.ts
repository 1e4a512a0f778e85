import { EXERCISES, isLevel } from "@/lib/exercises";
import { didYouMean } from "@/lib/question";
import { conventionsSchema, flag, keyed, oneOf, written } from "@/lib/question/schema";
import * as z from "zod";
import { MOST_STUDENTS } from "../roster/student";
import { PAPERS } from "./spec";

/** No sheet has more questions, each counted as often as it is asked. */
export const MOST_QUESTIONS = 200;

const MOST_LETTERS = 200;
const LONGEST_TEXT = 10_000;

const { layout: _layout, ...acceptable } = conventionsSchema.shape;

const questionSchema = keyed({
  type: exerciseId(),
  level: written<number>(
    (value) => typeof value === "number" && isLevel(value),
    "1, 2, 3, 4 or 5",
    "ERR_NUMBER",
  ),
  points: amount(0, 1000).exactOptional(),
  count: whole(1, 50).exactOptional(),
  same_for_all: flag().exactOptional(),
  distinct: flag().exactOptional(),
  version: whole(1, 1000).exactOptional(),
  conventions: conventionsSchema.exactOptional(),
  accept: z
    .array(keyed(acceptable), "is not a list; write [{rounding: ceil}], say")
    .exactOptional(),
  title: line("text").exactOptional(),
  wording: prose().exactOptional(),
  pinned: line("the seed of a problem").exactOptional(),
  question: z.unknown().exactOptional(),
  ask: line('what is asked, such as "y", "grads.w", "shapes.y" or "params"').exactOptional(),
  void: flag().exactOptional(),
  minutes: amount(0, 600).exactOptional(),
});

/** A set as its file writes it. */
export const setSchema = keyed({
  title: line("a title"),
  course: line("text").exactOptional(),
  date: line("text, such as 23 November 2026").exactOptional(),
  instructions: z
    .union([prose(), z.array(prose())], "is no text; write text, or a list of paragraphs")
    .exactOptional(),
  seed: line("any text or number, such as 20261123"),
  variants: whole(1, MOST_STUDENTS).exactOptional(),
  conventions: conventionsSchema.exactOptional(),
  paper: oneOf(PAPERS).exactOptional(),
  revision: whole(0, 1_000_000).exactOptional(),
  time_scale: amount(0.1, 10).exactOptional(),
  difficulty_band: amount(0, 10).exactOptional(),
  questions: z
    .array(questionSchema, "is not a list; write one question a line, each after a dash")
    .min(1, "is empty; write at least one question")
    .max(MOST_QUESTIONS, `has more than ${MOST_QUESTIONS} entries, which is the most`),
});

export type SetFile = z.infer<typeof setSchema>;
export type QuestionFile = z.infer<typeof questionSchema>;

function exerciseId() {
  const ids = EXERCISES.map(({ id }) => id);
  return written<string>(
    (value) => typeof value === "string",
    'the id of a type, as the command "exercises" lists them',
    "ERR_INPUT",
  ).refine((value) => ids.includes(value), {
    error: ({ input }) => `is "${String(input).slice(0, 60)}". ${didYouMean(String(input), ids)}`,
  });
}

/** A word or a number on one line. */
function line(wanted: string) {
  return written<string | number>(
    (value) =>
      typeof value === "number" ||
      (typeof value === "string" && value.trim() !== "" && value.length <= MOST_LETTERS),
    `${wanted}, at most ${MOST_LETTERS} characters`,
    "ERR_INPUT",
  ).transform((value) => String(value).trim());
}

function prose() {
  return written<string>(
    (value) => typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_TEXT,
    `text, at most ${LONGEST_TEXT} characters`,
    "ERR_INPUT",
  );
}

function whole(least: number, most: number) {
  return written<number>(
    (value) => isBetween(value, least, most) && Number.isInteger(value),
    `a whole number from ${least} to ${most}`,
    "ERR_NUMBER",
  );
}

function amount(least: number, most: number) {
  return written<number>(
    (value) => isBetween(value, least, most),
    `a number from ${least} to ${most}`,
    "ERR_NUMBER",
  );
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

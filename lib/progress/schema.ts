import * as z from "zod/mini";
import { LADDER_RUNGS } from "./attempt";
import { RATINGS, WAYS } from "./cards/review";
import { DEFAULT_SETTINGS } from "./cards/study";
import { FILE_FORMAT, FILE_VERSION, type Portable } from "./file";

const LONGEST = 200;
const MOST = 200_000;
const LAST_MOMENT = 8.64e15;
const MOST_CARDS = 9999;

const words = z.string().check(z.minLength(1), z.maxLength(LONGEST));
const count = z.int().check(z.nonnegative());

const moment = z.number().check(z.nonnegative(), z.lte(LAST_MOMENT));

const attempt = z.object({
  id: words,
  at: moment,
  exercise: words,
  ask: z.exactOptional(words),
  skill: z.exactOptional(words),
  version: count,
  seed: words,
  level: z.int().check(z.gte(1), z.lte(5)),
  conventions: z.record(words, words),
  verdict: z.enum(["correct", "incorrect"]),
  score: z.number().check(z.gte(0), z.lte(1)),
  mistakes: z.array(words).check(z.maxLength(20)),
  hints: count.check(z.lte(100)),
  rung: z.exactOptional(count.check(z.gte(1), z.lte(LADDER_RUNGS))),
});

const review = z.object({
  id: words,
  at: moment,
  card: count.check(z.gte(1), z.lte(MOST_CARDS)),
  rating: z.enum(RATINGS),
  way: z.enum(WAYS),
  seconds: z.number().check(z.nonnegative()),
  quiz: z.exactOptional(words),
});

const undo = z.object({ id: words, at: moment, undoes: words });

const settings = z.object({
  changedAt: moment,
  newADay: count.check(z.lte(MOST_CARDS)),
  reviewsADay: count.check(z.lte(MOST_CARDS)),
  exam: z.exactOptional(
    z.object({ at: moment, daysOff: z.array(words).check(z.maxLength(MOST_CARDS)) }),
  ),
});

const outside = { format: z.literal(FILE_FORMAT), exportedAt: z.string() };
const attempts = z.array(attempt).check(z.maxLength(MOST));

const LAYOUTS = {
  1: z.object({ ...outside, version: z.literal(1), attempts }),
  2: z.object({
    ...outside,
    version: z.literal(FILE_VERSION),
    attempts,
    reviews: z.array(z.union([undo, review])).check(z.maxLength(MOST)),
    settings,
  }),
} as const;

const envelope = z.object({ format: z.literal(FILE_FORMAT), version: z.int() });

/** What came of reading a file: all that it holds, or one sentence that says why there is nothing. */
export type FileReading =
  | ({ readonly ok: true } & Portable)
  | { readonly ok: false; readonly message: string };

/**
 * Reads the text of an exported file, all of it or nothing.
 *
 * @example readFile("{}") // { ok: false, message: "This is not a file that Kernelwise exported." }
 */
export function readFile(text: string): FileReading {
  const json = parse(text);
  if (json === undefined) return refused("This file is damaged or not JSON: it does not parse.");
  const outer = envelope.safeParse(json);
  if (!outer.success) return refused("This is not a file that Kernelwise exported.");
  const { version } = outer.data;
  if (version !== 1 && version !== FILE_VERSION) {
    return refused(
      `This file has version ${version}; versions 1 to ${FILE_VERSION} can be read here.`,
    );
  }
  const read = LAYOUTS[version].safeParse(json);
  if (!read.success) {
    return refused(`This file is damaged: ${whereIn(read.error.issues[0]?.path ?? [])}.`);
  }
  const { attempts: kept, ...rest } = read.data;
  const cards = "reviews" in rest ? rest : { reviews: [], settings: DEFAULT_SETTINGS };
  return { ok: true, attempts: kept, reviews: cards.reviews, settings: cards.settings };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(message: string): FileReading {
  return { ok: false, message };
}

/** Attempts and reviews are counted from 1 here, as a person would. */
function whereIn([list, index, ...field]: readonly PropertyKey[]): string {
  const what = list === "attempts" ? "attempt" : list === "reviews" ? "review" : undefined;
  if (what === undefined || typeof index !== "number") {
    return `its “${String(list ?? "content")}” is not as it was exported`;
  }
  const where = field.length > 0 ? `the “${field.map(String).join(".")}” of ${what}` : what;
  return `${where} ${index + 1} is not as it was exported`;
}

import * as z from "zod/mini";
import { type Attempt, LADDER_RUNGS } from "./attempt";
import { FILE_FORMAT, FILE_VERSION } from "./file";

const LONGEST = 200;
const MOST = 200_000;
const LAST_MOMENT = 8.64e15;

const words = z.string().check(z.minLength(1), z.maxLength(LONGEST));
const count = z.int().check(z.nonnegative());

const attempt = z.object({
  id: words,
  at: z.number().check(z.nonnegative(), z.lte(LAST_MOMENT)),
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

const file = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION),
  exportedAt: z.string(),
  attempts: z.array(attempt).check(z.maxLength(MOST)),
});

const envelope = z.object({ format: z.literal(FILE_FORMAT), version: z.int() });

/** What came of reading a file: its attempts, or one sentence that says why there are none. */
export type FileReading =
  | { readonly ok: true; readonly attempts: readonly Attempt[] }
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
  if (outer.data.version !== FILE_VERSION) {
    return refused(
      `This file has version ${outer.data.version}; version ${FILE_VERSION} can be read here.`,
    );
  }
  const read = file.safeParse(json);
  if (read.success) return { ok: true, attempts: read.data.attempts };
  return refused(`This file is damaged: ${whereIn(read.error.issues[0]?.path ?? [])}.`);
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

/** Attempts are counted from 1 here, as a person would. */
function whereIn([list, index, ...field]: readonly PropertyKey[]): string {
  if (list !== "attempts" || typeof index !== "number") {
    return `its “${String(list ?? "content")}” is not as it was exported`;
  }
  const what = field.length > 0 ? `the “${field.map(String).join(".")}” of attempt` : "attempt";
  return `${what} ${index + 1} is not as it was exported`;
}

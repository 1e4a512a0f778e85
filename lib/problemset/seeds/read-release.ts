import * as z from "zod";
import { SetError } from "../errors";
import { readSpec } from "../spec/read-spec";
import type { SetSpec } from "../spec/spec";
import { jsonIn } from "./json-in";
import { plainCode } from "./plain-code";

const problemSchema = z.object({
  title: z.unknown().optional(),
  type: z.unknown().optional(),
  version: z.unknown().optional(),
  level: z.unknown().optional(),
  conventions: z.unknown().optional(),
  seed: z.unknown().optional(),
  question: z.unknown().optional(),
  ask: z.unknown().optional(),
  points: z.unknown().optional(),
  void: z.unknown().optional(),
  wording: z.unknown().optional(),
  accept: z.unknown().optional(),
});

const releaseSchema = z.object({
  kind: z.literal("kernelwise-release"),
  version: z.literal(1),
  title: z.string(),
  course: z.string(),
  sheets: z.record(z.string(), z.array(problemSchema)),
});

/** One sheet of a release: a set of which every problem is pinned. */
export interface ReleasedSheet {
  readonly code: string;
  readonly spec: SetSpec;
}

/**
 * The sheet with a code, from the file that was published after the exam. The code is read in any case and without its
 * dash; undefined where no sheet has it.
 *
 * @throws SetError where the text is no release of version 1, or a problem in it cannot be made
 */
export function releasedSheet(text: string, code: string): ReleasedSheet | undefined {
  const { title, course, sheets } = releaseIn(text);
  const found = Object.entries(sheets).find(([other]) => plainCode(other) === plainCode(code));
  if (!found) return undefined;
  const questions = found[1].map(({ seed, ...problem }) => ({ ...problem, pinned: seed }));
  const spec = readSpec(JSON.stringify({ title, course: course || undefined, seed: 1, questions }));
  return { code: found[0], spec };
}

/** What a release is of, and how many sheets it holds. @throws SetError where the text is no release of version 1 */
export function releaseFacts(text: string): { readonly title: string; readonly count: number } {
  const { title, sheets } = releaseIn(text);
  return { title, count: Object.keys(sheets).length };
}

function releaseIn(text: string): z.infer<typeof releaseSchema> {
  const { data } = releaseSchema.safeParse(jsonIn(text));
  if (data) return data;
  const message =
    'This is no release of version 1; release.json begins with {"kind":"kernelwise-release","version":1.';
  throw new SetError([{ message }]);
}

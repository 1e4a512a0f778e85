import { MISTAKES, type MistakeId } from "@/lib/mistakes";
import { DEFAULT_CONVENTIONS } from "@/lib/question";
import {
  conventionsSchema,
  count,
  flag,
  keyed,
  oneOf,
  parseQuestion,
  parseWith,
  sides,
} from "@/lib/question/schema";
import { z } from "zod";
import type { OwnQuestion } from "./asked";
import { FIND_NAMES } from "./own/find";

const given = keyed({
  input: count().exactOptional(),
  kernel: count().exactOptional(),
  stride: count().exactOptional(),
  padding: count().exactOptional(),
  before: count().exactOptional(),
  after: count().exactOptional(),
  dilation: count().exactOptional(),
});

const findSchema = keyed({
  op: z.literal("find"),
  unknown: z.array(oneOf(FIND_NAMES)),
  every: flag().exactOptional(),
  same: flag().exactOptional(),
  given,
  output: count(),
  conventions: conventionsSchema.exactOptional(),
});

const padSchema = keyed({
  op: z.literal("pad"),
  params: keyed({ pad: sides() }),
  inputs: keyed({ x: keyed({ shape: z.array(count()) }) }),
  conventions: conventionsSchema.exactOptional(),
});

const lineSchema = keyed({
  at: z.array(count()),
  products: z.array(z.number()),
  value: z.number(),
});

const spotSchema = keyed({
  op: z.literal("spot"),
  question: z.unknown(),
  ask: z.literal("y"),
  lines: z.array(lineSchema),
  choices: z.array(z.custom<MistakeId>(isMistake)),
  conventions: conventionsSchema.exactOptional(),
});

function isMistake(value: unknown): value is MistakeId {
  return Object.values(MISTAKES).some((ids) => ids.some((id) => id === value));
}

/** Whether JSON is a question of a kind that only exercises ask. */
export function isOwnJson(json: unknown): boolean {
  if (typeof json !== "object" || json === null || !("op" in json)) return false;
  return json.op === "find" || json.op === "pad" || json.op === "spot";
}

/**
 * A question that only exercises ask, from JSON.
 *
 * @throws KernelError that says what was read and what would fit
 * @example parseOwnQuestion({ op: "find", unknown: ["padding"], given: { input: 5, kernel: 3 }, output: 5 })
 */
export function parseOwnQuestion(json: unknown): OwnQuestion {
  const schema = z.discriminatedUnion("op", [findSchema, padSchema, spotSchema]);
  const parsed = parseWith(schema, json, "The question");
  const conventions = { ...DEFAULT_CONVENTIONS, ...parsed.conventions };
  switch (parsed.op) {
    case "spot":
      return { ...parsed, question: parseQuestion(parsed.question), conventions };
    case "find":
      return { ...parsed, conventions };
    case "pad":
      return { ...parsed, conventions };
  }
}

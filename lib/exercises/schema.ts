import { MISTAKES, type MistakeId } from "@/lib/mistakes";
import { parseLayers, parseNetworkQuestion } from "@/lib/network/schema";
import { DEFAULT_CONVENTIONS, DTYPES } from "@/lib/question";
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
import * as z from "zod";
import { type AnyQuestion, OWN_OPS, type OwnQuestion } from "./asked";
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

const shapeOnly = keyed({ x: keyed({ shape: z.array(count()) }) });

const padSchema = keyed({
  op: z.literal("pad"),
  params: keyed({ pad: sides() }),
  inputs: shapeOnly,
  conventions: conventionsSchema.exactOptional(),
});

const shuffleSchema = keyed({
  op: z.literal("shuffle"),
  direction: oneOf(["up", "down"]),
  factor: count(),
  inputs: shapeOnly,
  conventions: conventionsSchema.exactOptional(),
});

const compareSchema = keyed({
  op: z.literal("compare"),
  count: oneOf(["params", "macs"]),
  by: oneOf(["ratio", "difference"]),
  left: z.unknown(),
  right: z.unknown(),
  inputs: shapeOnly,
  conventions: conventionsSchema.exactOptional(),
});

const trainingSchema = keyed({
  op: z.literal("training"),
  optimiser: oneOf(["sgd", "momentum", "adam"]),
  layers: z.unknown(),
  inputs: shapeOnly,
  dtype: oneOf(DTYPES).exactOptional(),
  conventions: conventionsSchema.exactOptional(),
});

const unsharedSchema = keyed({
  op: z.literal("unshared"),
  question: z.unknown(),
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

const ownSchema = z.discriminatedUnion("op", [
  findSchema,
  padSchema,
  shuffleSchema,
  compareSchema,
  trainingSchema,
  unsharedSchema,
  spotSchema,
]);

function isMistake(value: unknown): value is MistakeId {
  return Object.values(MISTAKES).some((ids) => ids.some((id) => id === value));
}

/** Whether JSON is a question of a kind that only exercises ask. */
export function isOwnJson(json: unknown): boolean {
  if (typeof json !== "object" || json === null || !("op" in json)) return false;
  return OWN_OPS.some((op) => op === json.op);
}

/**
 * A question of any kind from JSON: a layer's, a network's, or one that only exercises ask.
 *
 * @throws KernelError that says what was read and what would fit
 * @example parseAnyQuestion({ op: "relu", inputs: { x: [[1, -2]] } }).op // "relu"
 */
export function parseAnyQuestion(json: unknown): AnyQuestion {
  if (isOwnJson(json)) return parseOwnQuestion(json);
  const isNetwork =
    typeof json === "object" && json !== null && "op" in json && json.op === "network";
  return isNetwork ? parseNetworkQuestion(json) : parseQuestion(json);
}

/**
 * A question that only exercises ask, from JSON.
 *
 * @throws KernelError that says what was read and what would fit
 * @example parseOwnQuestion({ op: "find", unknown: ["padding"], given: { input: 5, kernel: 3 }, output: 5 })
 */
export function parseOwnQuestion(json: unknown): OwnQuestion {
  const parsed = parseWith(ownSchema, json, "The question");
  const conventions = { ...DEFAULT_CONVENTIONS, ...parsed.conventions };
  switch (parsed.op) {
    case "spot":
      return { ...parsed, question: parseQuestion(parsed.question), conventions };
    case "unshared":
      return { ...parsed, question: parseQuestion(parsed.question), conventions };
    case "compare": {
      const [left, right] = [parseLayers(parsed.left), parseLayers(parsed.right)];
      return { ...parsed, left, right, conventions };
    }
    case "training": {
      const { dtype = "float32" } = parsed;
      return { ...parsed, layers: parseLayers(parsed.layers), dtype, conventions };
    }
    case "find":
      return { ...parsed, conventions };
    case "pad":
      return { ...parsed, conventions };
    case "shuffle":
      return { ...parsed, conventions };
  }
}

import type { Layer, NetworkQuestion } from "@/lib/network";
import {
  type Ask,
  type Conventions,
  type Dtype,
  type OperandDraft,
  type Question,
  type QuestionDraft,
  operandFrom,
  questionFrom,
} from "@/lib/question";
import { inLayout } from "./layout";
import type { CompareQuestion } from "./own/compare";
import type { FindQuestion } from "./own/find";
import type { PadQuestion } from "./own/pad";
import type { ShuffleQuestion } from "./own/shuffle";
import type { SpotQuestion } from "./own/spot";
import type { TrainingQuestion } from "./own/training";
import type { UnsharedQuestion } from "./own/unshared";

/** A layer's question, a network's, or one of the kinds that only exercises ask. */
export type AnyQuestion = Question | NetworkQuestion | OwnQuestion;

/** Questions with an operation of their own: a size to be found, a padded shape, an error to be spotted … */
export type OwnQuestion =
  | FindQuestion
  | PadQuestion
  | ShuffleQuestion
  | CompareQuestion
  | UnsharedQuestion
  | TrainingQuestion
  | SpotQuestion;

/** Those that are drawn whole but for their conventions; the others are made under them. */
type DrawnQuestion =
  | FindQuestion
  | PadQuestion
  | ShuffleQuestion
  | CompareQuestion
  | TrainingQuestion;

type WithoutConventions<Own> = Own extends unknown ? Omit<Own, "conventions"> : never;

/** What can be asked: of a layer as `Ask` says, of a network also by the names of its weights. */
export type AnyAsk = Ask | `grads.${string}` | "find" | "mistake";

/** A question with what is asked of it. */
export interface Asked {
  readonly question: AnyQuestion;
  readonly ask: AnyAsk;
}

/** A layer's question without its conventions, tensors in N×C×H×W. */
export type LayerDraft = Omit<QuestionDraft, "conventions">;

/** A network as a type of exercise draws it. */
export interface NetworkDraft {
  readonly op: "network";
  readonly layers: readonly Layer[];
  readonly inputs: Readonly<Record<string, OperandDraft>>;
  readonly dy?: OperandDraft;
  readonly dtype?: Dtype;
}

/** What a type of exercise draws, before the conventions are chosen. */
export interface AskedDraft {
  readonly question:
    | LayerDraft
    | NetworkDraft
    | WithoutConventions<DrawnQuestion>
    | ((conventions: Conventions) => SpotQuestion | UnsharedQuestion | undefined);
  readonly ask: AnyAsk;
}

/**
 * A drawn question under conventions, its tensors in their layout; a network is N×C×H×W always. Undefined where the
 * draw makes no question.
 */
export function askedFrom(
  { question, ask }: AskedDraft,
  conventions: Conventions,
): Asked | undefined {
  if (typeof question === "function") {
    const made = question(conventions);
    return made && { ask, question: made };
  }
  switch (question.op) {
    case "network":
      return { ask, question: networkFrom(question, conventions) };
    case "find":
    case "pad":
    case "shuffle":
    case "compare":
    case "training":
      return { ask, question: { ...question, conventions } };
    default:
      return { ask, question: layerFrom(question, conventions) };
  }
}

/** A layer's question under conventions, its tensors in their layout. */
export function layerFrom(draft: LayerDraft, conventions: Conventions): Question {
  return questionFrom({ ...inLayout(draft, conventions.layout), conventions });
}

function networkFrom(
  { layers, inputs, dy, dtype = "float32" }: NetworkDraft,
  conventions: Conventions,
): NetworkQuestion {
  return {
    op: "network",
    layers,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, draft]) => [name, operandFrom(draft, `inputs.${name}`)]),
    ),
    ...(dy === undefined ? {} : { dy: operandFrom(dy, "dy") }),
    conventions: { ...conventions, layout: "nchw" },
    dtype,
  };
}

/** Whether a question is of an operation of `lib/question`. */
export function isLayerQuestion(question: AnyQuestion): question is Question {
  return !isOwnQuestion(question) && question.op !== "network";
}

/** The operations of questions that only exercises ask. */
export const OWN_OPS = [
  "find",
  "pad",
  "shuffle",
  "compare",
  "unshared",
  "training",
  "spot",
] as const satisfies readonly OwnQuestion["op"][];

/** Whether a question is of a kind that only exercises ask. */
export function isOwnQuestion(question: AnyQuestion): question is OwnQuestion {
  return OWN_OPS.some((op) => op === question.op);
}

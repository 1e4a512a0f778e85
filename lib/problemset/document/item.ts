import { CAPTIONS } from "@/content/captions";
import { remedyFor } from "@/content/remedies";
import { fillCaption } from "@/lib/derivation";
import {
  type Paragraph,
  type Variant,
  answerToJson,
  kindsOf,
  paragraphsOf,
  questionToJson,
  stepsTo,
} from "@/lib/exercises";
import type { QuestionSpec } from "../spec/spec";
import { acceptedAnswers } from "./accepted";
import type { Feedback, Item, WorkedStep } from "./document";
import { fieldOf } from "./field";
import { figuresIn } from "./figures";
import { answerLines, answerText } from "./key-text";
import { worded } from "./wording";

/** Where an item stands, and what the set says of it. */
export interface Place {
  readonly name: string;
  readonly number: number;
  readonly minutes: number;
  readonly spec: QuestionSpec;
}

/** A variant as an item of the document. */
export function itemOf(variant: Variant, { name, number, minutes, spec }: Place): Item {
  const { exercise, question, ask, key } = variant;
  const statement = statementOf(variant, spec);
  const field = fieldOf(variant, key);
  return {
    name,
    number,
    title: spec.title ?? exercise.title,
    points: spec.points,
    minutes,
    isVoid: spec.isVoid,
    statement,
    figures: figuresIn(statement),
    field,
    key,
    keyText: answerText(variant, field, key),
    keyLines: answerLines(variant, field, key),
    accepted: acceptedAnswers(variant, field, spec.accept),
    get steps() {
      return workedSteps(variant);
    },
    get feedback() {
      return feedbackOf(variant, field);
    },
    type: exercise.id,
    version: exercise.version,
    level: variant.level,
    seed: variant.seed,
    conventions: variant.conventions,
    question: questionToJson(question),
    ask,
    answer: answerToJson(key),
  };
}

function statementOf(variant: Variant, { wording }: QuestionSpec): readonly Paragraph[] {
  return worded(paragraphsOf(variant), wording);
}

function workedSteps(variant: Variant): WorkedStep[] {
  return stepsTo(variant).map(({ rule, line, facts }) => ({
    rule,
    line,
    caption: fillCaption(CAPTIONS[rule], facts),
  }));
}

function feedbackOf(variant: Variant, field: Item["field"]): Feedback[] {
  const { question, ask, predictions } = variant;
  return predictions.map(({ mistake, answer }) => {
    const { title, words } = remedyFor(mistake, ask, ...kindsOf(question));
    return { mistake, answer, answerText: answerText(variant, field, answer), title, words };
  });
}

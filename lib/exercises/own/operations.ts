import type { Step } from "@/lib/derivation";
import type { AnyQuestion, OwnQuestion } from "../asked";
import type { Key } from "../key";
import type { Prediction } from "../prediction";
import { compareKey, compareSlips } from "./compare";
import { compareSteps } from "./compare-steps";
import { type FindQuestion, findKey, findSlips } from "./find";
import { findSteps } from "./find-steps";
import { padKey, padSlips } from "./pad";
import { padSteps } from "./pad-steps";
import { shuffleKey, shuffleSlips } from "./shuffle";
import { shuffleSteps } from "./shuffle-steps";
import { spotKey, spotSlips } from "./spot";
import { spotSteps } from "./spot-steps";
import { trainingKey, trainingSlips } from "./training";
import { trainingSteps } from "./training-steps";
import { unsharedKey, unsharedSlips } from "./unshared";
import { unsharedSteps } from "./unshared-steps";

/** The key of a question that only exercises ask; undefined where it is of another kind, or has none. */
export function ownKey(question: AnyQuestion): Key | undefined {
  switch (question.op) {
    case "find":
      return inItsForm(question, findKey(question));
    case "pad":
      return padKey(question);
    case "shuffle":
      return shuffleKey(question);
    case "compare":
      return compareKey(question);
    case "unshared":
      return unsharedKey(question);
    case "training":
      return trainingKey(question);
    case "spot":
      return spotKey(question);
    default:
      return undefined;
  }
}

/** The wrong answers that slips give to such a question. */
export function ownSlips(question: OwnQuestion): readonly Prediction[] {
  switch (question.op) {
    case "find":
      return findSlips(question).flatMap(({ mistake, answer }) => {
        const key = inItsForm(question, answer);
        return key === undefined ? [] : [{ mistake, answer: key }];
      });
    case "pad":
      return padSlips(question);
    case "shuffle":
      return shuffleSlips(question);
    case "compare":
      return compareSlips(question);
    case "unshared":
      return unsharedSlips(question);
    case "training":
      return trainingSlips(question);
    case "spot":
      return spotSlips(question);
  }
}

/** One number where one is asked for, else a list. */
function inItsForm(
  { unknown, every }: FindQuestion,
  values: readonly number[] | undefined,
): Key | undefined {
  return unknown.length === 1 && !every ? values?.[0] : values;
}

/** The worked solution of such a question. */
export function ownSteps(question: OwnQuestion): readonly Step[] {
  switch (question.op) {
    case "find":
      return findSteps(question);
    case "pad":
      return padSteps(question);
    case "shuffle":
      return shuffleSteps(question);
    case "compare":
      return compareSteps(question);
    case "unshared":
      return unsharedSteps(question);
    case "training":
      return trainingSteps(question);
    case "spot":
      return spotSteps(question);
  }
}

import { type InputName, type Question, counts } from "@/lib/question";
import { type Expression, equation, list, shape, sum, symbol, words } from "@/lib/tex";
import { givenShape } from "./given";
import {
  adaptiveSize,
  roundingOf,
  slidingWindow,
} from "./pool-window";
import type { RuleId } from "./rules";
import { imagePlanes } from "./image";
import type { Step } from "./step";
import type { CountWorking } from "./working";
import { windowSizeSteps } from "./window-size";
import type { Facts } from "./write";

/** Y has X's shape: ReLU, softmax and batch normalisation work cell by cell. */
export function sameShape(question: Question): CountWorking {
  return outputShapeOf(question, "same-shape");
}

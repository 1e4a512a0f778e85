import type { Question } from "@/lib/question";
import type { AnyQuestion } from "./asked";
import { isLayerQuestion } from "./asked";
import { givenTensors } from "./given";
import type { Paragraph } from "./statement";
import { settingWords } from "./wording";

/** The question of a statement, which must be a layer's. @throws Error where it is not */
export function layerOf(question: AnyQuestion): Question {
  if (isLayerQuestion(question)) return question;
  throw new Error(`A layer's question was expected, not one of ${question.op}.`);
}

/** A task with the tensors that it speaks of; {settings} becomes the layer's settings. */
export function task(question: AnyQuestion, before: string, after = ""): Paragraph[] {
  const layer = layerOf(question);
  const settings = settingWords(layer.params);
  const words = before.replace(" {settings}", settings === "" ? "" : ` with ${settings}`);
  return [[words], ...givenTensors(layer), ...(after === "" ? [] : [[after]])];
}

import type { Arrangement } from "@/content";
import type { TensorName } from "@/lib/derivation";
import type { AnyQuestion } from "@/lib/exercises";
import type { Question } from "@/lib/question";
import { pictureScene } from "../../scene/build-picture";
import type { PictureScene } from "../../scene/types";
import { channelsFirst } from "./channels-first";
import { draftOf, isLayer } from "./draft";

const ORDER = ["x", "w", "b", "gamma", "beta", "target", "indices"] as const;

/** The picture of what is given, never of what is asked for; null where there is nothing to draw. */
export function givenPicture(question: AnyQuestion, ask: string): PictureScene | null {
  if (question.op === "spot") return givenPicture(question.question, "y");
  if (!isLayer(question)) return null;
  const drawn = draftOf(channelsFirst(question));
  return pictureScene({ question: drawn, arrangement: arranged(question, ask) });
}

/** Signs stand only where the layer itself is asked for: between others they would tell the rule. */
function arranged(question: Question, ask: string): Arrangement {
  const given: TensorName[] = ORDER.filter((name) => question.inputs[name] !== undefined);
  if (question.dy) return [...given, "dy"];
  if (question.op !== "conv2d" || !ask.endsWith("y")) return given;
  const sign = question.conventions.operation === "convolution" ? "∗" : "⋆";
  return given.includes("b") ? ["x", sign, "w", "+", "b"] : ["x", sign, "w"];
}

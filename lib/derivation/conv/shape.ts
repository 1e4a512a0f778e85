import type { Question } from "@/lib/question";
import { equation, phrase, shape, symbol, words } from "@/lib/tex";
import type { Step } from "../step";
import { transposedSizeSteps } from "../sizes/transposed-size";
import { windowSizeSteps } from "../sizes/window-size";
import type { CountWorking } from "../working";
import { type ConvModel, convModel } from "./model";

/** The steps to the shape of y. */
export function convOutputShape(question: Question): CountWorking {
  const model = convModel(question);
  const { height, width } = model.sliding;
  const planes = model.transposed
    ? transposedSizeSteps({ height, width, outputPadding: model.outputPadding })
    : windowSizeSteps({ height, width, rounding: model.rounding, same: model.same });
  return { steps: [...planes, shapeStep(model)], result: model.y.shape };
}

function shapeStep({ y }: ConvModel): Step {
  return {
    rule: "output-shape",
    line: equation(
      phrase(words("shape of"), symbol("Y", undefined, "output")),
      shape(y.shape, "output"),
    ),
    value: y.shape,
    cells: [],
    facts: { axes: y.shape.length },
  };
}

import { type Question, valuesIn } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import { difference, dot, number, symbol, total } from "@/lib/tex";
import { conclude, settle, sumOf } from "../conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import { featureWords, placeFacts } from "../place";
import { sameShape } from "../sizes/shapes";
import {
  type SoftmaxRow,
  namedShare,
  rowName,
  shareOf,
  softmaxRow,
  softmaxRule,
  softmaxSteps,
  spelledShare,
} from "./softmax-row";
import type { Step } from "../step";
import type { OpDerivation, TensorWorking } from "../working";
import { type Facts, cellName, cellValue, range, refs, symbolStep } from "../write";

/** Softmax along an axis: subtract the largest, raise e to each, divide by the sum. */
export const softmaxDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: sameShape,
};

function forward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const axis = axisOf(question, x);
  const result = computed(question, "y");
  const rule: Step[] = [
    { rule: "softmax-rule", line: softmaxRule(cellName("y", ["i"])), value: null, cells: [] },
  ];
  const step = (at: readonly number[], spelled: boolean): Step => {
    const row = softmaxRow(x, at, axis);
    const index = at[axis] ?? 0;
    const value = valueAt(result, at);
    return {
      rule: "softmax-cell",
      line: conclude(
        cellName("y", at),
        spelled ? spelledShare(row, index) : namedShare(row, index),
        shareOf(row, index),
        number(value, "output"),
      ),
      value,
      cells: [...refs("y", [at]), ...refs("x", row.ats)],
      facts: rowFacts(at),
    };
  };
  return {
    result,
    rule,
    cell: (at) => step(at, true),
    full: (at) => [
      ...rule,
      ...softmaxSteps(softmaxRow(x, at, axis), at[axis] ?? 0, rowFacts(at)),
      step(at, false),
    ],
  };
}

function backward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const y = computed(question, "y");
  const axis = axisOf(question, x);
  const gradient = outputGradient(question, y.shape);
  const result = computed(question, "grads.x");
  const rule = gradientRule(question);
  const cell = (at: readonly number[]): Step => {
    const row = softmaxRow(x, at, axis);
    return gradientStep(row, y, gradient, at, valueAt(result, at));
  };
  const mean = (at: readonly number[]): Step => meanStep(softmaxRow(x, at, axis), y, gradient, at);
  return {
    result,
    rule: [...rule, ...rowStarts(x.shape, axis).map(mean)],
    cell,
    full: (at) => [...rule, mean(at), cell(at)],
  };
}

/** The most rows whose d is worked out before the cells. */
const MOST_ROWS = 6;

/** The first cell of every row along an axis. */
function rowStarts(shape: readonly number[], axis: number): number[][] {
  const rows = shape.with(axis, 1);
  const count = valuesIn(rows);
  return range(Math.min(count, MOST_ROWS)).map((offset) => coordinatesOf(rows, offset));
}

function gradientRule(question: Question): Step[] {
  const weighted = total(["k"], dot(cellName("dy", ["k"]), cellName("y", ["k"])));
  return [
    symbolStep("softmax-gradient-why", symbol("d", [], "gradient"), weighted),
    symbolStep(
      "softmax-gradient-rule",
      cellName("dx", ["i"]),
      dot(cellName("y", ["i"]), difference(cellName("dy", ["i"]), symbol("d", [], "gradient"))),
      { given: gradientWords(question) },
    ),
  ];
}

function meanStep(row: SoftmaxRow, y: Tensor, gradient: Tensor, at: readonly number[]): Step {
  const value = weightedGradient(row, y, gradient);
  const products = row.ats.map((each) =>
    dot(cellValue("dy", gradient, each), cellValue("y", y, each)),
  );
  return {
    rule: "softmax-gradient-mean",
    line: conclude(rowName(row, "d", "gradient"), sumOf(products), number(value)),
    value,
    cells: [...refs("dy", row.ats), ...refs("y", row.ats)],
    facts: rowFacts(at),
  };
}

function gradientStep(
  row: SoftmaxRow,
  y: Tensor,
  gradient: Tensor,
  at: readonly number[],
  value: number,
): Step {
  const weighted = weightedGradient(row, y, gradient);
  const scale = Math.abs(valueAt(gradient, at)) + Math.abs(weighted);
  return {
    rule: "softmax-gradient-cell",
    line: conclude(
      cellName("dx", at),
      dot(cellName("y", at), difference(cellName("dy", at), symbol("d"))),
      dot(
        cellValue("y", y, at),
        difference(cellValue("dy", gradient, at), number(settle(weighted))),
      ),
      number(settle(value, scale), "gradient"),
    ),
    value,
    cells: [...refs("dx", [at]), ...refs("y", row.ats), ...refs("dy", row.ats)],
    facts: rowFacts(at),
  };
}

function weightedGradient(row: SoftmaxRow, y: Tensor, gradient: Tensor): number {
  return row.ats.reduce((sofar, at) => sofar + valueAt(y, at) * valueAt(gradient, at), 0);
}

function axisOf(question: Question, x: Tensor): number {
  const axis = question.params.axis ?? -1;
  return axis < 0 ? x.shape.length + axis : axis;
}

function rowFacts(at: readonly number[]): Facts {
  return placeFacts(featureWords(at));
}

import type { Question } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import {
  type Expression,
  difference,
  dot,
  fraction,
  number,
  power,
  symbol,
  total,
} from "@/lib/tex";
import { conclude, settle, sumOf } from "../conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import { featureWords, placeFacts } from "../place";
import { remainingRows } from "./remaining-rows";
import { scalarShape } from "../sizes/shapes";
import type { Step } from "../step";
import type { OpDerivation, TensorWorking } from "../working";
import { cellName, cellValue, range, refs, symbolStep } from "../write";

/** The mean of the squared differences from the target. */
export const mseLossDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: scalarShape,
};

/** The most squares that have a step of their own. */
const MOST_SQUARES = 12;

function forward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const target = givenTensor(question, "target");
  const result = computed(question, "y");
  const shown = Math.min(x.data.length, MOST_SQUARES);
  const squares = range(shown).map((offset) =>
    squareStep(x, target, coordinatesOf(x.shape, offset)),
  );
  const rule = [forwardRule(), ...squares, ...remainingRows(x.data.length - shown)];
  const cell = (at: readonly number[]): Step => meanStep(x, target, valueAt(result, at));
  return { result, rule, cell, full: (at) => [...rule, cell(at)] };
}

function forwardRule(): Step {
  const off = difference(cellName("x", ["i"]), cellName("target", ["i"]));
  return symbolStep(
    "mse-rule",
    cellName("y", []),
    dot(fraction(1, "n"), total(["i"], power(off, 2))),
  );
}

function squareStep(x: Tensor, target: Tensor, at: readonly number[]): Step {
  const off = valueAt(x, at) - valueAt(target, at);
  const named = difference(cellName("x", at), cellName("target", at));
  return {
    rule: "mse-difference",
    line: conclude(
      power(named, 2),
      power(offBy(x, target, at), 2),
      power(number(off), 2),
      number(off ** 2),
    ),
    value: off ** 2,
    cells: [...refs("x", [at]), ...refs("target", [at])],
    facts: placeFacts(featureWords(at)),
  };
}

function meanStep(x: Tensor, target: Tensor, value: number): Step {
  const squares = [...x.data].map((each, offset) => (each - (target.data[offset] ?? 0)) ** 2);
  const added = squares.reduce((sofar, square) => sofar + square, 0);
  return {
    rule: "mse-mean",
    line: conclude(
      cellName("y", []),
      fraction(sumOf(squares.map((square) => number(square))), squares.length),
      fraction(number(added), squares.length),
      number(value, "output"),
    ),
    value,
    cells: refs("y", [[]]),
    facts: { count: squares.length },
  };
}

function backward(question: Question): TensorWorking {
  const x = givenTensor(question, "x");
  const target = givenTensor(question, "target");
  const gradient = outputGradient(question, []);
  const result = computed(question, "grads.x");
  const off = difference(cellName("x", ["i"]), cellName("target", ["i"]));
  const rule = [
    symbolStep(
      "mse-gradient-rule",
      cellName("dx", ["i"]),
      dot(fraction(2, symbol("n")), off, cellName("dy", [])),
      { given: gradientWords(question) },
    ),
  ];
  const cell = (at: readonly number[]): Step => ({
    rule: "mse-gradient-cell",
    line: gradientLine(x, target, gradient, at, valueAt(result, at)),
    value: valueAt(result, at),
    cells: [...refs("dx", [at]), ...refs("x", [at]), ...refs("target", [at])],
    facts: { ...placeFacts(featureWords(at)), count: x.data.length },
  });
  return { result, rule, cell, full: (at) => [...rule, squareStep(x, target, at), cell(at)] };
}

function gradientLine(
  x: Tensor,
  target: Tensor,
  gradient: Tensor,
  at: readonly number[],
  value: number,
): Expression {
  const share = fraction(2, x.data.length);
  const arriving = cellValue("dy", gradient, []);
  return conclude(
    cellName("dx", at),
    dot(share, offBy(x, target, at), arriving),
    dot(share, number(settle(valueAt(x, at) - valueAt(target, at))), arriving),
    number(settle(value), "gradient"),
  );
}

function offBy(x: Tensor, target: Tensor, at: readonly number[]): Expression {
  return difference(cellValue("x", x, at), cellValue("target", target, at));
}

import type { Question } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import {
  type Expression,
  call,
  difference,
  dot,
  fraction,
  negative,
  number,
  symbol,
  total,
} from "@/lib/tex";
import { conclude, sumOf } from "../conclude";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import { placeFacts } from "../place";
import { remainingRows } from "./remaining-rows";
import { scalarShape } from "../sizes/shapes";
import { type SoftmaxRow, namedShare, shareOf, softmaxRow, softmaxSteps } from "./softmax-row";
import type { Step } from "../step";
import type { OpDerivation, TensorWorking } from "../working";
import { type Facts, cellName, cellValue, range, refs, symbolStep } from "../write";

/** Softmax, then −ln of the target's probability, then the mean over the batch. */
export const crossEntropyDerivation: OpDerivation = {
  tensors: ["y", "grads.x"],
  tensor: (question, ask) => (ask === "y" ? forward(question) : backward(question)),
  outputShape: scalarShape,
};

/** One sample: its softmax and the class that was right. */
interface Sample {
  readonly row: SoftmaxRow;
  readonly at: readonly number[];
  readonly target: number;
}

interface Batch {
  readonly x: Tensor;
  readonly target: Tensor;
  readonly samples: readonly Sample[];
}

/** The most samples that are worked out one by one. */
const MOST_SAMPLES = 6;

function batchOf(question: Question): Batch {
  const x = givenTensor(question, "x");
  const target = givenTensor(question, "target");
  const leading = x.shape.slice(0, -1);
  const samples = range(target.data.length).map((offset) => {
    const at = coordinatesOf(leading, offset);
    return {
      row: softmaxRow(x, [...at, 0], x.shape.length - 1),
      at,
      target: target.data[offset] ?? Number.NaN,
    };
  });
  return { x, target, samples };
}

function forward(question: Question): TensorWorking {
  const { samples } = batchOf(question);
  const result = computed(question, "y");
  const rule: Step[] = [
    forwardRule(),
    ...samples.slice(0, MOST_SAMPLES).flatMap(sampleSteps),
    ...remainingRows(samples.length - MOST_SAMPLES),
  ];
  const cell = (at: readonly number[]): Step => meanStep(samples, valueAt(result, at));
  return { result, rule, cell, full: (at) => [...rule, cell(at)] };
}

function forwardRule(): Step {
  const probability = symbol("p", ["n", symbol("t", ["n"], "input")]);
  return symbolStep(
    "cross-entropy-rule",
    cellName("y", []),
    dot(fraction(1, "N"), total(["n"], negative(call("log", probability)))),
  );
}

function sampleSteps(sample: Sample): Step[] {
  const facts = sampleFacts(sample);
  const largest = sample.row.exponentials[sample.target] ?? Number.NaN;
  const steps = softmaxSteps(sample.row, sample.target, facts);
  if (largest === 0) return [...steps, tinyLossStep(sample, facts)];
  return [...steps, probabilityStep(sample, sample.target), lossStep(sample, facts)];
}

function probabilityStep(sample: Sample, index: number): Step {
  const value = probabilityOf(sample, index);
  return {
    rule: "cross-entropy-probability",
    line: conclude(
      symbol("p", [...sample.at, index]),
      namedShare(sample.row, index),
      shareOf(sample.row, index),
      number(value),
    ),
    value,
    cells: refs("x", [[...sample.at, index]]),
    facts: { ...sampleFacts(sample), feature: index },
  };
}

function lossStep(sample: Sample, facts: Facts): Step {
  const probability = probabilityOf(sample, sample.target);
  const value = lossOf(sample);
  return {
    rule: "cross-entropy-row",
    line: conclude(
      symbol("\\ell", sample.at),
      negative(call("log", symbol("p", [...sample.at, sample.target]))),
      negative(call("log", number(probability))),
      number(value),
    ),
    value,
    cells: targetCells(sample),
    facts,
  };
}

/** Where the probability is too small for a float64, its logarithm still is not: ln s − (x − m). */
function tinyLossStep(sample: Sample, facts: Facts): Step {
  const { row, target } = sample;
  const value = lossOf(sample);
  return {
    rule: "cross-entropy-row-tiny",
    line: conclude(
      symbol("\\ell", sample.at),
      difference(
        call("log", number(row.total)),
        difference(number(row.values[target] ?? Number.NaN, "input"), number(row.largest)),
      ),
      number(value),
    ),
    value,
    cells: targetCells(sample),
    facts,
  };
}

function meanStep(samples: readonly Sample[], value: number): Step {
  const losses = samples.map(lossOf);
  const added = losses.reduce((sofar, loss) => sofar + loss, 0);
  return {
    rule: "cross-entropy-mean",
    line: conclude(
      cellName("y", []),
      fraction(sumOf(losses.map((loss) => number(loss))), samples.length),
      fraction(number(added), samples.length),
      number(value, "output"),
    ),
    value,
    cells: [...samples.flatMap(targetCells), ...refs("y", [[]])],
    facts: { count: samples.length },
  };
}

function backward(question: Question): TensorWorking {
  const batch = batchOf(question);
  const gradient = outputGradient(question, []);
  const result = computed(question, "grads.x");
  const rule = backwardRule(question);
  const cell = (at: readonly number[]): Step =>
    gradientStep(batch, gradient, at, valueAt(result, at));
  return { result, rule, cell, full: (at) => fullGradient(batch, rule, at, cell(at)) };
}

function fullGradient(
  batch: Batch,
  rule: readonly Step[],
  at: readonly number[],
  last: Step,
): Step[] {
  const sample = sampleAt(batch, at);
  if (!sample) return [...rule, last];
  const index = at.at(-1) ?? 0;
  const steps = softmaxSteps(sample.row, index, sampleFacts(sample));
  return [...rule, ...steps, probabilityStep(sample, index), last];
}

function backwardRule(question: Question): Step[] {
  const share = difference(symbol("p", ["n", "k"]), symbol("h", ["n", "k"]));
  return [
    symbolStep(
      "cross-entropy-gradient-rule",
      cellName("dx", ["n", "k"]),
      dot(fraction(share, "N"), cellName("dy", [])),
      { given: gradientWords(question) },
    ),
  ];
}

function gradientStep(batch: Batch, gradient: Tensor, at: readonly number[], value: number): Step {
  const sample = sampleAt(batch, at);
  const index = at.at(-1) ?? 0;
  const isTarget = sample?.target === index;
  const probability = sample ? probabilityOf(sample, index) : Number.NaN;
  const off = probability - (isTarget ? 1 : 0);
  const arriving = cellValue("dy", gradient, []);
  const scaled = (over: Expression): Expression =>
    dot(fraction(over, batch.samples.length), arriving);
  return {
    rule: isTarget ? "cross-entropy-gradient-target" : "cross-entropy-gradient-other",
    line: conclude(
      cellName("dx", at),
      scaled(difference(number(probability), isTarget ? 1 : 0)),
      scaled(number(off)),
      number(value, "gradient"),
    ),
    value,
    cells: [...refs("dx", [at]), ...refs("x", [at]), ...refs("target", sample ? [sample.at] : [])],
    facts: { ...(sample ? sampleFacts(sample) : {}), feature: index },
  };
}

function sampleAt(batch: Batch, at: readonly number[]): Sample | undefined {
  return batch.samples.find((sample) => sample.at.every((index, axis) => index === at[axis]));
}

function probabilityOf({ row }: Sample, index: number): number {
  return (row.exponentials[index] ?? Number.NaN) / row.total;
}

function lossOf({ row, target }: Sample): number {
  return Math.log(row.total) - ((row.values[target] ?? Number.NaN) - row.largest) + 0;
}

function targetCells(sample: Sample): Step["cells"] {
  return [...refs("x", [[...sample.at, sample.target]]), ...refs("target", [sample.at])];
}

function sampleFacts(sample: Sample): Facts {
  const words = sample.at.length ? `sample ${sample.at.join(", ")}` : "the sample";
  return { ...placeFacts(words), target: sample.target };
}

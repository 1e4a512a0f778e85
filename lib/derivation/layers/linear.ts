import { type Question, valuesIn } from "@/lib/question";
import { type Tensor, coordinatesOf } from "@/lib/tensor";
import { dot, sum, total } from "@/lib/tex";
import { computed, givenTensor, gradientWords, outputGradient } from "../given";
import { linearShape } from "../sizes/shapes";
import { featureWords } from "../place";
import { type Term, factorOf, sumWorking } from "../sum-working";
import type { OpDerivation, TensorAsk, TensorWorking } from "../working";
import { cellName, range, symbolStep } from "../write";

/** A linear layer, Y = X·Wᵀ + b: each output feature is one row of W times the sample. */
export const linearDerivation: OpDerivation = {
  tensors: ["y", "grads.b", "grads.w", "grads.x"],
  tensor: (question, ask) => workingOf(question)(ask),
  outputShape: linearShape,
};

interface Linear {
  readonly question: Question;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly gradient: Tensor;
  /** The coordinates of each sample, without the feature. */
  readonly samples: readonly (readonly number[])[];
  readonly inFeatures: number;
  readonly outFeatures: number;
}

function workingOf(question: Question): (ask: TensorAsk) => TensorWorking {
  const x = givenTensor(question, "x");
  const w = givenTensor(question, "w");
  const leading = x.shape.slice(0, -1);
  const count = valuesIn(leading);
  const layer: Linear = {
    question,
    x,
    w,
    gradient: outputGradient(question, [...leading, w.shape[0] ?? 0]),
    samples: range(count).map((offset) => coordinatesOf(leading, offset)),
    inFeatures: w.shape[1] ?? 0,
    outFeatures: w.shape[0] ?? 0,
  };
  return (ask) => {
    if (ask === "grads.x") return inputGradient(layer);
    if (ask === "grads.w") return weightGradient(layer);
    return ask === "grads.b" ? biasGradient(layer) : forward(layer);
  };
}

function forward({ question, x, w, inFeatures }: Linear): TensorWorking {
  const bias = question.inputs.b ? givenTensor(question, "b") : undefined;
  const products = total(["k"], dot(cellName("x", ["n", "k"]), cellName("w", ["o", "k"])));
  return sumWorking({
    result: computed(question, "y"),
    tensor: "y",
    rule: [
      symbolStep(
        "linear-rule",
        cellName("y", ["n", "o"]),
        bias ? sum(products, cellName("b", ["o"])) : products,
        { bias: bias ? ", then add the bias of that feature" : "" },
      ),
    ],
    termsRule: "linear-terms",
    cellRule: "linear-cell",
    terms: (at) => {
      const [sample, out] = [at.slice(0, -1), at.at(-1) ?? 0];
      const terms: Term[] = range(inFeatures).map((k) => [
        factorOf("x", x, [...sample, k]),
        factorOf("w", w, [out, k]),
      ]);
      return bias ? [...terms, [factorOf("b", bias, [out])]] : terms;
    },
    place: featureWords,
  });
}

function inputGradient({ question, w, gradient, outFeatures }: Linear): TensorWorking {
  return sumWorking({
    result: computed(question, "grads.x"),
    tensor: "dx",
    rule: [
      symbolStep(
        "linear-input-gradient-rule",
        cellName("dx", ["n", "k"]),
        total(["o"], dot(cellName("dy", ["n", "o"]), cellName("w", ["o", "k"]))),
        { given: gradientWords(question) },
      ),
    ],
    termsRule: "linear-input-gradient-terms",
    cellRule: "linear-input-gradient-cell",
    terms: (at) =>
      range(outFeatures).map((out) => [
        factorOf("dy", gradient, [...at.slice(0, -1), out]),
        factorOf("w", w, [out, at.at(-1) ?? 0]),
      ]),
    place: featureWords,
  });
}

function weightGradient({ question, x, gradient, samples }: Linear): TensorWorking {
  return sumWorking({
    result: computed(question, "grads.w"),
    tensor: "dw",
    rule: [
      symbolStep(
        "linear-weight-gradient-rule",
        cellName("dw", ["o", "k"]),
        total(["n"], dot(cellName("dy", ["n", "o"]), cellName("x", ["n", "k"]))),
        { given: gradientWords(question) },
      ),
    ],
    termsRule: "linear-weight-gradient-terms",
    cellRule: "linear-weight-gradient-cell",
    terms: ([out = 0, k = 0]) =>
      samples.map((sample) => [
        factorOf("dy", gradient, [...sample, out]),
        factorOf("x", x, [...sample, k]),
      ]),
    place: ([out = 0, k = 0]) => `output feature ${out}, input feature ${k}`,
  });
}

function biasGradient({ question, gradient, samples }: Linear): TensorWorking {
  return sumWorking({
    result: computed(question, "grads.b"),
    tensor: "db",
    rule: [
      symbolStep(
        "linear-bias-gradient-rule",
        cellName("db", ["o"]),
        total(["n"], cellName("dy", ["n", "o"])),
        { given: gradientWords(question) },
      ),
    ],
    termsRule: "linear-bias-gradient-terms",
    cellRule: "linear-bias-gradient-cell",
    terms: ([out = 0]) => samples.map((sample) => [factorOf("dy", gradient, [...sample, out])]),
    place: ([out = 0]) => `output feature ${out}`,
  });
}

import type { Question } from "@/lib/question";
import { type Expression, difference, dot, fraction, number, power, root, sum } from "@/lib/tex";
import {
  type Channel,
  type Norm,
  MOST_CHANNELS,
  NORM_LETTERS,
  channelAt,
  channelIndex,
  channelName,
  channelSteps,
  normOf,
  normalisedAt,
  normalisedStep,
  parameterOf,
} from "./batch-norm-channel";
import { inputGradient, scaleGradient, shiftGradient } from "./batch-norm-gradient";
import { conclude, settle } from "../conclude";
import { computed } from "../given";
import {
  type ImageCell,
  cellAt,
  imageName,
  imagePlace,
  imageRefs,
  imageValue,
  imageView,
} from "../image";
import { placeFacts } from "../place";
import { sameShape } from "../sizes/shapes";
import type { CellRef, Step } from "../step";
import { type View, valueIn } from "../view";
import type { OpDerivation, TensorAsk, TensorWorking } from "../working";
import { cellName, refs, symbolStep } from "../write";

/** Batch normalisation in training: each channel to mean 0 and variance 1, then scaled and shifted. */
export const batchNormDerivation: OpDerivation = {
  tensors: ["y", "grads.beta", "grads.gamma", "grads.x"],
  tensor,
  outputShape: sameShape,
};

function tensor(question: Question, ask: TensorAsk): TensorWorking {
  const norm = normOf(question);
  if (ask === "y") return forward(norm);
  if (ask === "grads.gamma") return scaleGradient(norm);
  return ask === "grads.beta" ? shiftGradient(norm) : inputGradient(norm);
}

function forward(norm: Norm): TensorWorking {
  const result = computed(norm.question, "y");
  const y = imageView(norm.question, "y", result);
  const rule = [normRule(norm, y)];
  const statistics = (channel: Channel): Step[] => channelSteps(norm, channel);
  const cell = (at: readonly number[]): Step => normStep(norm, y, cellAt(y, at));
  return {
    result,
    rule: [...rule, ...norm.channels.slice(0, MOST_CHANNELS).flatMap(statistics)],
    cell,
    full: (at) => {
      const own = cellAt(y, at);
      const channel = channelAt(norm, own);
      return [...rule, ...statistics(channel), normalisedStep(norm, channel, own), cell(at)];
    },
  };
}

function normRule(norm: Norm, y: View): Step {
  const { question, x } = norm;
  const { gamma, beta } = question.inputs;
  const deviation = root(sum(power(channelName(norm, "\\sigma", "c"), 2), "\\varepsilon"));
  const normalised = fraction(
    difference(imageName(x, NORM_LETTERS), channelName(norm, "\\mu", "c")),
    deviation,
  );
  const scaled = gamma ? dot(cellName("gamma", channelIndex(norm)), normalised) : normalised;
  return symbolStep(
    "norm-rule",
    imageName(y, NORM_LETTERS),
    beta ? sum(scaled, cellName("beta", channelIndex(norm))) : scaled,
  );
}

function normStep(norm: Norm, y: View, cell: ImageCell): Step {
  const { question, x } = norm;
  const channel = channelAt(norm, cell);
  const value = valueIn(y, cell);
  const normalised = number(settle(normalisedAt(norm, channel, cell)));
  const off = difference(imageValue(x, cell), number(settle(channel.mean)));
  const spelled = fraction(off, number(channel.deviation));
  const [gamma, beta] = [
    parameterOf(question, "gamma", channel),
    parameterOf(question, "beta", channel),
  ];
  const scaled = (of: Expression): Expression =>
    gamma === undefined ? of : dot(number(gamma, "kernel"), of);
  const shifted = (of: Expression): Expression =>
    beta === undefined ? scaled(of) : sum(scaled(of), number(beta, "kernel"));
  return {
    rule: "norm-cell",
    line: conclude(
      imageName(y, cell),
      shifted(spelled),
      shifted(normalised),
      number(settle(value), "output"),
    ),
    value,
    cells: [...imageRefs(y, [cell]), ...imageRefs(x, [cell]), ...parameterRefs(question, channel)],
    facts: placeFacts(imagePlace(y, cell)),
  };
}

/** The cells of γ and β that belong to a channel. */
function parameterRefs(question: Question, channel: Channel): CellRef[] {
  return (["gamma", "beta"] as const).flatMap((name) =>
    question.inputs[name] ? refs(name, [[channel.index]]) : [],
  );
}

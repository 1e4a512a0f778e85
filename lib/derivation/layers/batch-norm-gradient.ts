import { type Expression, difference, dot, fraction, number, total } from "@/lib/tex";
import {
  type Channel,
  type Norm,
  MOST_CHANNELS,
  NORM_LETTERS,
  channelAt,
  channelIndex,
  channelName,
  channelSteps,
  meanOf,
  normalisedAt,
  normalisedName,
  normalisedStep,
  parameterOf,
  sizeOf,
} from "./batch-norm-channel";
import { conclude, inner, settle, sumOf } from "../conclude";
import { computed, gradientWords, outputGradient } from "../given";
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
import type { RuleId } from "../rules";
import type { Step } from "../step";
import { type Factor, type Term, sumWorking } from "../sum-working";
import { type View, sizeAlong, valueIn } from "../view";
import type { TensorWorking } from "../working";
import { type Facts, cellName, symbolStep } from "../write";

/** ∂L/∂X: directly, through the mean and through the variance, all in one rule. */
export function inputGradient(norm: Norm): TensorWorking {
  const { question, x } = norm;
  const result = computed(question, "grads.x");
  const dx = imageView(question, "dx", result);
  const dy = imageView(question, "dy", outputGradient(question, x.shape));
  const rule = inputGradientRule(norm, dx, dy);
  const means = (channel: Channel): Step[] => [
    ...channelSteps(norm, channel),
    gradientMeanStep(norm, channel, dy),
    gradientSlopeStep(norm, channel, dy),
  ];
  const cell = (at: readonly number[]): Step => inputGradientStep(norm, dx, dy, cellAt(dx, at));
  return {
    result,
    rule: [...rule, ...norm.channels.slice(0, MOST_CHANNELS).flatMap(means)],
    cell,
    full: (at) => {
      const own = cellAt(dx, at);
      const channel = channelAt(norm, own);
      return [...rule, ...means(channel), normalisedStep(norm, channel, own), cell(at)];
    },
  };
}

function inputGradientRule(norm: Norm, dx: View, dy: View): Step[] {
  const { question, x } = norm;
  const scale = question.inputs.gamma ? cellName("gamma", channelIndex(norm)) : number(1);
  const rest = difference(
    difference(imageName(dy, NORM_LETTERS), channelName(norm, "a", "c")),
    dot(normalisedName(x, NORM_LETTERS), channelName(norm, "q", "c")),
  );
  return [
    symbolStep(
      "norm-gradient-rule",
      imageName(dx, NORM_LETTERS),
      dot(fraction(scale, channelName(norm, "s", "c")), rest),
      { given: gradientWords(question) },
    ),
  ];
}

function gradientMeanStep(norm: Norm, channel: Channel, dy: View): Step {
  const values = channel.cells.map((cell) => valueIn(dy, cell));
  const added = values.reduce((sofar, value) => sofar + value, 0);
  const value = added / values.length;
  return {
    rule: "norm-gradient-mean",
    line: conclude(
      channelName(norm, "a", channel.index),
      fraction(sumOf(channel.cells.map((cell) => imageValue(dy, cell))), values.length),
      fraction(number(settle(added, sizeOf(values))), values.length),
      number(settle(value, sizeOf(values))),
    ),
    value,
    cells: imageRefs(dy, channel.cells),
    facts: { channel: channel.index },
  };
}

function gradientSlopeStep(norm: Norm, channel: Channel, dy: View): Step {
  const products = channel.cells.map(
    (cell) => valueIn(dy, cell) * normalisedAt(norm, channel, cell),
  );
  const terms = channel.cells.map((cell) =>
    dot(imageValue(dy, cell), number(settle(normalisedAt(norm, channel, cell)))),
  );
  const added = products.reduce((sofar, value) => sofar + value, 0);
  return {
    rule: "norm-gradient-slope",
    line: conclude(
      channelName(norm, "q", channel.index),
      fraction(sumOf(terms), products.length),
      number(settle(added / products.length, sizeOf(products))),
    ),
    value: added / products.length,
    cells: [...imageRefs(dy, channel.cells), ...imageRefs(norm.x, channel.cells)],
    facts: { channel: channel.index },
  };
}

function inputGradientStep(norm: Norm, dx: View, dy: View, cell: ImageCell): Step {
  const channel = channelAt(norm, cell);
  const gradients = channel.cells.map((each) => valueIn(dy, each));
  const normalised = channel.cells.map((each) => normalisedAt(norm, channel, each));
  const products = gradients.map((each, index) => each * (normalised[index] ?? 0));
  const mean = meanOf(gradients);
  const slope = meanOf(products);
  const gamma = parameterOf(norm.question, "gamma", channel) ?? 1;
  const own = settle(normalisedAt(norm, channel, cell));
  const value = valueIn(dx, cell);
  const scale = (Math.abs(gamma) / channel.deviation) * (sizeOf(gradients) + sizeOf(products));
  return {
    rule: "norm-gradient-cell",
    line: conclude(
      imageName(dx, cell),
      dot(
        fraction(number(gamma, "kernel"), number(channel.deviation)),
        difference(
          difference(imageValue(dy, cell), number(settle(mean, sizeOf(gradients)))),
          dot(inner(own), number(settle(slope, sizeOf(products)))),
        ),
      ),
      number(settle(value, scale), "gradient"),
    ),
    value,
    cells: [...imageRefs(dx, [cell]), ...imageRefs(dy, [cell]), ...imageRefs(norm.x, [cell])],
    facts: placeFacts(imagePlace(dx, cell)),
  };
}

/** ∂L/∂γ: every G times the normalised value that γ scaled. */
export function scaleGradient(norm: Norm): TensorWorking {
  const { question, x } = norm;
  const dy = imageView(question, "dy", outputGradient(question, x.shape));
  return channelSum(norm, "grads.gamma", "norm-scale-gradient", dy, {
    right: dot(imageName(dy, NORM_LETTERS), normalisedName(x, NORM_LETTERS)),
    term: (channel, cell) => [gradientFactor(dy, cell), normalisedFactor(norm, channel, cell)],
  });
}

/** ∂L/∂β: every G of the channel, since β is added to each cell. */
export function shiftGradient(norm: Norm): TensorWorking {
  const dy = imageView(norm.question, "dy", outputGradient(norm.question, norm.x.shape));
  return channelSum(norm, "grads.beta", "norm-shift-gradient", dy, {
    right: imageName(dy, NORM_LETTERS),
    term: (_, cell) => [gradientFactor(dy, cell)],
  });
}

/** A gradient by a channel's parameter: a sum over all cells of that channel. */
function channelSum(
  norm: Norm,
  ask: "grads.gamma" | "grads.beta",
  rules: "norm-scale-gradient" | "norm-shift-gradient",
  dy: View,
  sums: { right: Expression; term: (channel: Channel, cell: ImageCell) => Term },
): TensorWorking {
  const name = ask === "grads.gamma" ? "dgamma" : "dbeta";
  const indices = ["n", "i", "j"].filter((letter) => letter !== "n" || sizeAlong(dy, 0) > 1);
  const rule: RuleId = `${rules}-rule`;
  const facts: Facts = { given: gradientWords(norm.question) };
  return sumWorking({
    result: computed(norm.question, ask),
    tensor: name,
    rule: [symbolStep(rule, cellName(name, ["c"]), total(indices, sums.right), facts)],
    termsRule: `${rules}-terms`,
    cellRule: `${rules}-cell`,
    terms: ([index = 0]) => {
      const channel = norm.channels[index];
      return channel ? channel.cells.map((cell) => sums.term(channel, cell)) : [];
    },
    place: ([index = 0]) => `channel ${index}`,
  });
}

function gradientFactor(dy: View, cell: ImageCell): Factor {
  return {
    name: imageName(dy, cell),
    shown: imageValue(dy, cell),
    value: valueIn(dy, cell),
    cells: imageRefs(dy, [cell]),
  };
}

function normalisedFactor(norm: Norm, channel: Channel, cell: ImageCell): Factor {
  const value = normalisedAt(norm, channel, cell);
  return {
    name: normalisedName(norm.x, cell),
    shown: number(settle(value)),
    value,
    cells: imageRefs(norm.x, [cell]),
  };
}

import type { Remedy } from "./remedy";

/** Mistakes in activations, losses, normalisation and matrix products. */
export const LAYER_REMEDIES = {
  MASK_FROM_GRADIENT: {
    title: "You looked at the gradient’s sign",
    words:
      "ReLU lets a gradient through where its *input* was positive. The gradient’s own sign does not matter.",
    formulas: { yours: "G \\cdot [G > 0]", right: "G \\cdot [X > 0]" },
    where: {
      network: {
        title: "You looked at the gradient’s sign",
        words:
          "ReLU lets a gradient through where its *input* was positive: here $Z$, what the layer before it gave. The gradient’s own sign does not matter.",
        formulas: { yours: "G \\cdot [G > 0]", right: "G \\cdot [Z > 0]" },
      },
    },
  },
  NOT_NORMALISED: {
    title: "You did not normalise",
    words:
      "The division that normalises is missing from your numbers. Write the formula down and look what it divides by.",
    where: {
      softmax: {
        title: "You did not normalise",
        words:
          "Your numbers do not add up to 1 along the row. Divide each exponential by the sum of them all.",
      },
      cross_entropy: {
        title: "You did not make probabilities of the logits",
        words:
          "Softmax comes first: each exponential is divided by the sum of them all. Without that division they are no probabilities.",
      },
      batch_norm_train: {
        title: "You did not normalise",
        words:
          "The distance from the mean is divided by $\\sqrt{\\sigma^2 + \\varepsilon}$ before it is scaled and shifted.",
      },
      gram: {
        title: "You did not normalise",
        words: "Each sum of products is divided by $C \\cdot H \\cdot W$ here.",
      },
    },
  },
  WRONG_AXIS: {
    title: "You went along the other axis",
    words:
      "Your sums run along another axis than is meant: down the columns in place of along the rows, say, or over one image in place of the batch.",
  },
  FACTOR_FORGOTTEN: {
    title: "You left out a factor",
    words:
      "One factor of the formula is missing from your numbers: a division by how many there are, a scale such as $\\gamma$, or a sign. Write the formula down and tick its factors off.",
    where: {
      grads: {
        title: "You left out a factor",
        words:
          "The derivative has one factor more. Take the chain rule link by link, and write each factor down: the gradient that arrives, the slope, the division of a mean.",
      },
      network: {
        title: "You left out ReLU’s slope",
        words:
          "The gradient passes ReLU on its way back. Where $Z$, what the layer before ReLU gave, was not above 0, nothing passes.",
        formulas: { yours: "G", right: "G \\cdot [Z > 0]" },
      },
      "y of cross_entropy": {
        title: "You left out a factor",
        words:
          "The loss is *minus* the logarithm, and the mean over the examples. Look for the minus, and for the division by how many there are.",
      },
      "grads.x of cross_entropy": {
        title: "You left out a factor",
        words:
          "The probability less the one-hot target is the slope of one example. The loss is their mean, so it is divided by how many examples there are, and multiplied by the gradient that arrives.",
      },
      "grads.x of mse_loss": {
        title: "You left out a factor",
        words:
          "The slope of a square brings a 2, the mean divides by how many numbers there are, and the gradient that arrives is multiplied in. One of the three is missing.",
      },
      training: {
        title: "You left out one of the copies",
        words:
          "Training keeps the parameters, a gradient for each of them, and whatever the optimiser remembers of them. Count every copy.",
      },
      "shuffle down": {
        title: "You counted one side of the block",
        words: "A block is $r$ pixels high *and* $r$ wide, so its values become $r^2$ channels.",
        formulas: { yours: "C \\cdot r", right: "C \\cdot r^2" },
      },
      shuffle: {
        title: "You shared the channels out once",
        words:
          "A block is $r$ pixels high *and* $r$ wide, so it takes its values from $r^2$ channels.",
        formulas: { yours: "C / r", right: "C / r^2" },
      },
    },
  },
  MEAN_FOR_SUM: {
    title: "You took the mean",
    words: "The shares add up. Nothing is divided by how many there are.",
    formulas: { yours: "\\tfrac{1}{n} \\sum", right: "\\sum" },
    where: {
      "grads.x of cross_entropy": {
        title: "You divided by too much",
        words:
          "The loss is the mean over the examples, so its gradient is divided by how many examples there are, once, and by nothing else.",
      },
      y: {
        title: "You divided by too much",
        words:
          "Your numbers are divided once more than the formula says. Look what it divides by: a loss by how many examples there are, a plain Gram matrix by nothing.",
      },
    },
  },
  UNBIASED_VARIANCE: {
    title: "You divided by n − 1",
    words: "Batch normalisation divides the squares by $n$ while it trains, not by $n - 1$.",
    formulas: {
      yours: "\\dfrac{\\sum (x - \\mu)^2}{n - 1}",
      right: "\\dfrac{\\sum (x - \\mu)^2}{n}",
    },
  },
  EPS_FORGOTTEN: {
    title: "You left out ε",
    words: "A small ε is added to the variance before the root is taken.",
    formulas: { yours: "\\sqrt{\\sigma^2}", right: "\\sqrt{\\sigma^2 + \\varepsilon}" },
  },
  GRAM_TRANSPOSED: {
    title: "You multiplied the other way round",
    words:
      "A Gram matrix compares channels, so it is channels × channels: the rows of $F$ with each other.",
    formulas: { yours: "F^{\\mathsf T} F", right: "F F^{\\mathsf T}" },
  },
  WEIGHT_TRANSPOSED: {
    title: "You swapped the weights’ rows and columns",
    words: "Each output has a row of weights. Go along the row and along the input together.",
    formulas: { yours: "W^{\\mathsf T}", right: "W" },
    where: {
      "grads.x": {
        title: "You swapped the weights’ rows and columns",
        words:
          "Going back, an input collects from every output that it reached: go down its column of weights and along $G$ together.",
        formulas: { yours: "G W^{\\mathsf T}", right: "G W" },
      },
    },
  },
} as const satisfies Readonly<Record<string, Remedy>>;

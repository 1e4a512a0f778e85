import type { Remedy } from "./remedy";

/** Mistakes in gradients, and in layers other than convolution and pooling. */
export const GRADIENT_REMEDIES = {
  KERNEL_NOT_ROTATED: {
    title: "The kernel was not turned round",
    did: "Your numbers come out when the gradient is correlated with the kernel as it is written.",
    right:
      "Written as a correlation, ∂L/∂X takes the kernel rotated by 180°. Stamping each gradient with the kernel as it is gives the same.",
    look: "Look at one input cell, and at which weight each output multiplied it by.",
  },
  GRADIENT_ROTATED: {
    title: "The gradient is turned round",
    did: "Every number is right, but stands where a rotation by 180° puts it.",
    right: "∂L/∂K has the kernel's own order: its first cell belongs to the kernel's first weight.",
    look: "Look at the kernel's top-left weight and the input cells that it met.",
  },
  GRADIENT_FOR_INPUT: {
    title: "The gradient was read in place of the input",
    did: "Your numbers come out when ∂L/∂Y is multiplied by itself.",
    right:
      "∂L/∂K sums the arriving gradient times the input that each weight met: ∂L/∂K[u,v] = Σ G[i,j] · X[i·S + u, j·S + v].",
    look: "Look at the factors of one product: one is of G, the other of X.",
  },
  BATCH_AVERAGED: {
    title: "Averaged over the batch",
    did: "Your numbers are the right ones divided by the number of examples.",
    right:
      "The gradient sums over the batch. A loss that is a mean has divided already, and ∂L/∂Y brings that with it.",
    look: "Look at N, and at how often a weight is used in the whole batch.",
  },
  NOT_SUMMED: {
    title: "Not summed",
    did: "Your answer is the gradient of single cells.",
    right:
      "The bias is added to every cell of its channel, so ∂L/∂b sums the gradient over all of them, and over the batch.",
    look: "Count the cells that one bias goes into.",
  },
  MEAN_FOR_SUM: {
    title: "A mean in place of the sum",
    did: "Your numbers are the right ones divided by how many were summed.",
    right: "Here the contributions are summed; nothing is divided.",
    look: "Look for a division that the formula does not have.",
  },
  SPREAD_EVENLY: {
    title: "The gradient was spread over the window",
    did: "Your numbers come out when each window's gradient is shared by its cells, as in average pooling.",
    right:
      "In max pooling the whole gradient goes to the cell that was the maximum, and to no other.",
    look: "Find the largest value in one window of the input.",
  },
  ALL_TIES: {
    title: "Every equal maximum got the gradient",
    did: "Where several cells are equally large, you gave the gradient to each.",
    right: "The gradient goes to the first of them in reading order, the one that was chosen.",
    look: "Look for the same largest value twice in one window.",
  },
  MASK_FROM_GRADIENT: {
    title: "The mask was taken from the gradient",
    did: "You let pass the gradients that are positive.",
    right:
      "ReLU lets the gradient pass where its input was positive, whatever the gradient's own sign.",
    look: "Look at the input's sign in the cell that is wrong.",
  },
  NOT_NORMALISED: {
    title: "Not normalised",
    did: "Your numbers come out when the last step, the division that normalises, is left out.",
    right:
      "Softmax divides by the sum of its exponentials, batch normalisation by the deviation, a normalised Gram matrix by C·H·W.",
    look: "Look at what the results should add up to, or at how large they may be.",
  },
  WRONG_AXIS: {
    title: "Along another axis",
    did: "Your numbers come out when the sums run along another axis.",
    right:
      "Softmax sums along the axis that is asked for; batch normalisation takes each channel over the batch and the plane.",
    look: "Look at which numbers belong together: along them the sums run.",
  },
  FACTOR_FORGOTTEN: {
    title: "A factor is missing",
    did: "Your numbers are right but for one factor that was left out.",
    right:
      "A chain of derivatives multiplies every link: the slope of a square brings a 2, a mean brings 1/n, a scale its γ, and what arrives is multiplied in.",
    look: "Write the formula down once more and tick off each factor.",
  },
  UNBIASED_VARIANCE: {
    title: "Divided by one less",
    did: "Your numbers come out when the variance is divided by m − 1.",
    right: "While training, batch normalisation divides by m, the number of values.",
    look: "Look at the divisor of the variance.",
  },
  EPS_FORGOTTEN: {
    title: "The ε is missing",
    did: "Your numbers come out without the ε under the root.",
    right: "The deviation is √(σ² + ε): ε is added to the variance before the root.",
    look: "Look under the root.",
  },
  GRAM_TRANSPOSED: {
    title: "Places compared in place of channels",
    did: "Your numbers come out from FᵀF: places are multiplied with places.",
    right: "The Gram matrix is F·Fᵀ: each channel with each channel, so C×C.",
    look: "Look at the size of your matrix: it has as many rows as there are channels.",
  },
  WEIGHT_TRANSPOSED: {
    title: "The weights' rows were read as columns",
    did: "Your numbers come out when the weight matrix is turned over its diagonal.",
    right:
      "W is out×in: row o of W belongs to output o, and y = x·Wᵀ + b. ∂L/∂W has W's own shape.",
    look: "Look at the first row of W: its products make the first output.",
  },
} as const satisfies Readonly<Record<string, Remedy>>;

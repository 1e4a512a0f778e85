import type { LossKind } from "@/lib/network/run";

type Said = readonly [id: string, norm: string];

/** What a run of a whole network is called, and what is said of it. */
export const RUN_WORDS = {
  title: "Run it once, forward and back",
  what: "The network computes here, in this browser: an input and weights are drawn at random, values go forward through every layer to a loss, and gradients come back the same way. Nothing is learned, so its guesses mean nothing; but what a training step takes, and how gradients fare on their way, shows already.",
  how: "Weights are drawn from a fixed seed, evenly between bounds that give them the variance 2/fan-in (He’s initialisation), biases are 0, and the input has mean 0 and variance 1. Dropout lets everything pass, batch normalisation takes the statistics of this batch, as in training, and Upsample repeats the nearest cell. All of it is float64. The gradients of weights are measured, layer by layer, and not kept.",
  begin: "Run it",
  again: "Run it again",
  cancel: "Cancel",
  cancelled: "Cancelled; nothing is kept of it.",
  done: "The run is done; its table follows.",
  takes: (products: string, bytes: string) =>
    `Forward and back together take ${products} multiply–adds and hold up to ${bytes} of memory.`,
  doing: (what: "draw" | "forward" | "backward", id: string) =>
    what === "draw" ? "Drawing the weights" : `${what === "forward" ? "Forward" : "Back"}: ${id}`,
  loss: {
    cross_entropy: (id, value, classes, even) =>
      `The loss at ${id}, cross-entropy against the first of ${classes} classes, is ${value}; a guess that finds all classes equally likely loses ln ${classes} = ${even}.`,
    likelihood: (id, value, classes, even) =>
      `The loss at ${id}, −ln of the probability of the first of ${classes} classes, is ${value}; where all are equally likely it is ln ${classes} = ${even}.`,
    distance: (id, value, classes) =>
      `The loss at ${id}, the distance to the first of ${classes} centres, is ${value}.`,
    square: (id, value) =>
      `What leaves ${id} is no row of classes, so its loss is the mean of its squares: ${value}.`,
  } satisfies Record<
    LossKind,
    (id: string, value: string, classes: string, even: string) => string
  >,
  losses: (sum: string) => `Together they lose ${sum}.`,
  wayBack: ([last, from]: Said, [first, to]: Said, ratio: string) =>
    `From ${last} back to ${first}, ‖∂L/∂Y‖ goes from ${from} to ${to}${ratio === "" ? "" : `, ${ratio} times as much`}.`,
  atInput: (norm: string) => `At the input ‖∂L/∂X‖ is ${norm}.`,
  repeated: (runs: number) =>
    `The network is small, so it was run ${runs} times over once the machine was warm, and the times are their mean.`,
  spread: (mean: string, deviation: string) => `${mean} ± ${deviation}`,
  zeros: (share: string) => `${share} zeros`,
  kinds: {
    convolutions: "Convolutions",
    connected: "Fully connected",
    others: "All others",
  },
  kindsTitle: "Shares of what is learned, of the multiply–adds, and of the time forward and back",
  kindHeads: ["learned", "MACs", "forward", "back"],
  caption:
    "Every layer of the run: its output, its time forward and back, its shares of time and multiply–adds, and the norms of its gradients",
  heads: {
    values: "Output",
    forward: "Forward",
    backward: "Back",
    time: "Of the time",
    macs: "Of the MACs",
    rate: "MACs a second",
    output: "‖∂L/∂Y‖",
    weights: "‖∂L/∂W‖",
  },
  read: "The output is told by its mean ± standard deviation; a ReLU sets about half of it to 0. Convolutions hold most of the multiply–adds, fully connected layers most of the parameters: each of those is read once for a single product, so that they wait for memory. Back takes twice the multiply–adds of forward, once for the gradient of the input and once for that of the weights. Where ‖∂L/∂Y‖ shrinks from layer to layer towards the input, gradients vanish, as through many sigmoids; where it grows, they explode. Times are this machine’s, at this moment: compare shares, not milliseconds.",
} as const;

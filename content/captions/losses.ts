import type { LOSS_RULES } from "@/lib/derivation/rules/losses";

export const LOSS_CAPTIONS: Readonly<Record<(typeof LOSS_RULES)[number], string>> = {
  "cross-entropy-rule":
    "The rule: softmax gives p; the loss of a sample is −ln of the probability of its target class t; Y is the mean over the batch",
  "cross-entropy-probability": "{Place}: the probability of class {feature}",
  "cross-entropy-row":
    "{Place}: its target is class {target}; the less probable that is, the more it costs",
  "cross-entropy-row-tiny":
    "{Place}: the probability of class {target} is too small to write down, its logarithm is not",
  "cross-entropy-mean": "The mean of the {count} losses",
  "cross-entropy-gradient-rule":
    "Why: softmax and −ln together have this slope: the probability less the one-hot target h, which is 1 at the target and 0 elsewhere; and each sample has 1/N of the mean. {given}",
  "cross-entropy-gradient-target":
    "{Place}: class {feature} is the target, so take 1 off; raising it lowers the loss",
  "cross-entropy-gradient-other":
    "{Place}: class {feature} is not the target (that is {target}), so take nothing off; raising it raises the loss",
  "mse-rule": "The rule: the mean of the squared differences",
  "mse-difference": "{Place}: the difference, squared",
  "mse-mean": "The mean of the {count} squares",
  "mse-gradient-rule":
    "Why: the slope of a square is twice what is squared, and each cell has 1/n of the mean. {given}",
  "mse-gradient-cell": "{Place}: twice the difference, over {count}",
  "remaining-rows": "The other {count} are worked out in the same way",
};

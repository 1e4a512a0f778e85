import type { LAYER_RULES } from "@/lib/derivation/rules/layers";

export const LAYER_CAPTIONS: Readonly<Record<(typeof LAYER_RULES)[number], string>> = {
  "linear-rule":
    "The rule: multiply the sample by the row of W that belongs to the output, add up{bias}",
  "linear-terms": "{Place}: each input feature with its weight",
  "linear-cell": "{Place}: multiply, then add",
  "linear-input-gradient-rule":
    "Why: an input feature reaches every output, each through one weight; add what comes back through them. {given}",
  "linear-input-gradient-terms": "{Place}: each arriving gradient with the weight it came through",
  "linear-input-gradient-cell": "{Place}: multiply, then add",
  "linear-weight-gradient-rule":
    "Why: a weight was multiplied by one input feature of every sample; add up over the samples. {given}",
  "linear-weight-gradient-terms": "{Place}: each arriving gradient with the input behind it",
  "linear-weight-gradient-cell": "{Place}: multiply, then add",
  "linear-bias-gradient-rule":
    "Why: the bias was added to its feature once in every sample, so it collects the gradients of all. {given}",
  "linear-bias-gradient-terms": "{Place}: one gradient from each sample",
  "linear-bias-gradient-cell": "{Place}: add them up",
  "relu-rule": "The rule: keep what is positive, turn the rest into 0",
  "relu-cell": "{Place}: the larger of 0 and {input}",
  "relu-gradient-rule":
    "Why: the slope is 1 where the input was above 0, and 0 elsewhere (at 0 too). Look at the input, not at the gradient. {given}",
  "relu-gate-open": "{Place}: the input {input} is above 0, so the gate is open",
  "relu-gate-closed": "{Place}: the input {input} is not above 0, so the gate is shut",
  "relu-gradient-open": "{Place}: the input was {input}, above 0, so the gradient passes",
  "relu-gradient-closed": "{Place}: the input was {input}, not above 0, so nothing passes",
  "softmax-rule":
    "The rule: e to the power of each, divided by their sum. The largest, m, is subtracted first: it cancels, and no power overflows",
  "softmax-max": "m is the largest; it is subtracted from each",
  "softmax-exp": "E: subtract the largest, then raise e to what is left",
  "softmax-sum": "s: add them up; everything is divided by this",
  "softmax-cell": "{Place}: its share of the sum",
  "softmax-gradient-why":
    "Why: the outputs share one sum, so raising one lowers the others. What they have in common is d, the average of G weighted by Y",
  "softmax-gradient-rule":
    "An input gains as far as its own gradient is above that average. {given}",
  "softmax-gradient-mean": "d: the average of G along the row, weighted by Y",
  "softmax-gradient-cell": "{Place}: its output times how far its G is above the average",
  "norm-rule":
    "The rule: subtract the channel’s mean μ, divide by its spread √(σ² + ε), then scale and shift",
  "norm-mean": "Channel {channel}: the mean of its {count} values, over all images",
  "norm-variance":
    "Channel {channel}: the mean of the squared distances; divided by {count}, not by one less",
  "norm-deviation": "Channel {channel}: the spread s; a small ε keeps it away from 0",
  "norm-normalised": "{Place}: how many spreads from the mean",
  "norm-cell": "{Place}: scale and shift the normalised value",
  "norm-gradient-rule":
    "Why: an input reaches the outputs directly, through the mean and through the variance. The mean takes away a, the average of G; the variance takes away X̂, the normalised input, times q, the average of G·X̂; and s is the spread √(σ² + ε). {given}",
  "norm-gradient-mean": "Channel {channel}: the average of G, the part that the mean takes away",
  "norm-gradient-slope":
    "Channel {channel}: the average of G·X̂, the part that the variance takes away",
  "norm-gradient-cell": "{Place}: what is left of G, scaled as the forward pass was",
  "norm-scale-gradient-rule":
    "Why: γ multiplied the normalised values of the whole channel. {given}",
  "norm-scale-gradient-terms":
    "{Place}: each arriving gradient with the normalised value behind it",
  "norm-scale-gradient-cell": "{Place}: multiply, then add",
  "norm-shift-gradient-rule":
    "Why: β was added to every cell of the channel, so it collects all gradients. {given}",
  "norm-shift-gradient-terms": "{Place}: one gradient from each cell",
  "norm-shift-gradient-cell": "{Place}: add them up",
  "gram-rule":
    "The rule: flatten each channel to a row; multiply two rows cell by cell and add up{divided}",
  "gram-terms": "{Place}: the same position in both channels, multiplied",
  "gram-cell": "{Place}: multiply, then add",
  "gram-gradient-rule":
    "Why: a channel stands in its own row of Y and in its own column, so both G[c,d] and G[d,c] come back. {given}",
  "gram-gradient-terms": "{Place}: both gradients of each pair, times the other channel’s cell",
  "gram-gradient-cell": "{Place}: multiply, then add",
};

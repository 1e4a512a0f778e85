import type { CONV_RULES } from "@/lib/derivation/rules/conv";

export const CONV_CAPTIONS: Readonly<Record<(typeof CONV_RULES)[number], string>> = {
  "conv-rule":
    "The rule: lay the kernel on the input, multiply what overlaps, add it all up{zeros}",
  "kernel-rotated": "Convolution proper turns the kernel by 180° before it slides",
  "conv-group":
    "In {groups} groups a filter meets only the {channels} of its own group. Where does that group begin?",
  "conv-window": "The window covers {rows} and {columns}{padding}",
  "conv-terms": "Pair every input in the window with the weight on it",
  "conv-cell": "{move}: multiply what overlaps, then add{parts}{bias}{padding}",
  "kernel-gradient-why": "Why: many outputs used this weight, so each of them sends back its share",
  "kernel-gradient-rule":
    "{naming} An output depends on the weight through the input that it multiplied{zeros}",
  "kernel-gradient-reach": "Which outputs did this weight reach, and through which input?",
  "kernel-gradient-terms": "Pair every arriving gradient with that input",
  "kernel-gradient-cell":
    "{place}: each arriving gradient times the input behind it, then add{parts}{padding}",
  "input-gradient-why":
    "Why: several outputs used this input, so each of them sends back its share",
  "input-gradient-rule":
    "{naming} An output depends on the input through the weight between them{zeros}",
  "input-gradient-reach": "Which outputs did this input reach, and through which weight?",
  "input-gradient-terms": "Pair every arriving gradient with that weight",
  "input-gradient-cell":
    "{place}: each arriving gradient times the weight it came through, then add{parts}{padding}",
  "input-gradient-unreached":
    "{place}: no output uses this input ({why}), so changing it changes nothing",
  "bias-gradient-why":
    "Why: every output contains the bias once, so it grows by 1 when the bias does",
  "bias-gradient-rule": "So the bias collects every arriving gradient",
  "bias-gradient-cell": "{place}: add up all of G{ofChannel}{parts}",
  "stamp-why": "Each input stamps a copy of the kernel, scaled by itself, onto the output",
  "stamp-rule": "Where stamps overlap they add{zeros}",
  "stamp-reach": "Which inputs stamp on this cell, and with which weight?",
  "stamp-terms": "Pair every input with the weight of its stamp that lands here",
  "stamp-cell": "{place}: add the stamps that overlap here{parts}{bias}",
  "stamp-unreached": "{place}: no stamp reaches this cell{bias}",
  "partial-sum": "{part} by itself",
};

import type { SIZE_RULES } from "@/lib/derivation/rules/sizes";

export const SIZE_CAPTIONS: Readonly<Record<(typeof SIZE_RULES)[number], string>> = {
  "dilated-size": "Dilation {dilation} spreads {kernel} taps over {span} cells",
  "size-rule": "How large is the output? Count the places where the window fits",
  "output-size": "Put in the numbers for the {axis}",
  "last-window-outside":
    "The last window would start beyond the input and its leading padding, so it is left out",
  "same-size": "“Same” padding: the output {axis} depends only on the input and the stride",
  "same-padding": "How much padding that takes: {before} before, {after} after",
  "cells-dropped": "The floor bites: the last {dropped} of the input is never covered",
  "transposed-size-rule": "How large is the output? Each input starts a stamp, one stride apart",
  "transposed-size": "Put in the numbers for the {axis}",
  "output-shape": "All sizes of the output together",
  "gradient-shape": "A gradient always has the shape of what it is the gradient of",
  "parameters-rule": "Count the weights of one filter{bias} and multiply by the number of filters",
  "transposed-parameters-rule":
    "Every pair of an input and an output channel has a kernel; every output channel one bias",
  parameters: "Put in the numbers",
  "macs-rule": "Every output value costs one multiply–add for each weight of its filter",
  "transposed-macs-rule": "Every input value costs one multiply–add for each weight of its stamp",
  macs: "Put in the numbers{bias}",
  "no-weights": "No weights here, so there is nothing to count",
  flops: "A multiply–add is two floating-point operations",
  "memory-values": "How many values does {tensor} hold?",
  "memory-bytes": "Each {dtype} value takes {size} bytes",
  "remaining-cells": "The other {count} are worked out in the same way",
};

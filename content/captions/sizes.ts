import type { SIZE_RULES } from "@/lib/derivation/rules/sizes";

export const SIZE_CAPTIONS: Readonly<Record<(typeof SIZE_RULES)[number], string>> = {
  "dilated-size": "Dilation {dilation} spreads {kernel} taps over {span} cells",
  "size-rule": "How large is the output? Count the places where the window fits",
  "output-size": "Put in the numbers for the {axis}",
  "size-bounds": "The window takes {steps} steps along the axis, so it has {room}",
  "size-range": "Solve for what is asked",
  "size-proof": "Put them in: the output is as long as it has to be",
  "size-found": "{which}",
  "padded-size": "To each size add the zeros before it and after it",
  "last-window-outside":
    "The last window would start beyond the input and its leading padding, so it is left out",
  "same-size": "“Same” padding: only the input and the stride decide the output {axis}",
  "same-padding": "How much padding that takes: {before} before, {after} after",
  "same-padding-total": "How much padding that takes in all",
  "cells-dropped": "The floor bites: no window covers the last {dropped} of the input",
  "transposed-size-rule": "How large is the output? Each input starts a stamp, one stride apart",
  "transposed-size": "Put in the numbers for the {axis}",
  "output-shape": "All its sizes together",
  "gradient-shape":
    "A gradient always has the shape of what it is the gradient of: one slope for each value",
  parameters: "{learned} for each {each}, and there are {filters}",
  macs: "{products} for each {each}, and there are {values}",
  flops: "A multiply–add is two floating-point operations",
  "memory-values": "How many values does it hold?",
  "memory-bytes": "Each {dtype} value takes {size} bytes",
  "remaining-cells": "The other {count} are worked out in the same way",
};

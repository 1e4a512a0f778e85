import type { SIZE_RULES } from "@/lib/derivation/rules/sizes";

export const SIZE_CAPTIONS: Readonly<Record<(typeof SIZE_RULES)[number], string>> = {
  "dilated-size": "Dilation spreads the taps: how wide does the kernel reach?",
  "output-size": "How large is the output along the {axis}?",
  "output-shape": "All sizes of the output together",
  "cells-dropped": "The last {count} {cells} along the {axis} are never reached",
  "gradient-shape": "A gradient always has the shape of what it is the gradient of",
  "remaining-cells": "The other {count} cells are worked out in the same way",
};

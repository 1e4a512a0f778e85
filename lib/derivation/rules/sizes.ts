/** Rules about sizes and counts, and those of the frame that every derivation shares. */
export const SIZE_RULES = [
  "dilated-size", // e.g. k′ = 2·(3 − 1) + 1 = 5
  "output-size", // e.g. H_out = ⌊(4 + 2·0 − 2)/2⌋ + 1 = 2
  "output-shape", // e.g. Y is 10 × 32 × 32
  "cells-dropped", // e.g. 5 − 4 = 1 row is never reached
  "gradient-shape", // e.g. the shape of ∂L/∂K = the shape of K = 2 × 2
  "remaining-cells", // e.g. and 64 more cells, worked in the same way
] as const;

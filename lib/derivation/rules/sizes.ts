/** Rules about sizes and counts, and those of the frame that every derivation shares. */
export const SIZE_RULES = [
  "dilated-size", // e.g. k' = 2·(3 − 1) + 1 = 5
  "size-rule", // e.g. H_out = ⌊(H + 2P − k)/S⌋ + 1
  "output-size", // e.g. H_out = ⌊(4 + 2·0 − 2)/2⌋ + 1 = 2
  "size-bounds", // e.g. 303 ≤ 312 + 2P − 17 ≤ 305
  "size-range", // e.g. 4 ≤ P ≤ 5
  "size-proof", // e.g. ⌊(32 + 2·0 − 2)/2⌋ + 1 = 16
  "size-found", // e.g. P = 4
  "padded-size", // e.g. H_padded = 45 + 2 + 2 = 49
  "last-window-outside", // e.g. the window at row 4 of 3 + 1 is left out: 3 − 1 = 2
  "same-size", // e.g. H_out = ⌈H/S⌉ = ⌈5/2⌉ = 3
  "same-padding", // e.g. P = (3 − 1)·2 + 3 − 5 = 2
  "same-padding-total", // e.g. max((3 − 1)·2 + 3 − 5, 0) = 2
  "cells-dropped", // e.g. 5 − ((2 − 1)·2 + 2) = 1 row that no window reaches
  "transposed-size-rule", // e.g. H_out = (H − 1)·S + k − 2P
  "transposed-size", // e.g. H_out = (2 − 1)·2 + 3 − 2·0 = 5
  "output-shape", // e.g. Y: 10 × 32 × 32
  "gradient-shape", // e.g. ∂L/∂K: 2 × 2
  "parameters", // e.g. (3·5·5 + 1)·10 = 760
  "macs", // e.g. 32·32·10 · 3·5·5 = 768 000
  "flops", // e.g. 2 · 768 000 = 1 536 000
  "memory-values", // e.g. 28·28·3 = 2352
  "memory-bytes", // e.g. 2352 · 4 = 9408
  "remaining-cells", // e.g. and 64 more cells
] as const;

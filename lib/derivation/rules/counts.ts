/** Rules of shapes without a sliding window, of what is learned and multiplied, and of receptive fields. */
export const COUNT_RULES = [
  "same-shape", // e.g. Y: 2 × 3
  "adaptive-shape", // e.g. Y: 3 × 2 × 2
  "linear-shape", // e.g. Y: 4 × 10
  "scalar-shape", // e.g. Y is one number
  "gram-shape", // e.g. Y: 3 × 3
  "unpool-size", // e.g. H_out = (2 − 1)·2 + 2 − 2·0 = 4
  "unpool-shape", // e.g. Y: 4 × 4
  "pooled-shape", // e.g. Y: 3 × 2 × 2
  "parameters-none", // e.g. 0
  "parameters-rule", // e.g. (C_in/G·k_h·k_w + 1)·C_out
  "parameters-filter", // e.g. 3·5·5 + 1 = 75 + 1 = 76
  "parameters-unit", // e.g. 4096 + 1 = 4097
  "parameters-norm", // e.g. 64 + 64 = 128
  "macs-none", // e.g. 0
  "macs-rule", // e.g. values of Y · weights of one filter
  "macs-places", // e.g. 10 × 32 × 32 = 10 240
  "macs-each", // e.g. 3·5·5 = 75
  "macs-bias", // e.g. 75 + 1 = 76
  "macs-transposed-places", // e.g. 8 × 4 × 4 = 128
  "macs-transposed-bias", // e.g. 3072 + 256 = 3328
  "memory-kilobytes", // e.g. 9408/1000 = 9.408 kB
  "memory-kibibytes", // e.g. 9408/1024 = 9.1875 KiB
  "receptive-field-rule", // e.g. r → r + (k' − 1)·j, then j → j·S
  "receptive-field-start", // e.g. r = 1, j = 1
  "receptive-field-dilated", // e.g. k' = 2·(3 − 1) + 1 = 5
  "receptive-field-size", // e.g. r = 3 + (3 − 1)·2 = 7
  "receptive-field-jump", // e.g. j = 2·2 = 4
  "receptive-field-end", // e.g. r = 7
  "receptive-field-result", // e.g. 7 × 7
  "connected-maps", // e.g. 6·(25·3 + 1) …: 6 of the maps
  "connected-total", // e.g. 456 + 909 + 151 = 1516
  "parameters-each", // e.g. 6 + 6 = 12
  "joined-size", // e.g. 64 + 128 + 32 + 32 = 256
  "whole-shape", // e.g. Y: 1 × 256 × 28 × 28
  "resized-size", // e.g. H_out = 8·2 = 16
  "network-total", // e.g. 896 + 18 496 = 19 392
  "network-flatten", // e.g. 16·5·5 = 400
  "count-ratio", // e.g. 220/720 = 0.3056
  "count-difference", // e.g. 49 280 − 760 = 48 520
  "unshared-total", // e.g. 32·32·760 = 778 240
  "training-values", // e.g. 760·(1 + 1 + 2) = 3040 values
  "shuffled-size", // e.g. C_out = 36/3² = 4, H_out = 5·3 = 15, W_out = 7·3 = 21
] as const;

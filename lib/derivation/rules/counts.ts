/** Rules of the numbers and shapes that need sizes alone. */
export const COUNT_RULES = [
  "same-shape", // e.g. the shape of Y = the shape of X = 2 × 3
  "adaptive-shape", // e.g. the shape of Y = 3 × 2 × 2
  "linear-shape", // e.g. the shape of Y = 4 × 10
  "scalar-shape", // e.g. Y is one number
  "gram-shape", // e.g. the shape of Y = 3 × 3
  "unpool-shape", // e.g. the shape of Y = 4 × 4
  "pooled-shape", // e.g. the shape of Y = 3 × 2 × 2
  "params-none", // e.g. 0 parameters
  "params-rule", // e.g. parameters = (C_in/G·K_h·K_w + 1)·C_out
  "params-filter", // e.g. 3·5·5 + 1 = 75 + 1 = 76
  "params-count", // e.g. (3·5·5 + 1)·10 = 76·10 = 760
  "params-norm", // e.g. 2·64 = 128
  "macs-none", // e.g. 0 MACs
  "macs-rule", // e.g. MACs = output values × products for each
  "macs-outputs", // e.g. 10 × 32 × 32 = 10 240
  "macs-each", // e.g. 3·5·5 = 75
  "macs-each-with-bias", // e.g. 3·5·5 + 1 = 76
  "macs-count", // e.g. 10 240 × 75 = 768 000
  "macs-transposed", // e.g. 1·3·4·4 = 48 input values
  "flops-count", // e.g. 2 × 768 000 = 1 536 000
  "memory-values", // e.g. 28 × 28 × 3 = 2352
  "memory-bytes", // e.g. 2352 × 4 = 9408
  "memory-kilobytes", // e.g. 9408/1000 = 9.408 kB
  "memory-kibibytes", // e.g. 9408/1024 = 9.1875 KiB
  "receptive-field-rule", // e.g. r ← r + (k′ − 1)·j, then j ← j·S
  "receptive-field-start", // e.g. r = 1, j = 1
  "receptive-field-dilated", // e.g. k′ = 2·(3 − 1) + 1 = 5
  "receptive-field-size", // e.g. r = 3 + (3 − 1)·2 = 7
  "receptive-field-jump", // e.g. j = 2·2 = 4
  "receptive-field-result", // e.g. 7 × 7
] as const;

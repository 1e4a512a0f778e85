/** Rules of conv2d, forward and backward. */
export const CONV_RULES = [
  "conv-rule", // e.g. Y[i,j] = Σ X[i+u, j+v]·K[u,v]
  "conv-cell", // e.g. Y[0,1] = 2·1 + 3·0 + 5·0 + 6·(−1) = 2 − 6 = −4
] as const;

/** Rules of the losses. The softmax inside cross-entropy has the rules of `layers.ts`. */
export const LOSS_RULES = [
  "cross-entropy-rule", // e.g. Y = 1/N · Σ −ln p[n, t[n]]
  "cross-entropy-probability", // e.g. p[0,2] = 1/1.50321 ≈ 0.665241
  "cross-entropy-row", // e.g. ℓ[0] = −ln 0.665241 ≈ 0.407606
  "cross-entropy-row-tiny", // e.g. ℓ[0] = ln 1 − (0 − 1000) = 1000
  "cross-entropy-mean", // e.g. Y = (0.407606 + 1.40761)/2 ≈ 0.907606
  "cross-entropy-gradient-rule", // e.g. ∂L/∂X[n,k] = (p[n,k] − 1)/N·G at the target
  "cross-entropy-gradient-target", // e.g. ∂L/∂X[0,2] = (0.665241 − 1)/2·1 ≈ −0.16738
  "cross-entropy-gradient-other", // e.g. ∂L/∂X[0,0] = (0.0900306 − 0)/2·1 ≈ 0.0450153
  "mse-rule", // e.g. Y = 1/n · Σ (X[i] − t[i])²
  "mse-difference", // e.g. (X[0,1] − t[0,1])² = (3 − 1)² = 2² = 4
  "mse-mean", // e.g. Y = (1 + 4)/2 = 5/2 = 2.5
  "mse-gradient-rule", // e.g. ∂L/∂X[i] = 2/n·(X[i] − t[i])·G
  "mse-gradient-cell", // e.g. ∂L/∂X[0,1] = 2/4·(3 − 1)·1 = 2/4·2·1 = 1
  "remaining-rows", // e.g. and 12 more rows, worked in the same way
] as const;

/** Rules of pooling and unpooling, forward and backward. */
export const POOLING_RULES = [
  "adaptive-rows", // e.g. first = ⌊1·5/3⌋ = 1, last = ⌈2·5/3⌉ − 1 = 3
  "adaptive-columns", // e.g. first = ⌊0·4/2⌋ = 0, last = ⌈1·4/2⌉ − 1 = 1
  "max-pool-rule", // e.g. Y[i,j] = max(X[2i+u, 2j+v])
  "max-pool-window", // e.g. Y[0,1] = max(X[0,2], X[0,3], X[1,2], X[1,3])
  "max-pool-cell", // e.g. Y[0,1] = max(3, 7, 1, 2) = 7
  "max-pool-tie", // e.g. Y[0,1] = max(3, 7, 7, 2) = 7
  "pool-index-rule", // e.g. I[i,j] = row · 4 + column
  "pool-index-winner", // e.g. max(3, 7, 1, 2) = 7 = X[0,3]
  "pool-index-none", // e.g. I[0,1] = -1
  "pool-index-cell", // e.g. I[0,1] = 0·4 + 3 = 3
  "max-pool-gradient-why", // e.g. ∂Y[i,j]/∂X[p,q] = 1
  "max-pool-gradient-rule", // e.g. ∂L/∂X[p,q] = Σ G[i,j]
  "max-pool-window-won", // e.g. Y[0,0] = max(1, 7, 3, 2) = 7 = X[0,1]
  "max-pool-window-lost", // e.g. Y[0,1] = max(7, 9, 2, 4) = 9 = X[0,2]
  "max-pool-window-tied", // e.g. Y[0,0] = max(7, 7, 3, 2) = 7 = X[0,0]
  "max-pool-gradient-cell", // e.g. ∂L/∂X[0,1] = G[0,0] + G[0,1] = 1 + 2 = 3
  "max-pool-gradient-zero", // e.g. ∂L/∂X[0,0] = 0
  "pool-gradient-unreached", // e.g. ∂L/∂X[4,4] = 0
  "avg-pool-rule", // e.g. Y[i,j] = 1/n · Σ X[2i+u, 2j+v]
  "avg-pool-divisor", // e.g. n = 2 × 2 = 4
  "avg-pool-divisor-padded", // e.g. n = 2 × 2 = 4, the padding's zeros counted
  "avg-pool-divisor-inside", // e.g. n = 1 × 2 = 2, the padding left out
  "avg-pool-divisor-overhang", // e.g. n = 2 × 1 = 2, what hangs over is never counted
  "avg-pool-cell", // e.g. Y[0,1] = (3 + 7 + 1 + 2)/4 = 13/4 = 3.25
  "avg-pool-gradient-why", // e.g. ∂Y[i,j]/∂X[p,q] = 1/n
  "avg-pool-gradient-rule", // e.g. ∂L/∂X[p,q] = Σ G[i,j]/n
  "avg-pool-gradient-window", // e.g. G[0,1]/n = 2/4 = 0.5
  "avg-pool-gradient-cell", // e.g. ∂L/∂X[0,1] = 1/4 + 2/4 = 0.25 + 0.5 = 0.75
  "unpool-rule", // e.g. Y[I[i,j]] = X[i,j]
  "unpool-position", // e.g. row ⌊6/4⌋ = 1, column 6 − 1·4 = 2
  "unpool-cell", // e.g. Y[1,2] = X[0,1] = 7
  "unpool-overwrite", // e.g. Y[1,2] = X[1,0] = 5, the later of two
  "unpool-sum", // e.g. Y[1,2] = X[0,1] + X[1,0] = 7 + 5 = 12
  "unpool-empty", // e.g. Y[0,0] = 0
  "unpool-gradient-rule", // e.g. ∂L/∂X[i,j] = G[I[i,j]]
  "unpool-gradient-cell", // e.g. ∂L/∂X[0,1] = G[1,2] = 3
] as const;

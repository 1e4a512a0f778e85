/** Rules of convolution and its transpose, forward and backward. */
export const CONV_RULES = [
  "conv-rule", // e.g. Y[i,j] = Σ X[i+u, j+v]·K[u,v]
  "kernel-rotated", // e.g. K' = rot180(K) = [[4, 3], [2, 1]]
  "conv-group", // e.g. filter 3 of 4 in 2 groups reads channels 2 and 3
  "conv-window", // e.g. top row = 1·2 − 1 = 1, left column = 0·2 − 1 = −1
  "conv-terms", // e.g. Y[0,1] = X[0,1]·K[0,0] + X[0,2]·K[0,1] + …
  "conv-cell", // e.g. Y[0,1] = 2·1 + 3·0 + 5·0 + 6·(−1) = 2 + 0 + 0 − 6 = −4
  "kernel-gradient-why", // e.g. ∂L/∂K[u,v] = Σ ∂L/∂Y[i,j]·∂Y[i,j]/∂K[u,v]
  "kernel-gradient-rule", // e.g. ∂L/∂K[u,v] = Σ G[i,j]·X[i+u, j+v]
  "kernel-gradient-reach", // e.g. K[0,0] reaches Y[0,0] through X[0,0], Y[0,1] through X[0,1], …
  "kernel-gradient-terms", // e.g. ∂L/∂K[0,0] = G[0,0]·X[0,0] + G[0,1]·X[0,1] + …
  "kernel-gradient-cell", // e.g. ∂L/∂K[0,0] = 1·1 + 2·2 + 3·4 + 4·5 = 37
  "input-gradient-why", // e.g. ∂L/∂X[p,q] = Σ ∂L/∂Y[i,j]·∂Y[i,j]/∂X[p,q]
  "input-gradient-rule", // e.g. ∂L/∂X[p,q] = Σ G[i,j]·K[p−i, q−j]
  "input-gradient-reach", // e.g. X[1,1] reaches Y[0,0] through K[1,1], Y[0,1] through K[1,0], …
  "input-gradient-terms", // e.g. ∂L/∂X[1,1] = G[0,0]·K[1,1] + G[0,1]·K[1,0] + …
  "input-gradient-cell", // e.g. ∂L/∂X[1,1] = 1·4 + 2·3 + 3·2 + 4·1 = 20
  "input-gradient-unreached", // e.g. ∂L/∂X[4,0] = 0
  "bias-gradient-why", // e.g. ∂Y[i,j]/∂b = 1
  "bias-gradient-rule", // e.g. ∂L/∂b = Σ G[i,j]
  "bias-gradient-cell", // e.g. ∂L/∂b = 1 + 2 + 3 + 4 = 10
  "stamp-why", // e.g. X[p,q]·K is laid down with its corner at row p·S, column q·S
  "stamp-rule", // e.g. Y[i,j] = Σ X[p,q]·K[i−pS, j−qS]
  "stamp-reach", // e.g. Y[1,1] gets X[0,0] times K[1,1], X[0,1] times K[1,0], …
  "stamp-terms", // e.g. Y[1,1] = X[0,0]·K[1,1] + X[0,1]·K[1,0] + …
  "stamp-cell", // e.g. Y[1,1] = 1·4 + 2·3 = 4 + 6 = 10
  "stamp-unreached", // e.g. Y[4,4] = 0
  "partial-sum", // e.g. channel 0 = 1·2 + 3·4 = 14
] as const;

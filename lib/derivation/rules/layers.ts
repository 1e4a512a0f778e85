/** Rules of linear layers, ReLU, softmax, batch normalisation and the Gram matrix. */
export const LAYER_RULES = [
  "linear-rule", // e.g. Y[n,o] = Σ X[n,k]·W[o,k] + b[o]
  "linear-terms", // e.g. Y[0,1] = X[0,0]·W[1,0] + X[0,1]·W[1,1] + b[1]
  "linear-cell", // e.g. Y[0,1] = 2·1 + 3·(−1) + 4 = 2 − 3 + 4 = 3
  "linear-input-gradient-rule", // e.g. ∂L/∂X[n,k] = Σ G[n,o]·W[o,k]
  "linear-input-gradient-terms", // e.g. ∂L/∂X[0,1] = G[0,0]·W[0,1] + G[0,1]·W[1,1]
  "linear-input-gradient-cell", // e.g. ∂L/∂X[0,1] = 1·2 + 3·(−1) = 2 − 3 = −1
  "linear-weight-gradient-rule", // e.g. ∂L/∂W[o,k] = Σ G[n,o]·X[n,k]
  "linear-weight-gradient-terms", // e.g. ∂L/∂W[1,0] = G[0,1]·X[0,0] + G[1,1]·X[1,0]
  "linear-weight-gradient-cell", // e.g. ∂L/∂W[1,0] = 3·2 + 1·5 = 6 + 5 = 11
  "linear-bias-gradient-rule", // e.g. ∂L/∂b[o] = Σ G[n,o]
  "linear-bias-gradient-terms", // e.g. ∂L/∂b[1] = G[0,1] + G[1,1]
  "linear-bias-gradient-cell", // e.g. ∂L/∂b[1] = 3 + 1 = 4
  "relu-rule", // e.g. Y[i] = max(0, X[i])
  "relu-cell", // e.g. Y[0,1] = max(0, −2) = 0
  "relu-gradient-rule", // e.g. ∂L/∂X[i] = G[i] where X[i] > 0
  "relu-gate-open", // e.g. X[0,0] = 3 > 0
  "relu-gate-closed", // e.g. X[0,1] = −2 ≤ 0
  "relu-gradient-open", // e.g. ∂L/∂X[0,0] = 1·5 = 5
  "relu-gradient-closed", // e.g. ∂L/∂X[0,1] = 0·5 = 0
  "softmax-rule", // e.g. Y[i] = e^(X[i] − m)/Σ e^(X[k] − m)
  "softmax-max", // e.g. m = max(1, 2, 3) = 3
  "softmax-exp", // e.g. E[0] = e^(1 − 3) = e^−2 ≈ 0.135335
  "softmax-sum", // e.g. s = 0.135335 + 0.367879 + 1 ≈ 1.50321
  "softmax-cell", // e.g. Y[0] = 0.135335/1.50321 ≈ 0.0900306
  "softmax-gradient-why", // e.g. d = Σ G[k]·Y[k]
  "softmax-gradient-rule", // e.g. ∂L/∂X[i] = Y[i]·(G[i] − d)
  "softmax-gradient-mean", // e.g. d = 1·0.09 + 0·0.24 + 2·0.67 ≈ 1.42
  "softmax-gradient-cell", // e.g. ∂L/∂X[0] = 0.09·(1 − 1.42) ≈ −0.038
  "norm-rule", // e.g. Y = γ·(X − μ)/√(σ² + ε) + β
  "norm-mean", // e.g. μ[0] = (1 + 3 + 5 + 7)/4 = 16/4 = 4
  "norm-variance", // e.g. σ[0]² = (9 + 1 + 1 + 9)/4 = 20/4 = 5
  "norm-deviation", // e.g. s[0] = √(5 + 0.00001) ≈ 2.23607
  "norm-normalised", // e.g. X̂[0,0] = (1 − 4)/2.23607 ≈ −1.34164
  "norm-cell", // e.g. Y[0,0] = 2·(−1.34164) + 1 ≈ −1.68328
  "norm-gradient-rule", // e.g. ∂L/∂X = γ/s·(G − mean(G) − X̂·mean(G·X̂))
  "norm-gradient-mean", // e.g. a[0] = (1 + 0 + 0 + 1)/4 = 2/4 = 0.5
  "norm-gradient-slope", // e.g. q[0] = (1·(−1.34) + 1·1.34)/4 = 0
  "norm-gradient-cell", // e.g. ∂L/∂X[0,0] = 2/2.23607·(1 − 0.5 + 1.34·0) ≈ 0.447214
  "norm-scale-gradient-rule", // e.g. ∂L/∂γ[c] = Σ G·X̂
  "norm-scale-gradient-terms", // e.g. ∂L/∂γ[0] = G[0,0]·X̂[0,0] + G[0,1]·X̂[0,1]
  "norm-scale-gradient-cell", // e.g. ∂L/∂γ[0] = 1·(−1) + 2·1 = 1
  "norm-shift-gradient-rule", // e.g. ∂L/∂β[c] = Σ G
  "norm-shift-gradient-terms", // e.g. ∂L/∂β[0] = G[0,0] + G[0,1]
  "norm-shift-gradient-cell", // e.g. ∂L/∂β[0] = 1 + 2 = 3
  "gram-rule", // e.g. Y[c,d] = Σ X[c,i,j]·X[d,i,j]
  "gram-terms", // e.g. Y[0,1] = X[0,0,0]·X[1,0,0] + X[0,0,1]·X[1,0,1]
  "gram-cell", // e.g. Y[0,1] = 1·3 + 2·4 = 3 + 8 = 11
  "gram-gradient-rule", // e.g. ∂L/∂X[c,i,j] = Σ (G[c,d] + G[d,c])·X[d,i,j]
  "gram-gradient-terms", // e.g. ∂L/∂X[0,0,1] = (G[0,0] + G[0,0])·X[0,0,1] + (G[0,1] + G[1,0])·X[1,0,1]
  "gram-gradient-cell", // e.g. ∂L/∂X[0,0,1] = (1 + 1)·2 + (1 + 0)·4 = 4 + 4 = 8
] as const;

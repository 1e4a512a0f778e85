/** Every rule that a step can use. Captions live in `content/captions.ts`, keyed by these names. */
export const RULES = [
  "output-size", // e.g. H = ⌊(4 + 2·0 − 2)/2⌋ + 1 = 2
  "conv-rule", // e.g. Y[i,j] = Σ X[i+u, j+v] · K[u,v]
  "conv-cell", // e.g. Y[0,1] = 2·1 + 3·0 + 5·0 + 6·(−1) = 2 − 6 = −4
] as const;
export type RuleId = (typeof RULES)[number];

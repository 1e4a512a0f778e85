/** What stands between two tensors of a picture. */
export const SIGNS = ["⋆", "∗", "=", "→", "+", "·", "−"] as const;
export type Sign = (typeof SIGNS)[number];

export type { ChainLoss, ChainQuestion, ChainValue } from "./question";
export { chainValues } from "./values";
export { recomputed } from "./recomputed";
export { withDrawnValues } from "./drawn";
export { questionGiven } from "./recomputed";

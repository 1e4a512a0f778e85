export type { ChainLoss, ChainQuestion, ChainValue } from "./question";
export { withDrawnValues } from "./drawn";
export { chainValues } from "./values";
export { recomputed } from "./recomputed";
export { questionGiven } from "./recomputed";
export { type Arriving, boundsOf } from "./bounds";

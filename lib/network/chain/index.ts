export type { ChainQuestion, ChainValue } from "./question";
export { chainValues } from "./values";
export { recomputed } from "./recomputed";
export { questionGiven } from "./recomputed";

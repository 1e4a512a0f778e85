export * from "./question";
export {
  type OperandDraft,
  type QuestionDraft,
  DEFAULT_CONVENTIONS,
  operandFrom,
  questionFrom,
} from "./build";
export { type TensorJson, solutionToJson, tensorToJson } from "./to-json";
export { counts, forward, solve } from "./solve";
export { nearestName, didYouMean } from "./nearest";
export { type OpenParams, type OutputSize, filledParams, filledSize } from "./output-size";
export { withSameInNumbers } from "./same-transposed";
export { windowOptions } from "./ops/window-options";
export { sameButLeadingOnes, sameShape, showShape, valuesIn } from "./sizes";
export { readsRows } from "./ops/batch-norm";
export { isTensorAsk } from "./tensor-ask";

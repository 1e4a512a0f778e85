export { FAMILIES, MISTAKES, type MistakeId, isFamily } from "./ids";
export type { GivenAnswer, GivenTensor, GivenValue } from "./answer";
export type { Diagnosis } from "./diagnosis";
export { type Explanation, examine, explain } from "./explain";
export {
  type MistakePlace,
  predictCell,
  predictMistake,
  predictNumber,
  predictTogether,
} from "./predict";
export type { Candidate, Computation, Predictor } from "./model";
export { type AskName, type Asked, predictorFor } from "./registry";

export { type Asked, type Key, keyOf } from "./asked";
export {
  type Check,
  type CheckOptions,
  type Diagnosis,
  checkAnswer,
  expectedOf,
} from "./check-answer";
export { MAX_CHARACTERS } from "./limits";
export { type CellVerdict, type Mark, mark } from "./mark";
export { matches } from "./matches";
export { type Cell, type Given, type Quantity, valueOf } from "./quantity";
export { type Expected, readAnswer } from "./read-answer";
export { type ReadAs, readAs } from "./read-as";
export { readExpression } from "./read-expression";
export { type AnswerJson, type UnreadableAnswer, readJson } from "./read-json";
export { readCount, readSize } from "./read-size";
export { readSizes } from "./read-sizes";
export type { ReadCode, Reading, Unreadable } from "./reading";

export { type AnswerJson, toTwelveDigits } from "./answer-json";
export {
  type AnyAsk,
  type AnyQuestion,
  type Asked,
  type OwnQuestion,
  isOwnQuestion,
} from "./asked";
export { difficulty } from "./difficulty";
export { EXERCISE_ERROR_CODES, ExerciseError, type ExerciseErrorCode } from "./errors";
export {
  type Controls,
  type Exercise,
  type Level,
  type Topic,
  LEVELS,
  TOPICS,
  isLevel,
} from "./exercise";
export {
  type PredictionJson,
  type Problem,
  type ProblemRequest,
  type StepJson,
  exerciseOf,
  generate,
  problemFrom,
  seedOf,
  statementOf,
  variantOf,
} from "./generate";
export { type Key, type Spotted, isSpotted, isTensor, sameKey } from "./key";
export { paragraphsOf } from "./paragraphs";
export { type Prediction } from "./prediction";
export { type QuestionJson, questionToJson } from "./question-json";
export { Random } from "./random";
export { EXERCISES } from "./registry";
export { type Paragraph, type Statement } from "./statement";
export { backwardAsks, backwardOf, backwardSkill } from "./backward";
export { type FindName, type FindQuestion } from "./own/find";
export { type SpotQuestion } from "./own/spot";
export { stepsTo } from "./steps";
export { type Variant, MOST_DRAWS } from "./variant";

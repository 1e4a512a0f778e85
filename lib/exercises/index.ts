export { type AnswerJson, answerToJson, toTwelveDigits } from "./answer-json";
export {
  type AnyAsk,
  type AnyQuestion,
  type Asked,
  type OwnQuestion,
  isLayerQuestion,
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
export { kindsOf } from "./kinds";
export { type Key, type Spotted, isList, isSpotted, isTensor, sameKey } from "./key";
export { paragraphsOf } from "./paragraphs";
export { type Plane, planesOf } from "./planes";
export { isChannelsLast, predict } from "./predict";
export { type Prediction } from "./prediction";
export { type QuestionJson, questionToJson } from "./question-json";
export { Random } from "./random";
export { EXERCISES } from "./registry";
export { solveAsked } from "./solve-asked";
export { type Paragraph, type Statement, writeStatement } from "./statement";
export { backwardAsks, backwardOf, backwardSkill } from "./backward";
export { type FindName, type FindQuestion, isFound } from "./own/find";
export { type SpotQuestion } from "./own/spot";
export { sizesFirst, stepsTo } from "./steps";
export { type Variant, MOST_DRAWS } from "./variant";
export { settingWords } from "./wording";

export { type Attempt, HINT_STAGES, LADDER_RUNGS, problemOf, skillOf } from "./attempt";
export {
  type LogEntry,
  RATINGS,
  type Rating,
  type Review,
  type Undo,
  WAYS,
  type Way,
  lastToUndo,
  standingReviews,
  undoLast,
} from "./cards/review";
export {
  type CardSettings,
  DEFAULT_SETTINGS,
  type Exam,
  NO_STUDY,
  QUIZ_KINDS,
  type Quiz,
  type QuizAnswer,
  type QuizKind,
  type QuizQuestion,
  type Study,
  examAhead,
  laterSettings,
} from "./cards/study";
export { WEIGHTS, chooseSkill, levelFor, weights } from "./choose";
export { FILE_FORMAT, FILE_VERSION, type Portable, type ProgressFile, writeFile } from "./file";
export { type Day, historyByDay, localDay } from "./history";
export { type Evidence, MASTERED, PARAMETERS, type Parameters, trace } from "./knowledge";
export { type Dated, inOrder, mergeById } from "./merge";
export { type FrequentMistake, frequentMistakes } from "./mistakes";
export {
  type Gain,
  type Outcome,
  SESSION_SIZE,
  type Session,
  type SessionProblem,
  type Summary,
  type VersionedSkill,
  advance,
  beginSession,
  endSession,
  outcomes,
  summarise,
} from "./session";
export {
  type Masteries,
  type Mastery,
  type Skill,
  type Standing,
  masteries,
  standing,
  topicMastery,
} from "./skills";

export {
  type Attempt,
  HINT_STAGES,
  LADDER_RUNGS,
  inOrder,
  mergeAttempts,
  problemOf,
  skillOf,
} from "./attempt";
export { WEIGHTS, chooseSkill, levelFor, weights } from "./choose";
export { FILE_FORMAT, FILE_VERSION, type ProgressFile, writeFile } from "./file";
export { type Day, historyByDay, localDay } from "./history";
export { type Evidence, MASTERED, PARAMETERS, type Parameters, trace } from "./knowledge";
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

export { chanceOf, shuffled } from "./chance";
export { HOUR, MINUTE, dayStart } from "./days";
export { keepsFailing } from "./failing";
export { intervalWords } from "./interval";
export { type TopicMastery, masteryByTopic, meanOf } from "./mastery";
export { PLAN_MINUTES, type Plan, type PlanPart, planFor } from "./plan";
export { type CardRef, type Desk, type Queue, countOf, nextCard, queueOf } from "./queue";
export {
  QUIZ_MINUTES,
  QUIZ_SIZES,
  type QuizCard,
  type QuizReport,
  type QuizStart,
  answerQuiz,
  drawQuiz,
  endQuiz,
  reportOf,
  timeLeft,
  weakestFirst,
} from "./quiz";
export { type Answered, answeredOf, ratingFor } from "./rate";
export {
  type CardState,
  type CardStates,
  type Phase,
  delays,
  dueOf,
  retrievability,
  reviewed,
  statesOf,
} from "./schedule";
export { type DueDay, weekAhead } from "./week";

export { chanceOf, shuffled } from "./chance";
export { MINUTE, dayStart } from "./days";
export { keepsFailing } from "./failing";
export { intervalWords } from "./interval";
export { masteryByTopic } from "./mastery";
export { type Plan, type PlanPart, planFor } from "./plan";
export { type CardRef, type Desk, type Queue, countOf, nextCard, queueOf } from "./queue";
export {
  QUIZ_MINUTES,
  QUIZ_SIZES,
  type QuizCard,
  type QuizReport,
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
  delays,
  dueOf,
  retrievability,
  reviewed,
  statesOf,
} from "./schedule";
export { weekAhead } from "./week";

export { type Answers, type GivenAnswer, readAnswers } from "./answers";
export type { ClassMistake, Grade, QuestionGrade, StudentGrade } from "./grade";
export { gradeToJson } from "./grade-json";
export { type Marking, gradeSet } from "./grade-set";
export { type Mark, markOf } from "./mark";
export { marksFile } from "./marks-file";
export { percent } from "./plots";
export { gradeReport, gradeSummary } from "./report-file";
export { sameProblems } from "./same-problems";

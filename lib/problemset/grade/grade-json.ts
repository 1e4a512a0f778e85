import type { Grade, QuestionGrade, StudentGrade } from "./grade";
import { mean } from "./statistics";

/** A grade as plain JSON; what has no meaning is null. */
export function gradeToJson(grade: Grade) {
  const { title, course, points, pointsBefore, students, questions, mistakes } = grade;
  const present = students.filter(({ isAbsent }) => !isAbsent);
  return {
    title,
    course,
    points,
    ...(pointsBefore === undefined ? {} : { points_before: pointsBefore }),
    students: students.length,
    absent: students.length - present.length,
    mean: orNull(mean(present.map((one) => one.points))),
    ...(pointsBefore === undefined
      ? {}
      : { mean_before: orNull(mean(present.map(({ before = 0 }) => before))) }),
    marks: students.map((student) => marksToJson(student)),
    questions: questions.map((question) => questionToJson(question)),
    mistakes: mistakes.map(({ mistake, words, students: count, share, questions: at }) => ({
      mistake,
      text: words,
      students: count,
      share: share,
      questions: at,
    })),
    unreadable: grade.unreadable,
    problems: grade.problems,
    problem_count: grade.problemCount,
  };
}

function marksToJson(grade: StudentGrade) {
  const { code, student, points, before, isAbsent, open, marks, earned } = grade;
  return {
    code,
    id: student.id,
    name: student.name,
    points,
    ...(before === undefined ? {} : { points_before: before }),
    absent: isAbsent,
    to_be_read: open,
    answers: isAbsent
      ? []
      : marks.map(({ outcome, score, mistakes, message }, at) => ({
          question: at + 1,
          outcome,
          score: orNull(score),
          points: earned[at] ?? 0,
          mistakes,
          ...(message === undefined ? {} : { message }),
        })),
  };
}

function questionToJson(grade: QuestionGrade) {
  const { question, counts, difficulty, discrimination, thirds, variants, mistakes } = grade;
  const { pointsBefore, difficultyBefore = Number.NaN } = grade;
  return {
    number: question.number,
    type: question.type,
    title: question.title,
    points: question.points,
    void: question.isVoid,
    counts,
    difficulty: orNull(difficulty),
    discrimination: orNull(discrimination),
    thirds,
    variants,
    mistakes,
    ...(pointsBefore === undefined
      ? {}
      : { points_before: pointsBefore, difficulty_before: orNull(difficultyBefore) }),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

import { type Plan, variantAt } from "../document/plan";
import { type Slot, questionOf, slotsOf } from "../document/slots";
import type { SetSpec } from "../spec/spec";
import type { Answers, GivenAnswer } from "./answers";
import type { Grade, StudentGrade, Unreadable } from "./grade";
import { BLANK, type Mark, markOf } from "./mark";
import { ClassTally, QuestionTally, type Sitting } from "./tally";

/** What a class is marked by. */
export interface Marking {
  readonly spec: SetSpec;
  readonly plan: Plan;
  readonly answers: Answers;
  /** The set before the regrade, with the same problems: see `sameProblems`. */
  readonly before?: SetSpec;
}

/**
 * Marks a class, one student at a time, so that whoever goes through it can show how far it is. Each problem is made
 * again, its answer marked and the problem forgotten.
 *
 * The rules: points are the question's times the share of its cells that are right. An answer under conventions that
 * the set accepts is right. Blank is 0. What cannot be read has no mark: it adds nothing, is listed for a person to
 * mark, and is left out of the question's means. A void question is left out of the points, earned and possible. A
 * sheet of which no row is there is absent: listed, and left out of all means.
 */
export function* gradeSet({ spec, plan, answers, before }: Marking): Generator<void, Grade> {
  const { slots, students } = plan;
  const earlier = before && slotsOf(before);
  const tallies = slots.map((slot) => new QuestionTally(questionOf(slot, students.length)));
  const classTally = new ClassTally();
  const unreadable: Unreadable[] = [];
  const graded: StudentGrade[] = [];
  for (const index of students.keys()) {
    const isAbsent = !answers.isPresent(index);
    const sat = isAbsent ? [] : sittings(plan, index, answers, earlier);
    for (const [at, sitting] of sat.entries()) tallies[at]?.add(sitting);
    const marks = isAbsent ? slots.map(() => BLANK) : sat.map(({ mark }) => mark);
    classTally.add(marks.filter((_, at) => !slots[at]?.spec.isVoid));
    const grade = studentGrade(plan, index, marks, isAbsent);
    unreadable.push(...unreadableIn(grade, plan, (question) => answers.at(index, question)));
    graded.push(earlier ? { ...grade, before: pointsBefore(earlier, sat) } : grade);
    yield;
  }
  const present = graded.filter(({ isAbsent }) => !isAbsent);
  return {
    title: spec.title,
    course: spec.course,
    points: pointsOf(slots),
    students: graded,
    questions: tallies.map((tally, at) =>
      tally.grade(restsOf(present, at), earlier?.[at]?.spec.points),
    ),
    mistakes: classTally.grade(tallies, present.length),
    unreadable: unreadable.toSorted((one, other) => one.line - other.line),
    problems: answers.problems,
    problemCount: answers.problemCount,
    ...(earlier ? { pointsBefore: pointsOf(earlier) } : {}),
  };
}

function sittings(
  plan: Plan,
  index: number,
  answers: Answers,
  earlier: readonly Slot[] | undefined,
): Sitting[] {
  return plan.slots.map((slot, at) => {
    const variant = variantAt(plan, slot, index);
    const text = answers.at(index, at)?.text ?? "";
    const mark = markOf(variant, text, slot.spec.accept);
    const old = earlier?.[at]?.spec.accept;
    if (old === undefined) return { variant, mark };
    const isSame = JSON.stringify(old) === JSON.stringify(slot.spec.accept);
    return { variant, mark, before: isSame ? mark : markOf(variant, text, old) };
  });
}

function studentGrade(
  { slots, students, codes }: Plan,
  index: number,
  marks: readonly Mark[],
  isAbsent: boolean,
): StudentGrade {
  const student = students[index];
  if (!student) throw new RangeError(`There is no student ${index}.`);
  const earned = slots.map(({ spec }, at) => earnedFor(spec, marks[at]));
  const isOpen = ({ outcome }: Mark, at: number) =>
    outcome === "unreadable" && !slots[at]?.spec.isVoid;
  return {
    code: codes[index] ?? "",
    student,
    isAbsent,
    marks,
    earned,
    points: total(earned),
    open: marks.filter(isOpen).length,
  };
}

function unreadableIn(
  { code, marks }: StudentGrade,
  { slots }: Plan,
  givenAt: (question: number) => GivenAnswer | undefined,
): Unreadable[] {
  return marks.flatMap(({ message }, at) => {
    const given = givenAt(at);
    return message === undefined || !given || slots[at]?.spec.isVoid
      ? []
      : [{ code, question: at + 1, ...given, message }];
  });
}

function earnedFor(spec: Slot["spec"], mark: Mark | undefined): number {
  return spec.isVoid || !mark || Number.isNaN(mark.score) ? 0 : spec.points * mark.score;
}

function pointsBefore(earlier: readonly Slot[], sat: readonly Sitting[]): number {
  return total(earlier.map(({ spec }, at) => earnedFor(spec, sat[at]?.before)));
}

function pointsOf(slots: readonly Slot[]): number {
  return total(slots.map(({ spec }) => (spec.isVoid ? 0 : spec.points)));
}

/** What each student has in the other questions. */
function restsOf(present: readonly StudentGrade[], at: number): number[] {
  return present.map(({ points, earned }) => points - (earned[at] ?? 0));
}

/** Without the dust that adding thirds and tenths leaves. */
function total(points: readonly number[]): number {
  const sum = points.reduce((one, other) => one + other, 0);
  return Math.round(1e9 * sum) / 1e9;
}

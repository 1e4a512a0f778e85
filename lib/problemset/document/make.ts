import { exerciseOf, questionToJson } from "@/lib/exercises";
import { DEFAULT_CONVENTIONS } from "@/lib/question";
import type { Student } from "../roster/student";
import type { SetSpec } from "../spec/spec";
import type { Item, ListedProblem, SetDocument, Sheet } from "./document";
import { itemOf } from "./item";
import { type Plan, seedAt, variantAt } from "./plan";
import { type Slot, questionOf } from "./slots";

/** So many items are kept once they are made; a set of more is made anew each time it is gone through. */
const MOST_KEPT = 4096;

/** The document of a planned set. */
export function makeDocument(spec: SetSpec, plan: Plan): SetDocument {
  const { slots, students } = plan;
  const itemAt = keptItems(plan);
  const sheetAt = (index: number, student: Student): Sheet =>
    sheetOf(
      plan,
      index,
      student,
      slots.map((slot) => itemAt(slot, index)),
    );
  return {
    title: spec.title,
    course: spec.course,
    date: spec.date,
    instructions: spec.instructions,
    paper: spec.paper,
    revision: spec.revision,
    questions: slots.map((slot) => questionOf(slot, students.length)),
    points: pointsOf(slots.map((slot) => slot.spec)),
    sheetCount: students.length,
    *sheets() {
      for (const [index, student] of students.entries()) yield sheetAt(index, student);
    },
    *listings() {
      for (const [index, student] of students.entries()) {
        const code = plan.codes[index] ?? "";
        yield { code, student, problems: slots.map((slot) => listed(plan, slot, index)) };
      }
    },
    *items(questionIndex) {
      const slot = slots[questionIndex];
      if (!slot) return;
      const { itemCount } = questionOf(slot, students.length);
      for (let index = 0; index < itemCount; index++) yield itemAt(slot, index);
    },
  };
}

/** Items made when they are first asked for; the first so many are kept. */
function keptItems(plan: Plan): (slot: Slot, index: number) => Item {
  const kept = new Map<string, Item>();
  return (slot, index) => {
    const name = nameOf(plan, slot, index);
    const known = kept.get(name);
    if (known) return known;
    const { spec, minutes } = slot;
    const item = itemOf(variantAt(plan, slot, index), {
      name,
      number: slot.index + 1,
      minutes,
      spec,
    });
    if (kept.size < MOST_KEPT) kept.set(name, item);
    return item;
  };
}

function listed(plan: Plan, slot: Slot, student: number): ListedProblem {
  const { spec, index } = slot;
  const { type, version, level, conventions, points, isVoid, wording, accept, own } = spec;
  return {
    number: index + 1,
    title: spec.title ?? exerciseOf(type).title,
    type,
    version,
    level,
    conventions: { ...DEFAULT_CONVENTIONS, ...conventions },
    seed: seedAt(plan, slot, student),
    points,
    isVoid,
    accept,
    ...(wording === undefined ? {} : { wording }),
    ...(own ? { byHand: { question: questionToJson(own.question), ask: own.ask } } : {}),
  };
}

function nameOf({ codes }: Plan, { index, isShared }: Slot, student: number): string {
  return `${isShared ? "ALL" : (codes[student] ?? "")}.${index + 1}`;
}

function sheetOf(plan: Plan, index: number, student: Student, items: readonly Item[]): Sheet {
  const minutes = items.reduce((sum, item) => sum + (item.isVoid ? 0 : item.minutes), 0);
  return {
    code: plan.codes[index] ?? "",
    student,
    items,
    points: pointsOf(items),
    minutes: minutes * student.timeFactor,
    isLargePrint: student.isLargePrint,
  };
}

function pointsOf(questions: readonly { readonly points: number; readonly isVoid: boolean }[]) {
  return questions.reduce((sum, { points, isVoid }) => sum + (isVoid ? 0 : points), 0);
}

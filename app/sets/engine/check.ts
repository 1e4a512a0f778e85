import {
  type Plan,
  SetError,
  type SetSpec,
  type Student,
  askedCount,
  drawnCount,
  makeDocument,
  numberedStudents,
} from "@/lib/problemset";
import { type CheckedSet, checkSentences, checkSet } from "@/lib/problemset/checks";
import { sheetHtml } from "@/lib/problemset/formats";
import { readRoster } from "@/lib/problemset/roster";
import { readKeyFile } from "@/lib/problemset/seeds";
import { paperHtml } from "./paper";
import { problemsOf, specFrom } from "./read";
import type { Checked, Whole } from "./types";

/** So many sheets are shown side by side. */
const SHOWN = 3;

/** Without a number of variants or a roster. */
const USUAL_VARIANTS = 30;

/** Hears how many of the problems that are drawn are checked, and how many stand on all sheets. */
export type Heard = (done: number, drawn: number, asked: number) => void;

/** A set that passed every check, with what it was made of. */
export interface Passed extends CheckedSet {
  readonly spec: SetSpec;
}

/** Every check of a set, and three of its sheets as they will be. */
export function checkedOf(whole: Whole, first: number, heard: Heard): Checked {
  try {
    const { spec, plan, report } = passedOf(whole, heard);
    return {
      sheetCount: plan.students.length,
      sentences: checkSentences(report),
      problems: [],
      sheets: sheetsOf(spec, slicedPlan(plan, first)),
    };
  } catch (error) {
    if (!(error instanceof SetError)) throw error;
    const problems = problemsOf(whole.set, error);
    return { sheetCount: 0, sentences: [], problems, sheets: [] };
  }
}

let last: { readonly key: string; readonly passed: Passed } | undefined;

/** A set through all checks; the last one is not checked again. @throws SetError where it does not pass */
export function passedOf(whole: Whole, heard: Heard): Passed {
  const { set, roster, key } = whole;
  const name = JSON.stringify([set, roster?.id, key]);
  if (last?.key !== name) last = { key: name, passed: checkWhole(whole, heard) };
  return last.passed;
}

function checkWhole({ set, roster, key }: Whole, heard: Heard): Passed {
  const spec = specFrom(set);
  const students = roster
    ? readRoster(roster.bytes)
    : numberedStudents(spec.variants ?? USUAL_VARIANTS);
  return { spec, ...checkedSet(spec, students, readKeyFile(key), heard) };
}

/** So many problems are checked between two reports. */
const EVERY = 32;

function checkedSet(
  spec: SetSpec,
  students: readonly Student[],
  secret: Uint8Array,
  heard: Heard,
): CheckedSet {
  const drawn = drawnCount(spec, students.length);
  const asked = askedCount(spec, students.length);
  const checking = checkSet(spec, students, secret);
  let next = checking.next();
  for (let done = 1; !next.done; done++) {
    if (done % EVERY === 0) heard(done, drawn, asked);
    next = checking.next();
  }
  return next.value;
}

/** The plan of a few students alone: their problems are those that the whole plan gives them. */
export function slicedPlan(plan: Plan, wanted: number, shown = SHOWN): Plan {
  const first = Math.max(0, Math.min(wanted, plan.students.length - shown));
  const to = first + shown;
  return {
    ...plan,
    students: plan.students.slice(first, to),
    codes: plan.codes.slice(first, to),
    copyAt: (slot, student) => plan.copyAt(slot, slot.isShared ? student : first + student),
  };
}

function sheetsOf(spec: SetSpec, plan: Plan): Checked["sheets"] {
  const document = makeDocument(spec, plan);
  return Array.from(document.sheets(), (sheet) => ({
    code: sheet.code,
    html: paperHtml(sheetHtml(document, sheet)),
  }));
}

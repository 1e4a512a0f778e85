import { rosterWords } from "@/content/sets";
import {
  type Plan,
  SetError,
  type SetSpec,
  type Student,
  numberedStudents,
  planSet,
  drawnCount,
} from "@/lib/problemset";
import { MOST_STUDENTS, readRoster } from "@/lib/problemset/roster";
import { readKeyFile } from "@/lib/problemset/seeds";
import { readSpec } from "@/lib/problemset/spec";
import { saveSet } from "../../engine/read";
import { counted } from "../../words";
import type { Materials, Part, PartName } from "./types";

/** Hears what is being done. */
export type Say = (words: string) => void;

/** Gathers what each file says; what does not fit is told of its own file, and the others are read all the same. */
export class Reading {
  readonly parts: Partial<Record<PartName, Part>> = {};

  /** What is read of a part; undefined where it is not there or does not fit. */
  read<Value>(
    name: PartName,
    make: () => Value | undefined,
    says: (value: Value) => string,
  ): Value | undefined {
    try {
      const value = make();
      if (value !== undefined) this.parts[name] = { says: says(value), problem: "" };
      return value;
    } catch (error) {
      if (!(error instanceof SetError)) throw error;
      this.parts[name] = { says: "", problem: error.message };
      return undefined;
    }
  }
}

/** A set with its students and its secret. */
export interface Made {
  readonly spec: SetSpec;
  readonly plan: Plan;
}

interface Read {
  readonly spec: SetSpec;
  readonly secret: Uint8Array;
  readonly students: readonly Student[];
}

/** What the files hold; undefined until all are there and fit. */
export function readMaterials(materials: Materials, reading: Reading): Read | undefined {
  const { set, key, roster, variants } = materials;
  const spec = reading.read("set", () => specOf(set), specSays);
  const secret = reading.read("key", () => (key === null ? undefined : readKeyFile(key)), keySays);
  const students = reading.read("roster", () => studentsOf(roster, variants, spec), studentsSay);
  return spec && secret && students && { spec, secret, students };
}

/** The sheets of a set made again; undefined until all that it takes is there and fits. */
export function madeFrom(materials: Materials, reading: Reading, say: Say): Made | undefined {
  const read = readMaterials(materials, reading);
  if (!read) return undefined;
  const { spec, secret, students } = read;
  const name = JSON.stringify([materials.set, materials.key, students]);
  if (last?.name === name) return last.made;
  const plan = reading.read(
    "set",
    () => planned(spec, students, secret, say),
    () => specSays(spec),
  );
  if (!plan) return undefined;
  last = { name, made: { spec, plan } };
  return last.made;
}

let last: { readonly name: string; readonly made: Made } | undefined;

/** The set of a file or of this tab. @throws SetError with what does not fit */
export function specOf(set: Materials["set"]): SetSpec | undefined {
  if (set === null) return undefined;
  return readSpec(typeof set === "string" ? set : saveSet(set, "yaml"));
}

function studentsOf(
  roster: Uint8Array | null,
  variants: string,
  spec: SetSpec | undefined,
): readonly Student[] | undefined {
  if (roster) return readRoster(roster);
  const count = variants.trim() === "" ? spec?.variants : countIn(variants.trim());
  return count === undefined ? undefined : numberedStudents(count);
}

function countIn(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_STUDENTS) return count;
  const message = `The number of sheets is "${text.slice(0, 40)}"; write a whole number from 1 to ${MOST_STUDENTS}.`;
  throw new SetError([{ message }]);
}

/** So many problems are made between two reports. */
const EVERY = 64;

function planned(spec: SetSpec, students: readonly Student[], secret: Uint8Array, say: Say): Plan {
  const all = drawnCount(spec, students.length);
  return finished(planSet(spec, students, secret), EVERY, (done) =>
    say(`Making the set again, ${done} of ${all} problems`),
  );
}

/** What steps come to; every so many are told. */
export function finished<Step, Result>(
  steps: Generator<Step, Result>,
  every: number,
  heard: (done: number) => void,
): Result {
  let next = steps.next();
  for (let done = 1; !next.done; done++) {
    if (done % every === 0) heard(done);
    next = steps.next();
  }
  return next.value;
}

/** A set in words. */
export function specSays({ title, course, questions }: SetSpec): string {
  const asked = questions.reduce((sum, { count }) => sum + count, 0);
  return [title, course, counted(asked, "question")].filter((part) => part !== "").join(" · ");
}

function keySays(): string {
  return "The secret";
}

function studentsSay(students: readonly Student[]): string {
  const hasNames = students.some(({ name }) => name !== "");
  return hasNames ? rosterWords(students.length, 0, 0) : counted(students.length, "sheet");
}

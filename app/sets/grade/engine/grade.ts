import {
  type Answers,
  type Grade,
  checkVersions,
  gradeSet,
  readAnswers,
  sameProblems,
} from "@/lib/problemset/grade";
import type { SetSpec } from "@/lib/problemset";
import { counted } from "../../words";
import { type Made, Reading, type Say, finished, madeFrom, specOf, specSays } from "./materials";
import type { GradeRequest, Graded } from "./types";
import { viewOf } from "./view";

/** A class marked, once all that it takes is there; and what was read of each file. */
export function gradedOf(request: GradeRequest, say: Say): Graded {
  const reading = new Reading();
  const grade = gradeIn(request, reading, say);
  return { kind: "grade", parts: reading.parts, view: grade ? viewOf(grade) : null };
}

/** The grade itself; undefined while something is missing or does not fit. */
export function gradeIn(request: GradeRequest, reading: Reading, say: Say): Grade | undefined {
  const { materials, log, before: text, answers: bytes } = request;
  const made = madeFrom(materials, reading, say);
  const logged = reading.read("log", () => loggedSpec(log, made?.spec), logSays);
  const before = reading.read("before", () => earlier(text, made?.spec), specSays);
  if (!made || !bytes) return undefined;
  if ((text !== null && !before) || (log && !logged)) return undefined;
  const answers = reading.read(
    "answers",
    () => readAnswers(bytes, made.plan.codes, made.plan.slots.length),
    (read) => answersSay(read, made),
  );
  if (!answers) return undefined;
  const marking = { ...made, answers, ...(before ? { before } : {}) };
  const count = made.plan.students.length;
  return finished(gradeSet(marking), EVERY, (done) =>
    say(`Marking, ${done} of ${counted(count, "sheet")}`),
  );
}

/** So many sheets are marked between two reports. */
const EVERY = 8;

/** The set, if the log says the same of its types; undefined until both are there. */
function loggedSpec(log: Uint8Array | null, spec: SetSpec | undefined): SetSpec | undefined {
  if (log && spec) checkVersions(log, spec);
  return log ? spec : undefined;
}

function logSays({ questions }: SetSpec): string {
  const types = new Set(questions.map(({ type }) => type)).size;
  return types === 1 ? "Its type is as it was" : `All ${types} types are as they were`;
}

function earlier(text: string | null, spec: SetSpec | undefined): SetSpec | undefined {
  const before = specOf(text);
  if (before && spec) sameProblems(spec, before);
  return before;
}

function answersSay(answers: Answers, { plan: { students } }: Made): string {
  const present = students.filter((_, at) => answers.isPresent(at)).length;
  return `Answers of ${present} of ${counted(students.length, "sheet")}.`;
}

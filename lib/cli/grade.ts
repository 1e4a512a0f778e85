import {
  type Plan,
  SetError,
  type SetSpec,
  type Student,
  planSet,
  drawnCount,
} from "@/lib/problemset";
import {
  type Grade,
  type Marking,
  checkVersions,
  gradeFiles,
  gradeSet,
  gradeSummary,
  gradeToJson,
  marksFile,
  percent,
  readAnswers,
  sameProblems,
} from "@/lib/problemset/grade";
import type { Command } from "commander";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { writeLine } from "./io";
import { fillFolder } from "./set/folder";
import { bytesOf, keyFileOf, knownSecret, named, specFrom, studentsFrom } from "./set/inputs";
import { type Progress, progressOf } from "./set/progress";
import { UsageError } from "./usage-error";

interface Flags {
  readonly answers: string;
  readonly roster?: string;
  readonly variants?: string;
  readonly key?: string;
  readonly before?: string;
  readonly log?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `grade SPEC --answers CSV`: marks, and what the class did wrong. */
export function addGrade(program: Command): void {
  program
    .command("grade")
    .description("mark the answers to a set, and tell what the class did wrong")
    .argument("<spec>", "the set, YAML or JSON")
    .requiredOption("--answers <file>", "CSV with the columns code, question, answer")
    .option("--roster <file>", "the roster of the set; roster.csv beside it unless said")
    .option("--variants <count>", "how many sheets, where there is no roster")
    .option("--key <file>", "the file that keeps the secret; SPEC.key.json unless said")
    .option("--before <spec>", "the set before a regrade, to show the marks by both")
    .option("--log <file>", "seed-log.csv of the set, to be sure that its problems are made again")
    .option("--out <folder>", "write marks.csv, report.html and grade.json there")
    .option("--force", "replace the folder if it is there")
    .option("--json", "everything as JSON on stdout")
    .option("--quiet", "no progress")
    .action(grade);
}

async function grade(file: string, flags: Flags): Promise<void> {
  const marking = await markingFrom(file, flags);
  const { slots, students } = marking.plan;
  const progress = progressOf(slots.length * students.length, flags.quiet ?? false);
  progress.begin("marking");
  const result = await run(gradeSet(marking), () => {
    progress.advance(slots.length);
  }).finally(progress.end);
  if (flags.out !== undefined) await writeFolder(result, flags.out, flags.force ?? false);
  await writeLine(flags.json ? JSON.stringify(gradeToJson(result), null, 2) : textOf(result));
}

async function markingFrom(file: string, flags: Flags): Promise<Marking> {
  const spec = await specFrom(file);
  const before = flags.before === undefined ? undefined : await earlier(flags.before, spec);
  if (flags.log !== undefined) await sameVersions(flags.log, spec);
  const students = await studentsFrom(rosterFor(file, flags, spec), flags.variants, spec);
  const secret = await knownSecret(flags.key ?? keyFileOf(file));
  const bytes = await bytesOf(flags.answers);
  const plan = await planned(file, spec, students, secret, flags.quiet ?? false);
  const answers = named(flags.answers, () => readAnswers(bytes, plan.codes, plan.slots.length));
  return { spec, plan, answers, ...(before ? { before } : {}) };
}

async function sameVersions(log: string, spec: SetSpec): Promise<void> {
  const bytes = await bytesOf(log);
  named(log, () => checkVersions(bytes, spec));
}

async function earlier(file: string, spec: SetSpec): Promise<SetSpec> {
  const before = await specFrom(file);
  named(file, () => sameProblems(spec, before));
  return before;
}

/** The roster that is named; else, where nothing says how many sheets there are, the one beside the set. */
function rosterFor(file: string, { roster, variants }: Flags, spec: SetSpec): string | undefined {
  if (roster !== undefined || variants !== undefined || spec.variants !== undefined) return roster;
  const beside = join(dirname(file), "roster.csv");
  return existsSync(beside) ? beside : undefined;
}

async function planned(
  file: string,
  spec: SetSpec,
  students: readonly Student[],
  secret: Uint8Array,
  isQuiet: boolean,
): Promise<Plan> {
  const progress = progressOf(drawnCount(spec, students.length), isQuiet);
  progress.begin("making the set again");
  try {
    return await run(planSet(spec, students, secret), progress.advance);
  } catch (error) {
    if (!(error instanceof SetError)) throw error;
    throw new UsageError(`${file} cannot be made again.\n${error.message}`);
  } finally {
    progress.end();
  }
}

/** So many steps are taken between two turns of the process, so that a signal is heard. */
const TURN = 64;

async function run<Step, Result>(
  steps: Generator<Step, Result>,
  advance: Progress["advance"],
): Promise<Result> {
  for await (const next of turns(steps, advance)) {
    if (next.done) return next.value;
  }
  throw new Error("The turns never end.");
}

async function* turns<Step, Result>(
  steps: Generator<Step, Result>,
  advance: Progress["advance"],
): AsyncGenerator<IteratorResult<Step, Result>> {
  for (;;) yield setImmediate(someOf(steps, advance));
}

function someOf<Step, Result>(steps: Generator<Step, Result>, advance: Progress["advance"]) {
  let next = steps.next();
  for (let count = 1; count < TURN && !next.done; count++) {
    advance();
    next = steps.next();
  }
  return next;
}

async function writeFolder(result: Grade, out: string, mayReplace: boolean): Promise<void> {
  await fillFolder(out, mayReplace, async (write) => {
    const [marks, report, json] = gradeFiles(result);
    await write(marks);
    await write(report);
    await write(json);
  });
}

/** For a person to read: the class, its mistakes, what needs a look, and the marks as a table. */
function textOf(result: Grade): string {
  const { mistakes, unreadable, problems, problemCount } = result;
  const blocks = [
    [gradeSummary(result)],
    mistakes.map(
      ({ share, words, questions }) =>
        `${percent(share).padStart(5)} ${words} (${questions.length > 1 ? "questions" : "question"} ${questions.join(", ")})`,
    ),
    unreadable.map(
      ({ line, code, question, message }) =>
        `Line ${line}: ${code}, question ${question}, is to be read by a person: ${message}`,
    ),
    [
      ...problems.map(({ line, message }) => `Line ${line}: ${message}`),
      ...(problemCount > problems.length ? [`… and ${problemCount - problems.length} more.`] : []),
    ],
    [[...marksFile(result).chunks].join("").replace("\uFEFF", "").replaceAll("\r\n", "\n").trim()],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

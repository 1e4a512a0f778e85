import {
  SetError,
  type SetSpec,
  type Student,
  askedCount,
  drawnCount,
  makeDocument,
} from "@/lib/problemset";
import { type CheckedSet, checkSet } from "@/lib/problemset/checks";
import {
  type Format,
  type FormatOptions,
  type OutputFile,
  setFiles,
} from "@/lib/problemset/formats";
import { setImmediate } from "node:timers/promises";
import { fillFolder } from "./folder";
import { keyFileOf, secretFrom, specFrom, studentsFrom } from "./inputs";
import { type Progress, progressOf } from "./progress";

/** What `set` is called with. */
export interface SetCall {
  readonly spec: string;
  readonly out: string;
  readonly formats: readonly Format[];
  readonly roster?: string;
  readonly variants?: string;
  readonly key?: string;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly options: FormatOptions;
}

/**
 * Reads, checks, writes. False where the checks refuse the set: nothing is written then.
 *
 * @throws UsageError where a file does not fit or the disk refuses
 */
export async function makeSet(call: SetCall): Promise<boolean> {
  const spec = await specFrom(call.spec);
  const students = await studentsFrom(call.roster, call.variants, spec);
  try {
    await fillFolder(call.out, call.force, (write) => fill(call, spec, students, write));
    return true;
  } catch (error) {
    if (!(error instanceof SetError)) throw error;
    process.stderr.write(`kernelwise: ${call.spec} cannot be made.\n${error.message}\n`);
    return false;
  }
}

type Write = (file: OutputFile) => Promise<void>;

async function fill(
  call: SetCall,
  spec: SetSpec,
  students: readonly Student[],
  write: Write,
): Promise<void> {
  const keyFile = call.key ?? keyFileOf(call.spec);
  const { secret, isNew } = await secretFrom(keyFile);
  const drawn = drawnCount(spec, students.length);
  const asked = askedCount(spec, students.length);
  const progress = progressOf(drawn + asked * call.formats.length, call.quiet);
  try {
    progress.begin("checking");
    const checked = await check(checkSet(spec, students, secret), progress);
    progress.reach(drawn);
    const made = { document: makeDocument(spec, checked.plan), report: checked.report };
    const watch = { ...progress, reach: (written: number) => progress.reach(drawn + written) };
    for await (const file of setFiles(made, call.formats, call.options, watch)) await write(file);
  } finally {
    progress.end();
  }
  if (call.quiet) return;
  const sheets = `${students.length} ${students.length === 1 ? "sheet" : "sheets"}`;
  process.stderr.write(`${sheets} in ${call.out}; report.html there says what was checked.\n`);
  if (isNew) {
    process.stderr.write(`${keyFile} holds the secret of this set. Keep it; show it to nobody.\n`);
  }
}

/** So many problems are drawn between two turns of the process. */
const TURN = 64;

async function check(
  checking: ReturnType<typeof checkSet>,
  progress: Progress,
): Promise<CheckedSet> {
  // Drawing is one long computation: without a pause no signal would be heard.
  for await (const checked of turns(checking, progress)) {
    if (checked) return checked;
  }
  throw new Error("The turns never end.");
}

function checkSome(
  checking: ReturnType<typeof checkSet>,
  progress: Progress,
): CheckedSet | undefined {
  for (let count = 0; count < TURN; count++) {
    const next = checking.next();
    if (next.done) return next.value;
    progress.advance();
  }
  return undefined;
}

async function* turns(
  checking: ReturnType<typeof checkSet>,
  progress: Progress,
): AsyncGenerator<CheckedSet | undefined> {
  for (;;) yield setImmediate(checkSome(checking, progress));
}

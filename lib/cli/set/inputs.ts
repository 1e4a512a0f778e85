import { SetError, type SetSpec, type Student, numberedStudents } from "@/lib/problemset";
import { MOST_STUDENTS, readRoster } from "@/lib/problemset/roster";
import { keyFileText, newSecret, readKeyFile } from "@/lib/problemset/seeds";
import { readSpec } from "@/lib/problemset/spec";
import { readFile, writeFile } from "node:fs/promises";
import { readText, reason } from "../io";
import { UsageError } from "../usage-error";

/** The set of a file. @throws UsageError with every sentence and line that does not fit */
export async function specFrom(file: string): Promise<SetSpec> {
  const text = await readText(file);
  return named(file, () => readSpec(text));
}

/** The students: those of the roster, or as many as the flag or the set says. */
export async function studentsFrom(
  roster: string | undefined,
  variants: string | undefined,
  spec: SetSpec,
): Promise<readonly Student[]> {
  if (roster !== undefined && variants !== undefined) {
    throw new UsageError("--roster and --variants both say how many sheets there are; keep one.");
  }
  if (roster !== undefined) {
    const bytes = await bytesOf(roster);
    return named(roster, () => readRoster(bytes));
  }
  const count = variants === undefined ? spec.variants : countFrom(variants);
  if (count !== undefined) return numberedStudents(count);
  throw new UsageError(
    "How many sheets? Name a --roster, or write --variants 30, or variants: 30 in the set.",
  );
}

function countFrom(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_STUDENTS) return count;
  throw new UsageError(`--variants is "${text}"; write a whole number from 1 to ${MOST_STUDENTS}.`);
}

/** The secret of the key file beside the set; it is made at the first run, for its owner's eyes. */
export async function secretFrom(file: string): Promise<{ secret: Uint8Array; isNew: boolean }> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new UsageError(`Cannot read ${file}: ${reason(error)}`);
  });
  if (text !== undefined) return { secret: named(file, () => readKeyFile(text)), isNew: false };
  const secret = newSecret();
  try {
    await writeFile(file, keyFileText(secret), { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new UsageError(`Cannot write the key file ${file}: ${reason(error)}`);
  }
  return { secret, isNew: true };
}

/** The secret of a key file that is there: a new one would make another set. */
export async function knownSecret(file: string): Promise<Uint8Array> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(
      `Cannot read the key file ${file}: ${reason(error)} It is made with the set; name another by --key.`,
    );
  });
  return named(file, () => readKeyFile(text));
}

/** "quiz3.yaml" has its key in "quiz3.key.json". @throws UsageError for a set from stdin, which is beside nothing */
export function keyFileOf(spec: string): string {
  if (spec === "-") throw new UsageError("A set from stdin needs --key, the file for its secret.");
  return `${spec.replace(/\.(?:ya?ml|json)$/i, "")}.key.json`;
}

/** The content of a file. @throws UsageError where it cannot be read */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${reason(error)}`);
  }
}

/** What does not fit in a file is said under the file's name. */
export function named<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof SetError) throw new UsageError(`${file} does not fit.\n${error.message}`);
    throw error;
  }
}

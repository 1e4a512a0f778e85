import { type SetDocument, type Student, makeDocument, numberedStudents } from "@/lib/problemset";
import { type SetReport, checkSet } from "@/lib/problemset/checks";
import { DEFAULT_OPTIONS, FORMATS, type FormatOptions } from "@/lib/problemset/formats";
import { readSpec } from "@/lib/problemset/spec";

/** A secret for tests: 0, 1, 2 … */
export const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index);

export interface Made {
  readonly document: SetDocument;
  readonly report: SetReport;
}

/** A set of these questions, each a line of YAML, checked and made. */
export function made(
  questions: readonly string[],
  students: readonly Student[] = numberedStudents(3),
  { secret = SECRET, head = "" }: { readonly secret?: Uint8Array; readonly head?: string } = {},
): Made {
  const lines = questions.map((question) => `  - ${question}\n`).join("");
  const spec = readSpec(`title: Quiz\nseed: 1\n${head}questions:\n${lines}`);
  const checking = checkSet(spec, students, secret);
  let next = checking.next();
  while (!next.done) next = checking.next();
  const { plan, report } = next.value;
  return { document: makeDocument(spec, plan), report };
}

/** Every file of a document in one format, as text. */
export async function filesOf(
  document: SetDocument,
  name: string,
  options: FormatOptions = DEFAULT_OPTIONS,
): Promise<ReadonlyMap<string, string>> {
  const format = FORMATS.find((one) => one.name === name);
  if (!format) throw new Error(`There is no format ${name}.`);
  const files = new Map<string, string>();
  for await (const { path, chunks } of format.files(document, options)) {
    const parts = Array.from(chunks, (chunk) =>
      typeof chunk === "string" ? chunk : new TextDecoder("latin1").decode(chunk),
    );
    files.set(path, parts.join(""));
  }
  return files;
}

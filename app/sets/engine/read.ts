import { SetError, type SetSpec } from "@/lib/problemset";
import { readSetFile, readSpec, writeSpec } from "@/lib/problemset/spec";
import { type SetData, fileOf, setDataIn } from "../data";
import { withReadHands } from "./hand";
import type { Problem } from "./types";

/** The set as the library reads its file. @throws SetError with what does not fit */
export function specFrom(set: SetData): SetSpec {
  return readSpec(writeSpec(writtenOf(set)));
}

/** The data of a set's file, whatever was typed in it read. */
function writtenOf(set: SetData): SetData {
  return withReadHands(fileOf(set));
}

/** What does not fit in a set, question by question. */
export function problemsOf(set: SetData, { complaints }: SetError): Problem[] {
  const first = firstLine(writeSpec(writtenOf(set)));
  return complaints.map(({ line, message }) => {
    const at = (line ?? 0) - first;
    return at < 0 || at >= set.questions.length
      ? { message }
      : { at, message: message.replace(/^questions\[\d+\]\.?/, "").trim() };
  });
}

/** The line of the first question in a file that has one a line. */
function firstLine(text: string): number {
  return text.split("\n").indexOf("questions:") + 2;
}

/** The data of a file, once all of it fits. @throws SetError */
export function openSet(text: string): SetData {
  const set = setDataIn(readSetFile(text));
  if (!set) throw new SetError([{ message: "The file holds no questions." }]);
  return set;
}

/** The file of a set; what does not fit yet is written as it is. */
export function saveSet(set: SetData, form: "yaml" | "json"): string {
  const file = writtenOf(set);
  return form === "yaml" ? writeSpec(file) : `${JSON.stringify(file, null, 2)}\n`;
}

import { askedCount, drawnCount, makeDocument } from "@/lib/problemset";
import {
  DEFAULT_OPTIONS,
  type Format,
  type OutputFile,
  type Watch,
  setFiles,
  zippedFiles,
} from "@/lib/problemset/formats";
import { passedOf } from "./check";
import { saveSet } from "./read";
import type { Making } from "./types";

/** Hears what is being done, and how many of all pieces are done. */
export type Said = (words: string, done: number, total: number) => void;

/**
 * The set's folder as the command line writes it, and beside it the set's file and the key file, so that the command line
 * makes the same again.
 *
 * @throws SetError where the set does not pass its checks
 */
export async function* filesOf(
  { whole, name, formats: names, hasFeedback }: Making,
  all: readonly Format[],
  say: Said,
): AsyncGenerator<OutputFile> {
  const formats = all.filter((one) => names.includes(one.name));
  const { spec, plan, report } = passedOf(whole, (done, drawn, asked) =>
    say("Checking", done, drawn + asked * formats.length),
  );
  const document = makeDocument(spec, plan);
  const students = plan.students.length;
  const [drawn, asked] = [drawnCount(spec, students), askedCount(spec, students)];
  const watch = watchFrom(drawn, drawn + asked * formats.length, say);
  const options = { ...DEFAULT_OPTIONS, hasFeedback };
  yield { path: `${name}.yaml`, chunks: [saveSet(whole.set, "yaml")] };
  yield { path: `${name}.key.json`, chunks: [whole.key] };
  for await (const file of setFiles({ document, report }, formats, options, watch)) {
    yield { ...file, path: `${name}/${file.path}` };
  }
}

/** So many problems are written between two reports. */
const EVERY = 16;

function watchFrom(from: number, total: number, say: Said): Watch {
  let [words, done, said] = ["", 0, 0];
  const reach = (next: number, isDue: boolean) => {
    done = next;
    if (!isDue && done - said < EVERY) return;
    said = done;
    say(words, Math.min(from + done, total), total);
  };
  return {
    begin(what) {
      words = what;
      reach(done, true);
    },
    advance: (by) => reach(done + by, false),
    reach: (written) => reach(written, true),
  };
}

/** Pieces that are gathered before the browser stores them. */
const CHUNK = 1 << 22;

/** The files as one zip file, which the browser stores piece by piece. */
export async function zipOf(making: Making, formats: readonly Format[], say: Said): Promise<Blob> {
  const stored: Blob[] = [];
  let [pieces, size]: [Uint8Array<ArrayBuffer>[], number] = [[], 0];
  for await (const piece of zippedFiles(filesOf(making, formats, say))) {
    pieces.push(new Uint8Array(piece));
    size += piece.length;
    if (size < CHUNK) continue;
    stored.push(new Blob(pieces));
    [pieces, size] = [[], 0];
  }
  return new Blob([...stored, ...pieces], { type: "application/zip" });
}

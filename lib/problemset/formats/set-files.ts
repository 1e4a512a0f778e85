import { reportFile } from "../checks/report-file";
import type { CheckedSet } from "../checks/report";
import type { SetDocument } from "../document/document";
import { releaseFile } from "../seeds/release";
import { seedLog } from "../seeds/seed-log";
import type { Begin, Format, FormatOptions, OutputFile } from "./format";

/** Hears how far the writing of a set is. */
export interface Watch {
  readonly begin: Begin;
  /** So many more problems are written. */
  readonly advance: (by: number) => void;
  /** So many are written in all. */
  readonly reach: (written: number) => void;
}

/** A set that was checked, as it is to be written. */
export interface WholeSet {
  readonly document: SetDocument;
  readonly report: CheckedSet["report"];
}

/**
 * Every file of a set, one after the other: those of each format, the log of the seeds, the release and the report. A
 * format's last piece is to be taken before the next file.
 */
export async function* setFiles(
  { document, report }: WholeSet,
  formats: readonly Format[],
  options: FormatOptions,
  watch: Watch,
): AsyncGenerator<OutputFile> {
  const problems = document.sheetCount * document.questions.length;
  for (const [index, format] of formats.entries()) {
    watch.begin(format.title);
    const rounds = format.rounds?.(options) ?? 1;
    const watched = watchedBy(document, inRounds(problems, rounds, watch));
    yield* format.files(watched, options, watch.begin);
    watch.reach(problems * (index + 1));
  }
  yield seedLog(document);
  yield releaseFile(document);
  yield reportFile(document, report);
}

/** A problem counts in full once a format has gone through it as often as it does; going on counts nothing. */
function inRounds(most: number, rounds: number, { advance }: Watch): (by: number) => void {
  let [taken, told] = [0, 0];
  return (by) => {
    taken += by;
    const next = Math.min(most, Math.floor(taken / rounds));
    if (next > told) advance(next - told);
    told = next;
  };
}

/** The same document, each of whose problems is told of when it is taken. */
function watchedBy(document: SetDocument, tell: (by: number) => void): SetDocument {
  return {
    ...document,
    *sheets() {
      for (const sheet of document.sheets()) {
        yield sheet;
        tell(sheet.items.length);
      }
    },
    *items(questionIndex) {
      for (const item of document.items(questionIndex)) {
        yield item;
        tell(1);
      }
    },
  };
}

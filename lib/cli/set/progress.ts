import { SingleBar } from "cli-progress";

/** How far the work is. */
export interface Progress {
  /** So many more pieces are done. */
  readonly advance: (by?: number) => void;
  /** So many are done in all. */
  readonly reach: (done: number) => void;
  /** What is being done now. */
  readonly begin: (what: string) => void;
  readonly end: () => void;
}

const SILENT: Progress = { advance() {}, reach() {}, begin() {}, end() {} };

/** A bar on stderr with what is done, what is left and for how long; a line now and then where stderr is no terminal. */
export function progressOf(total: number, isQuiet: boolean): Progress {
  if (isQuiet) return SILENT;
  const bar = new SingleBar({
    stream: process.stderr,
    format: "{bar} {percentage} % · {what} · {left} of {total} left · {eta_formatted}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5000,
    etaBuffer: 200,
  });
  let [done, what] = [0, ""];
  const reach = (next: number) => {
    done = Math.min(next, total);
    bar.update(done, { what, left: total - done });
  };
  bar.start(total, 0, { what, left: total });
  return {
    advance: (by = 1) => reach(done + by),
    reach,
    begin(next) {
      what = next;
      reach(done);
    },
    end: () => bar.stop(),
  };
}

/** One thing that does not fit in a file, and where. */
export interface Complaint {
  /** Counted from 1; undefined where it concerns the whole file. */
  readonly line?: number;
  readonly message: string;
}

/** No more is told at once than one would read. */
const MOST_TOLD = 20;

/** A file that does not fit: a sentence for each place, in the order of the lines. */
export class SetError extends Error {
  override readonly name = "SetError";
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    const sorted = complaints.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    super(told(sorted));
    this.complaints = sorted;
  }
}

function told(complaints: readonly Complaint[]): string {
  const rest = complaints.length - MOST_TOLD;
  const lines = complaints.slice(0, MOST_TOLD).map(sentence);
  return [...lines, ...(rest > 0 ? [`… and ${rest} more.`] : [])].join("\n");
}

/** @example sentence({ line: 7, message: "level is 9; write 1 to 5." }) // "Line 7: level is 9; write 1 to 5." */
function sentence({ line, message }: Complaint): string {
  return line === undefined ? message : `Line ${line}: ${message}`;
}

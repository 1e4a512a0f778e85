/** Codes of what goes wrong in reading code. Scripts match on them, so they are only ever added to. */
export type ReadProblemCode =
  | "ERR_SYNTAX" // what is no Python, or no printed model
  | "ERR_JSON" // what begins as JSON and does not parse
  | "ERR_LAYER" // a layer or function that is not known
  | "ERR_ARGUMENT" // an argument that is missing, unknown, or no number where one is needed
  | "ERR_CODE" // Python that is not followed
  | "ERR_LIMIT" // too long, too deep, or too much work
  | "ERR_EMPTY"; // no layer was found

/** What could not be read, and where. */
export interface ReadProblem {
  readonly code: ReadProblemCode;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is not wrong but worth knowing, and where. */
export type ReadNote = Omit<ReadProblem, "code">;

/** Reading cannot go on: beyond a limit, or nothing to read. */
export class ReadError extends Error {
  override readonly name = "ReadError";

  constructor(
    readonly code: ReadProblemCode,
    message: string,
    readonly line: number = 1,
  ) {
    super(message);
  }
}

/** The command was called wrongly: a sentence on stderr and exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

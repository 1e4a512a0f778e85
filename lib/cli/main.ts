import { Command, CommanderError } from "commander";
import { endWithReader } from "./io";
import { addSolve } from "./solve";
import { UsageError } from "./usage-error";

/** Exit codes: 0 done, 1 a question had an error, 2 wrong usage or JSON that does not parse. */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  endWithReader();
  const program = new Command("kernelwise")
    .description("The arithmetic of convolutional networks, worked out.")
    .exitOverride()
    .showHelpAfterError();
  addSolve(program, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return usageCode(error);
  }
}

/** Commander has said what was wrong by the time it throws. */
function usageCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`kernelwise: ${error.message}\n`);
  return 2;
}

import { Command, CommanderError } from "commander";
import { addCheck } from "./check";
import { addExercises } from "./exercises";
import { addGenerate } from "./generate";
import { endWithReader } from "./io";
import { addGrade } from "./grade";
import { addNetwork } from "./network";
import { addSet } from "./set";
import { addSolve } from "./solve";
import { UsageError } from "./usage-error";

/**
 * Exit codes: 0 done; 1 a question had an error, or an answer was incorrect or invalid; 2 wrong usage or JSON that does
 * not parse.
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  endWithReader();
  const program = new Command("kernelwise")
    .description("The arithmetic of convolutional networks, worked out.")
    .exitOverride()
    .showHelpAfterError();
  const finish = (finished: number) => {
    code = finished;
  };
  addSolve(program, finish);
  addCheck(program, finish);
  addExercises(program);
  addGenerate(program, finish);
  addNetwork(program, finish);
  addSet(program, finish);
  addGrade(program);
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

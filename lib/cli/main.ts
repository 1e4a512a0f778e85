import { Command, CommanderError } from "commander";
import { endWithReader } from "./io";
import { UsageError } from "./usage-error";

type Add = (program: Command, finish: (code: number) => void) => void;

/** Each is loaded when it is called; all are where none is named, for the help and for a name that is near. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  solve: async () => (await import("./solve")).addSolve,
  check: async () => (await import("./check")).addCheck,
  exercises: async () => (await import("./exercises")).addExercises,
  generate: async () => (await import("./generate")).addGenerate,
  network: async () => (await import("./network")).addNetwork,
  set: async () => (await import("./set")).addSet,
  grade: async () => (await import("./grade")).addGrade,
};

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
  for (const add of await commandsFor(argv[2])) add(program, finish);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return usageCode(error);
  }
}

function commandsFor(name: string | undefined): Promise<Add[]> {
  const wanted = name !== undefined && Object.hasOwn(COMMANDS, name) ? [name] : undefined;
  return Promise.all((wanted ?? Object.keys(COMMANDS)).map((command) => COMMANDS[command]!()));
}

/** Commander has said what was wrong by the time it throws. */
function usageCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`kernelwise: ${error.message}\n`);
  return 2;
}

import { ExerciseError, type Problem, exerciseOf, generate, seedOf } from "@/lib/exercises";
import { type Conventions, DEFAULT_CONVENTIONS } from "@/lib/question";
import { conventionsSchema, parseWith } from "@/lib/question/schema";
import { KernelError } from "@/lib/tensor";
import type { Command } from "commander";
import { writeLine } from "./io";
import { UsageError } from "./usage-error";

interface Flags {
  readonly seed: string;
  readonly level: string;
  readonly count: string;
  readonly conventions?: string;
  readonly json?: boolean;
  readonly version?: string;
}

interface Run {
  readonly id: string;
  readonly version: number;
  readonly seed: string;
  readonly level: number;
  readonly conventions: Conventions;
  readonly count: number;
}

/** `generate ID`: problems of one type, one a line as JSON, or as text. */
export function addGenerate(program: Command, finish: (code: number) => void): void {
  program
    .command("generate")
    .description("make problems of a type of exercise")
    .argument("<id>", "the type, as `exercises` lists it")
    .option("--seed <seed>", "any text; the same seed gives the same problems", "1")
    .option("--level <level>", "1 to 5", "1")
    .option("--version <version>", "the type's version; the newest unless said")
    .option(
      "--conventions <list>",
      "such as rounding=ceil,layout=nhwc, or JSON; PyTorch’s unless said",
    )
    .option("--count <count>", "how many problems", "1")
    .option("--json", "one problem a line, as JSON")
    .action(async (id: string, flags: Flags) => {
      const failed = await print(runFrom(id, flags), flags.json ?? false);
      finish(failed ? 1 : 0);
    });
}

/** Prints each problem as it is made; duplicates are told on stderr at the end. */
async function print(run: Run, json: boolean): Promise<boolean> {
  const seen = new Set<string>();
  let [made, failed] = [0, false];
  for await (const problem of problemsOf(run)) {
    if ("error" in problem) {
      failed = true;
      await writeLine(JSON.stringify(problem));
      continue;
    }
    made++;
    seen.add(JSON.stringify([problem.question, problem.ask]));
    await writeLine(json ? JSON.stringify(problem) : textOf(problem));
  }
  const repeated = made - seen.size;
  if (repeated > 0) {
    process.stderr.write(`${repeated} of ${made} problems repeat an earlier one.\n`);
  }
  return failed;
}

/** One problem after the other, so that memory does not grow with their number. */
async function* problemsOf({ count, ...run }: Run): AsyncGenerator<Problem | Refused> {
  for (let index = 0; index < count; index++) {
    yield attempted({ ...run, seed: seedOf(run.seed, index) });
  }
}

type Refused = {
  readonly error: { readonly code: string; readonly message: string };
  readonly seed: string;
};

function attempted(request: Omit<Run, "count">): Problem | Refused {
  try {
    return generate(request);
  } catch (error) {
    if (!(error instanceof ExerciseError)) throw error;
    if (error.code !== "ERR_REDRAWN") throw new UsageError(error.message);
    return { error: { code: error.code, message: error.message }, seed: request.seed };
  }
}

function textOf({ id, level, seed, statement, answer }: Problem): string {
  return `${id}, level ${level}, seed ${seed}\n${statement.text}\nAnswer: ${JSON.stringify(answer)}\n`;
}

function runFrom(id: string, flags: Flags): Run {
  const version = flags.version === undefined ? newest(id) : whole("--version", flags.version, 1);
  return {
    id,
    version,
    seed: flags.seed,
    level: whole("--level", flags.level, 1),
    count: whole("--count", flags.count, 0),
    conventions: { ...DEFAULT_CONVENTIONS, ...conventionsFrom(flags.conventions ?? "") },
  };
}

function newest(id: string): number {
  try {
    return exerciseOf(id).version;
  } catch (error) {
    throw error instanceof ExerciseError ? new UsageError(error.message) : error;
  }
}

function whole(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least) return value;
  throw new UsageError(`${flag} is "${text}"; write a whole number of ${least} or more.`);
}

/** "rounding=ceil,layout=nhwc", or the same as JSON. */
function conventionsFrom(text: string): Partial<Conventions> {
  if (text.trim() === "") return {};
  try {
    return parseWith(
      conventionsSchema,
      text.trim().startsWith("{") ? JSON.parse(text) : pairs(text),
      "--conventions",
    );
  } catch (error) {
    if (error instanceof KernelError) throw new UsageError(`--conventions: ${error.message}`);
    if (error instanceof SyntaxError)
      throw new UsageError(`--conventions is not JSON: ${error.message}.`);
    throw error;
  }
}

function pairs(text: string): Record<string, string> {
  const entries = text.split(/[,;]/).map((pair) => {
    const [name = "", ...value] = pair.split(/[=:]/);
    return [name.trim(), value.join("=").trim()] as const;
  });
  return Object.fromEntries(entries);
}

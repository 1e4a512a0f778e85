import type { Command } from "commander";
import { type Answer, type SolveOptions, answerJson, answerText, parseJson } from "./answer";
import { readLines, readText, writeLine } from "./io";
import { UsageError } from "./usage-error";

interface Flags {
  readonly jsonl?: boolean;
  readonly steps?: boolean;
}

/** `solve [FILE]`: a question in, its results out. */
export function addSolve(program: Command, finish: (code: number) => void): void {
  program
    .command("solve")
    .description("compute a layer's output, gradients, shapes and counts from a question in JSON")
    .argument("[file]", "the question; stdin where it is left out")
    .option("--jsonl", "one question a line, one answer a line")
    .option("--steps", "add the working, step by step")
    .action(async (file: string | undefined, { jsonl = false, steps = false }: Flags) => {
      const failed = jsonl ? await solveLines(file, { steps }) : await solveOne(file, { steps });
      finish(failed ? 1 : 0);
    });
}

async function solveOne(file: string | undefined, options: SolveOptions): Promise<boolean> {
  const answer = answerJson(questionIn(await readText(file)), options);
  await writeLine(answer.text);
  return answer.failed;
}

/** Answers each line before it reads the next, so that memory does not grow with their number. */
async function solveLines(file: string | undefined, options: SolveOptions): Promise<boolean> {
  let failed = false;
  for await (const line of readLines(file)) {
    const answer: Answer = answerText(line, options);
    await writeLine(answer.text);
    failed ||= answer.failed;
  }
  return failed;
}

/** In the one-shot mode, what is not JSON is a wrong call, not a wrong question. */
function questionIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

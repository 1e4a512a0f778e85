import type { Command } from "commander";
import { answerJson } from "./answer";
import { answerLines, answerOne } from "./each-line";

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
      const answer = jsonl ? answerLines : answerOne;
      const failed = await answer(file, (json) => answerJson(json, { steps }));
      finish(failed ? 1 : 0);
    });
}

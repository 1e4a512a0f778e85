import { isChain, networkReport } from "@/lib/network";
import { ReadError } from "@/lib/network/read";
import { type Source, readSource, settingsOf } from "@/lib/network/source";
import { KernelError } from "@/lib/tensor";
import type { Command } from "commander";
import { readText, writeLine } from "./io";
import { type NetworkAnswer, networkTableText } from "./network-table";
import { UsageError } from "./usage-error";

interface Flags {
  readonly input?: string;
  readonly json?: boolean;
}

/** `network [FILE] --input 1x3x224x224`: the table of a network in code or JSON. */
export function addNetwork(program: Command, finish: (code: number) => void): void {
  program
    .command("network")
    .description("tell shapes, parameters, MACs and receptive fields of PyTorch or Keras code")
    .argument(
      "[file]",
      "code, what print(model) shows, layers or a question as JSON; stdin where left out",
    )
    .option("--input <shape>", "such as 1x3x224x224; the code's own where it says one")
    .option("--json", "as one line of JSON")
    .action(async (file: string | undefined, { input, json = false }: Flags) => {
      const text = await readText(file);
      const given = input === undefined ? undefined : shapeIn(input);
      const answer = told(() => answerTo(readSource(text), given));
      await writeLine(json ? JSON.stringify(answer) : networkTableText(answer));
      finish("error" in answer || hasFailed(answer) ? 1 : 0);
    });
}

type Told = NetworkAnswer | { readonly error: { readonly code: string; readonly message: string } };

/** An answer, or why there is none. */
function told(work: () => NetworkAnswer): Told {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReadError) {
      if (error.code === "ERR_JSON") throw new UsageError(error.message);
      const message = `Line ${error.line}: ${error.message}`;
      return { error: { code: error.code, message } };
    }
    if (error instanceof KernelError)
      return { error: { code: error.code, message: error.message } };
    throw error;
  }
}

function answerTo(read: Source, given: readonly number[] | undefined): NetworkAnswer {
  const input = given ?? read.input;
  if (!input) {
    throw new UsageError("The code does not say what goes in; --input 1x3x224x224 would.");
  }
  const report = networkReport(read.layers, input, settingsOf(read, input), read);
  const chain = isChain(read.layers);
  const problems = read.problems ?? [];
  const layers = report.layers.map(({ from, ...row }) => (chain ? row : { ...row, from }));
  return {
    ...(read.framework ? { framework: read.framework } : {}),
    input,
    layers,
    totals: report.totals,
    ...(problems.length > 0 ? { problems } : {}),
    ...(read.notes && read.notes.length > 0 ? { notes: read.notes } : {}),
  };
}

function hasFailed({ layers, problems }: NetworkAnswer): boolean {
  return problems !== undefined || layers.some(({ error }) => error !== undefined);
}

function shapeIn(written: string): readonly number[] {
  const sizes = written
    .trim()
    .split(/\s*[x×,*]\s*/i)
    .map(Number);
  if (sizes.length <= 4 && sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
    return sizes;
  }
  throw new UsageError(`--input ${written} is no shape; 1x3x224x224 would be one.`);
}

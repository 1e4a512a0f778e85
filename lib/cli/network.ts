import { type Layer, isChain, networkReport } from "@/lib/network";
import { ReadError, type ReadNetwork, readNetwork } from "@/lib/network/read";
import { parseLayers } from "@/lib/network/schema";
import type { Conventions } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { Command } from "commander";
import { readText, writeLine } from "./io";
import { type NetworkAnswer, networkTableText } from "./network-table";
import { UsageError } from "./usage-error";

interface Flags {
  readonly input?: string;
  readonly json?: boolean;
}

/** What FILE holds: code that was read, or a list of layers as JSON. */
type Read = Partial<ReadNetwork> & { readonly layers: readonly Layer[] };

/** `network [FILE] --input 1x3x224x224`: the table of a network in code or JSON. */
export function addNetwork(program: Command, finish: (code: number) => void): void {
  program
    .command("network")
    .description("tell shapes, parameters, MACs and receptive fields of PyTorch or Keras code")
    .argument("[file]", "code, what print(model) shows, or layers as JSON; stdin where left out")
    .option("--input <shape>", "such as 1x3x224x224; the code's own where it says one")
    .option("--json", "as one line of JSON")
    .action(async (file: string | undefined, { input, json = false }: Flags) => {
      const text = await readText(file);
      const given = input === undefined ? undefined : shapeIn(input);
      const layers = layersInJson(text);
      const answer = told(() => answerTo(layers ? { layers: layers() } : readNetwork(text), given));
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
      const message = `Line ${error.line}: ${error.message}`;
      return { error: { code: error.code, message } };
    }
    if (error instanceof KernelError)
      return { error: { code: error.code, message: error.message } };
    throw error;
  }
}

function answerTo(read: Read, given: readonly number[] | undefined): NetworkAnswer {
  const input = given ?? read.input;
  if (!input) {
    throw new UsageError("The code does not say what goes in; --input 1x3x224x224 would.");
  }
  const conventions = conventionsOf(read, input);
  const report = networkReport(read.layers, input, { conventions }, read);
  const chain = isChain(read.layers);
  const problems = read.problems ?? [];
  const layers = report.layers.map(({ from, ...row }) => (chain ? row : { ...row, from }));
  return {
    ...(read.framework ? { framework: read.framework } : {}),
    input,
    layers,
    totals: report.totals,
    ...(problems.length > 0 ? { problems } : {}),
  };
}

function hasFailed({ layers, problems }: NetworkAnswer): boolean {
  return problems !== undefined || layers.some(({ error }) => error !== undefined);
}

/** Keras pads as TensorFlow does, and reads images N×H×W×C unless what is given is plainly N×C×H×W. */
function conventionsOf(
  { framework, input: said }: Read,
  input: readonly number[],
): Partial<Conventions> {
  if (framework !== "keras") return {};
  const [channels = 1, , last = 1] = input.slice(-3);
  const wanted = said?.at(-1);
  const isFirst =
    wanted === undefined ? channels <= 4 && last > 4 : last !== wanted && channels === wanted;
  return { padding: "tf", layout: input.length > 2 && isFirst ? "nchw" : "nhwc" };
}

/** How the layers of a JSON list are read; undefined for code. @throws UsageError for JSON that does not parse */
function layersInJson(text: string): (() => readonly Layer[]) | undefined {
  const plain = text.replace(/^\uFEFF/, "").trim();
  if (!/^(?:\[\s*(?:\{|\])|\{)/.test(plain)) return undefined;
  try {
    const json: unknown = JSON.parse(plain);
    return () => parseLayers(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`This is not JSON: ${why}.`);
  }
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

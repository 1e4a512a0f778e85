import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const LAUNCHER = fileURLToPath(new URL("../../lib/cli/kernelwise.mjs", import.meta.url));

/** How long a busy machine may take to build the command and answer hundreds of questions. */
export const PATIENCE = 120_000;

/** What only the first call says, whichever that is. */
const BUILDING = "kernelwise: building the command line, once …\n";

/** What a finished command left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command, as an autograder would start it; `nodeFlags` go to Node itself. */
export function start(args: readonly string[], nodeFlags: readonly string[] = []) {
  return spawn(process.execPath, [...nodeFlags, LAUNCHER, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Runs a command to its end with this text on its stdin. */
export async function run(args: readonly string[], stdin = ""): Promise<Finished> {
  const child = start(args);
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  return { code, stdout: stdout(), stderr: stderr().replace(BUILDING, "") };
}

const FINISHED = new Map<string, Promise<Finished>>();

/** `run` for a call that changes nothing: started once for all who look at how it ends. */
export function runOnce(args: readonly string[], stdin = ""): Promise<Finished> {
  const call = JSON.stringify([args, stdin]);
  const finished = FINISHED.get(call) ?? run(args, stdin);
  FINISHED.set(call, finished);
  return finished;
}

const tensor = z.strictObject({
  shape: z.array(z.number()),
  data: z.array(z.union([z.number(), z.string()])),
});
export type TensorAnswer = z.infer<typeof tensor>;

const memory = z.strictObject({ values: z.number(), bytes: z.number() });

const solution = z.strictObject({
  y: tensor.optional(),
  indices: tensor.optional(),
  grads: z.record(z.string(), tensor).optional(),
  shapes: z.record(z.string(), z.array(z.number())),
  params: z.number(),
  macs: z.number(),
  flops: z.number(),
  memory: z.record(z.string(), memory),
  steps: z
    .array(z.strictObject({ rule: z.string(), tex: z.string(), text: z.string() }))
    .optional(),
});
export type SolutionAnswer = z.infer<typeof solution>;

const refusal = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});
export type RefusalAnswer = z.infer<typeof refusal>["error"];

/** One line of output as a solution. */
export function solutionIn(line: string): SolutionAnswer {
  const json: unknown = JSON.parse(line);
  const refused = refusal.safeParse(json);
  if (refused.success) throw new Error(refused.data.error.message);
  return solution.parse(json);
}

/** One line of output as an error. */
export function refusalIn(line: string): RefusalAnswer {
  return refusal.parse(JSON.parse(line)).error;
}

/** The lines of a text, without the end of the last. */
export function linesOf(text: string): string[] {
  return text.trimEnd().split("\n");
}

/** Asks many questions of one process; the lines of its answers. */
export async function askAll(
  questions: readonly unknown[],
  ...flags: readonly string[]
): Promise<string[]> {
  const lines = questions.map((question) => JSON.stringify(question)).join("\n");
  const { stdout, stderr } = await run(["solve", "--jsonl", ...flags], lines);
  const answers = linesOf(stdout);
  if (answers.length !== questions.length) throw new Error(`Answers are missing: ${stderr}`);
  return answers;
}

function gather(stream: NodeJS.ReadableStream): () => string {
  const parts: string[] = [];
  stream.setEncoding("utf8");
  stream.on("data", (part: string) => parts.push(part));
  return () => parts.join("");
}

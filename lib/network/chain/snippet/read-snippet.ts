import { type Operand, DEFAULT_CONVENTIONS } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { MAX_CODE, MAX_PROBLEMS, MAX_WORK } from "../../read/limits";
import { ReadError, type ReadProblem } from "../../read/problem";
import { statementsOf } from "../../read/statements";
import type { Statement } from "../../read/syntax";
import { quoted, syntaxTree } from "../../read/tree";
import { layerIds } from "../../ids";
import type { ChainQuestion } from "../question";
import { numberFrom } from "./numbers";
import { Session } from "./session";
import { Lost } from "./vocabulary";

/** How often a loop may run. */
const MAX_ROUNDS = 20;

/** A pasted snippet as a chain, and the lines that were not followed. */
export interface Snippet {
  readonly chain?: ChainQuestion;
  readonly problems: readonly ReadProblem[];
}

/**
 * Pasted PyTorch as a chain: layers of nn or F, torch.tensor inputs and weights, a loss, and backward() once or more.
 * The code is parsed, never run; what is not followed is told with its line, and the rest still counts.
 *
 * @example readSnippet("x = torch.tensor([[1., -2.]])\ny = F.relu(x)\ny.sum().backward()").chain?.layers // [{ name: "ReLU" }]
 */
export function readSnippet(text: string): Snippet {
  if (text.length > MAX_CODE) {
    const message = `The code has ${text.length} characters; up to ${MAX_CODE} are read.`;
    return { problems: [{ code: "ERR_LIMIT", message, line: 1 }] };
  }
  const { tree, text: read, problems } = syntaxTree(text);
  const session = new Session();
  const found: ReadProblem[] = [...problems];
  attempt(found, 1, () => {
    const source = { text: read, lineOf: lineFinder(read) };
    const lines = read.split("\n");
    run(statementsOf(tree.topNode, source), session, found, lines);
  });
  const chain = chainFrom(session);
  if (!chain) {
    const message =
      "No layer was applied to a tensor; x = torch.tensor(…) and y = F.relu(x) would be a chain.";
    found.push({ code: "ERR_EMPTY", message, line: 1 });
  }
  return { ...(chain ? { chain } : {}), problems: found.slice(0, MAX_PROBLEMS) };
}

function run(
  statements: readonly Statement[],
  session: Session,
  problems: ReadProblem[],
  lines: readonly string[],
): void {
  for (const statement of statements) {
    if (session.steps > MAX_WORK || problems.length >= MAX_PROBLEMS) return;
    const isFollowed = attempt(problems, statement.line, () => {
      if (statement.kind === "block") return run(statement.body, session, problems, lines);
      if (statement.kind === "for") return repeat(statement, session, problems, lines);
      if (statement.kind === "class" || statement.kind === "function")
        return session.define(statement);
      if (statement.kind === "assign") return session.assign(statement);
      if (statement.kind === "expression") return void session.evaluate(statement.value);
      throw notFollowed(statement, lines);
    });
    if (!isFollowed) loseNames(statement, session);
  }
}

/** `for _ in range(2):` as often as it says; of steps of training, which change the weights, the first. */
function repeat(
  statement: Extract<Statement, { kind: "for" }>,
  session: Session,
  problems: ReadProblem[],
  lines: readonly string[],
): void {
  const { over, body, line } = statement;
  const isRange =
    over.kind === "call" && over.callee.kind === "name" && over.callee.name === "range";
  const [count, ...further] = isRange ? over.args : [];
  if (!count || further.length > 0) throw notFollowed(statement, lines);
  const times = numberFrom(count.value);
  const applied = session.applied.length;
  for (let round = 0; round < times; round++) {
    run(body, session, problems, lines);
    const isStep = session.applied.length > applied || times > MAX_ROUNDS;
    if (isStep && times > 1)
      throw new ReadError("ERR_CODE", "Of this loop the first round alone is followed.", line);
  }
}

function notFollowed({ line }: Statement, lines: readonly string[]): ReadError {
  const written = quoted(lines[line - 1]?.trim() ?? "");
  return new ReadError("ERR_CODE", `This line is not followed: ${written}`, line);
}

/** What a line should have named is not missed a second time. */
function loseNames(statement: Statement, { names }: Session): void {
  for (const target of statement.kind === "assign" ? statement.targets : []) {
    const parts = target.kind === "list" ? target.items.map(({ value }) => value) : [target];
    for (const part of parts) if (part.kind === "name") names.set(part.name, { kind: "lost" });
  }
}

/** Whether it was followed; what was not is told, unless it rests on what was told before. */
function attempt(problems: ReadProblem[], line: number, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Lost) return false;
    const problem = problemOf(error, line);
    const isTold = problems.some(
      (one) => one.line === problem.line && one.message === problem.message,
    );
    if (!isTold) problems.push(problem);
    return false;
  }
}

function problemOf(error: unknown, line: number): ReadProblem {
  const { message } = error instanceof Error ? error : { message: "" };
  if (error instanceof ReadError) return { code: error.code, message, line: error.line };
  if (error instanceof KernelError) return { code: "ERR_ARGUMENT", message, line };
  throw error;
}

function chainFrom({ x, applied, loss, backward, dy }: Session): ChainQuestion | undefined {
  if (!x || applied.length === 0) return undefined;
  const inputs: Record<string, Operand> = { x };
  const layers = applied.map(({ layer }) => layer);
  for (const [index, ids] of layerIds(layers).entries()) {
    for (const [name, value] of Object.entries(applied[index]?.weights ?? {}))
      inputs[`${ids[0]}.${name}`] = value;
  }
  return {
    op: "network",
    layers,
    inputs,
    ...(loss ? { loss } : {}),
    ...(dy ? { dy } : {}),
    backward: Math.max(1, backward),
    conventions: DEFAULT_CONVENTIONS,
    dtype: "float32",
  };
}

/** The line of a place, counted from 1, found without reading the text again each time. */
function lineFinder(text: string): (at: number) => number {
  const lines = new Uint32Array(text.length + 1);
  let line = 1;
  for (let at = 0; at <= text.length; at++) {
    lines[at] = line;
    if (text[at] === "\n") line++;
  }
  return (at) => lines[at] ?? line;
}

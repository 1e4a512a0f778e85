import { evaluate } from "./evaluate";
import { execute } from "./execute";
import { Graph } from "./graph";
import { MAX_CALLS, MAX_PROBLEMS, MAX_WORK } from "./limits";
import type { Framework, Machine } from "./machine";
import { callValue } from "./methods";
import { ReadError, type ReadNote, type ReadProblem, type ReadProblemCode } from "./problem";
import { type Args, type Func, Scope, type Value, listOf, unknown } from "./values";

/** Follows code within limits; nothing is executed but the arithmetic of sizes. */
export class Interpreter implements Machine {
  graph = new Graph();
  output: Value = null;
  input: readonly number[] | undefined;
  depth = 0;
  readonly problems: ReadProblem[] = [];
  readonly notes: ReadNote[] = [];
  readonly changes: ReadNote[] = [];
  #steps = 0;

  constructor(
    readonly framework: Framework,
    readonly isChannelsFirst = false,
  ) {}

  work(line: number, steps = 1): void {
    this.#steps += steps;
    if (this.#steps <= MAX_WORK) return;
    throw new ReadError("ERR_LIMIT", `Following the code takes more than ${MAX_WORK} steps.`, line);
  }

  renew(): void {
    this.#steps = 0;
    this.depth = 0;
  }

  problem(code: ReadProblemCode, message: string, line: number): void {
    const isTold = this.problems.some((one) => one.line === line && one.message === message);
    if (!isTold && this.problems.length < MAX_PROBLEMS) this.problems.push({ code, message, line });
  }

  call(callee: Value, args: Args, line: number): Value {
    this.work(line);
    this.depth++;
    if (this.depth > MAX_CALLS) {
      throw new ReadError("ERR_LIMIT", `More than ${MAX_CALLS} calls lie in one another.`, line);
    }
    const outside = callee !== null && typeof callee === "object" && callee.kind === "named";
    if (outside) this.depth--;
    const value = callValue(this, callee, args, line);
    if (!outside) this.depth--;
    return value;
  }

  run(called: Func, args: Args, line: number): Value {
    this.work(line);
    const scope = new Scope(called.scope);
    this.#bind(called, args, scope);
    const { body } = called;
    if ("line" in body) return evaluate(this, body, scope);
    const ending = execute(this, body, scope);
    return ending?.kind === "return" ? ending.value : null;
  }

  #bind({ parameters, self, above }: Func, { positional, named }: Args, scope: Scope): void {
    const values = self ? [self, ...positional] : [...positional];
    if (self) {
      scope.values.set("self", self);
      scope.values.set("super", listOf([...(above ?? [])]));
    }
    const known = new Set(parameters.map(({ name }) => name));
    const further = [...named].filter(([name]) => !known.has(name));
    for (const { name, otherwise, spread } of parameters) {
      if (spread === "list") scope.values.set(name, listOf(values.splice(0), true));
      else if (spread === "dict")
        scope.values.set(name, { kind: "dict", entries: new Map(further) });
      else {
        const given = values.length > 0 ? values.shift() : named.get(name);
        const value =
          given ?? (otherwise && given === undefined ? evaluate(this, otherwise, scope) : given);
        scope.values.set(name, value === undefined ? unknown(name) : value);
      }
    }
  }
}

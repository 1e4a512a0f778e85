import { Interpreter } from "../../read/interpreter";
import { usedLayers } from "../../read/model";
import { ReadError } from "../../read/problem";
import type { Argument, Expression, Statement } from "../../read/syntax";
import { type Applied, type Value, biased } from "./vocabulary";

/**
 * The layers of an object of a class, in the order in which its forward uses them; each goes by its name in the class.
 *
 * @param defined the classes, functions and constants that the snippet has before it
 * @throws ReadError where the class is no chain of layers
 */
export function modelOfClass(
  defined: readonly Statement[],
  callee: Expression,
  args: readonly Argument[],
): Value {
  const { line } = callee;
  const machine = new Interpreter("pytorch");
  const made: Statement = { kind: "expression", value: { kind: "call", callee, args, line }, line };
  const used = usedLayers(machine, [...defined, made]);
  const [problem] = machine.problems;
  if (problem) throw new ReadError(problem.code, problem.message, problem.line);
  const [change] = machine.changes;
  if (change)
    throw new ReadError(
      "ERR_CODE",
      `${change.message}, which a chain does not follow.`,
      change.line,
    );
  const parts = used.map((one): Applied => {
    if (one.complaint) throw new ReadError(one.complaint.code, one.complaint.message, one.line);
    if (one.layer.from === undefined && one.layer.shares === undefined)
      return { layer: biased(one.layer), weights: {} };
    throw new ReadError(
      "ERR_CODE",
      "Only a chain is followed: every layer reads the one before it, and is used once.",
      one.line,
    );
  });
  return { kind: "model", parts };
}

/** Whether a line may be needed to make a model: a class, a function, or a name for a plain value. */
export function defines(statement: Statement): boolean {
  if (statement.kind === "class" || statement.kind === "function") return true;
  return statement.kind === "assign" && ["constant", "list"].includes(statement.value.kind);
}

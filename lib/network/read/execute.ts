import { assign, evaluate } from "./evaluate";
import { itemsOf } from "./items";
import type { Machine } from "./machine";
import { operate, truth } from "./operators";
import type { Statement } from "./syntax";
import { Scope, type Value } from "./values";

/** Why a body ended before its end. */
export type Ending =
  | { readonly kind: "return"; readonly value: Value }
  | { readonly kind: "break" | "continue" };

/** Follows statements. @throws ReadError ERR_LIMIT beyond the limits */
export function execute(
  machine: Machine,
  body: readonly Statement[],
  scope: Scope,
  /** Told the value of each statement that has one. */
  seen?: (value: Value) => void,
): Ending | undefined {
  for (const statement of body) {
    machine.work(statement.line);
    const ending = executeOne(machine, statement, scope, seen);
    if (ending) return ending;
  }
  return undefined;
}

function executeOne(
  machine: Machine,
  statement: Statement,
  scope: Scope,
  seen?: (value: Value) => void,
): Ending | undefined {
  const { line } = statement;
  switch (statement.kind) {
    case "assign": {
      const value = evaluate(machine, statement.value, scope);
      for (const target of statement.targets) assign(machine, target, value, scope);
      seen?.(value);
      return undefined;
    }
    case "update": {
      const [left, right] = [statement.target, statement.value].map((one) =>
        evaluate(machine, one, scope),
      );
      const value = operate(machine, statement.operator, left ?? null, right ?? null, line);
      assign(machine, statement.target, value, scope);
      return undefined;
    }
    case "expression": {
      const value = evaluate(machine, statement.value, scope);
      seen?.(value);
      return undefined;
    }
    case "return":
      return {
        kind: "return",
        value: statement.value ? evaluate(machine, statement.value, scope) : null,
      };
    case "if":
      return branch(machine, statement, scope, seen);
    case "for":
      return loop(machine, statement, scope, seen);
    case "function":
      scope.values.set(statement.name, { ...statement, scope });
      return undefined;
    case "class":
      scope.values.set(statement.name, classOf(machine, statement, scope));
      return undefined;
    case "block":
      return execute(machine, statement.body, scope, seen);
    case "jump":
      return { kind: statement.word };
    case "unread":
      machine.problem(
        "ERR_CODE",
        `${statement.text} is not followed; what it holds is left out.`,
        line,
      );
      return undefined;
  }
}

/** The branch whose condition holds; where that is not known, what stands after `else`. */
function branch(
  machine: Machine,
  { branches }: Extract<Statement, { kind: "if" }>,
  scope: Scope,
  seen?: (value: Value) => void,
): Ending | undefined {
  for (const { when, body } of branches) {
    if (!when || truth(evaluate(machine, when, scope)) === true) {
      return execute(machine, body, scope, seen);
    }
  }
  return undefined;
}

function loop(
  machine: Machine,
  { target, over, body, line }: Extract<Statement, { kind: "for" }>,
  scope: Scope,
  seen?: (value: Value) => void,
): Ending | undefined {
  for (const item of itemsOf(evaluate(machine, over, scope)) ?? []) {
    machine.work(line);
    assign(machine, target, item, scope);
    const ending = execute(machine, body, scope, seen);
    if (ending?.kind === "return") return ending;
    if (ending?.kind === "break") break;
  }
  return undefined;
}

function classOf(
  machine: Machine,
  { name, bases, body, line }: Extract<Statement, { kind: "class" }>,
  scope: Scope,
): Value {
  const inner = new Scope(scope);
  execute(machine, body, inner);
  return {
    kind: "class",
    name,
    bases: bases.map((base) => evaluate(machine, base, scope)),
    attributes: inner.values,
    line,
  };
}

import { passedOver } from "./apply";
import { instanceAttribute } from "./attributes";
import { itemAt, itemsOf, sliceOf } from "./items";
import { type Machine, sizesOf } from "./machine";
import { operate, truth } from "./operators";
import type { Argument, Clause, Expression, Subscript } from "./syntax";
import {
  type Args,
  Scope,
  type Tensor,
  type Value,
  isKind,
  listOf,
  showValue,
  unknown,
} from "./values";

/** What an expression is worth. @throws ReadError ERR_LIMIT beyond the limits */
export function evaluate(machine: Machine, expression: Expression, scope: Scope): Value {
  const { line } = expression;
  machine.work(line);
  const worth = (one: Expression) => evaluate(machine, one, scope);
  switch (expression.kind) {
    case "constant":
      return typeof expression.value === "string"
        ? filledIn(expression.value, scope)
        : expression.value;
    case "name":
      return named(expression.name, scope);
    case "attribute":
      return attributeOf(machine, worth(expression.of), expression.name);
    case "index":
      return subscripted(machine, worth(expression.of), expression.index, scope, line);
    case "call":
      return called(machine, expression.callee, expression.args, scope);
    case "list":
      return listOf([...valuesOf(machine, expression.items, scope)], expression.isTuple);
    case "dict":
      return {
        kind: "dict",
        entries: new Map(
          expression.entries.map(([key, value]) => [keyText(worth(key)), worth(value)]),
        ),
      };
    case "comprehension":
      return comprehension(machine, expression, scope);
    case "operation":
      return operation(machine, expression, scope);
    case "unary":
      return unary(machine, expression, scope);
    case "conditional": {
      const chosen = truth(worth(expression.when)) ?? true;
      return worth(chosen ? expression.chosen : expression.otherwise);
    }
    case "lambda":
      return {
        kind: "function",
        name: "lambda",
        parameters: expression.parameters,
        body: expression.body,
        scope,
      };
    case "unread":
      return unknown(expression.text);
  }
}

/** Gives names their values: `a = …`, `a, b = …`, `self.conv = …`. */
export function assign(machine: Machine, target: Expression, value: Value, scope: Scope): void {
  if (target.kind === "name") scope.values.set(target.name, value);
  else if (target.kind === "list") {
    const items = itemsOf(value) ?? [];
    for (const [place, { value: part }] of target.items.entries()) {
      const item = oneOf(value, part, place) ?? items[place];
      assign(machine, part, item ?? unknown(showValue(value)), scope);
    }
  } else if (target.kind === "attribute") {
    const object = evaluate(machine, target.of, scope);
    if (isKind(object, "instance")) object.attributes.set(target.name, value);
  } else if (target.kind === "index" && target.index.kind === "at") {
    const object = evaluate(machine, target.of, scope);
    const key = evaluate(machine, target.index.at, scope);
    if (isKind(object, "dict")) object.entries.set(keyText(key), value);
  }
}

/** A shape has as many sizes as are asked for, and a tensor stands for each of those that a layer gives. */
function oneOf(value: Value, target: Expression, place: number): Value | undefined {
  if (isKind(value, "sizes")) {
    const size = itemAt(value, place);
    return typeof size === "number"
      ? size
      : unknown(target.kind === "name" ? target.name : "a size");
  }
  return isKind(value, "tensor") ? value : undefined;
}

function named(name: string, scope: Scope): Value {
  const value = scope.get(name);
  if (value !== undefined) return value;
  return name === "__name__" ? "__main__" : { kind: "named", path: name };
}

function attributeOf(machine: Machine, of: Value, name: string): Value {
  if (typeof of !== "object" || of === null) return { kind: "method", of, name };
  switch (of.kind) {
    case "named":
      return { kind: "named", path: `${of.path}.${name}`.slice(-120) };
    case "instance":
      return instanceAttribute(of, name);
    case "class":
      return of.attributes.get(name) ?? unknown(`${of.name}.${name}`);
    case "sequence":
      return of.items.find((item) => item.name === name)?.value ?? { kind: "method", of, name };
    case "module":
      return of.given.get(name) ?? { kind: "method", of, name };
    case "tensor":
      return name === "shape" ? sizesOf(machine, of) : { kind: "method", of, name };
    case "unknown":
      return unknown(`${of.text}.${name}`.slice(-120));
    default:
      return { kind: "method", of, name };
  }
}

function called(
  machine: Machine,
  callee: Expression,
  args: readonly Argument[],
  scope: Scope,
): Value {
  const { line } = callee;
  if (callee.kind === "name" && callee.name === "super") return superOf(scope);
  const value = evaluate(machine, callee, scope);
  const given = argsOf(machine, args, scope);
  const [object = null, name] = given.positional;
  if (isKind(value, "named") && typeof name === "string") {
    if (value.path === "getattr") return attributeOf(machine, object, name);
    if (value.path === "hasattr") return isKind(object, "instance") && object.attributes.has(name);
    if (value.path === "setattr" && isKind(object, "instance")) {
      object.attributes.set(name, given.positional[2] ?? null);
      return null;
    }
  }
  return machine.call(value, given, line);
}

function superOf(scope: Scope): Value {
  const self = scope.get("self");
  const above = scope.get("super");
  if (!isKind(self, "instance")) return unknown("super()");
  return { kind: "super", self, above: isKind(above, "list") ? above.items : [] };
}

function argsOf(machine: Machine, args: readonly Argument[], scope: Scope): Args {
  const plain = args.filter(({ name, spread }) => name === undefined && spread !== "dict");
  const positional = [...valuesOf(machine, plain, scope)];
  const byName = new Map<string, Value>();
  for (const { name, value, spread } of args) {
    if (name !== undefined) byName.set(name, evaluate(machine, value, scope));
    if (spread !== "dict") continue;
    const given = evaluate(machine, value, scope);
    for (const [key, one] of isKind(given, "dict") ? given.entries : []) byName.set(key, one);
  }
  return { positional, named: byName };
}

function valuesOf(machine: Machine, items: readonly Argument[], scope: Scope): Value[] {
  const values: Value[] = [];
  for (const { value, spread } of items) {
    const one = evaluate(machine, value, scope);
    if (spread === "list") {
      const unpacked = itemsOf(one) ?? [one];
      machine.work(value.line, unpacked.length);
      for (const item of unpacked) values.push(item);
    } else values.push(one);
  }
  return values;
}

function subscripted(
  machine: Machine,
  of: Value,
  index: Subscript,
  scope: Scope,
  line: number,
): Value {
  if (isKind(of, "tensor")) return partOf(machine, of, index, line);
  if (index.kind === "at") return itemAt(of, evaluate(machine, index.at, scope));
  const end = (one: Expression | undefined) => {
    const value = one && evaluate(machine, one, scope);
    return typeof value === "number" ? value : undefined;
  };
  return sliceOf(machine, of, [end(index.from), end(index.to)], line);
}

/** A part of a tensor; of what a layer that is not known gives, `[0]` is its output. */
function partOf(machine: Machine, tensor: Tensor, index: Subscript, line: number): Value {
  const gives = machine.graph.nodes[tensor.node]?.complaint?.code === "ERR_LAYER";
  if (gives && index.kind === "at" && index.at.kind === "constant") return tensor;
  return passedOver(machine, "slice", "A part of a tensor is not followed", tensor, line);
}

function comprehension(
  machine: Machine,
  { element, clauses, line }: Extract<Expression, { kind: "comprehension" }>,
  scope: Scope,
): Value {
  const inner = new Scope(scope);
  const values: Value[] = [];
  const holds = (one: Expression) => truth(evaluate(machine, one, inner)) ?? true;
  const goThrough = ([clause, ...further]: readonly Clause[]): boolean => {
    if (!clause) {
      values.push(evaluate(machine, element, inner));
      return true;
    }
    const items = itemsOf(evaluate(machine, clause.over, inner));
    return (items ?? []).reduce<boolean>((isKnown, item) => {
      machine.work(line);
      assign(machine, clause.target, item, inner);
      return clause.when.every(holds) ? goThrough(further) && isKnown : isKnown;
    }, items !== undefined);
  };
  return goThrough(clauses) ? listOf(values) : unknown("a comprehension");
}

function operation(
  machine: Machine,
  { operator, left, right, line }: Extract<Expression, { kind: "operation" }>,
  scope: Scope,
): Value {
  const first = evaluate(machine, left, scope);
  if (operator === "and" || operator === "or") {
    const known = truth(first);
    if (known === (operator === "or")) return first;
    const second = evaluate(machine, right, scope);
    return known === undefined ? unknown(operator) : second;
  }
  return operate(machine, operator, first, evaluate(machine, right, scope), line);
}

function unary(
  machine: Machine,
  { operator, of, line }: Extract<Expression, { kind: "unary" }>,
  scope: Scope,
): Value {
  const value = evaluate(machine, of, scope);
  if (operator === "not") {
    const known = truth(value);
    return known === undefined ? unknown("not") : !known;
  }
  if (typeof value === "number") return operator === "-" ? -value : value;
  if (operator === "-" && isKind(value, "tensor"))
    machine.changes.push({ message: "A minus turns the numbers around", line });
  return value;
}

/** An f-string's names in braces, where they have a plain value. */
function filledIn(text: string, scope: Scope): string {
  return text
    .replace(/\{([A-Za-z_]\w*)\}/g, (written, name: string) => {
      const value = scope.get(name);
      return typeof value === "number" || typeof value === "string" ? String(value) : written;
    })
    .slice(0, 400);
}

function keyText(value: Value): string {
  return typeof value === "string" ? value : showValue(value);
}

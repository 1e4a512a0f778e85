import type { SyntaxNode } from "@lezer/common";
import { MAX_DEPTH } from "./limits";
import { ReadError } from "./problem";
import type { Argument, Clause, Expression, Parameter, Subscript } from "./syntax";
import { childrenOf } from "./tree";

/** The source that nodes point into, and how the line of a node is found. */
export interface Source {
  readonly text: string;
  readonly lineOf: (at: number) => number;
}

/** An expression of the syntax tree as a plain object. @throws ReadError ERR_LIMIT where it is nested too deep */
export function expressionOf(node: SyntaxNode, source: Source, depth = 0): Expression {
  const line = source.lineOf(node.from);
  if (depth > MAX_DEPTH) {
    throw new ReadError("ERR_LIMIT", `More than ${MAX_DEPTH} brackets lie in one another.`, line);
  }
  const inner = (child: SyntaxNode) => expressionOf(child, source, depth + 1);
  const text = source.text.slice(node.from, node.to);
  const parts = partsOf(node);
  const [first, second, third] = parts;
  switch (node.name) {
    case "Number":
      return { kind: "constant", value: Number(text.replaceAll("_", "")), line };
    case "String":
    case "FormatString":
    case "ContinuedString":
      return { kind: "constant", value: stringIn(text), line };
    case "Boolean":
      return { kind: "constant", value: text === "True", line };
    case "None":
      return { kind: "constant", value: null, line };
    case "VariableName":
      return { kind: "name", name: text, line };
    case "ParenthesizedExpression":
      return first ? inner(first) : { kind: "unread", text, line };
    case "TupleExpression":
    case "ArrayExpression":
    case "SetExpression":
      return {
        kind: "list",
        items: argumentsOf(node, source, depth),
        isTuple: node.name === "TupleExpression",
        line,
      };
    case "MemberExpression":
      return memberOf(node, source, depth);
    case "CallExpression": {
      const list = node.getChild("ArgList");
      if (!first || !list) return { kind: "unread", text, line };
      return callOf(inner(first), list, source, depth);
    }
    case "ArrayComprehensionExpression":
    case "ComprehensionExpression":
      return comprehensionOf(node, source, depth);
    case "DictionaryExpression":
      return { kind: "dict", entries: entriesOf(node, source, depth), line };
    case "UnaryExpression":
      return first
        ? { kind: "unary", operator: operatorIn(node, source), of: inner(first), line }
        : { kind: "unread", text, line };
    case "BinaryExpression":
      return first && second
        ? {
            kind: "operation",
            operator: operatorIn(node, source),
            left: inner(first),
            right: inner(second),
            line,
          }
        : { kind: "unread", text, line };
    case "ConditionalExpression":
      return first && second && third
        ? {
            kind: "conditional",
            chosen: inner(first),
            when: inner(second),
            otherwise: inner(third),
            line,
          }
        : { kind: "unread", text, line };
    case "LambdaExpression": {
      const body = parts.at(-1);
      return body
        ? {
            kind: "lambda",
            parameters: parametersOf(node.getChild("ParamList"), source),
            body: inner(body),
            line,
          }
        : { kind: "unread", text, line };
    }
    default:
      return { kind: "unread", text, line };
  }
}

/** The parameters of a function. */
export function parametersOf(list: SyntaxNode | null, source: Source): Parameter[] {
  const parameters: Parameter[] = [];
  let spread: Parameter["spread"];
  for (const node of list ? childrenOf(list) : []) {
    const text = source.text.slice(node.from, node.to);
    if (text === "*" || text === "**") spread = text === "*" ? "list" : "dict";
    else if (text === ",") spread = undefined;
    else if (node.name === "VariableName" && node.prevSibling?.name !== "AssignOp") {
      parameters.push({ name: text, ...(spread ? { spread } : {}) });
      spread = undefined;
    } else if (node.prevSibling?.name === "AssignOp") {
      const last = parameters.pop();
      if (last) parameters.push({ ...last, otherwise: expressionOf(node, source, 1) });
    }
  }
  return parameters;
}

/** Comma-separated expressions, some with a name or unpacked: of a call, a list, a tuple. */
export function argumentsOf(node: SyntaxNode, source: Source, depth: number): Argument[] {
  const args: Argument[] = [];
  let [name, spread]: [string | undefined, Argument["spread"]] = [undefined, undefined];
  for (const child of childrenOf(node)) {
    const text = source.text.slice(child.from, child.to);
    if (text === "*" || text === "**") spread = text === "*" ? "list" : "dict";
    else if (child.name === "VariableName" && child.nextSibling?.name === "AssignOp") name = text;
    else if (isExpression(child)) {
      const value = expressionOf(child, source, depth + 1);
      args.push({ value, ...(name === undefined ? {} : { name }), ...(spread ? { spread } : {}) });
      [name, spread] = [undefined, undefined];
    }
  }
  return args;
}

/** The nodes below one that are expressions: no bracket, no comma, no keyword. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(isExpression);
}

const EXPRESSIONS = new Set([
  "VariableName",
  "Number",
  "String",
  "Boolean",
  "None",
  "FormatString",
  "ContinuedString",
]);

function isExpression(node: SyntaxNode): boolean {
  return node.name.endsWith("Expression") || EXPRESSIONS.has(node.name);
}

function callOf(callee: Expression, list: SyntaxNode, source: Source, depth: number): Expression {
  const { line } = callee;
  const generator = childrenOf(list).some(({ name }) => name === "for");
  if (!generator) return { kind: "call", callee, args: argumentsOf(list, source, depth), line };
  return { kind: "call", callee, args: [{ value: comprehensionOf(list, source, depth) }], line };
}

function memberOf(node: SyntaxNode, source: Source, depth: number): Expression {
  const line = source.lineOf(node.from);
  const [object] = childrenOf(node);
  const text = source.text.slice(node.from, node.to);
  if (!object) return { kind: "unread", text, line };
  const of = expressionOf(object, source, depth + 1);
  const property = node.getChild("PropertyName");
  if (property) {
    const name = source.text.slice(property.from, property.to);
    return { kind: "attribute", of, name, line: source.lineOf(property.from) };
  }
  return { kind: "index", of, index: subscriptOf(node, source, depth), line };
}

function subscriptOf(node: SyntaxNode, source: Source, depth: number): Subscript {
  const inside = childrenOf(node).slice(2, -1);
  const colon = inside.findIndex(({ name }) => name === ":");
  const at = (nodes: readonly SyntaxNode[]) => {
    const found = nodes.find(isExpression);
    return found && expressionOf(found, source, depth + 1);
  };
  if (colon >= 0) {
    return { kind: "slice", from: at(inside.slice(0, colon)), to: at(inside.slice(colon + 1)) };
  }
  const [found, ...further] = inside.filter(isExpression);
  if (!found) return { kind: "slice" };
  const first = expressionOf(found, source, depth + 1);
  if (further.length === 0) return { kind: "at", at: first };
  const items = [first, ...further.map((one) => expressionOf(one, source, depth + 1))];
  const tuple = items.map((value) => ({ value }));
  return { kind: "at", at: { kind: "list", items: tuple, isTuple: true, line: first.line } };
}

function comprehensionOf(node: SyntaxNode, source: Source, depth: number): Expression {
  const line = source.lineOf(node.from);
  const children = childrenOf(node);
  const element = children.find(isExpression);
  const starts = children.flatMap(({ name }, place) => (name === "for" ? [place] : []));
  const clauses = starts.map((start, at) =>
    clauseOf(children.slice(start + 1, starts[at + 1]), source, depth, line),
  );
  const known = clauses.filter((clause) => clause !== undefined);
  if (!element || known.length === 0 || known.length < clauses.length) {
    return { kind: "unread", text: source.text.slice(node.from, node.to), line };
  }
  return {
    kind: "comprehension",
    element: expressionOf(element, source, depth + 1),
    clauses: known,
    line,
  };
}

/** What stands after a `for`: names, `in`, what is gone through, and conditions. */
function clauseOf(
  nodes: readonly SyntaxNode[],
  source: Source,
  depth: number,
  line: number,
): Clause | undefined {
  const inAt = nodes.findIndex(({ name }) => name === "in");
  const [over, ...when] = nodes.slice(inAt + 1).filter(isExpression);
  if (inAt < 0 || !over) return undefined;
  return {
    target: targetOf(nodes.slice(0, inAt).filter(isExpression), source, line),
    over: expressionOf(over, source, depth + 1),
    when: when.map((one) => expressionOf(one, source, depth + 1)),
  };
}

/** The names that a loop gives values to: one, or several as a tuple. */
export function targetOf(nodes: readonly SyntaxNode[], source: Source, line: number): Expression {
  const items = nodes.map((node) => expressionOf(node, source, 1));
  const [first] = items;
  if (first && items.length === 1) return first;
  return { kind: "list", items: items.map((value) => ({ value })), isTuple: true, line };
}

function entriesOf(node: SyntaxNode, source: Source, depth: number) {
  const entries: (readonly [Expression, Expression])[] = [];
  for (const colon of childrenOf(node).filter(({ name }) => name === ":")) {
    const [key, value] = [colon.prevSibling, colon.nextSibling];
    if (key && value) {
      entries.push([expressionOf(key, source, depth + 1), expressionOf(value, source, depth + 1)]);
    }
  }
  return entries;
}

function operatorIn(node: SyntaxNode, source: Source): string {
  return childrenOf(node)
    .filter((child) => !isExpression(child))
    .map(({ from, to }) => source.text.slice(from, to))
    .join(" ");
}

/** What a string holds; escapes and prefixes are left as they stand. */
function stringIn(text: string): string {
  const body = /^[rbfuRBFU]*("""|'''|"|')([\s\S]*)\1$/.exec(text);
  return body?.[2] ?? text;
}

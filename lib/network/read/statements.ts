import type { SyntaxNode } from "@lezer/common";
import {
  type Source,
  argumentsOf,
  expressionOf,
  parametersOf,
  partsOf,
  targetOf,
} from "./expressions";
import { MAX_DEPTH } from "./limits";
import { ReadError } from "./problem";
import type { Expression, Statement } from "./syntax";
import { childrenOf } from "./tree";

/** The statements of a body. @throws ReadError ERR_LIMIT where they are nested too deep */
export function statementsOf(node: SyntaxNode | null, source: Source, depth = 0): Statement[] {
  if (!node) return [];
  if (depth > MAX_DEPTH) {
    const line = source.lineOf(node.from);
    throw new ReadError("ERR_LIMIT", `More than ${MAX_DEPTH} blocks lie in one another.`, line);
  }
  return childrenOf(node).flatMap((child) => statementOf(child, source, depth) ?? []);
}

function statementOf(node: SyntaxNode, source: Source, depth: number): Statement | undefined {
  const line = source.lineOf(node.from);
  const [first] = partsOf(node);
  switch (node.name) {
    case "AssignStatement":
      return assignment(node, source);
    case "UpdateStatement":
      return update(node, source);
    case "ExpressionStatement":
      return { kind: "expression", value: joined(childrenOf(node), source, line), line };
    case "ReturnStatement":
      return {
        kind: "return",
        value: first && joined(childrenOf(node).slice(1), source, line),
        line,
      };
    case "IfStatement":
      return { kind: "if", branches: branchesOf(node, source, depth), line };
    case "ForStatement":
      return loop(node, source, depth);
    case "FunctionDefinition":
      return definition(node, source, depth);
    case "ClassDefinition":
      return classDefinition(node, source, depth);
    case "DecoratedStatement": {
      const inner = node.getChild("FunctionDefinition") ?? node.getChild("ClassDefinition");
      return inner ? statementOf(inner, source, depth) : undefined;
    }
    case "WithStatement":
    case "TryStatement":
      return { kind: "block", body: statementsOf(node.getChild("Body"), source, depth + 1), line };
    case "StatementGroup":
      return { kind: "block", body: statementsOf(node, source, depth + 1), line };
    case "BreakStatement":
    case "ContinueStatement":
      return { kind: "jump", word: node.name === "BreakStatement" ? "break" : "continue", line };
    case "WhileStatement":
      return { kind: "unread", text: "while", line };
    default:
      return undefined;
  }
}

/** One expression, or several as a tuple: `a, b`. */
function joined(nodes: readonly SyntaxNode[], source: Source, line: number): Expression {
  const parts = nodes.filter((node) => partsOf(node).length >= 0 && isPart(node));
  const [first] = parts;
  const isTuple = nodes.some(({ name }) => name === ",");
  if (first && !isTuple) return expressionOf(first, source);
  return {
    kind: "list",
    items: parts.map((node) => ({ value: expressionOf(node, source) })),
    isTuple: true,
    line,
  };
}

function isPart({ name }: SyntaxNode): boolean {
  return !/^(?:,|;|return|TypeDef|AssignOp|UpdateOp|⚠|\*)$/.test(name);
}

function assignment(node: SyntaxNode, source: Source): Statement | undefined {
  const line = source.lineOf(node.from);
  const sides: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (child.name === "AssignOp") sides.push([]);
    else if (child.name !== "TypeDef") sides.at(-1)?.push(child);
  }
  const value = sides.pop();
  if (!value || value.length === 0 || sides.length === 0) return undefined;
  return {
    kind: "assign",
    targets: sides.map((side) => joined(side, source, line)),
    value: joined(value, source, line),
    line,
  };
}

function update(node: SyntaxNode, source: Source): Statement | undefined {
  const operator = node.getChild("UpdateOp");
  const [target, value] = partsOf(node);
  if (!operator || !target || !value) return undefined;
  return {
    kind: "update",
    target: expressionOf(target, source),
    operator: source.text.slice(operator.from, operator.to - 1),
    value: expressionOf(value, source),
    line: source.lineOf(node.from),
  };
}

function branchesOf(node: SyntaxNode, source: Source, depth: number) {
  const branches: { when: Expression | undefined; body: readonly Statement[] }[] = [];
  let when: Expression | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === "Body") {
      branches.push({ when, body: statementsOf(child, source, depth + 1) });
      when = undefined;
    } else if (child.prevSibling?.name === "if" || child.prevSibling?.name === "elif") {
      when = expressionOf(child, source);
    }
  }
  return branches;
}

function loop(node: SyntaxNode, source: Source, depth: number): Statement | undefined {
  const line = source.lineOf(node.from);
  const children = childrenOf(node);
  const inAt = children.findIndex(({ name }) => name === "in");
  const over = children
    .slice(inAt + 1)
    .find((child) => partsOf(node).some(({ from }) => from === child.from));
  if (inAt < 0 || !over) return undefined;
  const names = partsOf(node).filter(({ from }) => from < (children[inAt]?.from ?? 0));
  return {
    kind: "for",
    target: targetOf(names, source, line),
    over: expressionOf(over, source),
    body: statementsOf(node.getChild("Body"), source, depth + 1),
    line,
  };
}

function definition(node: SyntaxNode, source: Source, depth: number): Statement | undefined {
  const name = node.getChild("VariableName");
  if (!name) return undefined;
  return {
    kind: "function",
    name: source.text.slice(name.from, name.to),
    parameters: parametersOf(node.getChild("ParamList"), source),
    body: statementsOf(node.getChild("Body"), source, depth + 1),
    line: source.lineOf(node.from),
  };
}

function classDefinition(node: SyntaxNode, source: Source, depth: number): Statement | undefined {
  const name = node.getChild("VariableName");
  if (!name) return undefined;
  const bases = node.getChild("ArgList");
  return {
    kind: "class",
    name: source.text.slice(name.from, name.to),
    bases: bases ? argumentsOf(bases, source, depth).map(({ value }) => value) : [],
    body: statementsOf(node.getChild("Body"), source, depth + 1),
    line: source.lineOf(node.from),
  };
}

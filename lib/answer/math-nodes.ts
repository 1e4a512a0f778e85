import type { ConstantNode, MathNode, ParenthesisNode, SymbolNode } from "mathjs/number";

/** A sign with what it stands between; `fn` is mathjs' name for it, such as "add". */
export interface SignNode extends MathNode {
  readonly fn: string;
  readonly args: readonly MathNode[];
}

/** A function by its name, applied. */
export interface CallNode extends MathNode {
  readonly fn: SymbolNode;
  readonly args: readonly MathNode[];
}

/** Whether a node is a sign such as + or ^. */
export function isSign(node: MathNode): node is SignNode {
  return node.type === "OperatorNode";
}

/** Whether a node applies a named function. */
export function isCall(node: MathNode): node is CallNode {
  return node.type === "FunctionNode" && "fn" in node && isNode(node.fn) && isSymbol(node.fn);
}

/** Whether a node is a name. */
export function isSymbol(node: MathNode): node is SymbolNode {
  return node.type === "SymbolNode";
}

/** Whether a node is a number. */
export function isConstant(node: MathNode): node is ConstantNode {
  return node.type === "ConstantNode";
}

/** Whether a node is what stands in brackets. */
export function isParenthesis(node: MathNode): node is ParenthesisNode {
  return node.type === "ParenthesisNode";
}

function isNode(value: unknown): value is MathNode {
  return typeof value === "object" && value !== null && "type" in value;
}

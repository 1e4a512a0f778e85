import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { ReadProblem } from "./problem";

/** What error recovery may take: it is some twenty times as slow as reading what is right. */
const MAX_STEPS_AFTER_ERROR = 1000;

/** How often a missing comma is put in; each time the text is read again. */
const MAX_COMMAS = 8;

/** A text as lezer's Python grammar reads it. */
export interface SyntaxTree {
  readonly tree: Tree;
  readonly text: string;
  readonly problems: readonly ReadProblem[];
}

/** The syntax tree of Python code; commas missing at the end of a line are put in, other errors skipped. */
export function syntaxTree(written: string): SyntaxTree {
  const problems: ReadProblem[] = [];
  let text = withDigits(written);
  for (let commas = 0; commas <= MAX_COMMAS; commas++) {
    const { tree, stoppedAt } = strictly(text);
    if (tree) return { tree, text, problems };
    const gap = commas < MAX_COMMAS ? missingComma(text, stoppedAt) : undefined;
    if (gap === undefined) {
      const problem = stoppedBefore(text, stoppedAt);
      return { tree: recovered(text, stoppedAt), text, problems: [...problems, problem] };
    }
    problems.push({
      code: "ERR_SYNTAX",
      message: `A comma is missing at the end of this line: ${quoted(lineAt(text, gap - 1))}`,
      line: lineOf(text, gap - 1),
    });
    text = `${text.slice(0, gap)},${text.slice(gap)}`;
  }
  return { tree: recovered(text, 0), text, problems };
}

/** Python's 1. is 1.0, which the grammar does not read. */
function withDigits(text: string): string {
  return text.replaceAll(/(?<![\w.])(\d+)\.(?=[eE][-+\d]|[^\w.]|$)/g, "$1.0");
}

/** The line of a place in a text, counted from 1. @example lineOf("a\nb", 2) // 2 */
function lineOf(text: string, at: number): number {
  let line = 1;
  for (
    let place = text.indexOf("\n");
    place >= 0 && place < at;
    place = text.indexOf("\n", place + 1)
  ) {
    line++;
  }
  return line;
}

/** How the line of a place in a text is found, for many places. @example lineStarts("a\nb")(2) // 2 */
export function lineStarts(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The children of a node. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The tree, or how far a reader without error recovery comes. */
function strictly(text: string): { readonly tree?: Tree; readonly stoppedAt: number } {
  const parse = parser.configure({ strict: true }).startParse(text);
  try {
    for (;;) {
      const tree = parse.advance();
      if (tree) return { tree, stoppedAt: text.length };
    }
  } catch (error) {
    if (error instanceof SyntaxError) return { stoppedAt: parse.parsedPos };
    throw error;
  }
}

function recovered(text: string, errorAt: number): Tree {
  const parse = parser.startParse(text);
  let steps = 0;
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    if (parse.parsedPos >= errorAt) steps++;
    if (steps === MAX_STEPS_AFTER_ERROR) parse.stopAt(parse.parsedPos);
  }
}

/** The end of the line before a place, where a call or a value ends there and a new one begins the next line. */
function missingComma(text: string, stoppedAt: number): number | undefined {
  const before = text.slice(0, stoppedAt);
  const gap = /[)\]\w'"](?=[ \t]*(?:#[^\n]*)?\n\s*(?:#[^\n]*\n\s*)*$)/.exec(before.slice(-400));
  const begins = /^\s*[\w('"[]/.test(text.slice(stoppedAt, stoppedAt + 80));
  if (!gap || !begins) return undefined;
  return Math.max(0, before.length - 400) + gap.index + 1;
}

function stoppedBefore(text: string, at: number): ReadProblem {
  const line = lineOf(text, at);
  const rest = lineAt(text, at);
  const message =
    at >= text.trimEnd().length
      ? "The code ends before its brackets are closed."
      : `This line cannot be read as Python: ${quoted(rest)}`;
  return { code: "ERR_SYNTAX", message, line };
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(start, end < 0 ? undefined : end).trim();
}

/** A piece of code as a message shows it. @example quoted("x".repeat(99)).length // 62 */
export function quoted(code: string): string {
  return `\`${code.length > 60 ? `${code.slice(0, 59)}…` : code}\``;
}

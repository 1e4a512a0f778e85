import { placeOf, unreadable } from "./reading";

/** A piece of an expression; `at` is its place in what was typed. */
export type Token =
  | { readonly kind: "operand"; readonly at: number; readonly digits: string }
  | { readonly kind: "constant"; readonly at: number; readonly value: number }
  | { readonly kind: "operator"; readonly at: number; readonly sign: string }
  | { readonly kind: "function"; readonly at: number; readonly name: string }
  | { readonly kind: "open" | "close" | "comma"; readonly at: number };

/** The functions that may be called, by what they are called in code and on paper. */
export const FUNCTIONS: ReadonlyMap<string, string> = new Map(
  ["floor", "ceil", "sqrt", "abs", "min", "max", "exp", "round"]
    .map((name): [string, string] => [name, name])
    .concat([
      ["ceiling", "ceil"],
      ["int", "trunc"],
      ["trunc", "trunc"],
      ["log", "log"],
      ["ln", "log"],
    ]),
);

/** Characters that open and close what a function is applied to. */
export const FENCES: ReadonlyMap<string, string> = new Map([
  ["⌊", "floor"],
  ["⌈", "ceil"],
]);

/** A scanner's state: the tokens so far, and what the closing brackets must close. */
export interface Scan {
  readonly plain: string;
  readonly tokens: Token[];
  /** What closes each open bracket, innermost last; "frac1" and "frac2" are the groups of \frac. */
  readonly open: string[];
  powers: number;
}

/** A bracket, and what must close it. */
export function opened({ tokens, open }: Scan, at: number, closer: string): number {
  tokens.push({ kind: "open", at });
  open.push(closer);
  return at + 1;
}

/** A closing bracket, if it is the one that must come. */
export function closed(scan: Scan, at: number, character: string) {
  const { tokens, open, plain } = scan;
  const expected = open.pop();
  if (expected === undefined || bracketOf(expected) !== character) {
    const wanted =
      expected === undefined ? "nothing is open there" : `“${bracketOf(expected)}” would fit`;
    return unreadable(
      "UNEXPECTED",
      at,
      `“${character}” closes what was not opened, at ${placeOf(plain, at)}; ${wanted}.`,
    );
  }
  tokens.push({ kind: "close", at });
  if (expected === "frac1") return numeratorClosed(scan, at);
  if (expected === "frac2") tokens.push({ kind: "close", at });
  return at + 1;
}

/** \frac{3}{4} is (3)/(4) in brackets. */
function numeratorClosed({ tokens, open, plain }: Scan, at: number) {
  const next = skipBlanks(plain, at + 1);
  if (plain.charAt(next) !== "{") {
    return unreadable(
      "UNFINISHED",
      next,
      `\\frac needs two groups, as in \\frac{3}{4}; the second was expected at ${placeOf(plain, next)}.`,
    );
  }
  tokens.push({ kind: "operator", at, sign: "/" }, { kind: "open", at: next });
  open.push("frac2");
  return next + 1;
}

/** A function by the name it has in code or on paper. */
export function pushFunction({ tokens }: Scan, at: number, name: string, end: number): number {
  tokens.push({ kind: "function", at, name: FUNCTIONS.get(name) ?? name });
  return end;
}

/** The answer to what does not belong in an expression. */
export function unexpected({ plain }: Scan, at: number) {
  return unreadable(
    "UNEXPECTED",
    at,
    `Reading stopped at ${placeOf(plain, at)}. A number would fit, or working such as (32 − 5 + 4)/1 + 1 with + − · / ^ ( ), ⌊ ⌋ and sqrt().`,
  );
}

/** The bracket that closes a group. */
export function bracketOf(closer: string): string {
  return closer.startsWith("frac") ? "}" : closer;
}

/** Where the next character stands that is no space. */
export function skipBlanks(plain: string, from: number): number {
  let at = from;
  while (plain.charAt(at) === " ") at++;
  return at;
}

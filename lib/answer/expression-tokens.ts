import { MAX_DEPTH, MAX_EXPRESSION, MAX_POWERS, MAX_TOKENS } from "./limits";
import { plainText } from "./plain-text";
import { numeralAt } from "./read-numeral";
import { NOTHING_WRITTEN, type Reading, placeOf, read, unreadable } from "./reading";
import { VULGAR_FRACTIONS } from "./vulgar-fractions";

/** A piece of an expression; `at` is its place in what was typed. */
export type Token =
  | { readonly kind: "operand"; readonly at: number; readonly digits: string }
  | { readonly kind: "constant"; readonly at: number; readonly value: number }
  | { readonly kind: "operator"; readonly at: number; readonly sign: string }
  | { readonly kind: "function"; readonly at: number; readonly name: string }
  | { readonly kind: "open" | "close" | "comma"; readonly at: number };

/** The functions that may be called, by what they are called in code and on paper. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map(
  ["floor", "ceil", "sqrt", "abs", "min", "max", "exp", "round"]
    .map((name): [string, string] => [name, name])
    .concat([
      ["ceiling", "ceil"],
      ["log", "log"],
      ["ln", "log"],
    ]),
);

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["e", Math.E],
  ["pi", Math.PI],
  ["π", Math.PI],
]);

/** Characters that open and close what a function is applied to. */
const FENCES: ReadonlyMap<string, string> = new Map([
  ["⌊", "floor"],
  ["⌈", "ceil"],
]);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const LATEX: ReadonlyMap<string, string> = new Map([
  ["lfloor", "⌊"],
  ["rfloor", "⌋"],
  ["lceil", "⌈"],
  ["rceil", "⌉"],
  ["cdot", "*"],
  ["times", "×"],
  ["div", "/"],
  ["pi", "π"],
  ["left", ""],
  ["right", ""],
  ["big", ""],
  ["Big", ""],
  ["quad", ""],
  ["displaystyle", ""],
]);

/** A scanner's state: the tokens so far, and what the closing brackets must close. */
interface Scan {
  readonly plain: string;
  readonly tokens: Token[];
  /** What closes each open bracket, innermost last; "frac1" and "frac2" are the groups of \frac. */
  readonly open: string[];
  powers: number;
}

/**
 * An expression as tokens, each with its place. Numbers keep their digits, so that they can be taken exactly.
 *
 * @example tokensOf("⌊7/2⌋") // function floor, open, operand 7, operator /, operand 2, close
 */
export function tokensOf(typed: string): Reading<readonly Token[]> {
  if (typed.trim() === "") return NOTHING_WRITTEN;
  if (typed.length > MAX_EXPRESSION) return tooLongToRead(typed);
  const scan: Scan = { plain: plainText(typed), tokens: [], open: [], powers: 0 };
  let at = 0;
  while (at < scan.plain.length) {
    const next = step(scan, at);
    if (typeof next !== "number") return next;
    at = next;
    if (scan.tokens.length > MAX_TOKENS || scan.powers > MAX_POWERS) return tooMuch(at);
    if (scan.open.length > MAX_DEPTH) return tooDeep(at);
  }
  const missing = scan.open.at(-1);
  return missing === undefined
    ? read(scan.tokens)
    : unreadable(
        "UNFINISHED",
        typed.length,
        `The text ends before “${bracketOf(missing)}” closes what was opened.`,
      );
}

function step(scan: Scan, at: number): number | ReturnType<typeof unreadable> {
  const { plain, tokens } = scan;
  const character = plain.charAt(at);
  if (character === " " || character === "\n" || character === "\t" || character === "$")
    return at + 1;
  const numeral = numeralAt(plain, at, !insideCall(scan));
  if (numeral) return operand(scan, at, numeral.digits, numeral.end);
  const parts = VULGAR_FRACTIONS.get(character);
  if (parts) return vulgar(scan, at, parts);
  if (SUPERSCRIPTS.includes(character)) return superscript(scan, at);
  if (character === "\\") return latex(scan, at);
  if (character === "√") return pushFunction(scan, at, "sqrt", at + 1);
  const fenced = FENCES.get(character);
  if (fenced !== undefined) {
    tokens.push({ kind: "function", at, name: fenced });
    return opened(scan, at, character === "⌊" ? "⌋" : "⌉");
  }
  if ("([{".includes(character)) return opened(scan, at, { "(": ")", "[": "]" }[character] ?? "}");
  if (")]}⌋⌉".includes(character)) return closed(scan, at, character);
  if ("+-*/×%^".includes(character)) return operator(scan, at);
  if (character === ",") {
    tokens.push({ kind: "comma", at });
    return at + 1;
  }
  return /[a-zπ]/i.test(character) ? word(scan, at) : unexpected(scan, at);
}

/** Inside min(3,4) a comma separates. */
function insideCall({ tokens, open }: Scan): boolean {
  return (
    open.length > 0 &&
    tokens.some((token) => token.kind === "function" && token.name.startsWith("m"))
  );
}

function operand(scan: Scan, at: number, digits: string, end: number) {
  const { plain, tokens } = scan;
  tokens.push({ kind: "operand", at, digits });
  const parts = VULGAR_FRACTIONS.get(plain.charAt(end));
  if (!parts || !/^\d+$/.test(digits)) return end;
  // 2½ is two and a half: (2 + 1/2).
  tokens.pop();
  tokens.push(
    { kind: "open", at },
    { kind: "operand", at, digits },
    { kind: "operator", at: end, sign: "+" },
  );
  vulgar(scan, end, parts);
  tokens.push({ kind: "close", at: end });
  return end + 1;
}

function vulgar({ tokens }: Scan, at: number, [over, under]: readonly [number, number]): number {
  tokens.push(
    { kind: "open", at },
    { kind: "operand", at, digits: String(over) },
    { kind: "operator", at, sign: "/" },
    { kind: "operand", at, digits: String(under) },
    { kind: "close", at },
  );
  return at + 1;
}

function superscript(scan: Scan, at: number): number {
  let digits = "";
  let end = at;
  for (; SUPERSCRIPTS.includes(scan.plain.charAt(end)) && end < scan.plain.length; end++) {
    digits += String(SUPERSCRIPTS.indexOf(scan.plain.charAt(end)));
  }
  scan.powers += 1;
  scan.tokens.push({ kind: "operator", at, sign: "^" }, { kind: "operand", at, digits });
  return end;
}

function operator(scan: Scan, at: number) {
  const { plain, tokens } = scan;
  const two = plain.slice(at, at + 2);
  if (two === "//") {
    return unreadable(
      "UNEXPECTED",
      at,
      `“//” stands at ${placeOf(plain, at)}; write a whole division as ⌊7/2⌋ or floor(7/2).`,
    );
  }
  const isPower = two === "**" || plain.charAt(at) === "^";
  if (isPower) scan.powers += 1;
  const sign = isPower ? "^" : plain.charAt(at).replace("×", "*");
  tokens.push({ kind: "operator", at, sign });
  return at + (two === "**" ? 2 : 1);
}

function opened({ tokens, open }: Scan, at: number, closer: string): number {
  tokens.push({ kind: "open", at });
  open.push(closer);
  return at + 1;
}

function closed(scan: Scan, at: number, character: string) {
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

function latex(scan: Scan, at: number) {
  const { plain, tokens, open } = scan;
  if (/[,;:! ]/.test(plain.charAt(at + 1))) return at + 2;
  const name = /^[a-zA-Z]{1,12}/.exec(plain.slice(at + 1, at + 14))?.[0] ?? "";
  const end = at + 1 + name.length;
  if (/^[dt]?frac$/.test(name)) {
    const group = skipBlanks(plain, end);
    if (plain.charAt(group) !== "{") {
      return unreadable(
        "UNFINISHED",
        group,
        `\\frac needs two groups in braces, as in \\frac{3}{4}.`,
      );
    }
    tokens.push({ kind: "open", at }, { kind: "open", at: group });
    open.push("frac1");
    return group + 1;
  }
  const meant = LATEX.get(name);
  if (meant === "") return end;
  if (meant !== undefined) return asOneCharacter(scan, at, meant, end);
  if (FUNCTIONS.has(name)) return pushFunction(scan, at, name, end);
  return unexpected(scan, at);
}

/** \cdot is read as · would be. */
function asOneCharacter(scan: Scan, at: number, character: string, end: number) {
  const { tokens } = scan;
  if (character === "⌊" || character === "⌈") {
    tokens.push({ kind: "function", at, name: FENCES.get(character) ?? "" });
    opened(scan, at, character === "⌊" ? "⌋" : "⌉");
    return end;
  }
  if (character === "⌋" || character === "⌉") {
    const next = closed(scan, at, character);
    return typeof next === "number" ? end : next;
  }
  if (character === "π") tokens.push({ kind: "constant", at, value: Math.PI });
  else tokens.push({ kind: "operator", at, sign: character.replace("×", "*") });
  return end;
}

function pushFunction({ tokens }: Scan, at: number, name: string, end: number): number {
  tokens.push({ kind: "function", at, name: FUNCTIONS.get(name) ?? name });
  return end;
}

/** A function, a constant, or x between two numbers. */
function word(scan: Scan, at: number) {
  const { plain, tokens } = scan;
  const written = /^[a-zπ]{1,24}(?:\.[a-z]{1,12})?/i.exec(plain.slice(at, at + 40))?.[0] ?? "";
  const name = written.replace(/^(?:math|np|numpy|torch)\./i, "");
  const end = at + written.length;
  if (/^x$/i.test(name) && endsOperand(tokens.at(-1))) {
    tokens.push({ kind: "operator", at, sign: "*" });
    return end;
  }
  if (/^x\d/i.test(plain.slice(at, at + 2))) return unexpected(scan, at);
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) {
    tokens.push({ kind: "constant", at, value: constant });
    return end;
  }
  return FUNCTIONS.has(name) && /^\s*\(/.test(plain.slice(end, end + 8))
    ? pushFunction(scan, at, name, end)
    : unexpected(scan, at);
}

/** Whether a product or a sum may go on after this token. */
export function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === "operand" || token.kind === "constant" || token.kind === "close";
}

/** The answer to an expression beyond the limit. */
export function tooLongToRead(typed: string) {
  return unreadable(
    "TOO_LONG",
    MAX_EXPRESSION,
    `The expression has ${typed.length} characters; at most ${MAX_EXPRESSION} are read. Write its result.`,
  );
}

function unexpected({ plain }: Scan, at: number) {
  return unreadable(
    "UNEXPECTED",
    at,
    `Reading stopped at ${placeOf(plain, at)}. A number would fit, or working such as (32 − 5 + 4)/1 + 1 with + − · / ^ ( ), ⌊ ⌋ and sqrt().`,
  );
}

function tooMuch(at: number) {
  return unreadable(
    "TOO_MUCH",
    at,
    `The expression holds more than ${MAX_TOKENS} numbers and signs, or more than ${MAX_POWERS} powers. Write its result.`,
  );
}

function tooDeep(at: number) {
  return unreadable(
    "TOO_DEEP",
    at,
    `More than ${MAX_DEPTH} brackets are open at once. Write the result.`,
  );
}

function bracketOf(closer: string): string {
  return closer.startsWith("frac") ? "}" : closer;
}

function skipBlanks(plain: string, from: number): number {
  let at = from;
  while (plain.charAt(at) === " ") at++;
  return at;
}

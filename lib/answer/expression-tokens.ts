import { MAX_DEPTH, MAX_EXPRESSION, MAX_POWERS, MAX_TOKENS } from "./limits";
import { plainText } from "./plain-text";
import { numeralAt } from "./read-numeral";
import { NOTHING_WRITTEN, type Reading, placeOf, read, unreadable } from "./reading";
import { VULGAR_FRACTIONS } from "./vulgar-fractions";
import { latex } from "./expression-latex";
import {
  FENCES,
  FUNCTIONS,
  type Scan,
  type Token,
  bracketOf,
  closed,
  opened,
  pushFunction,
  unexpected,
} from "./expression-scan";

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["e", Math.E],
  ["pi", Math.PI],
  ["π", Math.PI],
]);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

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

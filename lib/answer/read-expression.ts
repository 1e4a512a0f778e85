import { type MathNode, create, parseDependencies } from "mathjs/number";
import type { Token } from "./expression-scan";
import { endsOperand, tokensOf, tooLongToRead } from "./expression-tokens";
import { MAX_EXPRESSION } from "./limits";
import { isCall, isConstant, isParenthesis, isSign, isSymbol } from "./math-nodes";
import { CALLS, NoValue, type NumberValue, OPERATORS, numberValue, toNumber } from "./number-value";
import { type Quantity, exactly, precisionOf } from "./quantity";
import { numeralIn } from "./read-numeral";
import { readSimple, shorten } from "./read-simple";
import { type Reading, type Unreadable, placeOf, read, shifted, unreadable } from "./reading";

const { parse } = create(factories());

/** mathjs' types call a bundle of factories optional; without it nothing could be parsed. */
function factories(): NonNullable<typeof parseDependencies> {
  if (parseDependencies) return parseDependencies;
  throw new Error("mathjs has no parser.");
}

/** The most "=" in one answer: 3·25 + 1 = 75 + 1 = 76. */
const MOST_EQUALS = 4;

/**
 * A number as a person types it, with or without working: "(32-5+4)/1+1", "3·5·5+1", "2^10", "⌊(7−3)/2⌋+1",
 * "\frac{3}{4}", "50%", "25·3+1 = 76". Of a chain of equals the last is taken, if all agree.
 * Numbers are taken exactly while they are rational. mathjs finds the structure, in which every number is a
 * symbol; the value comes from a walk that knows a few signs and functions and nothing else.
 *
 * @example readExpression("⌊(7−3)/2⌋+1") // { kind: "value", value: { value: 3, … } }
 */
export function readExpression(typed: string): Reading<Quantity> {
  if (typed.length > MAX_EXPRESSION) return readLong(typed);
  const simple = readSimple(typed);
  if (simple.kind === "value" || simple.code !== "UNEXPECTED") return simple;
  const parts = typed.split(/[=≈]/, MOST_EQUALS + 1);
  if (parts.length > MOST_EQUALS) {
    return unreadable(
      "TOO_MUCH",
      0,
      `The answer holds more than ${MOST_EQUALS - 1} “=”. Write its result.`,
    );
  }
  return parts.length === 1 ? readWorking(typed) : readChain(parts, typed);
}

/** What is long for the spaces around it is not long; the rest is refused before anything is done with it. */
function readLong(typed: string): Reading<Quantity> {
  const text = typed.trim();
  const blanks = typed.length - typed.trimStart().length;
  return text.length > MAX_EXPRESSION
    ? tooLongToRead(typed)
    : shifted(readExpression(text), blanks);
}

function readChain(parts: readonly string[], typed: string): Reading<Quantity> {
  const last = parts.at(-1) ?? "";
  const offset = typed.length - last.length;
  const result = shifted(readPart(last), offset);
  if (result.kind === "unreadable") return result;
  for (const part of parts.slice(0, -1).filter((one) => !isName(one))) {
    const before = readPart(part);
    if (before.kind === "unreadable") return before;
    if (!agree(before.value.value, result.value)) {
      return unreadable(
        "CONTRADICTION",
        offset,
        `“${shorten(part.trim())}” is ${before.value.value}, but “${shorten(last.trim())}” stands after it; write the one that you mean.`,
      );
    }
  }
  return result;
}

/** "y =", "Cout =", "#params =" and a lone "=" name the answer. */
function isName(part: string): boolean {
  return /^\s*[\p{L}∂#][\p{L}\p{N}_/∂ ]{0,24}$|^\s*$/u.test(part);
}

function agree(value: number, result: Quantity): boolean {
  const tolerance = result.form === "decimal" ? 0.5 * 10 ** result.place : 0;
  return Math.abs(value - result.value) <= tolerance + 1e-9 * Math.abs(value);
}

function readPart(text: string): Reading<Quantity> {
  return numeralIn(text) ? readSimple(text) : readWorking(text);
}

function readWorking(typed: string): Reading<Quantity> {
  const tokens = tokensOf(typed);
  if (tokens.kind === "unreadable") return tokens;
  return misplaced(tokens.value, typed) ?? evaluated(tokens.value, typed);
}

/** Two operands side by side: a product whose sign is missing, or two numbers. */
function misplaced(tokens: readonly Token[], typed: string): Unreadable | undefined {
  for (const [index, token] of tokens.entries()) {
    const startsOperand = !["operator", "close", "comma"].includes(token.kind);
    if (!startsOperand || !endsOperand(tokens[index - 1])) continue;
    if (isPlainProduct(tokens, index, typed)) continue;
    return unreadable(
      "IMPLICIT_PRODUCT",
      token.at,
      `A sign is missing before ${placeOf(typed, token.at)}; write a product with · or *, as in 2·(3 + 1).`,
    );
  }
  return undefined;
}

/** 10(3·25 + 1) and (3·25 + 1)(10), but not 1/2(3), which two people read in two ways. */
function isPlainProduct(tokens: readonly Token[], index: number, typed: string): boolean {
  const [at, before] = [tokens[index]?.at ?? 0, tokens[index - 1]];
  const touches = typed.charAt(at) === "(" && /[\d)]/.test(typed.charAt(at - 1));
  const isDivided = tokens
    .slice(0, index)
    .some(
      ({ kind, ...rest }) => kind === "operator" && "sign" in rest && "/^%".includes(rest.sign),
    );
  return touches && !isDivided && (before?.kind === "operand" || before?.kind === "close");
}

function evaluated(tokens: readonly Token[], typed: string): Reading<Quantity> {
  const source = sourceOf(tokens);
  try {
    const value = valueOfNode(parse(source.text), source.operands);
    const shown = typed.trim().replaceAll("-", "−");
    return read({
      ...exactly(plainZero(toNumber(value)), shown),
      ...precisionOf(tokens.flatMap(decimalDigits)),
    });
  } catch (error) {
    if (error instanceof NoValue)
      return unreadable(error.code, 0, `“${shorten(typed.trim())}” has no value. ${error.message}`);
    const at = placeOfError(error, source.places, typed.length);
    return unreadable(
      "UNFINISHED",
      at,
      `Reading stopped at ${placeOf(typed, at)}; a number or a bracket would fit there.`,
    );
  }
}

/** How many significant digits a decimal shows; a whole number is exact and has none to tell. */
function decimalDigits(token: Token): readonly number[] {
  const [mantissa = ""] = token.kind === "operand" ? token.digits.split("e") : [];
  return mantissa.includes(".") ? [mantissa.replace(".", "").replace(/^0+/, "").length] : [];
}

function plainZero(value: number): number {
  return value === 0 ? 0 : value;
}

/** What mathjs parses: its numbers are symbols n0, n1 …, so that none is rounded or misread. */
function sourceOf(tokens: readonly Token[]) {
  const operands = new Map<string, Token>();
  const places: number[] = [];
  let text = "";
  for (const [index, token] of tokens.entries()) {
    const written = sourceToken(token, index, tokens[index - 1], tokens[index + 1]);
    operands.set(`n${index}`, token);
    for (let part = 0; part < written.length; part++) places.push(token.at);
    text += written;
  }
  return { text, operands, places };
}

function sourceToken(token: Token, index: number, before?: Token, after?: Token): string {
  // √2 applies to the number that follows it.
  const [opens, closes] = [
    token.kind === "function" && after?.kind !== "open" ? "(" : "",
    before?.kind === "function" && token.kind !== "open" ? ")" : "",
  ];
  switch (token.kind) {
    case "operand":
    case "constant":
      return `n${index}${closes}`;
    case "operator":
      return token.sign;
    case "function":
      return `${token.name}${opens}`;
    case "open":
      return endsOperand(before) ? "*(" : "(";
    case "close":
      return ")";
    case "comma":
      return ",";
  }
}

/** The allow-list: signs, brackets, the calls of `CALLS`, and the numbers of the text; nothing else has a value. */
function valueOfNode(node: MathNode, operands: ReadonlyMap<string, Token>): NumberValue {
  const parts = (nodes: readonly MathNode[]) => nodes.map((part) => valueOfNode(part, operands));
  if (isParenthesis(node)) return valueOfNode(node.content, operands);
  if (isSign(node)) return known(OPERATORS.get(node.fn))(...parts(node.args));
  if (isCall(node)) return known(CALLS.get(node.fn.name))(...parts(node.args));
  if (isSymbol(node)) return valueOfToken(known(operands.get(node.name)));
  // mathjs itself writes 50% as 50/100.
  if (isConstant(node) && node.value === 100) return numberValue("100");
  return known<NumberValue>(undefined);
}

function valueOfToken(token: Token): NumberValue {
  if (token.kind === "constant") return token.value;
  return token.kind === "operand" ? numberValue(token.digits) : known<NumberValue>(undefined);
}

function known<T>(found: T | undefined): T {
  if (found !== undefined) return found;
  throw new NoValue("UNEXPECTED", "It holds something that is not counted with here.");
}

/** mathjs says at which character of its text it stopped, counted from 1. */
function placeOfError(error: unknown, places: readonly number[], end: number): number {
  const character = error instanceof Error && "char" in error ? Number(error.char) : Number.NaN;
  return places[character - 1] ?? end;
}

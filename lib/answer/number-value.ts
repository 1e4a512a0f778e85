import Fraction from "fraction.js";
import type { ReadCode } from "./reading";

/** A number in working: exact while it is rational and of reasonable size. */
export type NumberValue = Fraction | number;

/** Beyond this numerator or denominator working goes on in float64. */
const LARGEST_EXACT = 2n ** 256n;
const MOST_DIGITS = 60;
const LARGEST_POWER = 256n;

/** Why working cannot go on. */
export class NoValue extends Error {
  override readonly name = "NoValue";

  constructor(
    readonly code: ReadCode,
    message: string,
  ) {
    super(message);
  }
}

/** Digits as a number, exact where they are not too many. @example numberValue("0.1") // 1/10 */
export function numberValue(digits: string): NumberValue {
  const [mantissa = "", exponent = "0"] = digits.split("e");
  if (mantissa.length > MOST_DIGITS || Math.abs(Number(exponent)) > MOST_DIGITS)
    return finite(Number(digits));
  const [whole = "", decimals = ""] = mantissa.split(".");
  const scaled = BigInt(`${whole}${decimals}` || "0");
  const place = BigInt(Number(exponent) - decimals.length);
  return place >= 0n ? new Fraction(scaled * 10n ** place) : new Fraction(scaled, 10n ** -place);
}

/** As float64. @example toNumber(new Fraction(3, 4)) // 0.75 */
export function toNumber(value: NumberValue): number {
  return typeof value === "number" ? value : value.valueOf();
}

type Pairwise = (left: NumberValue, right: NumberValue) => NumberValue;

const add = pairwise(
  (left, right) => left.add(right),
  (left, right) => left + right,
);
const multiply = pairwise(
  (left, right) => left.mul(right),
  (left, right) => left * right,
);
const divideBy = pairwise(
  (left, right) => left.div(right),
  (left, right) => left / right,
);

/** What the signs of an expression do, by mathjs' names for them. */
export const OPERATORS: ReadonlyMap<string, (...parts: readonly NumberValue[]) => NumberValue> =
  new Map([
    ["add", two(add)],
    ["subtract", two((left, right) => add(left, negate(right)))],
    ["multiply", two(multiply)],
    ["divide", two(divide)],
    ["pow", two(power)],
    ["mod", two(remainder)],
    ["unaryMinus", one(negate)],
    ["unaryPlus", one((value) => value)],
  ]);

/** What may be called in an expression. */
export const CALLS: ReadonlyMap<string, (...parts: readonly NumberValue[]) => NumberValue> =
  new Map([
    ["floor", one((value) => (typeof value === "number" ? Math.floor(value) : value.floor()))],
    ["ceil", one((value) => (typeof value === "number" ? Math.ceil(value) : value.ceil()))],
    ["trunc", one(truncate)],
    ["round", one((value) => (typeof value === "number" ? Math.round(value) : value.round()))],
    ["abs", one((value) => (toNumber(value) < 0 ? negate(value) : value))],
    ["sqrt", one(squareRoot)],
    ["exp", one((value) => finite(Math.exp(toNumber(value))))],
    ["log", one(logarithm)],
    ["min", some((left, right) => (toNumber(left) <= toNumber(right) ? left : right))],
    ["max", some((left, right) => (toNumber(left) >= toNumber(right) ? left : right))],
  ]);

function pairwise(
  exact: (left: Fraction, right: Fraction) => Fraction,
  rough: (left: number, right: number) => number,
): Pairwise {
  return (left, right) =>
    typeof left === "number" || typeof right === "number"
      ? finite(rough(toNumber(left), toNumber(right)))
      : bounded(exact(left, right));
}

/** As Python's int(): towards 0. */
function truncate(value: NumberValue): NumberValue {
  if (typeof value === "number") return Math.trunc(value);
  return toNumber(value) < 0 ? value.ceil() : value.floor();
}

function negate(value: NumberValue): NumberValue {
  return typeof value === "number" ? -value : value.neg();
}

function divide(left: NumberValue, right: NumberValue): NumberValue {
  if (toNumber(right) === 0) throw new NoValue("DIVISION_BY_ZERO", "It divides by 0.");
  return divideBy(left, right);
}

/** As in Python: the remainder has the sign of the divisor. */
function remainder(left: NumberValue, right: NumberValue): NumberValue {
  const times = divide(left, right);
  const whole = typeof times === "number" ? Math.floor(times) : times.floor();
  return add(left, negate(multiply(whole, right)));
}

function power(base: NumberValue, exponent: NumberValue): NumberValue {
  const isExact = typeof base !== "number" && typeof exponent !== "number" && exponent.d === 1n;
  if (toNumber(base) === 0 && toNumber(exponent) < 0) {
    throw new NoValue("DIVISION_BY_ZERO", "0 to a negative power divides by 0.");
  }
  if (isExact && exponent.n <= LARGEST_POWER && isShort(base)) return bounded(base.pow(exponent));
  return real(toNumber(base) ** toNumber(exponent), "It takes a root of a negative number.");
}

/** √(9/4) is 3/2, √2 is irrational. */
function squareRoot(value: NumberValue): NumberValue {
  const root = real(Math.sqrt(toNumber(value)), "It takes the square root of a negative number.");
  if (typeof value === "number" || !Number.isSafeInteger(root)) return root;
  const exact = new Fraction(root);
  return exact.mul(exact).equals(value) ? exact : root;
}

function logarithm(value: NumberValue): NumberValue {
  const number = toNumber(value);
  if (number <= 0)
    throw new NoValue("NOT_REAL", "It takes the logarithm of a number that is not positive.");
  return Math.log(number);
}

function bounded(value: Fraction): NumberValue {
  return value.n < LARGEST_EXACT && value.d < LARGEST_EXACT ? value : finite(value.valueOf());
}

/** Numbers whose powers up to 256 stay small enough to be computed at once. */
function isShort(value: Fraction): boolean {
  return value.n < 2n ** 32n && value.d < 2n ** 32n;
}

function real(value: number, why: string): number {
  if (Number.isNaN(value)) throw new NoValue("NOT_REAL", why);
  return finite(value);
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new NoValue("TOO_MUCH", "It is larger than any number that is computed with (10³⁰⁸).");
}

function one(compute: (value: NumberValue) => NumberValue) {
  return (...parts: readonly NumberValue[]): NumberValue => {
    const [value, ...more] = parts;
    if (value === undefined || more.length > 0) throw wrongCount("one number");
    return compute(value);
  };
}

function two(compute: Pairwise) {
  return (...parts: readonly NumberValue[]): NumberValue => {
    const [left, right, ...more] = parts;
    if (left === undefined || right === undefined || more.length > 0)
      throw wrongCount("two numbers");
    return compute(left, right);
  };
}

function some(compute: Pairwise) {
  return (...parts: readonly NumberValue[]): NumberValue => {
    if (parts.length === 0) throw wrongCount("at least one number");
    return parts.reduce(compute);
  };
}

function wrongCount(wanted: string): NoValue {
  return new NoValue(
    "UNFINISHED",
    `A function or a sign has the wrong number of values; ${wanted} would fit.`,
  );
}

import type { Conventions } from "@/lib/question";
import { plainText } from "./plain-text";
import { type Quantity, valueOf } from "./quantity";
import { readExpression } from "./read-expression";
import { shorten } from "./read-simple";
import { NOTHING_WRITTEN, type Reading, placeOf, read, unreadable } from "./reading";
import { unitMeaning } from "./units";
import { MAX_EXPRESSION } from "./limits";

/**
 * A size in memory, with a unit or in bytes: "9.4 kB", "9 408", "28·28·3·4 B", "75264 bits", "9408 B = 9.4 kB".
 *
 * @example readSize("9.2 KiB", "si") // a quantity of 9.2 with the unit { name: "KiB", size: 1024 }
 */
export function readSize(typed: string, units: Conventions["units"]): Reading<Quantity> {
  const reading = readOneSize(typed, units);
  if (reading.kind === "value" || !/[=≈]/.test(typed)) return reading;
  return readEqualSizes(typed, units) ?? reading;
}

/** Of sizes with units that are equal the last is taken, if it is what the others round to. */
function readEqualSizes(typed: string, units: Conventions["units"]): Reading<Quantity> | undefined {
  const parts = typed.split(/[=≈]/, MOST_SIZES + 1);
  if (parts.length > MOST_SIZES) return undefined;
  const readings = parts.map((part) => readOneSize(part, units));
  const last = readings.pop();
  if (last?.kind !== "value") return undefined;
  for (const [index, before] of readings.entries()) {
    if (before.kind !== "value") return undefined;
    if (!isRoundedTo(last.value, valueOf(before.value) ?? Number.NaN))
      return unlike(parts[index] ?? "", parts.at(-1) ?? "");
  }
  return last;
}

const MOST_SIZES = 3;

function isRoundedTo(quantity: Quantity, bytes: number): boolean {
  const value = valueOf(quantity) ?? Number.NaN;
  const half = quantity.form === "decimal" ? 0.5 * 10 ** quantity.place : 0;
  return Math.abs(value - bytes) <= half * (quantity.unit?.size ?? 1) + 1e-9 * Math.abs(bytes);
}

function unlike(before: string, last: string) {
  const [left, right] = [shorten(before.trim()), shorten(last.trim())];
  return unreadable(
    "CONTRADICTION",
    0,
    `“${left}” and “${right}” are not the same size; write the one that you mean.`,
  );
}

function readOneSize(typed: string, units: Conventions["units"]): Reading<Quantity> {
  const { number, unit, at } = unitAtEnd(typed);
  if (unit === "") return readExpression(typed);
  const meaning = unitMeaning(unit, units);
  if (meaning === undefined) {
    const whole = readExpression(typed);
    return whole.kind === "value" ? whole : unknownUnit(unit, at);
  }
  if ("ambiguous" in meaning) return unreadable("AMBIGUOUS", at, meaning.ambiguous);
  if (number.trim() === "")
    return { ...NOTHING_WRITTEN, message: `There is a unit, “${unit}”, but no number before it.` };
  return withUnit(readExpression(number), meaning);
}

const COUNTED =
  /(?:(?:learnable|trainable|total) )?(?:values?|numbers?|floats?|activations?|neurons?|pixels?|entries|units?|cells?|param(?:eter)?s?|weights?|macs?|m?adds?|multiply[- ]?adds?|mult(?:s|iplications?)|products?|flops?|ops|operations?|elements?|total|in total)$/i;

const THOUSANDS: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["K", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

/**
 * A count, with or without what is counted: "760", "(3·5·5+1)·10 parameters", "1.5 GFLOPs", "61.1 million".
 *
 * @example readCount("768k MACs") // a quantity of 768 with the unit { name: "k", size: 1000 }
 */
export function readCount(typed: string): Reading<Quantity> {
  const { number, unit, at } = unitAtEnd(typed);
  if (unit === "") return readExpression(typed);
  const prefix = unit.replace(COUNTED, "").trim();
  const bare = number.trim() !== "";
  if (bare && prefix === "") return readExpression(number);
  const size = THOUSANDS.get(prefix);
  if (bare && size !== undefined) return withUnit(readExpression(number), { name: prefix, size });
  if (unitMeaning(unit, "si")) {
    return unreadable(
      "UNIT",
      at,
      `A count is asked for, but “${shorten(unit)}” is a unit of memory; write how many there are, such as 760.`,
    );
  }
  return readExpression(typed);
}

function withUnit(
  reading: Reading<Quantity>,
  unit: { readonly name: string; readonly size: number },
): Reading<Quantity> {
  return reading.kind === "value" ? read({ ...reading.value, unit }) : reading;
}

/** The words at the end of a text, and what stands before them. */
function unitAtEnd(typed: string) {
  if (typed.length > MAX_EXPRESSION) return { number: typed, unit: "", at: 0 };
  const text = plainText(typed).trimEnd();
  let at = text.length;
  while (at > 0 && /[A-Za-z -]/.test(text.charAt(at - 1))) at--;
  while (at < text.length && /[ -]/.test(text.charAt(at))) at++;
  return { number: typed.slice(0, at), unit: text.slice(at), at };
}

function unknownUnit(unit: string, at: number) {
  return unreadable(
    "UNIT",
    at,
    `Reading stopped at ${placeOf(unit, 0).replace(/^character 1/, `character ${at + 1}`)}, which is no unit that is known; B, kB, KiB, MB, MiB, GB, GiB, bit, kbit and Mbit are.`,
  );
}

import type { Cell, Quantity } from "./quantity";

/** A decimal needs so many significant digits … */
const LEAST_DIGITS = 3;

/** … or so many decimals, as when a whole tensor is rounded alike. */
const ENOUGH_DECIMALS = 4;

/** A number with a unit needs so many. */
const LEAST_DIGITS_WITH_UNIT = 2;

/** What the arithmetic of float64 may disturb: of the larger of two numbers, and of the ones that a sum near 0 is made of. */
const NOISE = 1e-12;

/** Half of the last place, with room for the noise of the subtraction. */
const HALF = 0.5 * (1 + 1e-9);

/** A number that has at least so many digits may be the float32 nearest to the key. */
const FLOAT32_DIGITS = 7;

/**
 * Whether a number is the key.
 * - A key that is whole wants exactly that number.
 * - Any other key wants that number (1/3, or all its digits up to the noise of floating point), or a decimal
 *   to which it rounds, where the decimal has at least 3 significant digits or 4 decimals.
 *   A number without a decimal point counts as one with 4 decimals: JSON writes 2.0000 as 2, and a
 *   printout leaves out zeros at the end alike. So a key that is rounded to 3 digits, or to 4
 *   decimals, is right whatever its size, and two numbers that differ in the 4th decimal are told apart.
 * - Working with decimals of 3 digits or more counts as a decimal with 3 digits, or one digit less than they have.
 * - A half rounds either way (Python, NumPy and paper differ). The float32 nearest to the key is the key, and
 *   may be rounded too.
 * - NaN and the infinities want themselves.
 *
 * @example matches(0.333, 1 / 3) // true
 * @example matches(0.33, 1 / 3) // false
 */
export function matches(cell: Exclude<Cell, null>, key: number): boolean {
  if (typeof cell !== "number" && cell.unit) return matchesInUnit(cell, cell.unit.size, key);
  const value = typeof cell === "number" ? cell : cell.value;
  if (Object.is(value, key) || value === key) return true;
  if (!Number.isFinite(key) || !Number.isFinite(value)) return false;
  if (isNoise(value, key)) return true;
  if (Number.isInteger(key)) return false;
  const quantity = typeof cell === "number" ? quantityOf(cell) : cell;
  return isRounded(rounded(quantity), key);
}

/** Working with decimals, such as (0.119 − 1)/2 or 14.6 %, is as exact as they are: it counts as a decimal of its own. */
function rounded(quantity: Quantity): Quantity {
  const { value, form, precision } = quantity;
  if (form !== "exact" || precision === undefined || value === 0) return quantity;
  const place = Math.floor(Math.log10(Math.abs(value))) + 1 - precision;
  return { ...quantity, form: "decimal", digits: precision, place };
}

/**
 * Whether a number is the key of a question whose own numbers are rounded: it is the key by the rule of `matches`, or
 * it lies between the bounds of the key, its own last digit being rounded too.
 *
 * @example matchesWithin(0.3334, 0.3332, [0.3331, 0.3335]) // true
 */
export function matchesWithin(
  cell: Exclude<Cell, null>,
  key: number,
  [low, high]: readonly [low: number, high: number],
): boolean {
  if (matches(cell, key)) return true;
  if (low === high || !Number.isFinite(high - low)) return false;
  const quantity = typeof cell === "number" ? quantityOf(cell) : cell;
  const play = roundsFrom(quantity);
  return quantity.value >= low - play && quantity.value <= high + play;
}

function isRounded(quantity: Quantity, key: number): boolean {
  const { value, form, digits, place } = quantity;
  if (form === "exact") return false;
  const isPrecise = form === "decimal" && digits >= LEAST_DIGITS;
  return (
    (isPrecise && (rounds(value, key, place) || rounds(value, Math.fround(key), place))) ||
    rounds(value, key, Math.min(place, -ENOUGH_DECIMALS)) ||
    (digits >= FLOAT32_DIGITS && Math.fround(value) === Math.fround(key))
  );
}

/** The exact value rounds to it at the digits given, of which there are at least two; fewer where that is exact. */
function matchesInUnit(quantity: Quantity, size: number, key: number): boolean {
  const exact = key / size;
  if (quantity.value === exact || isNoise(quantity.value, exact)) return true;
  if (quantity.form === "exact" || quantity.digits < LEAST_DIGITS_WITH_UNIT) return false;
  return rounds(quantity.value, exact, quantity.place);
}

/** Half a unit of the last digit that a decimal, or a number with a unit, may be rounded to; else 0. */
export function roundsFrom({ form, digits, place, unit }: Quantity): number {
  const isEnough = unit
    ? digits >= LEAST_DIGITS_WITH_UNIT
    : form === "decimal" && (digits >= LEAST_DIGITS || place <= -ENOUGH_DECIMALS);
  return form !== "exact" && isEnough ? HALF * 10 ** place : 0;
}

/** How far what a cell stands for may be from it: half of the last digit of a decimal with enough digits, else 0. */
export function playOf(cell: Exclude<Cell, null>): number {
  return roundsFrom(typeof cell === "number" ? quantityOf(cell) : cell);
}

/** Whether the key rounds to this value at this power of ten. */
function rounds(value: number, key: number, place: number): boolean {
  return Math.abs(value - key) <= HALF * 10 ** place;
}

/** Two whole numbers are the same or not; of others the last digits of float64 are not held against anyone. */
function isNoise(value: number, key: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(key)) return value === key;
  return Math.abs(value - key) <= NOISE * Math.max(1, Math.abs(value), Math.abs(key));
}

/** A number from JSON has the digits of its shortest form. */
function quantityOf(value: number): Quantity {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return {
    value,
    form: Number.isInteger(value) ? "integer" : "decimal",
    place: Number(exponent) - decimals,
    digits: mantissa.replace(".", "").replace(/^0+/, "").length,
    shown: "",
  };
}

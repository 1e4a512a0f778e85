import type { TensorJson } from "@/lib/question";
import { type Key, type Spotted, isSpotted, isTensor } from "./key";

/** An answer as plain JSON. */
export type AnswerJson = number | readonly number[] | TensorJson | Spotted;

/** A key as plain JSON; what is no short decimal is given to 12 digits, so that it is the same on every machine. */
export function answerToJson(key: Key): AnswerJson {
  if (typeof key === "number") return toTwelveDigits(key);
  if (isTensor(key)) return { shape: key.shape, data: eachToTwelveDigits(key.data) };
  return isSpotted(key) ? { at: key.at, mistake: key.mistake } : key.map(toTwelveDigits);
}

/** A loop, since `Array.from` takes four times as long over a typed array. */
function eachToTwelveDigits(values: Float64Array): number[] {
  const rounded: number[] = [];
  for (const value of values) rounded.push(toTwelveDigits(value));
  return rounded;
}

/** A number to 12 significant digits. @example toTwelveDigits(1 / 3) // 0.333333333333 */
export function toTwelveDigits(value: number): number {
  if (Number.isInteger(value)) return value === 0 ? 0 : value;
  return Number(value.toPrecision(12));
}

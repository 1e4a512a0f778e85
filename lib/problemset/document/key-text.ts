import { SPOT_WORDS } from "@/content/practice";
import { type Asked, type Key, isSpotted, isTensor } from "@/lib/exercises";
import {
  type Expression,
  equation,
  formatNumber,
  list,
  matrix,
  number,
  shape,
  toText,
  words,
} from "@/lib/tex";
import type { Field } from "./document";
import { fieldPlanes } from "./field";

/** An answer as displayed lines: one a plane of a tensor, else one alone. */
export function answerLines(asked: Asked, field: Field, key: Key): Expression[] {
  if (typeof key === "number") return [numberLine(field, key)];
  if (isSpotted(key)) {
    const said = SPOT_WORDS[key.mistake] ?? key.mistake;
    return [words(`Y[${key.at.join(",")}]: ${said}`)];
  }
  if (!isTensor(key)) return [listLine(field, key)];
  if (key.shape.length === 0) return [number(key.data[0] ?? 0)];
  return fieldPlanes(asked, key.shape).map(({ name, rows }) => {
    const cells = rows.map((row) => row.map((offset) => number(key.data[offset] ?? 0)));
    return equation(name, matrix(cells));
  });
}

/** An answer as plain text. @example answerText(field, 760) // "760" */
export function answerText(asked: Asked, field: Field, key: Key): string {
  return answerLines(asked, field, key).map(toText).join("; ");
}

function numberLine(field: Field, value: number): Expression {
  if (field.kind !== "bytes") return number(value);
  const [kilo, unit] = field.units === "si" ? [1000, "kB"] : [1024, "KiB"];
  return words(`${formatNumber(value)} B (${formatNumber(value / kilo)} ${unit})`);
}

function listLine(field: Field, values: readonly number[]): Expression {
  return field.kind === "list" && field.of === "sizes" ? shape(values) : list(...values);
}

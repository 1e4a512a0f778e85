import { formatNumber } from "@/lib/tex";
import type { ChoiceField, Field, Fields, GridField, NumberField, Values, ValuesOf } from "./field";

type Value = Values[string] | undefined;

/**
 * What does not fit in the fields of a lab, a sentence for each field, by name; empty where all fit.
 *
 * @example problemsIn({ k: { kind: "number", label: "kernel", start: 3, least: 1, most: 9 } }, { k: 12 }).k
 *   // "The kernel must be from 1 to 9; it is 12."
 */
export function problemsIn(fields: Fields, values: Values): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const problem = problemOf(field, values[name]);
    if (problem !== undefined) found[name] = problem;
  }
  return found;
}

/** Whether every field holds what fits it. */
export function fits<F extends Fields>(fields: F, values: Values): values is ValuesOf<F> {
  return Object.keys(problemsIn(fields, values)).length === 0;
}

function problemOf(field: Field, value: Value): string | undefined {
  if (field.kind === "number") return ofNumber(field, value);
  return field.kind === "grid" ? ofGrid(field, value) : ofChoice(field, value);
}

function ofNumber(field: NumberField, value: Value): string | undefined {
  if (isNumberFor(field, value)) return undefined;
  const kind = field.whole ? "a whole number " : "";
  const is = typeof value === "number" ? `it is ${formatNumber(value)}` : "none can be read there";
  const [least, most] = [formatNumber(field.least), formatNumber(field.most)];
  return `The ${field.label} must be ${kind}from ${least} to ${most}; ${is}.`;
}

function ofGrid(field: GridField, value: Value): string | undefined {
  if (!Array.isArray(value) || value.length === 0)
    return `The ${field.label} must be numbers in rows.`;
  const tooLarge = sizeProblem(field, value);
  if (tooLarge !== undefined) return tooLarge;
  const cells: unknown[] = value.flat();
  const wrong = cells.find((cell) => !isNumberFor(field, cell));
  if (wrong === undefined) return undefined;
  const least = field.least === undefined ? "" : ` from ${formatNumber(field.least)} up`;
  const kind = field.whole ? "whole numbers" : "numbers";
  const has = Number.isFinite(wrong)
    ? `${formatNumber(Number(wrong))} is among them`
    : "one cannot be read";
  return `The ${field.label} must be ${kind}${least}; ${has}.`;
}

/** More rows or columns than fit. */
function sizeProblem({ label, most }: GridField, value: readonly unknown[]): string | undefined {
  if (most === undefined) return undefined;
  const columns = Math.max(...value.map((row) => (Array.isArray(row) ? row.length : 1)));
  if (value.length <= most[0] && columns <= most[1]) return undefined;
  return `The ${label} may have up to ${sizeWords(most)}; there are ${sizeWords([value.length, columns])}.`;
}

function sizeWords([rows, columns]: readonly [number, number]): string {
  return `${counted(rows, "row")} and ${counted(columns, "column")}`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

function ofChoice(field: ChoiceField, value: Value): string | undefined {
  const is = field.options.some((option) => option.value === value);
  return is ? undefined : `The ${field.label} must be one of those listed.`;
}

interface Bounds {
  readonly least?: number;
  readonly most?: unknown;
  readonly whole?: boolean;
}

function isNumberFor({ least, most, whole }: Bounds, value: unknown): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (whole && !Number.isInteger(value)) return false;
  if (least !== undefined && value < least) return false;
  return typeof most !== "number" || value <= most;
}

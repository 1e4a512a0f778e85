import { type Field, type Fields, type Values, problemsIn, startOf } from "@/lib/lab";
import { formatNumber } from "@/lib/tex";
import { asLargeAs } from "../../own/resize";
import { readFinite } from "../../scene/read-finite";

/** What stands in a lab's fields, as it was typed. */
export type Typed = Readonly<Record<string, string | readonly (readonly string[])[]>>;

/** What was typed as values, or what cannot be read or does not fit, by field. */
export type Read =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

/** The fields as they start. */
function typedStart(fields: Fields): Typed {
  return Object.fromEntries(
    Object.entries(startOf(fields)).map(([name, value]) => [name, written(value)]),
  );
}

function written(value: Values[string]): Typed[string] {
  if (typeof value === "number") return formatNumber(value);
  return typeof value === "string" ? value : value.map((row) => row.map(formatNumber));
}

/** What was kept of fields, where it still fits them; else as they start. */
export function typedFrom(kept: string, fields: Fields): Typed {
  const start = typedStart(fields);
  const stored = parsed(kept);
  return Object.fromEntries(
    Object.entries(start).map(([name, value]) => [name, isLike(stored[name], value) ?? value]),
  );
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isLike(stored: unknown, start: Typed[string]): Typed[string] | undefined {
  if (typeof start === "string") return typeof stored === "string" ? stored : undefined;
  const rows: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const isGrid = rows.length > 0 && rows.every(isRow);
  return isGrid ? rows : undefined;
}

function isRow(row: unknown): row is readonly string[] {
  return Array.isArray(row) && row.length > 0 && row.every((cell) => typeof cell === "string");
}

/** The fields with one of them changed; the grids that keep its size follow it, filled with zeros where they grow. */
export function withTyped(
  fields: Fields,
  typed: Typed,
  name: string,
  changed: Typed[string],
): Typed {
  const size = sizeOf(fields[name]);
  const entries = Object.entries({ ...typed, [name]: changed });
  if (size === undefined || typeof changed === "string") return Object.fromEntries(entries);
  return Object.fromEntries(
    entries.map(([other, cells]) => {
      const follows = sizeOf(fields[other]) === size && typeof cells !== "string";
      return [other, follows ? asLargeAs(changed, cells) : cells];
    }),
  );
}

function sizeOf(field: Field | undefined): string | undefined {
  return field?.kind === "grid" ? field.size : undefined;
}

/** What was typed as numbers, each field checked against its bounds. */
export function readTyped(fields: Fields, typed: Typed): Read {
  const values: Record<string, Values[string]> = {};
  const problems: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(field, typed[name] ?? "");
    if (read.ok) values[name] = read.value;
    else problems[name] = read.message;
  }
  const misfits = { ...problemsIn(fields, values), ...problems };
  if (Object.keys(misfits).length > 0) return { ok: false, problems: misfits };
  return { ok: true, values };
}

type ReadField =
  | { readonly ok: true; readonly value: Values[string] }
  | { readonly ok: false; readonly message: string };

function readField(field: Field, typed: Typed[string]): ReadField {
  if (typeof typed !== "string") return readGrid(typed);
  return field.kind === "choice" ? { ok: true, value: typed } : readFinite(typed);
}

function readGrid(cells: readonly (readonly string[])[]): ReadField {
  const rows: number[][] = [];
  for (const [y, row] of cells.entries()) {
    const numbers: number[] = [];
    for (const [x, cell] of row.entries()) {
      const read = readFinite(cell);
      if (!read.ok) return { ok: false, message: `Row ${y}, column ${x}: ${read.message}` };
      numbers.push(read.value);
    }
    rows.push(numbers);
  }
  return { ok: true, value: rows };
}

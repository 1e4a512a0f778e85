import type { Role } from "@/lib/tex";

/** One number, between bounds that the page states. */
export interface NumberField {
  readonly kind: "number";
  readonly label: string;
  readonly start: number;
  readonly least: number;
  readonly most: number;
  /** Whether it counts something, so that 1.5 does not fit. */
  readonly whole?: boolean;
}

/** Rows of numbers: an image, a kernel, a list (one row), or a table with titled columns. */
export interface GridField {
  readonly kind: "grid";
  readonly label: string;
  readonly start: readonly (readonly number[])[];
  /** Rows and columns may be added up to these; without them the size stays as it starts. */
  readonly most?: readonly [rows: number, columns: number];
  /** Grids that name the same size keep it together: where one is made larger or smaller, so are the others. */
  readonly size?: string;
  /** What its columns are, where they differ in kind, e.g. ["kernel", "stride"]. */
  readonly columns?: readonly string[];
  readonly least?: number;
  readonly whole?: boolean;
  /** Whose colour it wears. */
  readonly role?: Role;
}

/** One of a few. */
export interface ChoiceField {
  readonly kind: "choice";
  readonly label: string;
  readonly start: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Something in a lab that a reader changes. */
export type Field = NumberField | GridField | ChoiceField;

/** The fields of a lab, by name. */
export type Fields = Readonly<Record<string, Field>>;

/** What stands in a field. */
export type ValueOf<F extends Field> = F extends NumberField
  ? number
  : F extends GridField
    ? readonly (readonly number[])[]
    : string;

/** What stands in all fields of a lab. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** The same, whatever the lab. */
export type Values = Readonly<Record<string, number | string | readonly (readonly number[])[]>>;

/** What the fields hold before anybody has changed them. */
export function startOf(fields: Fields): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, { start }]) => [name, start]));
}

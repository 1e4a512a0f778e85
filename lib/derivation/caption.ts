import { proseNumber } from "@/lib/tex";

/**
 * A caption with its {slots} filled from a step's facts; a slot without a fact is left out.
 *
 * @example fillCaption("Row {row}, column {column}", { row: 0, column: 1 }) // "Row 0, column 1"
 */
export function fillCaption(
  caption: string,
  facts: Readonly<Record<string, number | string>> = {},
): string {
  return caption
    .replace(/\{(\w+)\}/g, (_, name: string) => written(facts[name] ?? ""))
    .replace(/ {2,}/g, " ")
    .trim();
}

function written(fact: number | string): string {
  return typeof fact === "number" ? proseNumber(fact) : fact;
}

import { formatNumber, proseNumber } from "@/lib/tex";

/** A number as a figure writes it: whole ones grouped, others to four digits, with a true minus. */
export function written(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  const text = Number.isInteger(rounded) ? proseNumber(rounded) : formatNumber(rounded);
  return text.replace("-", "−");
}

import { formatNumber } from "@/lib/tex";

/** A number as it is displayed, with a true minus. @example signed(-4) // "−4" */
export function signed(value: number): string {
  return formatNumber(value).replace("-", "−");
}

import { formatNumber, formatShort } from "@/lib/tex";

/** A number as it is displayed, with a true minus. @example signed(-4) // "−4" */
export function signed(value: number): string {
  return formatNumber(value).replace("-", "−");
}

/** A displayed number as a cell has room for it. @example narrow("−0.601278") // "−0.601" */
export function narrow(text: string): string {
  return shortened(text, 6, 3);
}

/** The same as a cell's corner has room for it. @example narrowest("−0.601278") // "−0.6" */
export function narrowest(text: string): string {
  return shortened(text, 4, 2);
}

function shortened(text: string, room: number, significant: number): string {
  const value = Number(text.replace("−", "-"));
  const isLong = text.length > room && !Number.isNaN(value);
  return isLong ? formatShort(value, significant).replaceAll("-", "−") : text;
}

import type { PerAxis } from "@/lib/network";
import type { Conventions } from "@/lib/question";
import { type MemoryUnit, inUnit } from "@/lib/tensor";
import { formatNumber, formatShort, groupDigits } from "@/lib/tex";
import type { Figured } from "./types";

const THIN = "\u202F";

/** A count in groups of three. @example countText(61100840) // "61 100 840" */
export function countText(count: number): string {
  return groupDigits(formatNumber(count), THIN);
}

const STEPS = {
  si: ["B", "kB", "MB", "GB"],
  iec: ["B", "KiB", "MiB", "GiB"],
} as const satisfies Readonly<Record<Conventions["units"], readonly MemoryUnit[]>>;

/** Bytes in the largest unit of which there is one whole. @example bytesText(9408, "si") // "9.408\u00A0kB" */
export function bytesText(bytes: number, units: Conventions["units"]): string {
  const unit = STEPS[units].findLast((one) => inUnit(bytes, one) >= 1) ?? "B";
  const value = inUnit(bytes, unit);
  return `${Number.isInteger(value) ? countText(value) : String(Number(value.toPrecision(4)))}\u00A0${unit}`;
}

/** Sizes with a sign between them. @example sizesText([1, 6, 28, 28]) // "1×6×28×28" */
export function sizesText(sizes: readonly number[]): string {
  return sizes.join("×");
}

/** One number, or two where they differ. */
export function perAxisText(value: PerAxis): string {
  if (value === null) return "–";
  return typeof value === "number" ? countText(value) : value.map(countText).join("×");
}

/** Rounded to whole per cent; only nothing is 0, and only all is 100. */
export function percentText(part: number, whole: number): string {
  const share = whole === 0 ? 0 : (100 * part) / whole;
  if (share > 0 && share < 1) return "<\u00A01\u00A0%";
  if (share > 99 && share < 100) return ">\u00A099\u00A0%";
  return `${Math.round(share)}\u00A0%`;
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Three significant digits, with a true minus. @example shortText(-0.00004512) // "−4.5·10⁻⁵" */
export function shortText(value: number): string {
  const [digits = "", power] = formatShort(value, 3).replace("-", "−").split("e");
  if (power === undefined) return digits;
  return `${digits}·10${Array.from(power, (one) => RAISED[Number(one)] ?? "⁻").join("")}`;
}

/** Milliseconds to as many digits as a clock tells. @example timeText(44.812) // "44.8\u00A0ms" */
export function timeText(milliseconds: number): string {
  if (milliseconds < 0.005) return "<\u00A00.01\u00A0ms";
  if (milliseconds >= 9999.5) return `${(milliseconds / 1000).toFixed(1)}\u00A0s`;
  const digits = milliseconds < 1 ? 2 : milliseconds < 100 ? 1 : 0;
  return `${milliseconds.toFixed(digits)}\u00A0ms`;
}

/** A figure with a bar beside the largest of its kind. */
export function figured(
  text: string,
  value: number | null,
  largest: number,
  all: number,
  hasWorking: boolean,
): Figured {
  const part = value === null || largest === 0 ? 0 : value / largest;
  return {
    text,
    hasWorking,
    ...(value === null || value === 0 ? {} : { part, share: percentText(value, all) }),
  };
}

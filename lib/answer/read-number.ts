/** A number as it was read, or a sentence that says where reading stopped. */
export type ReadNumber =
  | {
      readonly ok: true;
      readonly value: number;
      /** Digits after the decimal point that were written; undefined for whole numbers and fractions. */
      readonly decimals?: number;
      /** How it was read, with a true minus. */
      readonly shown: string;
    }
  | { readonly ok: false; readonly message: string };

const WRITTEN = /^([+-]?)(\d+(?:[.,]\d*)?|[.,]\d+)(?:\/(\d+(?:\.\d*)?))?$/;

/**
 * One number as a person types it: any minus sign, a decimal point or comma, a fraction.
 *
 * @example readNumber("−4") // { ok: true, value: -4, shown: "−4" }
 * @example readNumber("1/3").ok // true
 */
export function readNumber(typed: string): ReadNumber {
  const text = typed
    .trim()
    .replace(/[−–—‒]/g, "-")
    .replace(/\s+/g, "");
  if (text === "") return { ok: false, message: "Nothing is written yet." };
  const [, sign = "", digits = "", under] = WRITTEN.exec(text) ?? [];
  if (digits === "") {
    return {
      ok: false,
      message: `“${typed.trim()}” does not read as one number, such as −4 or 2.5.`,
    };
  }
  if (under !== undefined && Number(under) === 0) {
    return { ok: false, message: `“${typed.trim()}” divides by 0.` };
  }
  return parsed(sign === "-", digits.replace(",", "."), under);
}

function parsed(negative: boolean, digits: string, under: string | undefined): ReadNumber {
  const size = Number(digits) / Number(under ?? 1);
  const value = negative && size !== 0 ? -size : size;
  const shown = `${negative ? "−" : ""}${digits}${under === undefined ? "" : `/${under}`}`;
  const point = digits.indexOf(".");
  if (under !== undefined || point < 0) return { ok: true, value, shown };
  return { ok: true, value, shown, decimals: digits.length - point - 1 };
}

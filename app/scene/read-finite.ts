import { readNumber, type ReadNumber } from "@/lib/answer";

const WOULD_FIT = "A number such as −4, 2.5 or 1/3 would fit.";

/**
 * One finite number as a person types it; of anything else, what was read and what would fit.
 *
 * @example readFinite("1/0") // { ok: false, message: "“1/0” divides by 0. A number such as … would fit." }
 */
export function readFinite(typed: string): ReadNumber {
  const read = readNumber(typed);
  if (!read.ok) return read.message.includes("such as") ? read : refused(read.message);
  if (Number.isFinite(read.value)) return read;
  return refused(`“${read.shown}” is no number that can be computed with.`);
}

function refused(message: string): ReadNumber {
  return { ok: false, message: `${message} ${WOULD_FIT}` };
}

import { ReadError } from "../../read/problem";
import type { Argument, Expression } from "../../read/syntax";
import { numberFrom } from "./numbers";

/** As a chain flattens: each sample becomes a row. */
const KEPT = "samples are kept apart here, as in flatten(1) and view(N, -1)";

/**
 * The axes of flatten(start, end), which join those of each sample.
 *
 * @param shape what is flattened, where it is known; of a single sample its axis may go too
 * @throws ReadError ERR_ARGUMENT for other axes
 */
export function checkAxes(
  args: readonly Argument[],
  usual: number,
  shape: readonly number[] | undefined,
  line: number,
): void {
  const start = axisOf(args, "start_dim", 0) ?? usual;
  const end = axisOf(args, "end_dim", 1) ?? -1;
  const isOne = (shape?.[0] ?? 1) === 1;
  const isToEnd = end === -1 || (shape !== undefined && end === shape.length - 1);
  if (isToEnd && (start === 1 || (start === 0 && isOne))) return;
  throw new ReadError(
    "ERR_ARGUMENT",
    `flatten from axis ${start} to ${end} is not followed; ${KEPT}.`,
    line,
  );
}

function axisOf(args: readonly Argument[], name: string, place: number): number | undefined {
  const plain = args.filter((one) => one.name === undefined);
  const given = args.find((one) => one.name === name) ?? plain[place];
  return given && numberFrom(given.value);
}

/**
 * The sizes of view(…), one of which may be −1; those that are computed, as h.size(0), are taken to fit.
 *
 * @throws ReadError ERR_ARGUMENT where they are no row for each sample
 */
export function checkSizes(
  written: readonly Expression[],
  shape: readonly number[] | undefined,
  line: number,
): void {
  if (!shape || !written.every(isNumber)) return;
  const sizes = written.map(numberFrom);
  const [samples = 1, ...rest] = shape;
  const row = rest.reduce((all, size) => all * size, 1);
  const rows = samples === 1 && sizes.length === 1 ? [row] : [samples, row];
  const fits =
    sizes.length === rows.length && sizes.every((size, at) => [-1, rows[at]].includes(size));
  if (fits) return;
  throw new ReadError(
    "ERR_ARGUMENT",
    `${shape.join("×")} as ${sizes.join("×")} is not followed; ${KEPT}, here ${samples}×${row}.`,
    line,
  );
}

function isNumber(expression: Expression): boolean {
  try {
    return Number.isInteger(numberFrom(expression));
  } catch {
    return false;
  }
}

import { KernelError } from "@/lib/tensor";
import type { Rows } from "./planes";

/** A cell of a plane, with what stands in it. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Every cell of a plane, in reading order. @example entriesOf([[5]]) // [{ row: 0, column: 0, value: 5 }] */
export function entriesOf(rows: Rows): Entry[] {
  return rows.flatMap((values, row) => values.map((value, column) => ({ row, column, value })));
}

/** A plane’s height and width in words. @example sizeOf([[1, 2]]) // "1×2" */
export function sizeOf(rows: Rows): string {
  return `${rows.length}×${rows[0]?.length ?? 0}`;
}

/**
 * That a kernel lies within an input at least once.
 *
 * @throws KernelError ERR_WINDOW where it is taller or wider; `what` names it, e.g. "kernel is"
 */
export function expectWithin(kernel: Rows, input: Rows, what: string): void {
  const [height, width] = [input.length, input[0]?.length ?? 0];
  if (kernel.length <= height && (kernel[0]?.length ?? 0) <= width) return;
  throw new KernelError(
    "ERR_WINDOW",
    `The ${what} ${sizeOf(kernel)} and the input is ${sizeOf(input)}; at most ${sizeOf(input)} would fit.`,
  );
}

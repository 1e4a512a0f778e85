import type { Cells } from "./resize";

/**
 * The field that an arrow key leads to: up and down always, sideways only from the edge of what is
 * typed, so that the caret can still walk.
 */
export function moveFrom(
  key: string,
  field: HTMLInputElement,
  y: number,
  x: number,
): readonly [number, number] | null {
  if (key === "ArrowUp") return [y - 1, x];
  if (key === "ArrowDown" || key === "Enter") return [y + 1, x];
  const { selectionStart: from, selectionEnd: to, value } = field;
  const all = from === 0 && to === value.length;
  if (key === "ArrowLeft" && (all || to === 0)) return [y, x - 1];
  if (key === "ArrowRight" && (all || from === value.length)) return [y, x + 1];
  return null;
}

/** Rows pasted from a spreadsheet or a printed array; null where it is one number only, or more than fits. */
export function pastedCells(text: string, largest = 8): Cells | null {
  const rows = text
    .replace(/[[\]]/g, " ")
    .split(/[\n;]+/)
    .map((row) =>
      row
        .trim()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .filter((row) => row.length > 0);
  const width = rows[0]?.length ?? 0;
  const even = rows.every((row) => row.length === width);
  return even && rows.length * width > 1 && width <= largest && rows.length <= largest
    ? rows
    : null;
}

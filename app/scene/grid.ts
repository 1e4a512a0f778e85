import type { CellScene, PlaneScene, TensorScene } from "./types";

const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The cell that an arrow key leads to from the cell at `from`; sideways over a plane's edge into the
 * next plane. Null at the tensor's edge, undefined where the key is no arrow.
 */
export function neighbour(
  tensor: TensorScene,
  from: readonly number[],
  key: string,
): readonly number[] | null | undefined {
  const move = MOVES[key];
  const place = placeOf(tensor, from);
  if (!move || !place) return undefined;
  const [down, right] = move;
  const { plane, y, x } = place;
  const inside = tensor.planes[plane]?.rows[y + down]?.cells[x + right];
  if (inside) return inside.at;
  if (down !== 0) return null;
  const row = tensor.planes[plane + right]?.rows[y]?.cells;
  return (right > 0 ? row?.[0] : row?.at(-1))?.at ?? null;
}

function placeOf(tensor: TensorScene, from: readonly number[]) {
  for (const [plane, { rows }] of tensor.planes.entries()) {
    for (const [y, { cells }] of rows.entries()) {
      const x = cells.findIndex((cell) => cell.at.join() === from.join());
      if (x >= 0) return { plane, y, x };
    }
  }
  return undefined;
}

/** The tensor's own values (no padding, nothing cropped) as tab-separated rows with ASCII minus, planes a blank line apart. */
export function toTsv(tensor: TensorScene): string {
  return tensor.planes.map(planeToTsv).join("\n\n");
}

function planeToTsv(plane: PlaneScene): string {
  return plane.rows
    .map(({ cells }) => cells.filter(isOwn).map((cell) => (cell.text ?? "").replaceAll("−", "-")))
    .filter((row) => row.length > 0)
    .map((row) => row.join("\t"))
    .join("\n");
}

function isOwn(cell: CellScene): boolean {
  return cell.kind !== "padding" && cell.kind !== "cropped";
}
